/** When nothing fits: the one filter whose removal brings most, as a button that removes it. */

import { count } from "../words.js";
import { blank, without } from "./address.js";
import { FILTERS, WITHIN } from "./engine.js";
import { labelOf, quote, sayWithin } from "./labels.js";

/** @typedef {import("./address.js").State} State */

/**
 * Say that no position fits, and offer the nearest way out.
 * @param {HTMLElement} place
 * @param {State} state
 * @param {import("./engine.js").Index} index
 * @param {Uint32Array} loosened positions that fit but for one filter, by filter
 * @param {(state: State) => void} onChange told the state that the reader chooses
 */
export function sayNothingFits(place, state, index, loosened, onChange) {
  const best = loosened.reduce((most, number, filter) => (number > loosened[most] ? filter : most), 0);
  const proposed = loosened[best] ? loosen(state, index, best) : null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jb-link";
  button.textContent = proposed ? `Show ${count(loosened[best], "position")} without ${proposed.what}` : "Clear all filters";
  button.addEventListener("click", () => onChange(proposed?.state ?? blank()));
  place.replaceChildren("No position fits. ", button);
}

/**
 * The state without a filter, and what that filter is called.
 * @param {State} state
 * @param {import("./engine.js").Index} index
 * @param {number} filter as the engine numbers them
 */
function loosen(state, index, filter) {
  const name = FILTERS[filter];
  if (name) {
    const labels = [...state.values[name]].map((slug) => labelOf(index, name, slug));
    return { what: labels.join(" or "), state: without(state, name) };
  }
  if (filter === WITHIN) return { what: sayWithin(state.within), state: { ...state, within: 0 } };
  return { what: quote(state.query), state: { ...state, query: "" } };
}
