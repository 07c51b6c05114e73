/**
 * Which positions a query finds, how well, and why: matches in what is known of them at once; those in descriptions,
 * and those of misspelt words, later.
 *
 * What is found depends on the query alone. Nothing of another query is kept.
 */

import { prepareDescriptions, searchDescriptions } from "./descriptions.js";
import { Sources } from "./names.js";
import { Haystack, textsOf } from "./text.js";

/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./query.js").Term} Term */

/** What a match in the title counts; other matches count less. */
const TITLE = 3;
/** What a match of a misspelt word, and one in the description, counts. */
const CLOSE = 0.1;
const DESCRIBED = 0.01;
const IN_DESCRIPTION = "in the description";
/** Letters from which on a word may be misspelt. */
const MISSPELT_LETTERS = 5;

/**
 * @typedef {object} Matches what a query finds
 * @property {Float32Array | null} scores by position, 0 for one that does not fit; null without a query, when all fit
 * @property {(job: number, shown: () => string[]) => string} explain why a position is found, if not for what its row shows
 * @property {boolean} isComplete whether nothing more is looked for
 *
 * @typedef {object} Further what is found later
 * @property {boolean} isKnown
 * @property {Map<Term, number[]>} described positions by description
 * @property {Map<Term, number[]>} begun those by words of it that have only begun, in another spelling
 * @property {Map<Term, string[]>} close words that may have been meant
 *
 * @typedef {object} Found what one term finds
 * @property {Term} term
 * @property {Float32Array} scores
 * @property {ReturnType<Sources["find"]>} things
 */

/** What no query at all finds. @type {Matches} */
export const EVERYTHING = { scores: null, explain: () => "", isComplete: true };

/** Asks all sources. */
export class Search {
  /**
   * @param {import("./index.js").Index} index
   * @param {URL} root the site's root
   * @param {(matches: Matches) => void} onFurther told all matches of the last query
   */
  constructor(index, root, onFurther) {
    this.root = root;
    this.onFurther = onFurther;
    this.index = index;
    this.size = index.jobs.slug.length;
    /** @type {{ titles: Haystack, sources: Sources } | null} */
    this.made = null;
    this.text = "";
    this.pause = 0;
    /** @type {Map<string, (close: string[][]) => void>} */
    this.waiting = new Map();
  }

  /** Make and load what searches, because the reader is about to search. */
  prepare() {
    void prepareDescriptions(this.root);
    setTimeout(() => this.makeTexts());
  }

  /** Make what titles and names are searched in, for which the first search would have to wait. */
  makeTexts() {
    return this.known;
  }

  /** All folded texts, made for the first search: a reader who only looks does not wait for them. */
  get known() {
    this.made ??= { titles: new Haystack(this.index.jobs.title.map(textsOf)), sources: new Sources(this.index) };
    return this.made;
  }

  /**
   * The matches that are known at once; `onFurther` tells of the others.
   * @param {Query} query
   * @param {number} pause milliseconds to wait for another query before the others are searched
   * @returns {Matches}
   */
  find(query, pause) {
    this.text = query.text;
    clearTimeout(this.pause);
    if (!query.text) return EVERYTHING;
    if (query.clauses.length) this.pause = setTimeout(() => this.#findFurther(query), pause);
    return { ...this.#match(query, { isKnown: false, described: new Map(), begun: new Map(), close: new Map() }), isComplete: !query.clauses.length };
  }

  /** @param {Query} query */
  async #findFurther(query) {
    const terms = query.clauses.flatMap(({ terms }) => terms);
    const misspelt = query.clauses.filter(({ isExcluded }) => !isExcluded).flatMap((clause) => clause.terms)
      .filter(({ words, isQuoted }) => !isQuoted && words.length >= MISSPELT_LETTERS && !words.includes(" "));
    const [described, begun, close] = await Promise.all([
      Promise.all(terms.map(({ needles }) => searchDescriptions(this.root, needles).catch(() => []))),
      Promise.all(terms.map(({ begun }) => (begun.length ? searchDescriptions(this.root, begun).catch(() => []) : []))),
      misspelt.length ? this.#findClose(misspelt.map(({ words }) => words)) : [],
    ]);
    if (query.text !== this.text) return;
    this.onFurther(this.#match(query, {
      isKnown: true,
      described: new Map(terms.map((term, number) => [term, described[number]])),
      begun: new Map(terms.map((term, number) => [term, begun[number]])),
      close: new Map(misspelt.map((term, number) => [term, close[number] ?? []])),
    }));
  }

  /**
   * @param {Query} query
   * @param {Further} further
   * @returns {Matches}
   */
  #match(query, further) {
    const scores = new Float32Array(this.size).fill(query.clauses.length ? 1 : 0);
    /** @type {Found[]} */
    const wanted = [];
    for (const { isExcluded, terms } of query.clauses) {
      const found = terms.map((term) => this.#score(term, query.line, further, isExcluded));
      const best = found.length > 1 ? maxima(found.map((one) => one.scores)) : found[0].scores;
      for (let job = 0; job < scores.length; job += 1) {
        const isMet = isExcluded ? !best[job] : best[job];
        scores[job] = scores[job] && isMet ? scores[job] + (isExcluded ? 0 : best[job]) : 0;
      }
      if (!isExcluded) wanted.push(...found);
    }
    return { scores, explain: (job, shown) => (query.clauses.length ? this.#explain(wanted, job, shown()) : ""), isComplete: true };
  }

  /**
   * What one term finds; less certain matches only where there is none.
   * @param {Term} term
   * @param {string} line
   * @param {Further} further
   * @param {boolean} isExcluded
   * @returns {Found}
   */
  #score(term, line, { isKnown, described, begun, close }, isExcluded) {
    const found = this.#scoreKnown(term, line);
    for (const job of described.get(term) ?? []) found.scores[job] ||= DESCRIBED;
    if (isExcluded || term.isQuoted || hasAny(found.scores)) return found;
    if (term.isShort && isKnown) return found; // until then it may be the beginning of what is being typed
    const needles = [...term.needles.map(({ text }) => ({ text, isWhole: false })), ...term.begun];
    const loose = this.#scoreKnown({ ...term, isLoose: true, needles }, line);
    for (const job of begun.get(term) ?? []) loose.scores[job] ||= DESCRIBED;
    if (hasAny(loose.scores)) return loose;
    const meant = (close.get(term) ?? []).map((text) => ({ text, isWhole: true }));
    if (!meant.length) return found;
    const { scores, things } = this.#scoreKnown({ ...term, needles: meant }, line);
    return { term, scores: scores.map((score) => score * CLOSE), things };
  }

  /**
   * What a term finds in titles and names.
   * @param {Term} term
   * @param {string} line
   * @returns {Found}
   */
  #scoreKnown(term, line) {
    const inTitle = new Uint8Array(this.size);
    for (const needle of term.needles) this.known.titles.mark(needle, inTitle);
    const scores = new Float32Array(this.size);
    for (let job = 0; job < scores.length; job += 1) if (inTitle[job]) scores[job] = TITLE;
    const things = this.known.sources.find(term, line);
    for (const { source, flags } of things) {
      source.mark(flags, scores);
    }
    return { term, scores, things };
  }

  /**
   * Why a position is found, in a few words: what its row does not show, and for which words.
   * @param {Found[]} wanted
   * @param {number} job
   * @param {string[]} shown the texts of its row
   */
  #explain(wanted, job, shown) {
    /** @type {Map<string, string[]>} */
    const reasons = new Map();
    const row = haystackOf(shown);
    for (const { term, scores, things } of wanted) {
      if (!scores[job] || isIn(row, term)) continue;
      const [label = IN_DESCRIPTION] = this.known.sources.labelsOf(job, things);
      const isSaid = label === IN_DESCRIPTION || isIn(haystackOf([label]), term);
      reasons.set(label, [...(reasons.get(label) ?? []), ...(isSaid ? [] : [term.typed])]);
    }
    return [...reasons].map(([label, typed]) => (typed.length ? `${label} – for “${typed.join(" ")}”` : label)).join(" · ");
  }

  /**
   * For each word those of the board that are spelt nearly like it.
   * @param {string[]} words
   * @returns {Promise<string[][]>}
   */
  #findClose(words) {
    const key = words.join(" ");
    return new Promise((resolve) => {
      this.waiting.set(key, resolve);
      this.#ask({ words });
    });
  }

  /** @param {import("./worker.js").Request} request */
  #ask(request) {
    if (!this.worker) {
      this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.worker.addEventListener("message", (/** @type {MessageEvent<import("./worker.js").Answer>} */ { data }) => {
        const key = data.words.join(" ");
        this.waiting.get(key)?.(data.close);
        this.waiting.delete(key);
      });
      this.worker.addEventListener("error", () => {
        for (const resolve of this.waiting.values()) resolve([]);
      });
      this.worker.postMessage({ known: [...new Set([...this.known.titles.words(), ...this.known.sources.words()])] });
    }
    this.worker.postMessage(request);
  }
}

/** @param {Float32Array} scores */
function hasAny(scores) {
  for (let job = 0; job < scores.length; job += 1) if (scores[job]) return true;
  return false;
}

/**
 * The greatest of each place.
 * @param {Float32Array[]} columns
 */
function maxima([first, ...others]) {
  const best = first.slice();
  for (const other of others) for (let place = 0; place < best.length; place += 1) best[place] = Math.max(best[place], other[place]);
  return best;
}

/** @param {string[]} texts as they are read */
function haystackOf(texts) {
  return new Haystack([texts.flatMap(textsOf)]);
}

/**
 * @param {Haystack} haystack of one place
 * @param {Term} term
 */
function isIn(haystack, { needles }) {
  const flags = new Uint8Array(1);
  for (const needle of needles) haystack.mark(needle, flags);
  return flags[0] === 1;
}
