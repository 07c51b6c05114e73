/** The reader's saved searches: each remembers what it found when the reader last looked at it. */

import { change, keptNow } from "./store.js";

/** @typedef {import("./kept.js").SavedSearch} SavedSearch */

/**
 * All of them, by the board's query string.
 * @returns {[search: string, saved: SavedSearch][]}
 */
export function savedSearches() {
  return [...keptNow().searches];
}

/**
 * Whether this search is saved.
 * @param {string} search
 */
export function isSearchSaved(search) {
  return keptNow().searches.has(search);
}

/**
 * Save a search, or note that the reader looks at it.
 * @param {string} search
 * @param {string} name
 * @param {string[]} slugs of the positions it finds now
 */
export function lookAtSearch(search, name, slugs) {
  change("searches", ({ searches }) => {
    searches.set(search, { name, looked: new Date().toISOString(), known: slugs.map(numberOf) });
  });
}

/** @param {string} search */
export function forgetSearch(search) {
  change("searches", ({ searches }) => searches.delete(search));
}

/**
 * The positions that it did not find when the reader last looked.
 * @param {SavedSearch} saved
 * @param {string[]} slugs of the positions it finds now
 */
export function findNew({ known }, slugs) {
  const numbers = new Set(known);
  return slugs.filter((slug) => !numbers.has(numberOf(slug)));
}

/**
 * A number for a slug (FNV-1a), a tenth of its length.
 * @param {string} slug
 */
function numberOf(slug) {
  let number = 0x811c9dc5;
  for (let at = 0; at < slug.length; at += 1) number = Math.imul(number ^ slug.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
