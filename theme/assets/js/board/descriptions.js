/**
 * Matches in the full descriptions, by Pagefind, whose index is built with the site (not in a preview).
 *
 * Its results are ids of its own; `descriptions.json` holds them in the order of the board's index, so
 * that no result has to be fetched to be known.
 */

import { fold } from "./text.js";

/** @type {Promise<((query: string) => Promise<number[]>) | null> | null} */
let loading = null;

/**
 * The numbers of the positions whose description holds all words of *query*; none where there is no index.
 * @param {URL} root the site's root
 * @param {string} query
 * @returns {Promise<number[]>}
 */
export async function searchDescriptions(root, query) {
  loading ??= load(root).catch(() => null);
  const search = await loading;
  return search ? search(query) : [];
}

/** @param {URL} root */
async function load(root) {
  const answer = await fetch(new URL("pagefind/descriptions.json", root));
  if (!answer.ok) return null;
  /** @type {(string | null)[]} */
  const ids = await answer.json();
  if (!ids.length) return null;
  const numbers = new Map(ids.map((id, job) => [id, job]));
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.init();
  return async (/** @type {string} */ query) => {
    // Word by word and in quotes: without them Pagefind passes over words it does not know and shortens misspelt ones.
    const words = fold(query).trim().split(" ").filter(Boolean);
    const found = await Promise.all(words.map((word) => pagefind.search(`"${word}"`)));
    const sets = found.map(({ results }) => new Set(results.map((/** @type {{ id: string }} */ { id }) => numbers.get(id))));
    return [...(sets[0] ?? [])].filter((job) => job !== undefined && sets.every((set) => set.has(job)));
  };
}
