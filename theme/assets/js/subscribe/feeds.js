/**
 * Which feeds carry what a reader filtered for; knows no page, so that it can be read and tested alone.
 *
 * A feed carries one value of one filter. Several values of one filter are several feeds together; values of several
 * filters, and tags under several headings, have no feed, so the narrowest ones that bring all of them are proposed.
 */

/**
 * @typedef {[slug: string, label: string, open: number, group: number]} Value a value that has feeds, with its open
 *   positions; values of one group are alternatives
 *
 * @typedef {object} FeedFilter a filter whose values have feeds
 * @property {string} name its parameter in an address
 * @property {string} heading
 * @property {string} one what it is called in a sentence
 * @property {string} several
 * @property {string} folder of its values' pages and feeds, below the site's root
 * @property {Value[]} values
 *
 * @typedef {{ name: string, one: string }} OtherFilter a filter that has none
 *
 * @typedef {(FeedFilter | OtherFilter)[]} Filters
 *
 * @typedef {object} FeedList what `board/feeds.json` holds
 * @property {number} items the newest positions that each feed holds
 * @property {number} days whatever was announced in these last days is in a feed, too
 * @property {Filters} filters
 *
 * @typedef {object} Feed
 * @property {string} label
 * @property {string} folder of its page and its feeds, below the site's root
 * @property {number | null} open open positions; null for the board itself
 *
 * @typedef {Map<FeedFilter, Set<string>>} Chosen slugs
 *
 * @typedef {object} Choice
 * @property {Chosen} chosen of the filters that have feeds
 * @property {string[]} others what else is filtered by, in words
 *
 * @typedef {{ filter: FeedFilter, feeds: Feed[] }} Group the feeds of the values chosen of one filter
 *
 * @typedef {object} Answer
 * @property {Feed[]} feeds
 * @property {string} sentence
 */

/** @type {Feed} */
const BOARD = { label: "The whole board", folder: "", open: null };
const BESIDES = " every new position that you chose, and others besides.";

/**
 * Whether a filter's values have feeds.
 * @param {FeedFilter | OtherFilter} filter
 * @returns {filter is FeedFilter}
 */
export function hasFeeds(filter) {
  return "values" in filter;
}

/**
 * What a query string filters for.
 * @param {string} search as the board page has it
 * @param {Filters} filters
 * @returns {Choice}
 */
export function readChoice(search, filters) {
  const parameters = new URLSearchParams(search);
  const chosen = new Map(
    filters.filter(hasFeeds).map((filter) => [filter, new Set(parameters.getAll(filter.name).filter(Boolean))]),
  );
  const others = filters.filter((filter) => !hasFeeds(filter) && parameters.get(filter.name)).map(({ one }) => one);
  return { chosen, others };
}

/**
 * The query string for what is chosen.
 * @param {string} search the present one; filters without feeds are kept for the way back to the board
 * @param {Chosen} chosen
 */
export function writeChoice(search, chosen) {
  const parameters = new URLSearchParams(search);
  for (const [{ name }, slugs] of chosen) {
    parameters.delete(name);
    for (const slug of slugs) parameters.append(name, slug);
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/**
 * The feeds that carry a choice, and how well they do.
 * @param {Choice} choice
 * @returns {Answer}
 */
export function findFeeds({ chosen, others }) {
  /** @type {Group[]} */
  const groups = [];
  /** @type {string[]} */
  const unknown = [];
  for (const [filter, slugs] of chosen) {
    if (!slugs.size) continue;
    const known = filter.values.filter(([slug]) => slugs.has(slug));
    const missing = [...slugs].filter((slug) => !known.some(([found]) => found === slug));
    unknown.push(...missing);
    if (missing.length) groups.push({ filter, feeds: [] });
    else for (const group of new Set(known.map((value) => value[3]))) groups.push({ filter, feeds: feedsOf(filter, known, group) });
  }
  const usable = groups.filter(({ feeds }) => feeds.length).sort((one, other) => total(one.feeds) - total(other.feeds));
  return { feeds: usable[0]?.feeds ?? [BOARD], sentence: explain(groups, usable, unknown, others) };
}

/**
 * The feeds of the values of one group.
 * @param {FeedFilter} filter
 * @param {Value[]} values
 * @param {number} group
 * @returns {Feed[]}
 */
function feedsOf({ folder }, values, group) {
  const own = values.filter((value) => value[3] === group);
  return own.map(([slug, label, open]) => ({ label, folder: `${folder}/${slug}/`, open }));
}

/**
 * What a feed holds, and for how long.
 * @param {FeedList} list
 */
export function sayHolds({ items, days }) {
  return `Each feed holds the newest ${items} open positions, and all that were announced in the last ${days} days; that of the `
    + "whole board goes on in further pages. A calendar holds every deadline to come. What is older is on the board.";
}

/** @param {Feed[]} feeds */
function total(feeds) {
  return feeds.reduce((sum, { open }) => sum + (open ?? 0), 0);
}

/**
 * How well the feeds carry the choice.
 * @param {Group[]} groups
 * @param {Group[]} usable the narrowest first
 * @param {string[]} unknown
 * @param {string[]} others
 */
function explain(groups, usable, unknown, others) {
  const without = unknown.length ? `There is no feed of its own for ${list(unknown.map((slug) => `“${slug}”`))}. ` : "";
  const unheard = others.length ? `No feed can be narrowed by ${list(others)}. ` : "";
  if (!groups.length && !others.length) return "Nothing is chosen: this carries every new position.";
  if (!usable.length) return `${without}${unheard}The feed of the whole board brings${BESIDES}`;
  const { filter, feeds } = usable[0];
  const number = feeds.length;
  if (groups.length === 1 && !others.length) {
    if (number === 1) return "This carries exactly what you chose.";
    return `Each ${filter.one} has feeds of its own: these ${number} together carry exactly what you chose. Subscribe to each.`;
  }
  const combined = groups.length > 1 ? "A feed carries one choice, not a combination. " : "";
  const holds = number === 1 ? `The feed of ${feeds[0].label} brings` : `These ${number} feeds together bring`;
  return `${without}${unheard}${combined}${holds}${BESIDES}`;
}

/** @param {string[]} words */
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
