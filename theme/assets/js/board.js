/** The board page: search and filters over the open positions. Without this script the page is a plain list. */

import { Address, PAUSE, countParts, isBlank, readState, writeState } from "./board/address.js";
import { Chips } from "./board/chips.js";
import { Engine } from "./board/engine.js";
import { Form } from "./board/form.js";
import { loadIndex } from "./board/index.js";
import { walkWithArrows } from "./board/keys.js";
import { LeftOut } from "./board/left-out.js";
import { NarrowingLinks } from "./board/narrowing-links.js";
import { sayNothingFits } from "./board/nothing-fits.js";
import { sort } from "./board/order.js";
import { Pages } from "./board/pages.js";
import { parseQuery } from "./board/query.js";
import { Rows } from "./board/rows.js";
import { SavedSearches } from "./board/saved-searches.js";
import { EVERYTHING, Search } from "./board/search.js";
import { SelectionFiles } from "./board/selection-files.js";
import { BETWEEN, count, sayNumber } from "./words.js";

/** @typedef {import("./board/address.js").State} State */

/** Milliseconds without another keystroke after which what follows the list is made: counts, more rows, buttons. */
const SETTLED = 120;

/** The whole page: one state in, one list out. */
class Board {
  /**
   * @param {import("./board/index.js").Index} index
   * @param {string} root the way to the site's root
   */
  constructor(index, root) {
    this.index = index;
    this.status = find("#board-status");
    this.list = /** @type {HTMLOListElement} */ (find("#board-rows"));
    this.nothing = find("#board-nothing");
    this.follow = /** @type {HTMLAnchorElement} */ (find("#board-subscribe"));
    this.form = new Form(index, (query) => this.#type(query), (part) => this.#go({ ...this.state, ...part }));
    this.engine = new Engine(index);
    this.leftOut = new LeftOut(index);
    this.rows = new Rows(this.list, index, root);
    this.links = new NarrowingLinks(find("#board"), () => this.state, (state) => this.#narrow(state));
    this.pages = new Pages(find("#board-pages"), index, root);
    this.searches = new SavedSearches(find("#board-searches"), index, new URL(root, location.href), this.engine, (state) => this.#narrow(state));
    this.files = new SelectionFiles(find("#board-take"), index, new URL(root, location.href), () => this.found);
    this.chips = new Chips(find("#board-chips"), index, (state) => this.#choose(state));
    this.dropped = find("#board-dropped");
    this.address = new Address(Object.keys(index.values), () => this.#enter());
    this.search = new Search(index, new URL(root, location.href), (matches) => this.#render(matches));
    this.settling = 0;
    this.query = parseQuery("");
    this.matches = EVERYTHING;
    /** @type {number[]} */
    this.found = [];
    this.state = readState("", this.address.names).state;
    this.leftOut.follow(() => this.#render(this.matches, true));
    walkWithArrows(this.form.query, this.list);
    this.form.query.addEventListener("focus", () => this.search.prepare());
    this.form.query.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.list.querySelector("a")?.focus();
    });
  }

  /** Show what the address says, for the first time: in steps, between which the browser can answer its reader. */
  async begin() {
    await nextTask();
    if (readState(location.search, this.address.names).state.query) {
      this.search.makeTexts();
      await nextTask();
    }
    this.#enter();
  }

  /** Show what the address says, and name what it says that can mean nothing. */
  #enter() {
    const { state, dropped } = this.address.read();
    this.form.write(state);
    this.#show(state);
    this.searches.show(state);
    this.dropped.textContent = dropped.length ? `Left out, because it can mean nothing here: ${dropped.join(", ")}.` : "";
    this.dropped.hidden = !dropped.length;
  }

  /** Follow the typing. @param {string} query */
  #type(query) {
    const isStep = !this.state.query.trim() !== !query.trim();
    this.#show({ ...this.state, query }, PAUSE);
    this.address.follow(this.state, isStep);
  }

  /** Show what the form says, as a step to which the back button leads back. @param {State} state */
  #go(state) {
    this.#show(state);
    this.address.write(state);
  }

  /** Show what the reader chooses beside the form, and lead back to the search. @param {State} state */
  #choose(state) {
    this.form.write(state);
    this.#go(state);
    this.form.query.focus();
  }

  /** Show what the reader asks for by a link of the page. @param {State} state */
  #narrow(state) {
    this.form.write(state);
    this.#go(state);
  }

  /**
   * Show a state. What was shown before makes no difference.
   * @param {State} state
   * @param {number} [pause] milliseconds in which the next query may come
   */
  #show(state, pause = 0) {
    const query = parseQuery(state.query);
    const isSame = query.text === this.query.text;
    this.state = state;
    this.query = query;
    this.dropped.hidden = true;
    this.#render(isSame ? this.matches : this.search.find(query, pause));
  }

  /**
   * Bring the whole page up to the state and the matches of its query.
   * @param {import("./board/search.js").Matches} matches
   * @param {boolean} [staysInPlace] whether the reader's place in the list is kept
   */
  #render(matches, staysInPlace = false) {
    const { state, leftOut } = this;
    const { scores, explain } = matches;
    const now = Date.now();
    const fitting = this.engine.select(state, scores, leftOut.flags, now);
    const found = sort(fitting, state, scores, this.index);
    const countAll = () => this.engine.count(state, scores, leftOut.flags, now);
    const number = count(found.length, "position");
    this.matches = matches;
    this.found = found;
    this.list.setAttribute("aria-busy", String(!matches.isComplete));
    const fresh = this.searches.findFresh(state);
    this.rows.show(found, fresh ? noting(fresh, explain, this.index) : explain, leftOut.hidden, staysInPlace);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.form.filters.showCounts(countAll().counts);
      this.rows.settle();
      this.searches.show(state);
    }, SETTLED);
    this.chips.show(state);
    this.form.sheet.show(found.length, countParts(state));
    this.links.show(state);
    this.form.showOrder(state);
    this.status.textContent = isBlank(state) ? `${number} open` : `${number} of ${sayNumber(leftOut.open)} open`;
    this.follow.search = writeState({ ...state, sort: "" });
    this.nothing.hidden = found.length > 0;
    if (!found.length) sayNothingFits(this.nothing, state, this.index, countAll().loosened, (next) => this.#choose(next));
    this.pages.show(this.query);
  }
}

/**
 * Why each position is found, with what is new before it.
 * @param {import("./board/saved-searches.js").Fresh} fresh
 * @param {import("./board/search.js").Matches["explain"]} explain
 * @param {import("./board/index.js").Index} index
 * @returns {typeof explain}
 */
function noting({ slugs, said }, explain, { jobs }) {
  return (job, shown) => [slugs.has(jobs.slug[job]) ? said : "", explain(job, shown)].filter(Boolean).join(BETWEEN);
}

/** @param {string} selector of what the page is known to hold */
function find(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}

function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

async function start() {
  const tools = /** @type {HTMLElement | null} */ (document.querySelector("#board-tools"));
  if (!tools) return;
  const root = tools.dataset.root ?? "./";
  const index = await loadIndex(root);
  if (index) {
    const board = new Board(index, root);
    await board.begin();
    tools.hidden = false;
    board.form.appear();
    document.querySelector(".jb-pages")?.remove();
    if (location.hash === "#board-query") board.form.query.focus();
  }
  delete document.documentElement.dataset.asked;
  if (!index) document.dispatchEvent(new CustomEvent("jobboard:rows", { detail: { list: find("#board-rows") } })); // the plain list stays
}

start();
