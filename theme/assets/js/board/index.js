/** Reads `board/index.json`, which `hooks/jobboard/site/browser/index.py` writes: the one description of its parts. */

/**
 * Columns of the open positions, the next deadline first. Numbers of `Words` count within the column's own words.
 * @typedef {object} Jobs
 * @property {string[]} slug
 * @property {string[]} title
 * @property {number[]} closes seconds since the epoch
 * @property {number[]} posted days since the epoch
 * @property {number[]} organization
 * @property {number[]} where
 * @property {number[]} mode 0 for none
 * @property {number[]} closing 0 for a position without a deadline
 * @property {number[]} since 0 for none
 * @property {number[]} pay 0 for none
 *
 * @typedef {Record<"organization" | "where" | "mode" | "closing" | "since" | "pay", string[]>} Words what rows say
 *
 * @typedef {object} SearchNames what only the search knows, by `hooks/jobboard/site/browser/names.py`
 * @property {Record<string, string[][]>} values by filter, other names of each value
 * @property {[name: string, others: string[]][]} countries
 * @property {Record<string, [label: string, others: string[], countries: number[]][]>} words
 * @property {Record<string, number[]>} columns a number of `words` for each position
 *
 * @typedef {object} Index
 * @property {number} closing_soon days
 * @property {[name: string, heading: string, place: number][]} filters of the panel, each with its place from the top
 * @property {[days: number, label: string][]} deadlines the choices of the filter `deadline`
 * @property {string[]} groups headings of tags
 * @property {[group: number, hasPage: boolean][]} tags what only tags have, in the order of `values.tag`
 * @property {Record<string, [slug: string, label: string][]>} values by filter, in the order of an address
 * @property {SearchNames} search
 * @property {Words} words
 * @property {[address: string, title: string, description: string][]} pages written by hand
 * @property {Jobs} jobs
 * @property {Record<string, string[]>} has by filter, each position's values: `numbersOf` reads them
 */

/** The character of number 0. */
const FIRST = "0".charCodeAt(0);

/**
 * The index of the site; null where it has none.
 * @param {string} root the way to the site's root
 * @returns {Promise<Index | null>}
 */
export async function loadIndex(root) {
  const answer = await fetch(`${root}board/index.json`);
  if (!answer.ok) return null;
  /** @type {Omit<Index, "has"> & { has: Record<string, string> }} */
  const { has, ...index } = await answer.json();
  return { ...index, has: Object.fromEntries(Object.entries(has).map(([name, column]) => [name, column.split(" ")])) };
}

/**
 * The numbers of a position's values of one filter.
 * @param {string} text one character each
 */
export function numbersOf(text) {
  return Array.from(text, (_, place) => numberAt(text, place));
}

/**
 * One of these numbers.
 * @param {string} text
 * @param {number} place
 */
export function numberAt(text, place) {
  return text.charCodeAt(place) - FIRST;
}
