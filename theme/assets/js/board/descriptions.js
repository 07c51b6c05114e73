/**
 * Matches in the full descriptions, by Pagefind, whose index is built with the site (not in a preview).
 *
 * Its results are ids of its own; `descriptions.json` holds them in the order of the board's index, so
 * that no result has to be fetched to be known.
 */

import { fold } from "./text.js";

/** @type {Promise<any> | null} Pagefind's module, null where there is no index */
let preparing = null;
/** @type {Promise<(string | null)[]> | null} */
let naming = null;

/**
 * Load the engine, when the reader is about to search: the first keystroke then brings little more than its words.
 * @param {URL} root the site's root
 */
export function prepareDescriptions(root) {
  preparing ??= load(root).catch(() => null);
  return preparing;
}

/**
 * The numbers of the positions whose description holds all words of *query*; none where there is no index.
 * @param {URL} root the site's root
 * @param {string} query
 * @returns {Promise<number[]>}
 */
export async function searchDescriptions(root, query) {
  const pagefind = await prepareDescriptions(root);
  if (!pagefind) return [];
  naming ??= fetch(new URL("pagefind/descriptions.json", root)).then((answer) => answer.json());
  const numbers = new Map((await naming).map((id, job) => [id, job]));
  // Word by word and in quotes: without them Pagefind passes over words it does not know and shortens misspelt ones.
  const words = fold(query).trim().split(" ").filter(Boolean);
  const found = await Promise.all(words.map((word) => pagefind.search(`"${word}"`)));
  const sets = found.map(({ results }) => new Set(results.map((/** @type {{ id: string }} */ { id }) => numbers.get(id))));
  return [...(sets[0] ?? [])].filter((job) => job !== undefined && sets.every((set) => set.has(job)));
}

/** @param {URL} root */
async function load(root) {
  const entry = await (await fetch(new URL("pagefind/pagefind-entry.json", root))).json();
  if (!entry.languages) return null; // as a build leaves it: the index is made after it
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.init();
  return pagefind;
}
