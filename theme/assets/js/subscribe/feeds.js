/**
 * Which feeds carry what a reader filtered for; knows no page, so that it can be read and tested alone.
 *
 * A feed carries one value of one filter. Several values of one filter are several feeds together; values of several
 * filters have no feed, so the narrowest ones that hold all of them are proposed.
 */

/**
 * @typedef {[slug: string, label: string, open: number]} Value a value that has feeds, with its open positions
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
 * @typedef {(FeedFilter | OtherFilter)[]} Filters what `board/feeds.json` holds
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
const BESIDES = " all you chose, and other positions besides.";

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
    const feeds = known.map(([slug, label, open]) => ({ label, folder: `${filter.folder}/${slug}/`, open }));
    unknown.push(...missing);
    groups.push({ filter, feeds: missing.length ? [] : feeds });
  }
  const usable = groups.filter(({ feeds }) => feeds.length).sort((one, other) => total(one.feeds) - total(other.feeds));
  return { feeds: usable[0]?.feeds ?? [BOARD], sentence: explain(groups, usable, unknown, others) };
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
  if (!usable.length) return `${without}${unheard}The feed of the whole board holds${BESIDES}`;
  const { filter, feeds } = usable[0];
  const number = feeds.length;
  if (groups.length === 1 && !others.length) {
    if (number === 1) return "This carries exactly what you chose.";
    return `Each ${filter.one} has feeds of its own: these ${number} together carry exactly what you chose. Subscribe to each.`;
  }
  const combined = groups.length > 1 ? "A feed carries one choice, not a combination. " : "";
  const holds = number === 1 ? `The feed of ${feeds[0].label} holds` : `These ${number} feeds together hold`;
  return `${without}${unheard}${combined}${holds}${BESIDES}`;
}

/** @param {string[]} words */
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
