/**
 * Which feeds carry what a reader filtered for; knows no page, so that it can be read and tested alone.
 *
 * A feed carries one value of one filter. Several values of one filter are several feeds together; values of several
 * filters have no feed, so the narrowest ones that hold all of them are proposed.
 */

/**
 * @typedef {[slug: string, label: string, open: number]} Value a value that has feeds, with its open positions
 * @typedef {Record<string, Value[]>} Lists by filter: what `board/feeds.json` holds
 * @typedef {object} Feed
 * @property {string} label
 * @property {string} folder of its page and its feeds, below the site's root
 * @property {number | null} open open positions; null for the board itself
 *
 * @typedef {object} Filter
 * @property {Map<string, Set<string>>} chosen slugs by filter, for filters that have feeds
 * @property {string[]} others what else is filtered by, in words
 *
 * @typedef {object} Answer
 * @property {Feed[]} feeds
 * @property {string} sentence
 */

/** Filters that have feeds: the folder of their pages, and how they are called. */
export const KINDS = {
  tag: { folder: "tags", one: "field", several: "fields" },
  position: { folder: "positions", one: "kind of position", several: "kinds of position" },
  country: { folder: "places", one: "country", several: "countries" },
  mode: { folder: "modes", one: "work mode", several: "work modes" },
  organization: { folder: "organizations", one: "organization", several: "organizations" },
};

/** Filters that have none. */
const OTHERS = {
  q: "the words you searched for", stage: "career stage", employment: "employment", contract: "contract",
  salary: "pay", deadline: "the deadline", visa: "visa",
};

/** @type {Feed} */
const BOARD = { label: "The whole board", folder: "", open: null };

/**
 * @param {string} search a query string, as the board page has it
 * @returns {Filter}
 */
export function readFilter(search) {
  const parameters = new URLSearchParams(search);
  const chosen = new Map(Object.keys(KINDS).map((kind) => [kind, new Set(parameters.getAll(kind).filter(Boolean))]));
  const others = Object.entries(OTHERS).filter(([name]) => parameters.get(name)).map(([, words]) => words);
  return { chosen, others };
}

/**
 * @param {string} search the present query string; filters without feeds are kept for the way back to the board
 * @param {Map<string, Set<string>>} chosen
 */
export function writeFilter(search, chosen) {
  const parameters = new URLSearchParams(search);
  for (const [kind, slugs] of chosen) {
    parameters.delete(kind);
    for (const slug of slugs) parameters.append(kind, slug);
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/**
 * @param {Filter} filter
 * @param {Lists} lists
 * @returns {Answer}
 */
export function findFeeds(filter, lists) {
  /** @type {{ kind: keyof typeof KINDS, feeds: Feed[] }[]} */
  const groups = [];
  /** @type {string[]} */
  const unknown = [];
  for (const [name, slugs] of filter.chosen) {
    if (!slugs.size) continue;
    const kind = /** @type {keyof typeof KINDS} */ (name);
    const known = (lists[kind] ?? []).filter(([slug]) => slugs.has(slug));
    const missing = [...slugs].filter((slug) => !known.some(([found]) => found === slug));
    unknown.push(...missing);
    const feeds = known.map(([slug, label, open]) => ({ label, folder: `${KINDS[kind].folder}/${slug}/`, open }));
    groups.push({ kind, feeds: missing.length ? [] : feeds });
  }
  const usable = groups.filter(({ feeds }) => feeds.length).sort((one, other) => total(one.feeds) - total(other.feeds));
  const feeds = usable[0]?.feeds ?? [BOARD];
  return { feeds, sentence: explain(groups, usable, unknown, filter.others) };
}

/** @param {Feed[]} feeds */
function total(feeds) {
  return feeds.reduce((sum, { open }) => sum + (open ?? 0), 0);
}

/**
 * @param {{ kind: keyof typeof KINDS, feeds: Feed[] }[]} groups
 * @param {{ kind: keyof typeof KINDS, feeds: Feed[] }[]} usable the narrowest first
 * @param {string[]} unknown
 * @param {string[]} others
 */
function explain(groups, usable, unknown, others) {
  const without = unknown.length ? `There is no feed of its own for ${list(unknown.map((slug) => `“${slug}”`))}. ` : "";
  const unheard = others.length ? `No feed can be narrowed by ${list(others)}. ` : "";
  if (!groups.length && !others.length) return "Nothing is chosen: this carries every new position.";
  if (!usable.length) return `${without}${unheard}The feed of the whole board holds all you chose, and other positions besides.`;
  const { kind, feeds } = usable[0];
  const count = feeds.length;
  if (groups.length === 1 && !others.length) {
    if (count === 1) return "This carries exactly what you chose.";
    return `Each ${KINDS[kind].one} has feeds of its own: these ${count} together carry exactly what you chose. Subscribe to each.`;
  }
  const combined = groups.length > 1 ? "A feed carries one choice, not a combination. " : "";
  const holds = count === 1 ? `The feed of ${feeds[0].label} holds` : `These ${count} feeds together hold`;
  return `${without}${unheard}${combined}${holds} all you chose, and other positions besides.`;
}

/** @param {string[]} words */
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
