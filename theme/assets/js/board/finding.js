/** What a query string of the board finds now: for saved searches, which are counted without being shown. */

import { readState } from "./address.js";
import { Engine } from "./engine.js";
import { loadIndex } from "./index.js";
import { parseQuery } from "./query.js";
import { Search } from "./search.js";

/** Finds in one index. */
export class Finding {
  /**
   * @param {import("./index.js").Index} index
   * @param {URL} root the site's root
   * @param {Engine} engine
   */
  constructor(index, root, engine = new Engine(index)) {
    this.index = index;
    this.root = root;
    this.engine = engine;
    /** @type {Search | null} */
    this.search = null;
  }

  /**
   * The open positions that a query string finds. A query finds what is known at once: no misspelt words and no descriptions.
   * @param {string} search
   * @returns {string[]} slugs
   */
  find(search) {
    const { jobs, values } = this.index;
    const now = Date.now();
    const { state } = readState(search, Object.keys(values));
    const closed = jobs.closes.map((closes) => Number(closes * 1000 < now));
    return this.engine.select(state, this.#score(state.query), closed, now).map((job) => jobs.slug[job]);
  }

  /** @param {string} query */
  #score(query) {
    if (!query.trim()) return null;
    this.search ??= new Search(this.index, this.root, () => {});
    const { scores } = this.search.find(parseQuery(query), 0);
    this.search.find(parseQuery(""), 0); // nobody waits for what is found later
    return scores;
  }
}

/**
 * Finds in the site's own index; null where it has none.
 * @param {URL} root
 */
export async function loadFinding(root) {
  const index = await loadIndex(root.href);
  return index && new Finding(index, root);
}
