/** When nothing fits: the one filter whose removal brings most, as a button that removes it. */

import { count } from "../words.js";
import { blank, without } from "./address.js";
import { CLEAR_ALL, labelOf, quote, sayWithin } from "./labels.js";

/** @typedef {import("./address.js").State} State */

/**
 * Say that no position fits, and offer the nearest way out.
 * @param {HTMLElement} place
 * @param {State} state
 * @param {import("./index.js").Index} index
 * @param {{ name: string, number: number }[]} loosened how many positions fit but for each filter
 * @param {(state: State) => void} onChange told the state that the reader chooses
 */
export function sayNothingFits(place, state, index, loosened, onChange) {
  const { name, number } = loosened.reduce((most, other) => (other.number > most.number ? other : most));
  const proposed = number ? loosen(state, index, name) : { label: CLEAR_ALL, state: blank(state) };
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jb-link";
  button.textContent = number ? `Show ${count(number, "position")} without ${proposed.label}` : proposed.label;
  button.addEventListener("click", () => onChange(proposed.state));
  place.replaceChildren("No position fits. ", button);
}

/**
 * The state without a filter, and what that filter is called.
 * @param {State} state
 * @param {import("./index.js").Index} index
 * @param {string} name
 */
function loosen(state, index, name) {
  if (name === "deadline") return { label: sayWithin(state.within), state: { ...state, within: 0 } };
  if (name === "q") return { label: quote(state.query), state: { ...state, query: "" } };
  const labels = [...state.values[name]].map((slug) => labelOf(index, name, slug));
  return { label: labels.join(" or "), state: without(state, name) };
}
