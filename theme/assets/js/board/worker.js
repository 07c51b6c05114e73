/** Finds the words that a misspelt word may have meant: MiniSearch over all words of the board, away from the page's own thread. */

import MiniSearch from "../../vendor/minisearch/minisearch.min.js";

/** Words that are taken for what was meant, at most. */
const MOST = 5;

/**
 * @typedef {{ known: string[] } | { words: string[] }} Request first the words of the board, then any number of others
 * @typedef {{ words: string[], close: string[][] }} Answer for each of the words those that are spelt nearly like it
 *
 * @typedef {object} Word
 * @property {number} id
 * @property {string} word
 */

/** @type {MiniSearch<Word>} */
const engine = new MiniSearch({ fields: ["word"], storeFields: ["word"], searchOptions: { fuzzy: 0.2 } });

self.addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  if ("known" in data) engine.addAll(data.known.map((word, id) => ({ id, word })));
  else {
    /** @type {Answer} */
    const answer = { words: data.words, close: data.words.map((word) => engine.search(word).slice(0, MOST).map((found) => found.word)) };
    self.postMessage(answer);
  }
});
