/** The reader's saved searches on the board: a button that saves the one at hand, and links to all. */

import { findNew, forgetSearch, isSearchSaved, lookAtSearch, savedSearches } from "../searches.js";
import { sayFleeting, subscribe } from "../store.js";
import { sayDay } from "../time.js";
import { isBlank, nameSelection, readState } from "./address.js";
import { Finding } from "./finding.js";
import { sayState } from "./labels.js";

/**
 * @typedef {import("./address.js").State} State
 *
 * @typedef {object} Fresh what a saved search found for the first time when the reader came to look
 * @property {Set<string>} slugs
 * @property {string} said of each of them
 */

/** The line below the count. */
export class SavedSearches {
  /**
   * @param {HTMLElement} place
   * @param {import("./index.js").Index} index
   * @param {URL} root the site's root
   * @param {import("./engine.js").Engine} engine
   * @param {(state: State) => void} onChoose told the state of the search that the reader chooses
   */
  constructor(place, index, root, engine, onChoose) {
    this.place = place;
    this.index = index;
    this.root = root;
    this.onChoose = onChoose;
    this.finding = new Finding(index, root, engine);
    /** @type {Fresh | null} */
    this.fresh = null;
    this.search = "";
    /** @type {State | null} */
    this.state = null;
    subscribe((part) => {
      if (part === "searches" && this.state) this.#write(this.state);
    });
  }

  /**
   * What is new in a selection, if it is saved, until it is left.
   * @param {State} state
   * @returns {Fresh | null}
   */
  findFresh(state) {
    const search = nameSelection(state);
    if (search === this.search && this.state) return this.fresh;
    const saved = savedSearches().find(([own]) => own === search)?.[1];
    if (!saved) return null;
    const said = `new since ${saved.looked ? sayDay(Date.parse(saved.looked)) : "you looked"}`;
    return { slugs: new Set(findNew(saved, this.finding.find(search))), said };
  }

  /**
   * Follow the board; what is saved has been looked at when it is shown.
   * @param {State} state
   */
  show(state) {
    const search = nameSelection(state);
    if (search === this.search && this.state) return;
    this.fresh = this.findFresh(state);
    this.search = search;
    this.state = state;
    const saved = savedSearches().find(([own]) => own === search)?.[1];
    if (saved) lookAtSearch(search, saved.name, this.finding.find(search));
    this.#write(state);
  }

  /** @param {State} state */
  #write(state) {
    /** @type {(Node | string)[]} */
    const parts = isBlank(state) ? [] : [this.#makeButton(state), sayFleeting()];
    const others = savedSearches().filter(([search]) => search !== this.search);
    if (others.length) parts.push(`${parts.length ? " · " : ""}Saved searches: `);
    others.forEach(([search, saved], number) => {
      const fresh = findNew(saved, this.finding.find(search)).length;
      const link = document.createElement("a");
      link.href = new URL(search, this.root).href;
      link.textContent = saved.name;
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        this.onChoose(readState(search, Object.keys(this.index.values)).state);
      });
      parts.push(number ? ", " : "", link, fresh ? ` (${fresh} new)` : "");
    });
    this.place.replaceChildren(...parts);
    this.place.hidden = !parts.length;
  }

  /** @param {State} state */
  #makeButton(state) {
    const { search } = this;
    const isSaved = isSearchSaved(search);
    const fresh = this.fresh?.slugs.size;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jb-link";
    button.textContent = isSaved ? "Forget this search" : "Save this search";
    button.addEventListener("click", () => {
      const hadFocus = document.activeElement === button;
      if (isSaved) forgetSearch(search);
      else lookAtSearch(search, sayState(this.index, state), this.finding.find(search));
      if (hadFocus) this.place.querySelector("button")?.focus();
    });
    const both = document.createDocumentFragment();
    both.append(isSaved ? `Saved search${fresh ? `, ${fresh} new since you looked` : ""} – ` : "", button);
    return both;
  }
}
