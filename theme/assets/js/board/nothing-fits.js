/** When nothing fits: the one filter whose removal brings most, as a button that removes it. */

import { makeButton } from "../button.js";
import { count } from "../words.js";
import { blank, choose, without } from "./address.js";
import { CHOICES, sayChoice } from "./choices.js";
import { CLEAR_ALL, labelOf, quote } from "./labels.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./engine.js").Condition & { number: number }} Loosened */

/**
 * Say that no position fits, and offer the nearest way out.
 * @param {HTMLElement} place
 * @param {State} state
 * @param {import("./index.js").Index} index
 * @param {Loosened[]} loosened how many positions fit but for each condition
 * @param {(state: State) => void} onChange told the state that the reader chooses
 */
export function sayNothingFits(place, state, index, loosened, onChange) {
  const [best] = [...loosened].sort((one, other) => other.number - one.number);
  const proposed = best?.number ? loosen(state, index, best) : { label: CLEAR_ALL, state: blank(state) };
  const label = best?.number ? `Show ${count(best.number, "position")} without ${proposed.label}` : proposed.label;
  place.replaceChildren("No position fits. ", makeButton(label, () => onChange(proposed.state), "jb-link"));
}

/**
 * The state without a condition, and what that is called.
 * @param {State} state
 * @param {import("./index.js").Index} index
 * @param {Loosened} condition
 */
function loosen(state, index, { name, slugs }) {
  if (name === "q") return { label: quote(state.query), state: { ...state, query: "" } };
  if (CHOICES.includes(name)) return { label: `“${sayChoice(name, state.choices[name])}”`, state: choose(state, name) };
  const labels = [...slugs].map((slug) => labelOf(index, name, slug));
  return { label: labels.join(" or "), state: without(state, name, slugs) };
}
