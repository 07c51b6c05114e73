/** The pages written by hand that a query finds, named above the list. */

import { fold } from "./text.js";

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
    this.pages = index.pages.map(([address, title, description]) => ({ address, title, text: fold(`${title} ${description}`) }));
  }

  /**
   * Name the pages that the query finds; without a query, none.
   * @param {import("./query.js").Query} query
   */
  show({ words }) {
    const found = words.length ? this.pages.filter(({ text }) => words.every((word) => text.includes(` ${word}`))) : [];
    const links = found.slice(0, SHOWN).map(({ address, title }) => {
      const link = document.createElement("a");
      link.href = this.root + address;
      link.textContent = title;
      return link;
    });
    this.place.hidden = !links.length;
    this.place.replaceChildren("Pages: ", ...links.flatMap((link, i) => (i ? [", ", link] : [link])));
  }
}
