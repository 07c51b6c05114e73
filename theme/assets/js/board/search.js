/**
 * Which positions a query finds, and how well: exact matches at once; misspelt ones, and those in descriptions, later.
 *
 * What is found depends on the query alone. Nothing of another query is kept.
 */

import { prepareDescriptions, searchDescriptions } from "./descriptions.js";
import { Texts, textsOf } from "./text.js";

/** Letters from which on misspellings and descriptions are searched, too. */
const FURTHER_LETTERS = 3;
/** What MiniSearch's scores of misspelt matches are multiplied by, to come behind every exact match. */
const CLOSE = 0.001;
/** The score of a match in a description, behind both. */
const DESCRIBED = 0.0001;

/**
 * @typedef {object} Matches what a query finds
 * @property {Float32Array | null} scores by position, 0 for one that does not fit; null without a query, when all fit
 * @property {Set<number>} described positions that only their description makes fit
 */

/** What no query at all finds. @type {Matches} */
export const EVERYTHING = { scores: null, described: new Set() };

/** Asks all three sources. */
export class Search {
  /**
   * @param {import("./index.js").Index} index
   * @param {URL} root the site's root
   * @param {(matches: Matches) => void} onFurther told all matches of the last query each time that more are found
   */
  constructor(index, root, onFurther) {
    this.root = root;
    this.onFurther = onFurther;
    this.texts = textsOf(index);
    this.haystack = new Texts(this.texts);
    this.pause = 0;
    this.#begin("", null);
  }

  /** Load what searches descriptions, because the reader is about to search. */
  prepare() {
    void prepareDescriptions(this.root);
  }

  /**
   * The exact matches of a query; `onFurther` tells of the others.
   * @param {import("./query.js").Query} query
   * @param {number} pause milliseconds to wait for another query before the others are searched
   * @returns {Matches}
   */
  find(query, pause) {
    this.#begin(query.text, query.text ? this.haystack.scan(query.words) : null);
    clearTimeout(this.pause);
    if (query.words.join(" ").length >= FURTHER_LETTERS) {
      this.pause = setTimeout(() => this.#findFurther(query), pause);
    }
    return this.#matches();
  }

  /**
   * @param {string} text
   * @param {Float32Array | null} exact
   */
  #begin(text, exact) {
    this.text = text;
    this.exact = exact;
    /** @type {[number, number][]} misspelt matches: position and score */
    this.close = [];
    /** @type {number[]} matches in descriptions */
    this.described = [];
  }

  /** @param {import("./query.js").Query} query */
  #findFurther(query) {
    this.#ask(this.#worker(), { query: query.text });
    searchDescriptions(this.root, query.words).then((found) => {
      if (query.text !== this.text) return;
      this.described = found;
      this.#tell(found);
    });
  }

  /** Exact matches before misspelt ones before those in descriptions. */
  #matches() {
    if (!this.exact) return EVERYTHING;
    const scores = this.exact.slice();
    for (const [job, score] of this.close) scores[job] ||= CLOSE * score;
    const described = new Set(this.described.filter((job) => !this.exact?.[job]));
    for (const job of described) scores[job] ||= DESCRIBED;
    return { scores, described };
  }

  /** @param {number[]} found */
  #tell(found) {
    if (found.some((job) => !this.exact?.[job])) this.onFurther(this.#matches());
  }

  /**
   * @param {Worker} worker
   * @param {import("./worker.js").Request} request
   */
  #ask(worker, request) {
    worker.postMessage(request);
  }

  #worker() {
    if (!this.worker) {
      this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.#ask(this.worker, { documents: this.texts.map((text, id) => ({ id, ...text })) });
      this.worker.addEventListener("message", (/** @type {MessageEvent<import("./worker.js").Answer>} */ { data }) => {
        if (data.query !== this.text) return;
        this.close = data.found;
        this.#tell(this.close.map(([job]) => job));
      });
    }
    return this.worker;
  }
}
