/**
 * Which positions fit, and how many would fit with one more choice: pure functions over the columns of
 * `board/index.json`. No DOM here; 5,800 positions take about 2 ms.
 */

/**
 * @typedef {object} Index the parsed `board/index.json`
 * @property {number} closing_soon days
 * @property {string[]} groups headings of tags
 * @property {Record<string, [string, string, number?][]>} values slug, label and (for tags) heading of each value
 * @property {Record<string, string[]>} words
 * @property {[string, string, string][]} pages address, title and description of the hand-written pages
 * @property {Record<string, any[]>} jobs columns
 */

/**
 * @typedef {object} Choice what the reader asks for
 * @property {Record<string, Set<string>>} values slugs for each filter; any of them within a filter, all across
 * @property {number} within days until the deadline; 0 for any
 */

export const FILTERS = ["tag", "position", "stage", "country", "mode", "employment", "contract", "salary", "visa"];
/** Filters with values, in the order in which they are shown. */

export class Engine {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.size = index.jobs.slug.length;
    /** @type {Map<string, number>[]} */
    this.numbers = FILTERS.map((name) => new Map(index.values[name].map(([slug], number) => [slug, number])));
  }

  /**
   * @param {Choice} choice
   * @param {ArrayLike<number> | null} matches above 0 for each position that the text search found; null without one
   * @param {Uint8Array} excluded 1 for each position that is not shown (closed by now, hidden by the reader)
   * @param {number} now milliseconds since the epoch
   */
  select(choice, matches, excluded, now) {
    const { jobs, values } = this.index;
    const wanted = FILTERS.map((name, f) => this.#wanted(f, choice.values[name]));
    const columns = FILTERS.map((name) => jobs[name]);
    const counts = FILTERS.map((name) => new Uint32Array(values[name].length));
    const until = choice.within ? now / 1000 + choice.within * 86_400 : Infinity;
    const within = FILTERS.length; // numbers of the two filters without values
    const text = FILTERS.length + 1;
    const loosened = new Uint32Array(FILTERS.length + 2);
    const found = [];
    for (let job = 0; job < this.size; job += 1) {
      if (excluded[job]) continue;
      let failed = -1;
      let failures = 0;
      if (matches && !matches[job]) { failures = 1; failed = text; }
      if (jobs.closes[job] > until || (choice.within && !jobs.closing[job])) { failures += 1; failed = within; }
      for (let f = 0; f < columns.length && failures < 2; f += 1) {
        if (wanted[f] && !hasAny(columns[f][job], wanted[f])) { failures += 1; failed = f; }
      }
      if (failures > 1) continue;
      if (failures === 1) {
        loosened[failed] += 1;
        if (failed < columns.length) count(columns[failed][job], counts[failed]);
        continue;
      }
      found.push(job);
      for (let f = 0; f < columns.length; f += 1) count(columns[f][job], counts[f]);
    }
    return { found, counts, loosened };
  }

  /**
   * @param {number} filter
   * @param {Set<string> | undefined} slugs
   */
  #wanted(filter, slugs) {
    if (!slugs?.size) return null;
    const flags = new Uint8Array(this.numbers[filter].size);
    for (const slug of slugs) {
      const number = this.numbers[filter].get(slug);
      if (number !== undefined) flags[number] = 1;
    }
    return flags;
  }
}

/**
 * @param {number[]} numbers
 * @param {Uint8Array} wanted
 */
function hasAny(numbers, wanted) {
  for (let i = 0; i < numbers.length; i += 1) if (wanted[numbers[i]]) return true;
  return false;
}

/**
 * @param {number[]} numbers
 * @param {Uint32Array} counts
 */
function count(numbers, counts) {
  for (let i = 0; i < numbers.length; i += 1) counts[numbers[i]] += 1;
}
