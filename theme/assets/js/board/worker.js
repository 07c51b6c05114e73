/** Finds what was misspelt: MiniSearch over the same words as text.js, away from the page's own thread. */

import MiniSearch from "../../vendor/minisearch/minisearch.min.js";

/**
 * @typedef {object} Document a position's words, as text.js has them
 * @property {number} id the position's number
 * @property {string} title
 * @property {string} organization
 * @property {string} rest
 *
 * @typedef {{ documents: Document[] } | { query: string }} Request first the documents, then any number of queries
 * @typedef {{ query: string, found: [job: number, score: number][] }} Answer
 */

/** @type {MiniSearch<Document>} */
const engine = new MiniSearch({
  fields: ["title", "organization", "rest"],
  searchOptions: { boost: { title: 3, organization: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
});

self.addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  if ("documents" in data) engine.addAll(data.documents);
  else {
    /** @type {Answer} */
    const answer = { query: data.query, found: engine.search(data.query).map(({ id, score }) => [id, score]) };
    self.postMessage(answer);
  }
});
