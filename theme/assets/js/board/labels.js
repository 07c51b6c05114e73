/** What the board calls a part of the state: for the chips, and for the way out when nothing fits. */

import { BETWEEN } from "../words.js";
import { CHOICES, sayChoice } from "./choices.js";

/** The way out of every selection. */
export const CLEAR_ALL = "Clear all filters";

/**
 * The label of a filter's value; the value itself when the board does not know it.
 * @param {import("./index.js").Index} index
 * @param {string} name of the filter
 * @param {string} slug
 */
export function labelOf(index, name, slug) {
  return index.values[name].find(([value]) => value === slug)?.[1] ?? slug;
}

/**
 * What was searched for, in quotes.
 * @param {string} query
 */
export function quote(query) {
  return `“${query.trim()}”`;
}

/**
 * All that is asked for, in one line.
 * @param {import("./index.js").Index} index
 * @param {import("./address.js").State} state
 */
export function sayState(index, state) {
  const values = Object.entries(state.values).flatMap(([name, slugs]) => [...slugs].map((slug) => labelOf(index, name, slug)));
  const choices = CHOICES.filter((name) => state.choices[name]).map((name) => sayChoice(name, state.choices[name]));
  return [...(state.query.trim() ? [quote(state.query)] : []), ...values, ...choices].join(BETWEEN);
}
