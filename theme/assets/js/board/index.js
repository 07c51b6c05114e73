/** Reads `board/index.json`, which `hooks/jobboard/site/browser/index.py` writes: the one description of its parts. */

/**
 * Columns of the open positions, the next deadline first. Numbers of `Words` count within the column's own words.
 * @typedef {object} Jobs
 * @property {string[]} slug
 * @property {string[]} title
 * @property {number[]} closes seconds since the epoch
 * @property {number[]} posted days since the epoch
 * @property {number[]} area from where the work may be done remotely, as a number of `areas`
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
 * @property {Record<string, [value: string, label: string][]>} choices of the filters that take one
 * @property {string[]} groups headings of tags
 * @property {[group: number, hasPage: boolean][]} tags what only tags have, in the order of `values.tag`
 * @property {Record<string, [slug: string, label: string][]>} values by filter, in the order of an address
 * @property {SearchNames} search
 * @property {[slug: string, label: string, countries: string][]} regions each with the numbers of its countries
 * @property {string[]} areas each the numbers of its countries; number 0 is none
 * @property {Words} words
 * @property {string[]} days ISO 8601 dates of `words.closing`; empty for none
 * @property {[amount: number, unit: string][]} pays the most of `words.pay`, in a unit such as "eur-year"
 * @property {[address: string, title: string, description: string][]} pages written by hand
 * @property {Jobs} jobs
 * @property {Record<string, string[]>} has by filter, each position's values: `numbersOf` reads them; its countries are
 *   those that it is in
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
  const { has, values, ...index } = await answer.json();
  const columns = Object.fromEntries(Object.entries(has).map(([name, column]) => [name, column.split(" ")]));
  return { ...index, values: nameLanguages(orderValues(values, index.regions)), has: columns };
}

/**
 * All filters with values, that of regions included, which only their countries decide.
 * @param {Index["values"]} values
 * @param {Index["regions"]} regions
 * @returns {Index["values"]}
 */
function orderValues(values, regions) {
  const listed = Object.entries(values);
  const at = listed.findIndex(([name]) => name === "country");
  listed.splice(at, 0, ["region", regions.map(([slug, label]) => [slug, label])]);
  return Object.fromEntries(listed);
}

/** @param {Index["values"]} values */
function nameLanguages(values) {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
  /** @type {[slug: string, label: string][]} */
  const language = values.language.map(([tag]) => [tag, names.of(tag) ?? tag]);
  return { ...values, language };
}

/**
 * Each position's values of every filter.
 * @param {Index} index
 * @param {string} based whether only the countries count that a position is "in", or those it may be done from by
 *   "remote" work; both, when it is empty
 * @returns {Record<string, string[]>}
 */
export function columnsOf({ has, jobs, areas, regions }, based) {
  const country = has.country.map((own, job) => {
    const area = areas[jobs.area[job]];
    if (based === "in" || !area) return based === "remote" ? "" : own;
    return based === "remote" || !own ? area : own + Array.from(area).filter((one) => !own.includes(one)).join("");
  });
  /** @type {Map<string, string>} */
  const known = new Map();
  const region = country.map((own) => {
    const found = known.get(own) ?? regionsOf(own, regions);
    known.set(own, found);
    return found;
  });
  return { ...has, country, region };
}

/**
 * The numbers of the regions that some countries are in.
 * @param {string} countries
 * @param {Index["regions"]} regions
 */
function regionsOf(countries, regions) {
  return regions.map(([, , inside], region) => (
    Array.from(countries).some((one) => inside.includes(one)) ? String.fromCharCode(FIRST + region) : ""
  )).join("");
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
