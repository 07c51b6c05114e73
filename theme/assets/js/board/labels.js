/** What the board calls a part of the state: for the chips, and for the way out when nothing fits. */

/** The way out of every selection. */
export const CLEAR_ALL = "Clear all filters";

/**
 * The label of a filter's value; the value itself when the board does not know it.
 * @param {import("./index.js").Index} index
 * @param {string} name of the filter
 * @param {string} slug
 */
export function labelOf(index, name, slug) {
  return index.values[name].find(([value]) => value === slug)?.[1] ?? slug;
}

/**
 * A limit of the deadline, such as "closes within 7 days".
 * @param {number} days
 */
export function sayWithin(days) {
  return `closes within ${days} days`;
}

/**
 * What was searched for, in quotes.
 * @param {string} query
 */
export function quote(query) {
  return `“${query.trim()}”`;
}
