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

/** Letters that no folded word has, as in `hooks/jobboard/site/browser/descriptions.py`: at the end of a word, and before a mark. */
const END = "ß";
const MARK = "ø";

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
 * The numbers of the positions whose description has one of the needles; none where there is no index.
 * @param {URL} root the site's root
 * @param {import("./text.js").Needle[]} needles
 * @returns {Promise<number[]>}
 */
export async function searchDescriptions(root, needles) {
  const pagefind = await prepareDescriptions(root);
  naming ??= pagefind && loadNames(root).catch(() => (naming = null));
  const numbers = await naming;
  if (!pagefind || !numbers) return [];
  /** @param {import("./text.js").Needle} needle */
  const search = async (needle) => {
    const { results } = await pagefind.search(askFor(needle));
    return results.flatMap(({ id }) => numbers.get(id) ?? []);
  };
  const found = await Promise.all(needles.map(async (needle) => intersect(await Promise.all(partsOf(needle).map(search)))));
  return [...new Set(found.flat())];
}

/**
 * What Pagefind is asked for instead of a needle: it finds no phrase whose last word has only begun.
 * @param {import("./text.js").Needle} needle
 * @returns {import("./text.js").Needle[]}
 */
function partsOf({ text, isWhole, isOpen }) {
  const gap = isOpen ? text.lastIndexOf(" ") : -1;
  return gap < 0 ? [{ text, isWhole }] : [{ text: text.slice(0, gap), isWhole: true }, { text: text.slice(gap + 1), isWhole: false }];
}

/** @param {number[][]} found */
function intersect([first, ...others]) {
  return first.filter((job) => others.every((other) => other.includes(job)));
}

/**
 * A needle in Pagefind's words. Each word of a description ends with `END` there: what is looked for without is then
 * the beginning of a word, and no word of a description is the beginning of what is looked for, which Pagefind would
 * take for it.
 * @param {import("./text.js").Needle} needle
 */
function askFor({ text, isWhole }) {
  const spelt = text.replace(/\p{M}/gu, (mark) => MARK + mark.codePointAt(0)?.toString(16));
  if (!isWhole && !text.includes(" ")) return spelt;
  return `"${spelt.split(" ").map((word) => word + END).join(" ")}"`;
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
