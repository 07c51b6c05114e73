/**
 * What the reader asks for, as the page's address has it: every selection can be shared, and the back button works.
 *
 * Parameters: `q`, the names of the filters (repeated for several values), those that take one choice, `sort`.
 */

import { CHOICES, readChoice } from "./choices.js";

/** Orders of the list; "relevance" is for a query. */
const SORTS = ["deadline", "newest", "relevance", "pay"];
/** What stands for a value of a filter, known to the board or not. */
const SLUG = /^[\p{L}\p{N}]+(?:[- ][\p{L}\p{N}]+)*$/u;
const MOST_LETTERS = 160;
/** Milliseconds without a keystroke after which the address follows the typing. */
export const PAUSE = 180;

/**
 * @typedef {object} State what the reader asks for; never changed, but replaced
 * @property {string} query as it was typed
 * @property {Record<string, Set<string>>} values slugs by filter; any of them within a filter, all filters together
 * @property {Record<string, string>} choices by filter; empty for none
 * @property {string} sort empty for the default: relevance with a query, else deadline
 */

/**
 * The state that a query string asks for, and what it says beside that can mean nothing.
 * @param {string} search
 * @param {string[]} names of the filters with values
 * @returns {{ state: State, dropped: string[] }}
 */
export function readState(search, names) {
  const parameters = new URLSearchParams(search);
  /** @type {string[]} */
  const dropped = [];
  const drop = (/** @type {string} */ name, /** @type {string} */ text) => dropped.push(`${name} “${text}”`);
  const values = Object.fromEntries(names.map((name) => {
    const given = parameters.getAll(name).filter(Boolean);
    const slugs = given.filter((text) => text.length <= MOST_LETTERS && SLUG.test(text));
    for (const text of given) if (!slugs.includes(text)) drop(name, text);
    return [name, new Set(slugs)];
  }));
  const choices = Object.fromEntries(CHOICES.map((name) => {
    const text = parameters.get(name) ?? "";
    const choice = readChoice(name, text);
    if (choice === null) drop(name, text);
    return [name, choice ?? ""];
  }));
  const sort = parameters.get("sort") ?? "";
  if (sort && !SORTS.includes(sort)) drop("sort", sort);
  const query = (parameters.get("q") ?? "").slice(0, 200);
  return { state: { query, values, choices, sort: SORTS.includes(sort) ? sort : "" }, dropped };
}

/**
 * The query string that asks for the state; empty when nothing is asked for.
 * @param {State} state
 */
export function writeState(state) {
  const parameters = new URLSearchParams();
  if (state.query.trim()) parameters.set("q", state.query.trim());
  for (const [name, slugs] of Object.entries(state.values)) for (const slug of slugs) parameters.append(name, slug);
  for (const name of CHOICES) if (state.choices[name]) parameters.set(name, state.choices[name]);
  if (state.sort) parameters.set("sort", state.sort);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/**
 * The query string of what is asked for, whatever the order: the same for the same selection.
 * @param {State} state
 */
export function nameSelection(state) {
  const values = Object.fromEntries(Object.entries(state.values).map(([name, slugs]) => [name, new Set([...slugs].sort())]));
  return writeState({ ...state, values, sort: "" });
}

/**
 * Whether the reader asks for nothing in particular.
 * @param {State} state
 */
export function isBlank(state) {
  return !state.query.trim() && !countParts(state);
}

/**
 * How many filters and values of them are chosen.
 * @param {State} state
 */
export function countParts({ values, choices }) {
  const slugs = Object.values(values).reduce((sum, { size }) => sum + size, 0);
  return slugs + Object.values(choices).filter(Boolean).length;
}

/**
 * The state that asks for nothing.
 * @param {State} state any one
 */
export function blank(state) {
  return readState("", Object.keys(state.values)).state;
}

/**
 * The state without some values of a filter.
 * @param {State} state
 * @param {string} name
 * @param {Iterable<string>} slugs
 * @returns {State}
 */
export function without(state, name, slugs) {
  const left = new Set(slugs);
  const kept = [...state.values[name]].filter((value) => !left.has(value));
  return { ...state, values: { ...state.values, [name]: new Set(kept) } };
}

/**
 * The state with another choice.
 * @param {State} state
 * @param {string} name
 * @param {string} [value] none without it
 * @returns {State}
 */
export function choose(state, name, value = "") {
  return { ...state, choices: { ...state.choices, [name]: value } };
}

/** The page's address, which follows the state. */
export class Address {
  /**
   * @param {string[]} names of the filters with values
   * @param {() => void} onReturn told that the reader has gone back or forward to another state
   */
  constructor(names, onReturn) {
    this.names = names;
    this.pause = 0;
    this.isStep = false;
    addEventListener("popstate", () => {
      clearTimeout(this.pause);
      this.isStep = false;
      onReturn();
    });
  }

  /**
   * The state that the address asks for, and what is dropped from it because it can mean nothing.
   * @returns {{ state: State, dropped: string[] }}
   */
  read() {
    const read = readState(location.search, this.names);
    if (read.dropped.length) history.replaceState(history.state, "", addressOf(read.state) + location.hash);
    return read;
  }

  /**
   * Make the state a step to which the back button leads back.
   * @param {State} state
   */
  write(state) {
    clearTimeout(this.pause);
    this.isStep = false;
    const address = addressOf(state);
    // After the list is painted: a new address alone takes a third of the time of a click.
    requestAnimationFrame(() => setTimeout(() => history.pushState(history.state, "", address)));
  }

  /**
   * Follow what is typed as soon as the typing pauses.
   * @param {State} state
   * @param {boolean} isStep whether the back button should lead back to before the typing
   */
  follow(state, isStep) {
    clearTimeout(this.pause);
    this.isStep ||= isStep;
    this.pause = setTimeout(() => {
      const address = addressOf(state);
      if (this.isStep) history.pushState(history.state, "", address);
      else history.replaceState(history.state, "", address);
      this.isStep = false;
    }, PAUSE);
  }
}

/** @param {State} state */
function addressOf(state) {
  return location.pathname + writeState(state);
}
