/** The filters of a narrow screen: a sheet over the list, which says how many positions it would show. */

import { count } from "../words.js";

/** Where the filters stand beside the list. */
export const IS_WIDE = matchMedia("(min-width: 60em)");

/** Moves the filters into a dialog, and back when the window grows. */
export class Sheet {
  /** @param {HTMLDetailsElement} panel whose parts behind its summary are the filters */
  constructor(panel) {
    this.panel = panel;
    this.filters = [...panel.children].slice(1);
    this.dialog = /** @type {HTMLDialogElement} */ (document.querySelector("#board-sheet"));
    this.opener = /** @type {HTMLButtonElement} */ (document.querySelector("#board-filters-open"));
    this.body = /** @type {HTMLElement} */ (this.dialog.querySelector(".jb-sheet__filters"));
    const [close, show] = this.dialog.querySelectorAll("button");
    this.button = show;
    this.opener.addEventListener("click", () => this.dialog.showModal());
    for (const button of [close, show]) button.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close(); // beside the sheet
    });
    this.#settle();
    IS_WIDE.addEventListener("change", () => this.#settle());
  }

  /**
   * Say what the reader would come back to.
   * @param {number} found positions
   * @param {number} chosen parts of the selection
   */
  show(found, chosen) {
    this.button.textContent = `Show ${count(found, "position")}`;
    this.opener.textContent = chosen ? `Filters (${chosen})` : "Filters";
  }

  #settle() {
    if (IS_WIDE.matches && this.dialog.open) this.dialog.close();
    this.panel.open = IS_WIDE.matches;
    (IS_WIDE.matches ? this.panel : this.body).append(...this.filters);
  }
}
