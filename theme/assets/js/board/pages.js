/** The pages written by hand that a query finds, named above the list. */

import { Haystack, textsOf } from "./text.js";

/** Pages named at most. */
const SHOWN = 5;

/** The line of links above the list. */
export class Pages {
  /**
   * @param {HTMLElement} place
   * @param {import("./index.js").Index} index
   * @param {string} root the way to the site's root
   */
  constructor(place, index, root) {
    this.place = place;
    this.root = root;
    this.pages = index.pages;
    this.texts = new Haystack(this.pages.map(([, title, description]) => [title, description].flatMap(textsOf)));
  }

  /**
   * Name the pages that the query finds; without a query, none.
   * @param {import("./query.js").Query} query
   */
  show({ clauses }) {
    const met = clauses.map(({ isExcluded, terms }) => {
      const flags = new Uint8Array(this.pages.length);
      for (const needle of terms.flatMap(({ needles }) => needles)) this.texts.mark(needle, flags);
      return flags.map((flag) => (isExcluded ? 1 - flag : flag));
    });
    const found = met.length ? this.pages.filter((_, page) => met.every((flags) => flags[page])) : [];
    const links = found.slice(0, SHOWN).map(([address, title]) => {
      const link = document.createElement("a");
      link.href = this.root + address;
      link.textContent = title;
      return link;
    });
    this.place.hidden = !links.length;
    this.place.replaceChildren("Pages: ", ...links.flatMap((link, i) => (i ? [", ", link] : [link])));
  }
}
