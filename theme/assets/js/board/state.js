/**
 * What the reader asks for, as the page's address has it: shareable, and the back button works.
 *
 * Parameters: `q`, the names of the filters (repeated for several values), `deadline` (days), `sort`.
 */

import { FILTERS } from "./engine.js";

export const SORTS = ["deadline", "newest", "relevance"];

/**
 * @typedef {object} State
 * @property {string} query
 * @property {Record<string, Set<string>>} values
 * @property {number} within
 * @property {string} sort empty for the default: relevance with a query, else deadline
 */

/**
 * @param {string} search a query string
 * @returns {State}
 */
export function readState(search) {
  const parameters = new URLSearchParams(search);
  const within = Number(parameters.get("deadline"));
  const sort = parameters.get("sort") ?? "";
  return {
    query: (parameters.get("q") ?? "").slice(0, 200),
    values: Object.fromEntries(FILTERS.map((name) => [name, new Set(parameters.getAll(name))])),
    within: Number.isInteger(within) && within > 0 && within <= 3650 ? within : 0,
    sort: SORTS.includes(sort) ? sort : "",
  };
}

/** @param {State} state */
export function writeState(state) {
  const parameters = new URLSearchParams();
  if (state.query.trim()) parameters.set("q", state.query.trim());
  for (const name of FILTERS) for (const slug of state.values[name]) parameters.append(name, slug);
  if (state.within) parameters.set("deadline", String(state.within));
  if (state.sort) parameters.set("sort", state.sort);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** @param {State} state */
export function isBlank(state) {
  return !state.query.trim() && !state.within && FILTERS.every((name) => !state.values[name].size);
}
