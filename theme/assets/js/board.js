/** The board page: search and filters over the open positions. Without this script the page is a plain list. */

import { prepareDescriptions, searchDescriptions } from "./board/descriptions.js";
import { Engine, FILTERS } from "./board/engine.js";
import { Filters } from "./board/filters.js";
import { Rows } from "./board/rows.js";
import { isBlank, readState, writeState } from "./board/state.js";
import { fold, Texts, textsOf } from "./board/text.js";
import { isHidden, subscribe } from "./store.js";

/** Letters from which on misspellings and descriptions are searched, too. */
const FURTHER_LETTERS = 3;
/** Milliseconds without a keystroke after which the address follows and the search goes further. */
const PAUSE = 180;
/** Milliseconds without another keystroke after which what follows the list is made: counts, more rows, buttons. */
const SETTLED = 120;

class Board {
  /**
   * @param {import("./board/engine.js").Index} index
   * @param {HTMLElement} tools
   */
  constructor(index, tools) {
    this.index = index;
    this.root = tools.dataset.root ?? "./";
    this.engine = new Engine(index);
    this.texts = textsOf(index);
    this.haystack = new Texts(this.texts);
    this.pageTexts = index.pages.map(([, title, description]) => fold(`${title} ${description}`));
    this.query = /** @type {HTMLInputElement} */ (document.querySelector("#board-query"));
    this.sort = /** @type {HTMLSelectElement} */ (document.querySelector("#board-sort"));
    this.status = /** @type {HTMLElement} */ (document.querySelector("#board-status"));
    this.list = /** @type {HTMLOListElement} */ (document.querySelector("#board-rows"));
    this.nothing = /** @type {HTMLElement} */ (document.querySelector("#board-nothing"));
    this.pages = /** @type {HTMLElement} */ (document.querySelector("#board-pages"));
    this.follow = /** @type {HTMLAnchorElement} */ (document.querySelector("#board-subscribe"));
    this.rows = new Rows(this.list, index, this.root);
    const form = /** @type {HTMLFormElement} */ (document.querySelector("#board-filter-form"));
    const chips = /** @type {HTMLElement} */ (document.querySelector("#board-chips"));
    this.filters = new Filters(form, chips, index, () => this.#choose());
    /** @type {Map<number, number>} misspelt matches of the query, by position */
    this.close = new Map();
    /** @type {Set<number>} matches of the query in descriptions */
    this.described = new Set();
    this.searched = "";
    this.pause = 0;
    this.isStep = false;
    this.settling = 0;
    this.state = readState(location.search);
    this.open = 0;
    this.hidden = 0;
    /** @type {Uint8Array | undefined} 1 for each position that is not shown */
    this.excluded = undefined;
    this.#exclude();
    this.#writeForm();
    this.#listen();
  }

  /** Bring the page up to the state, and search further for its query. */
  refresh() {
    const query = this.state.query.trim();
    if (query !== this.searched) {
      this.searched = query;
      this.plain = query ? this.haystack.scan(query) : null;
      this.close.clear();
      this.described = new Set();
    }
    this.#render();
  }

  /** Look for the query of the address in misspellings and descriptions, too. */
  searchFurther() {
    this.#searchFurther(this.searched);
  }

  #listen() {
    this.query.addEventListener("focus", () => void prepareDescriptions(new URL(this.root, location.href)));
    this.query.addEventListener("input", () => {
      const isStep = !this.state.query.trim() !== !this.query.value.trim();
      this.state = { ...this.state, query: this.query.value };
      this.refresh();
      this.#pause(isStep);
    });
    this.query.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.list.querySelector("a")?.focus();
    });
    this.sort.addEventListener("change", () => this.#go({ ...this.state, sort: this.sort.value }, true));
    window.addEventListener("popstate", () => {
      clearTimeout(this.pause);
      this.state = readState(location.search);
      this.#writeForm();
      this.refresh();
    });
    document.addEventListener("keydown", (event) => this.#walk(event));
    const renew = () => {
      if (this.#exclude()) this.#render(true);
    };
    subscribe(renew);
    setInterval(renew, 60_000);
  }

  /**
   * Leave out what has closed by now and what the reader has hidden.
   * @returns {boolean} whether that changed
   */
  #exclude() {
    const { closes, slug } = this.index.jobs;
    const now = Date.now() / 1000;
    const excluded = Uint8Array.from(slug, (own, job) => (closes[job] < now || isHidden(own) ? 1 : 0));
    this.hidden = slug.reduce((sum, own, job) => sum + (closes[job] >= now && isHidden(own) ? 1 : 0), 0);
    const open = excluded.length - excluded.reduce((sum, flag) => sum + flag, 0);
    const isChanged = !this.excluded || excluded.some((flag, job) => flag !== this.excluded?.[job]);
    this.excluded = excluded;
    this.open = open;
    return isChanged;
  }

  #choose() {
    this.#go({ ...this.state, ...this.filters.read() }, true);
  }

  /**
   * @param {import("./board/state.js").State} state
   * @param {boolean} isStep whether the back button should lead back here
   */
  #go(state, isStep) {
    this.state = state;
    this.refresh();
    this.#write(isStep);
    this.#pause(false);
  }

  /** @param {boolean} isStep whether the back button should lead back here */
  #write(isStep) {
    const address = location.pathname + writeState(this.state);
    // After the list is painted: a new address alone takes a third of the time of a click.
    requestAnimationFrame(() => setTimeout(() => {
      if (isStep) history.pushState(history.state, "", address);
      else history.replaceState(history.state, "", address);
    }));
  }

  /**
   * When the typing pauses, bring the address up to it and search further.
   * @param {boolean} isStep whether the back button should lead back to before the typing
   */
  #pause(isStep) {
    clearTimeout(this.pause);
    this.isStep ||= isStep;
    this.pause = setTimeout(() => {
      this.#write(this.isStep);
      this.isStep = false;
      this.searchFurther();
    }, PAUSE);
  }

  #writeForm() {
    this.query.value = this.state.query;
    this.filters.write(this.state);
    this.sort.value = this.#order();
    if (FILTERS.some((name) => this.state.values[name].size)) this.#open();
  }

  #open() {
    const panel = document.querySelector("#board-filters");
    if (matchMedia("(min-width: 60em)").matches) panel?.setAttribute("open", "");
  }

  #order() {
    return this.state.sort || (this.state.query.trim() ? "relevance" : "deadline");
  }

  /** @param {boolean} [staysInPlace] whether the reader's place in the list is kept */
  #render(staysInPlace = false) {
    const scores = this.#scores();
    const excluded = /** @type {Uint8Array} */ (this.excluded);
    const now = Date.now();
    const found = this.#sorted(this.engine.select(this.state, scores, excluded, now), scores);
    this.rows.show(found, this.described, this.hidden, staysInPlace);
    clearTimeout(this.settling);
    const count = () => this.engine.count(this.state, scores, excluded, now);
    this.settling = setTimeout(() => {
      this.filters.showCounts(count().counts);
      this.rows.settle();
    }, SETTLED);
    this.filters.showChips(this.state, (change) => this.#change(change));
    this.status.textContent = isBlank(this.state)
      ? `${say(found.length)} open`
      : `${say(found.length)} of ${this.open.toLocaleString("en")} open`;
    this.sort.value = this.#order();
    this.follow.search = writeState({ ...this.state, sort: "" });
    this.nothing.hidden = found.length > 0;
    if (!found.length) this.#propose(count().loosened);
    this.#showPages(this.searched);
  }

  /** Exact matches before misspelt ones before those in descriptions; null without a query. */
  #scores() {
    if (!this.plain) return null;
    const scores = this.plain.slice();
    for (const [job, score] of this.close) if (!scores[job]) scores[job] = 0.001 * score;
    for (const job of this.described) if (!scores[job]) scores[job] = 0.0001;
    return scores;
  }

  /**
   * @param {number[]} found in the board's order: next deadline first
   * @param {Float32Array | null} scores
   */
  #sorted(found, scores) {
    const order = this.#order();
    const { posted } = this.index.jobs;
    if (order === "newest") return byRank(found, posted);
    return order === "relevance" && scores ? byRank(found, scores) : found;
  }

  /** @param {any} change */
  #change(change) {
    if (change === "all") this.#set(readState(""));
    else if (change.remove) {
      const [name, slug] = change.remove;
      const values = { ...this.state.values, [name]: new Set([...this.state.values[name]].filter((value) => value !== slug)) };
      this.#set({ ...this.state, values });
    } else this.#set({ ...this.state, ...change });
    this.query.focus();
  }

  /** @param {import("./board/state.js").State} state */
  #set(state) {
    this.state = state;
    this.#writeForm();
    this.#go(state, true);
  }

  /**
   * Nothing fits: name the one filter whose removal brings most.
   * @param {Uint32Array} loosened positions that fit but for one filter, by filter
   */
  #propose(loosened) {
    const best = loosened.reduce((most, number, filter) => (number > loosened[most] ? filter : most), 0);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jb-link";
    if (!loosened[best]) {
      button.textContent = "Clear all filters";
      button.addEventListener("click", () => this.#change("all"));
      this.nothing.replaceChildren("No position fits. ", button);
      return;
    }
    const name = FILTERS[best];
    const labels = name ? [...this.state.values[name]].map((slug) => this.filters.label(name, slug)) : [];
    const what = name ? labels.join(" or ") : best === FILTERS.length ? `closes within ${this.state.within} days` : `“${this.state.query.trim()}”`;
    button.textContent = `Show ${say(loosened[best])} without ${what}`;
    button.addEventListener("click", () => {
      if (name) this.#change({ values: { ...this.state.values, [name]: new Set() } });
      else this.#change(best === FILTERS.length ? { within: 0 } : { query: "" });
    });
    this.nothing.replaceChildren("No position fits. ", button);
  }

  /** @param {string} query */
  #searchFurther(query) {
    if (fold(query).trim().length < FURTHER_LETTERS || query === this.further) return;
    this.further = query;
    this.#worker().postMessage({ query });
    searchDescriptions(new URL(this.root, location.href), query).then((found) => {
      if (query !== this.searched) return;
      this.described = new Set(found.filter((job) => !this.plain?.[job]));
      if (this.described.size) this.#render();
    });
  }

  #worker() {
    if (!this.worker) {
      this.worker = new Worker(new URL("./board/worker.js", import.meta.url), { type: "module" });
      this.worker.postMessage({ documents: this.texts.map((text, id) => ({ id, ...text })) });
      this.worker.addEventListener("message", ({ data }) => {
        if (data.query !== this.searched) return;
        this.close = new Map(data.found.filter((/** @type {[number, number]} */ [job]) => !this.plain?.[job]));
        if (this.close.size) this.#render();
      });
    }
    return this.worker;
  }

  /** @param {string} query */
  #showPages(query) {
    const words = fold(query).trim().split(" ").filter(Boolean).map((word) => ` ${word}`);
    const found = words.length
      ? this.index.pages.filter((_, page) => words.every((word) => this.pageTexts[page].includes(word)))
      : [];
    this.pages.hidden = !found.length;
    const items = found.slice(0, 5).map(([address, title]) => {
      const link = document.createElement("a");
      link.href = this.root + address;
      link.textContent = title;
      return link;
    });
    this.pages.replaceChildren("Pages: ", ...items.flatMap((link, i) => (i ? [", ", link] : [link])));
  }

  /** @param {KeyboardEvent} event arrows walk from the search through the list */
  #walk(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll(".jb-row__title a")]);
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0 && document.activeElement !== this.query) return;
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next >= links.length) return;
    event.preventDefault();
    (next < 0 ? this.query : links[next]).focus();
  }
}

/**
 * The highest rank first and the given order within a rank: few ranks, so that no comparison is needed.
 * @param {number[]} found
 * @param {ArrayLike<number>} ranks by position
 */
function byRank(found, ranks) {
  /** @type {Map<number, number[]>} */
  const buckets = new Map();
  for (const job of found) {
    const bucket = buckets.get(ranks[job]);
    if (bucket) bucket.push(job);
    else buckets.set(ranks[job], [job]);
  }
  return [...buckets.keys()].sort((a, b) => b - a).flatMap((rank) => buckets.get(rank) ?? []);
}

/** @param {number} number */
function say(number) {
  return `${number.toLocaleString("en")} position${number === 1 ? "" : "s"}`;
}

async function start() {
  const tools = /** @type {HTMLElement | null} */ (document.querySelector("#board-tools"));
  if (!tools) return;
  const answer = await fetch(`${tools.dataset.root}board/index.json`);
  if (!answer.ok) return; // the plain list stays
  const board = new Board(await answer.json(), tools);
  tools.hidden = false;
  const panel = /** @type {HTMLDetailsElement} */ (document.querySelector("#board-filters"));
  panel.hidden = false;
  panel.open = matchMedia("(min-width: 60em)").matches;
  document.querySelector(".jb-pages")?.remove();
  board.refresh();
  board.searchFurther();
  if (location.hash === "#board-query") board.query.focus();
}

start();
