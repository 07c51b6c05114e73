/**
 * What the reader asks for, as the page's address has it: every selection can be shared, and the back button works.
 *
 * Parameters: `q`, the names of the filters (repeated for several values), `deadline` (days), `sort`.
 */

/** Orders of the list; "relevance" is for a query. */
const SORTS = ["deadline", "newest", "relevance"];
/** Milliseconds without a keystroke after which the address follows the typing. */
export const PAUSE = 180;

/**
 * @typedef {object} State what the reader asks for; never changed, but replaced
 * @property {string} query as it was typed
 * @property {Record<string, Set<string>>} values slugs by filter; any of them within a filter, all filters together
 * @property {number} within days until the deadline; 0 for any
 * @property {string} sort empty for the default: relevance with a query, else deadline
 */

/**
 * The state that a query string asks for; what it cannot mean is left out.
 * @param {string} search
 * @param {string[]} names of the filters with values
 * @returns {State}
 */
function readState(search, names) {
  const parameters = new URLSearchParams(search);
  const within = Number(parameters.get("deadline"));
  const sort = parameters.get("sort") ?? "";
  return {
    query: (parameters.get("q") ?? "").slice(0, 200),
    values: Object.fromEntries(names.map((name) => [name, new Set(parameters.getAll(name))])),
    within: Number.isInteger(within) && within > 0 && within <= 3650 ? within : 0,
    sort: SORTS.includes(sort) ? sort : "",
  };
}

/**
 * The query string that asks for the state; empty when nothing is asked for.
 * @param {State} state
 */
export function writeState(state) {
  const parameters = new URLSearchParams();
  if (state.query.trim()) parameters.set("q", state.query.trim());
  for (const [name, slugs] of Object.entries(state.values)) for (const slug of slugs) parameters.append(name, slug);
  if (state.within) parameters.set("deadline", String(state.within));
  if (state.sort) parameters.set("sort", state.sort);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/**
 * Whether the reader asks for nothing in particular.
 * @param {State} state
 */
export function isBlank(state) {
  return !state.query.trim() && !state.within && Object.values(state.values).every((slugs) => !slugs.size);
}

/**
 * The state that asks for nothing.
 * @param {State} state any one
 */
export function blank(state) {
  return readState("", Object.keys(state.values));
}

/**
 * The state without one filter.
 * @param {State} state
 * @param {string} name
 * @param {string} [slug] only this value of it
 * @returns {State}
 */
export function without(state, name, slug) {
  const kept = slug === undefined ? [] : [...state.values[name]].filter((value) => value !== slug);
  return { ...state, values: { ...state.values, [name]: new Set(kept) } };
}

/** The page's address, which follows the state. */
export class Address {
  /**
   * @param {string[]} names of the filters with values
   * @param {(state: State) => void} onReturn told of a state that the reader goes back or forward to
   */
  constructor(names, onReturn) {
    this.names = names;
    this.pause = 0;
    this.isStep = false;
    addEventListener("popstate", () => {
      clearTimeout(this.pause);
      this.isStep = false;
      onReturn(this.read());
    });
  }

  /** The state that the address asks for. */
  read() {
    return readState(location.search, this.names);
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
