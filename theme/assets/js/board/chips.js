/** The chips: one for each part of the state, to take it away. */

import { blank, choose, without, writeState } from "./address.js";
import { CHOICES, sayChoice } from "./choices.js";
import { CLEAR_ALL, labelOf, quote } from "./labels.js";

/** @typedef {import("./address.js").State} State */

/** The list of chips. */
export class Chips {
  /**
   * @param {HTMLElement} list
   * @param {import("./index.js").Index} index
   * @param {(state: State) => void} onChange told the state without the part that the reader takes away
   */
  constructor(list, index, onChange) {
    this.list = list;
    this.index = index;
    this.onChange = onChange;
    /** The address of the state that is shown. */
    this.shown = "";
  }

  /**
   * Show one chip for each part of the state, and one for all. Those of the same state stay, as somebody may be about
   * to press one when more is found.
   * @param {State} state
   */
  show(state) {
    const address = writeState(state);
    if (address === this.shown) return;
    this.shown = address;
    const chips = Object.entries(state.values).flatMap(([name, slugs]) => [...slugs].map(
      (slug) => this.#chip(labelOf(this.index, name, slug), without(state, name, [slug])),
    ));
    for (const name of CHOICES) {
      const value = state.choices[name];
      if (value) chips.push(this.#chip(capitalize(sayChoice(name, value)), choose(state, name)));
    }
    if (state.query.trim()) chips.push(this.#chip(quote(state.query), { ...state, query: "" }));
    if (chips.length > 1) chips.push(this.#chip("Clear all", blank(state), CLEAR_ALL));
    this.list.replaceChildren(...chips);
    this.list.hidden = chips.length === 0;
  }

  /**
   * @param {string} label
   * @param {State} state what is left when it is pressed
   * @param {string} [name] for those who do not see that it stands among others
   */
  #chip(label, state, name = `Remove filter: ${label}`) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => this.onChange(state));
    item.append(button);
    return item;
  }
}

/** @param {string} text */
function capitalize(text) {
  return text[0].toUpperCase() + text.slice(1);
}
