/** Finds what was misspelt: MiniSearch over the same words as text.js, away from the page's own thread. */

import MiniSearch from "../../vendor/minisearch/minisearch.min.js";

/** @type {MiniSearch | null} */
let engine = null;

self.addEventListener("message", ({ data }) => {
  if (data.documents) {
    engine = new MiniSearch({
      fields: ["title", "organization", "rest"],
      searchOptions: { boost: { title: 3, organization: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
    });
    engine.addAll(data.documents);
    return;
  }
  const found = engine?.search(data.query) ?? [];
  self.postMessage({ query: data.query, found: found.map(({ id, score }) => [id, score]) });
});
