/** Links of the board that narrow the selection at hand, instead of leaving it: the tags of a row, the bars of the timeline. */

import { choose } from "./address.js";

/** @typedef {import("./address.js").State} State */

/** Follows these links for the reader, who may still open them elsewhere. */
export class NarrowingLinks {
  /**
   * @param {HTMLElement} board
   * @param {() => State} read
   * @param {(state: State) => void} onNarrow told the state that a link leads to
   */
  constructor(board, read, onNarrow) {
    this.board = board;
    this.read = read;
    this.onNarrow = onNarrow;
    board.addEventListener("click", (event) => this.#follow(event));
  }

  /**
   * Mark the bar that is chosen.
   * @param {State} state
   */
  show({ choices }) {
    for (const bar of this.board.querySelectorAll(".jb-timeline a")) {
      if (choices.deadline && weekOf(bar) === choices.deadline) bar.setAttribute("aria-current", "true");
      else bar.removeAttribute("aria-current");
    }
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const link = event.target instanceof Element && event.target.closest("#board-rows .jb-row__tags a, .jb-timeline a");
    if (!link || isElsewhere) return;
    const state = this.read();
    const next = link.closest(".jb-timeline") ? this.#toggleWeek(state, weekOf(link)) : withTag(state, link);
    if (!next) return;
    event.preventDefault();
    const slug = link.closest("li")?.dataset.slug;
    this.onNarrow(next);
    const row = slug && this.board.querySelector(`#board-rows > li[data-slug="${slug}"]`);
    const same = row ? row.querySelector(`.jb-row__tags a[href="${link.getAttribute("href")}"]`) : link;
    /** @type {HTMLElement | null} */ (same)?.focus({ preventScroll: true }); // the list may have moved its row
    if (row) this.#showTop();
  }

  /**
   * @param {State} state
   * @param {string} week
   */
  #toggleWeek(state, week) {
    return week ? choose(state, "deadline", state.choices.deadline === week ? "" : week) : null;
  }

  /** Bring the count and the first rows into sight. */
  #showTop() {
    const tools = this.board.querySelector("#board-tools");
    if (tools && tools.getBoundingClientRect().top < 0) tools.scrollIntoView();
  }
}

/** @param {Element} bar */
function weekOf(bar) {
  return new URLSearchParams(bar.getAttribute("href")?.split("?")[1]).get("deadline") ?? "";
}

/**
 * The state with a row's tag; null where it has that already.
 * @param {State} state
 * @param {Element} link
 */
function withTag(state, link) {
  const slug = link.getAttribute("href")?.match(/\/tags\/([^/]+)\/$/)?.[1];
  if (!slug || state.values.tag.has(slug)) return null;
  return { ...state, values: { ...state.values, tag: new Set([...state.values.tag, slug]) } };
}
