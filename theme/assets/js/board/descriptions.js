/**
 * Matches in the full descriptions, by Pagefind, whose index is built with the site (not in a preview).
 *
 * Its results are ids of its own; `descriptions.json` holds them in the order of the board's index, so
 * that no result has to be fetched to be known.
 */

/**
 * What is used of Pagefind's module.
 * @typedef {object} Pagefind
 * @property {() => Promise<void>} init
 * @property {(words: string) => Promise<{ results: { id: string }[] }>} search
 */

/** @type {Promise<Pagefind | null> | null} null where there is no index */
let preparing = null;
/** @type {Promise<Map<string | null, number> | null> | null} each position's number, by Pagefind's id */
let naming = null;

/**
 * Load the engine, when the reader is about to search: the first keystroke then brings little more than its words.
 * @param {URL} root the site's root
 */
export function prepareDescriptions(root) {
  preparing ??= load(root).catch(() => (preparing = null)); // what failed is tried again
  return preparing;
}

/**
 * The numbers of the positions whose description holds all words; none where there is no index.
 * @param {URL} root the site's root
 * @param {string[]} words folded
 * @returns {Promise<number[]>}
 */
export async function searchDescriptions(root, words) {
  const pagefind = await prepareDescriptions(root);
  naming ??= pagefind && loadNames(root).catch(() => (naming = null));
  const numbers = await naming;
  if (!pagefind || !numbers) return [];
  // Word by word and in quotes: without them Pagefind passes over words it does not know and shortens misspelt ones.
  const found = await Promise.all(words.map((word) => pagefind.search(`"${word}"`)));
  const [first = [], ...others] = found.map(({ results }) => results.flatMap(({ id }) => numbers.get(id) ?? []));
  const sets = others.map((jobs) => new Set(jobs));
  return first.filter((job) => sets.every((set) => set.has(job)));
}

/** @param {URL} root */
async function load(root) {
  /** @type {{ languages?: object }} */
  const entry = await (await fetch(new URL("pagefind/pagefind-entry.json", root))).json();
  if (!entry.languages) return null; // as a build leaves it: the index is made after it
  /** @type {Pagefind} */
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.init();
  return pagefind;
}

/** @param {URL} root */
async function loadNames(root) {
  /** @type {(string | null)[]} */
  const names = await (await fetch(new URL("pagefind/descriptions.json", root))).json();
  return new Map(names.map((id, job) => [id, job]));
}
