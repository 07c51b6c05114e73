/** The form that says the state: the search box, the order and the filters. */

import { Filters } from "./filters.js";
import { orderOf } from "./order.js";
import { IS_WIDE, Sheet } from "./sheet.js";

/** @typedef {import("./address.js").State} State */

/** The reader's side of the state. */
export class Form {
  /**
   * @param {import("./index.js").Index} index
   * @param {(query: string) => void} onType
   * @param {(part: Partial<State>) => void} onChoose told the part of the state that the reader has changed
   */
  constructor(index, onType, onChoose) {
    this.query = /** @type {HTMLInputElement} */ (document.querySelector("#board-query"));
    this.sort = /** @type {HTMLSelectElement} */ (document.querySelector("#board-sort"));
    this.panel = /** @type {HTMLDetailsElement} */ (document.querySelector("#board-filters"));
    const form = /** @type {HTMLFormElement} */ (document.querySelector("#board-filter-form"));
    this.sheet = new Sheet(this.panel);
    this.filters = new Filters(form, index, () => onChoose(this.filters.read()));
    this.query.addEventListener("input", () => onType(this.query.value));
    this.sort.addEventListener("change", () => onChoose({ sort: this.sort.value }));
  }

  /** Show the form, which is hidden until it can do something. */
  appear() {
    this.panel.hidden = false;
  }

  /**
   * Let the form say a state that came from elsewhere.
   * @param {State} state
   */
  write(state) {
    this.query.value = state.query;
    this.filters.write(state);
    if (IS_WIDE.matches && Object.values(state.values).some((slugs) => slugs.size)) this.panel.open = true;
  }

  /**
   * Say in which order the list is: with a query, another one than without.
   * @param {State} state
   */
  showOrder(state) {
    this.sort.value = orderOf(state);
  }
}
