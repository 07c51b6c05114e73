/** Which positions fit, and how many would fit with one more choice: pure functions over the index. No DOM here. */

import { numberAt } from "./index.js";

/** @typedef {import("./address.js").State} State */

const FITS = -1;
const FAILS = -2;

/** Answers for one index. */
export class Engine {
  /** @param {import("./index.js").Index} index */
  constructor(index) {
    const names = Object.keys(index.values);
    this.jobs = index.jobs;
    this.size = index.jobs.slug.length;
    this.columns = names.map((name) => index.has[name]);
    this.numbers = names.map((name) => new Map(index.values[name].map(([slug], number) => [slug, number])));
    /** All filters by number: first those with values, then the deadline and the query. */
    this.names = [...names, "deadline", "q"];
  }

  /**
   * The positions that fit, in the order of the index.
   * @param {State} state
   * @param {ArrayLike<number> | null} scores above 0 for each position that the query finds; null without a query
   * @param {Uint8Array} excluded 1 for each position that is not shown, whatever is asked for
   * @param {number} now milliseconds since the epoch
   * @returns {number[]}
   */
  select(state, scores, excluded, now) {
    const test = this.#test(state, scores, now);
    const found = [];
    for (let job = 0; job < this.size; job += 1) if (!excluded[job] && test(job) === FITS) found.push(job);
    return found;
  }

  /**
   * How many positions would fit with one more value of a filter, and how many fit but for one filter.
   * It takes five times as long as `select`.
   * @param {State} state
   * @param {ArrayLike<number> | null} scores
   * @param {Uint8Array} excluded
   * @param {number} now
   */
  count(state, scores, excluded, now) {
    const { columns } = this;
    const test = this.#test(state, scores, now);
    const counts = this.numbers.map(({ size }) => new Uint32Array(size));
    const loosened = new Uint32Array(this.names.length);
    for (let job = 0; job < this.size; job += 1) {
      const failed = excluded[job] ? FAILS : test(job);
      if (failed === FITS) {
        for (let f = 0; f < columns.length; f += 1) count(columns[f][job], counts[f]);
      } else if (failed !== FAILS) {
        loosened[failed] += 1;
        if (failed < columns.length) count(columns[failed][job], counts[failed]);
      }
    }
    return { counts, loosened: this.names.map((name, filter) => ({ name, number: loosened[filter] })) };
  }

  /**
   * A function from a position to the number of the one filter it fails, `FITS`, or `FAILS` when there are several.
   * @param {State} state
   * @param {ArrayLike<number> | null} scores
   * @param {number} now
   * @returns {(job: number) => number}
   */
  #test(state, scores, now) {
    const { closes, closing } = this.jobs;
    const deadline = this.columns.length;
    const text = deadline + 1;
    const until = state.within ? now / 1000 + state.within * 86_400 : Infinity;
    /** @type {{ filter: number, column: string[], flags: Uint8Array }[]} */
    const wanted = this.columns.flatMap((column, filter) => {
      const slugs = state.values[this.names[filter]];
      return slugs.size ? [{ filter, column, flags: this.#flag(filter, slugs) }] : [];
    });
    return (job) => {
      let failed = FITS;
      if (scores && !scores[job]) failed = text;
      if (closes[job] > until || (state.within && !closing[job])) {
        if (failed !== FITS) return FAILS;
        failed = deadline;
      }
      for (const { filter, column, flags } of wanted) {
        if (hasAny(column[job], flags)) continue;
        if (failed !== FITS) return FAILS;
        failed = filter;
      }
      return failed;
    };
  }

  /**
   * 1 for each wanted value.
   * @param {number} filter
   * @param {Set<string>} slugs
   */
  #flag(filter, slugs) {
    const flags = new Uint8Array(this.numbers[filter].size);
    for (const slug of slugs) {
      const number = this.numbers[filter].get(slug);
      if (number !== undefined) flags[number] = 1;
    }
    return flags;
  }
}

/**
 * @param {string} text a position's values
 * @param {Uint8Array} wanted
 */
function hasAny(text, wanted) {
  for (let i = 0; i < text.length; i += 1) if (wanted[numberAt(text, i)]) return true;
  return false;
}

/**
 * @param {string} text a position's values
 * @param {Uint32Array} counts
 */
function count(text, counts) {
  for (let i = 0; i < text.length; i += 1) counts[numberAt(text, i)] += 1;
}
