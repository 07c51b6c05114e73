/** Which positions fit, and how many would fit with one more choice: pure functions over the index. No DOM here. */

import { CHOICES, conditionOf } from "./choices.js";
import { columnsOf, numberAt } from "./index.js";

/** @typedef {import("./address.js").State} State */

/**
 * One thing that is asked for: the values chosen of one filter, those of tags by heading.
 * @typedef {object} Condition
 * @property {string} name of the filter; "q" for the query
 * @property {Set<string>} slugs the values chosen, where there are any
 * @property {number} group of the tags; 0 for others
 * @property {(job: number) => boolean} fits
 */

/** Which condition a position fails: all are met, or several fail. */
const FITS = -1;
const FAILS = -2;

/** Answers for one index. */
export class Engine {
  /** @param {import("./index.js").Index} index */
  constructor(index) {
    this.index = index;
    this.size = index.jobs.slug.length;
    this.names = Object.keys(index.values);
    this.numbers = this.names.map((name) => new Map(index.values[name].map(([slug], number) => [slug, number])));
    /** @type {Map<string, Record<string, string[]>>} */
    this.columns = new Map();
  }

  /**
   * The positions that fit, in the order of the index.
   * @param {State} state
   * @param {ArrayLike<number> | null} scores above 0 for each position that the query finds; null without a query
   * @param {ArrayLike<number>} excluded 1 for each position that is not shown, whatever is asked for
   * @param {number} now milliseconds since the epoch
   * @returns {number[]}
   */
  select(state, scores, excluded, now) {
    const test = failing(this.#conditions(state, scores, now));
    const found = [];
    for (let job = 0; job < this.size; job += 1) if (!excluded[job] && test(job) === FITS) found.push(job);
    return found;
  }

  /**
   * How many positions would fit with one more value of a filter, and how many fit but for one condition.
   * It takes five times as long as `select`.
   * @param {State} state
   * @param {ArrayLike<number> | null} scores
   * @param {ArrayLike<number>} excluded
   * @param {number} now
   */
  count(state, scores, excluded, now) {
    const columns = this.names.map((name) => this.#columns(state)[name]);
    const conditions = this.#conditions(state, scores, now);
    const test = failing(conditions);
    const counts = this.numbers.map(({ size }) => new Uint32Array(size));
    const loosened = conditions.map((condition) => ({ ...condition, number: 0 }));
    const places = conditions.map(({ name }) => this.names.indexOf(name));
    for (let job = 0; job < this.size; job += 1) {
      const failed = excluded[job] ? FAILS : test(job);
      if (failed === FITS) {
        for (let f = 0; f < columns.length; f += 1) count(columns[f][job], counts[f]);
      } else if (failed !== FAILS) {
        loosened[failed].number += 1;
        const place = places[failed];
        if (place >= 0) this.#countGroup(conditions[failed], columns[place][job], counts[place]);
      }
    }
    return { counts, loosened };
  }

  /**
   * @param {Condition} condition
   * @param {string} text a position's values
   * @param {Uint32Array} counts
   */
  #countGroup({ name, group }, text, counts) {
    for (let i = 0; i < text.length; i += 1) {
      const number = numberAt(text, i);
      if (this.#groupOf(name, number) === group) counts[number] += 1;
    }
  }

  /**
   * All that is asked for; what is cheap to answer first.
   * @param {State} state
   * @param {ArrayLike<number> | null} scores
   * @param {number} now
   * @returns {Condition[]}
   */
  #conditions(state, scores, now) {
    const columns = this.#columns(state);
    const { based } = state.choices;
    /** @type {Condition[]} */
    const conditions = scores ? [{ name: "q", slugs: new Set(), group: 0, fits: (job) => scores[job] > 0 }] : [];
    for (const name of CHOICES) {
      const fits = state.choices[name] ? conditionOf(name, state.choices[name], this.index, now) : null;
      if (fits) conditions.push({ name, slugs: new Set(), group: 0, fits });
    }
    this.names.forEach((name, filter) => conditions.push(...this.#valueConditions(name, filter, state.values[name], columns[name])));
    if (based && !state.values.country.size && !state.values.region.size) {
      conditions.push({ name: "based", slugs: new Set(), group: 0, fits: (job) => columns.country[job] !== "" });
    }
    return conditions;
  }

  /**
   * @param {string} name
   * @param {number} filter
   * @param {Set<string>} slugs
   * @param {string[]} column
   */
  #valueConditions(name, filter, slugs, column) {
    /** @type {Map<number, { slugs: Set<string>, flags: Uint8Array }>} */
    const groups = new Map();
    for (const slug of slugs) {
      const number = this.numbers[filter].get(slug);
      const group = number === undefined ? -1 : this.#groupOf(name, number);
      const own = groups.get(group) ?? { slugs: new Set(), flags: new Uint8Array(this.numbers[filter].size) };
      groups.set(group, own);
      own.slugs.add(slug);
      if (number !== undefined) own.flags[number] = 1;
    }
    return [...groups].map(([group, { slugs: own, flags }]) => (
      { name, slugs: own, group, fits: (/** @type {number} */ job) => hasAny(column[job], flags) }
    ));
  }

  /**
   * Under which heading a value stands; tags under different ones narrow each other.
   * @param {string} name
   * @param {number} number
   */
  #groupOf(name, number) {
    return name === "tag" ? this.index.tags[number][0] : 0;
  }

  /** @param {State} state */
  #columns({ choices: { based } }) {
    const columns = this.columns.get(based) ?? columnsOf(this.index, based);
    this.columns.set(based, columns);
    return columns;
  }
}

/**
 * A function from a position to the place of the one condition it fails, `FITS`, or `FAILS` when there are several.
 * @param {Condition[]} conditions
 * @returns {(job: number) => number}
 */
function failing(conditions) {
  return (job) => {
    let failed = FITS;
    for (let place = 0; place < conditions.length; place += 1) {
      if (conditions[place].fits(job)) continue;
      if (failed !== FITS) return FAILS;
      failed = place;
    }
    return failed;
  };
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
