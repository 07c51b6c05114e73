/**
 * Which positions fit, and how many would fit with one more choice: pure functions over the columns of
 * `board/index.json`. No DOM here.
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

/** Filters with values. */
export const FILTERS = ["tag", "position", "stage", "country", "mode", "employment", "contract", "salary", "visa"];
/** The numbers of the two filters without values, after those of `FILTERS`. */
export const WITHIN = FILTERS.length;
const TEXT = FILTERS.length + 1;
const FITS = -1;
const FAILS = -2;

export class Engine {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.size = index.jobs.slug.length;
    /** @type {Map<string, number>[]} */
    this.numbers = FILTERS.map((name) => new Map(index.values[name].map(([slug], number) => [slug, number])));
  }

  /**
   * The positions that fit, in the order of the index.
   * @param {Choice} choice
   * @param {ArrayLike<number> | null} matches above 0 for each position that the text search found; null without one
   * @param {Uint8Array} excluded 1 for each position that is not shown (closed by now, hidden by the reader)
   * @param {number} now milliseconds since the epoch
   * @returns {number[]}
   */
  select(choice, matches, excluded, now) {
    const test = this.#test(choice, matches, now);
    const found = [];
    for (let job = 0; job < this.size; job += 1) if (!excluded[job] && test(job) === FITS) found.push(job);
    return found;
  }

  /**
   * How many positions would fit with one more value of a filter, and how many fit but for one filter.
   * The same parameters as `select`; it takes five times as long.
   * @param {Choice} choice
   * @param {ArrayLike<number> | null} matches
   * @param {Uint8Array} excluded
   * @param {number} now
   */
  count(choice, matches, excluded, now) {
    const { jobs, values } = this.index;
    const test = this.#test(choice, matches, now);
    const columns = FILTERS.map((name) => jobs[name]);
    const counts = FILTERS.map((name) => new Uint32Array(values[name].length));
    const loosened = new Uint32Array(FILTERS.length + 2);
    for (let job = 0; job < this.size; job += 1) {
      const failed = excluded[job] ? FAILS : test(job);
      if (failed === FITS) {
        for (let f = 0; f < columns.length; f += 1) count(columns[f][job], counts[f]);
      } else if (failed !== FAILS) {
        loosened[failed] += 1;
        if (failed < columns.length) count(columns[failed][job], counts[failed]);
      }
    }
    return { counts, loosened };
  }

  /**
   * A function from a position to the number of the one filter it fails, `FITS`, or `FAILS` when there are several.
   * @param {Choice} choice
   * @param {ArrayLike<number> | null} matches
   * @param {number} now
   * @returns {(job: number) => number}
   */
  #test(choice, matches, now) {
    const { jobs } = this.index;
    const until = choice.within ? now / 1000 + choice.within * 86_400 : Infinity;
    /** @type {[number, number[][], Uint8Array][]} */
    const wanted = FILTERS.flatMap((name, f) => {
      const flags = this.#wanted(f, choice.values[name]);
      return flags ? [[f, jobs[name], flags]] : [];
    });
    return (job) => {
      let failed = FITS;
      if (matches && !matches[job]) failed = TEXT;
      if (jobs.closes[job] > until || (choice.within && !jobs.closing[job])) {
        if (failed !== FITS) return FAILS;
        failed = WITHIN;
      }
      for (const [filter, column, flags] of wanted) {
        if (hasAny(column[job], flags)) continue;
        if (failed !== FITS) return FAILS;
        failed = filter;
      }
      return failed;
    };
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
