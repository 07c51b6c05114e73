/** The list of saved searches: each leads to the board, and says how much is new in it. */

import { loadFinding } from "../board/finding.js";
import { findNew, forgetSearch, savedSearches } from "../searches.js";
import { count } from "../words.js";

/** Above the saved positions; hidden while there is none. */
export class SearchList {
  /** @param {URL} root the site's root */
  constructor(root) {
    this.root = root;
    /** @type {ReturnType<typeof loadFinding> | null} */
    this.finding = null;
    this.element = document.createElement("section");
    this.list = document.createElement("ul");
    const heading = document.createElement("h2");
    heading.id = "saved-searches";
    heading.textContent = "Saved searches";
    this.list.className = "jb-searches";
    this.element.setAttribute("aria-labelledby", heading.id);
    this.element.append(heading, this.list);
  }

  get isEmpty() {
    return !savedSearches().length;
  }

  show() {
    const searches = savedSearches();
    this.element.hidden = !searches.length;
    if (!searches.length) return;
    if (!this.finding) this.#fill(null); // at once, so that nothing moves when the numbers come
    this.finding ??= loadFinding(this.root).catch(() => null);
    void this.finding.then((finding) => this.#fill(finding));
  }

  /** @param {import("../board/finding.js").Finding | null} finding null while, or where, the site does not answer */
  #fill(finding) {
    this.list.replaceChildren(...savedSearches().map(([search, saved]) => this.#makeItem(search, saved, finding)));
  }

  /**
   * @param {string} search
   * @param {import("../searches.js").SavedSearch} saved
   * @param {import("../board/finding.js").Finding | null} finding
   */
  #makeItem(search, saved, finding) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const note = document.createElement("span");
    const button = document.createElement("button");
    link.href = new URL(search, this.root).href;
    link.textContent = saved.name;
    note.className = "jb-count";
    if (finding) {
      const slugs = finding.find(search);
      const fresh = findNew(saved, slugs).length;
      note.textContent = ` ${count(slugs.length, "position")}${fresh ? `, ${fresh} new since you looked` : ""} `;
    }
    button.type = "button";
    button.className = "jb-link";
    button.textContent = "forget";
    button.setAttribute("aria-label", `Forget the search ${saved.name}`);
    button.addEventListener("click", () => forgetSearch(search));
    item.append(link, " ", note, " ", button);
    return item;
  }
}
