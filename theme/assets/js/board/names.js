/** What positions are found by besides their titles: employers, places, kinds, tags, people and money, by all their names. */

import { numbersOf } from "./index.js";
import { Haystack, fold, textsOf } from "./text.js";

/** @typedef {import("./query.js").Term} Term */

/**
 * @typedef {object} Found the things of one kind that a term names
 * @property {Source} source
 * @property {Uint8Array} flags `ITSELF` or `BY_COUNTRY` for each
 * @property {Uint8Array} named 1 for each country that it names
 */

/** How a thing is named; 0 when it is not. */
const ITSELF = 1;
const BY_COUNTRY = 2;
/** Filters that say nothing to be searched for, or say it in other words than the row. */
const UNNAMED = ["organization", "country", "salary"];

/** Things with names, such as all tags. */
class Names {
  /**
   * @param {string[]} labels
   * @param {string[][]} [others] other names of each; one of several words counts when the query has all of it
   * @param {boolean} [areBegun] whether the beginning of another name is enough
   */
  constructor(labels, others = [], areBegun = false) {
    const folded = labels.map((_, number) => (others[number] ?? []).map(fold));
    const single = folded.map((own) => own.filter((name) => !name.includes(" ")));
    const own = labels.map(textsOf);
    this.labels = labels;
    this.begun = new Haystack(own.map((texts, number) => (areBegun ? [...texts, ...single[number]] : texts)));
    this.whole = new Haystack(areBegun ? [] : single);
    this.all = new Haystack(own.map((texts, number) => [texts[0], ...folded[number]]));
    this.phrases = folded.flatMap((own, number) => own.filter((name) => name.includes(" ")).map((name) => ({ name, number })));
  }

  /**
   * Which of the things a term names: 1 for each.
   * @param {Term} term
   * @param {string} line of its query
   */
  find(term, line) {
    const flags = new Uint8Array(this.labels.length);
    for (const needle of term.needles) {
      if (term.isQuoted || term.isLoose) this.all.mark(needle, flags);
      else {
        this.begun.mark(needle, flags);
        this.whole.mark({ ...needle, isWhole: true }, flags);
      }
    }
    if (term.from >= 0) for (const { name, number } of this.phrases) if (isWithin(term, name, line)) flags[number] = ITSELF;
    return flags;
  }
}

/**
 * Whether a term is part of a name that its query has whole, or nearly: the last word may have only begun.
 * @param {Term} term
 * @param {string} name of several words
 * @param {string} line
 */
function isWithin(term, name, line) {
  const first = name.slice(0, name.indexOf(" ") + 1);
  for (let at = line.indexOf(` ${first}`); at >= 0 && at < term.from; at = line.indexOf(` ${first}`, at + 1)) {
    const rest = line.slice(at + 1);
    const end = at + 1 + name.length;
    const isWhole = rest.startsWith(name) && (line[end] ?? " ") === " " && term.from + term.words.length <= end;
    if (isWhole || (rest.length > first.length && name.startsWith(rest))) return true;
  }
  return false;
}

/** One kind of things, and which of them each position has. */
class Source {
  /**
   * @param {number} weight what a match counts
   * @param {Names} names
   * @param {number[][]} things the numbers of each position's
   * @param {number[][]} [countries] of each thing
   * @param {string} [before] what stands before a country
   */
  constructor(weight, names, things, countries = [], before = "") {
    this.weight = weight;
    this.names = names;
    this.things = things;
    this.countries = countries;
    this.before = before;
  }

  /**
   * Which things a term names: `ITSELF` for each, or else `BY_COUNTRY`; null for none.
   * @param {Term} term
   * @param {string} line
   * @param {Uint8Array} named countries
   */
  find(term, line, named) {
    const flags = this.names.find(term, line);
    if (named.includes(1)) {
      this.countries.forEach((own, number) => {
        if (!flags[number] && own.some((country) => named[country])) flags[number] = BY_COUNTRY;
      });
    }
    return flags.includes(ITSELF) || flags.includes(BY_COUNTRY) ? flags : null;
  }

  /**
   * Raise the scores of the positions that have one of the things.
   * @param {Uint8Array} flags
   * @param {Float32Array} scores
   */
  mark(flags, scores) {
    const { things, weight } = this;
    for (let job = 0; job < things.length; job += 1) {
      if (scores[job] >= weight) continue;
      const own = things[job];
      for (let place = 0; place < own.length; place += 1) if (flags[own[place]]) scores[job] = weight;
    }
  }

  /**
   * What those of a position are called.
   * @param {number} job
   * @param {Found} found
   * @param {Names} countries
   */
  labelsOf(job, { flags, named }, countries) {
    return this.things[job].filter((number) => flags[number]).map((number) => {
      const country = flags[number] === BY_COUNTRY ? this.countries[number].find((own) => named[own]) : undefined;
      return country === undefined ? this.names.labels[number] : this.before + countries.labels[country];
    });
  }
}

/** All of them, for one index. */
export class Sources {
  /** @param {import("./index.js").Index} index */
  constructor({ jobs, words, values, has, search }) {
    this.countries = new Names(search.countries.map(([name]) => name), search.countries.map(([, others]) => others));
    this.all = [
      new Source(2, new Names(words.organization), single(jobs.organization)),
      ...Object.keys(has).filter((name) => !UNNAMED.includes(name)).map((name) => new Source(
        1, new Names(values[name].map(([, label]) => label), search.values[name], name !== "mode"), several(has[name]),
      )),
      ...Object.entries(search.words).map(([name, entries]) => new Source(
        1, new Names(entries.map(([label]) => label), entries.map(([, others]) => others)),
        single(search.columns[name]), entries.map(([, , countries]) => countries), name === "area" ? "Remote from " : "",
      )),
    ];
  }

  /**
   * For each kind of things those that a term names.
   * @param {Term} term
   * @param {string} line of its query
   * @returns {Found[]}
   */
  find(term, line) {
    const named = this.countries.find(term, line);
    return this.all.flatMap((source) => {
      const flags = source.find(term, line, named);
      return flags ? [{ source, flags, named }] : [];
    });
  }

  /**
   * What is called as a term says, of all that a position has.
   * @param {number} job
   * @param {Found[]} found
   */
  labelsOf(job, found) {
    return found.flatMap((one) => one.source.labelsOf(job, one, this.countries));
  }

  /** All words of all names, each once. */
  words() {
    return new Set([this.countries, ...this.all.map(({ names }) => names)].flatMap(({ all }) => [...all.words()]));
  }
}

/** @param {number[]} column one thing a position */
function single(column) {
  /** @type {number[][]} */
  const made = [];
  return column.map((number) => (made[number] ??= [number]));
}

/** @param {string[]} column any number of things a position */
function several(column) {
  /** @type {Map<string, number[]>} */
  const made = new Map(column.map((text) => [text, []]));
  for (const text of made.keys()) made.set(text, numbersOf(text));
  return column.map((text) => made.get(text) ?? []);
}
