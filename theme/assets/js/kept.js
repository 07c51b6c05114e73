/**
 * What the reader keeps: its shape, and how text that a store holds becomes it.
 *
 * The text may be anything: of an older version of this site, of a newer one, of another site or damaged. What can be
 * read is kept, the rest is left out, and nothing is thrown.
 */

/** The version of the shape below. A reader of an older one can read it, and must not write it. */
const VERSION = 1;
/** The parts of the shape; what stands beside them is kept as it is. */
const PARTS = ["version", "saved", "applied", "hidden", "searches", "visit"];
/** @type {("saved" | "applied" | "hidden" | "searches")[]} */
const MARKS = ["saved", "applied", "hidden", "searches"];
const MOST_LETTERS = 2000;

/**
 * A saved position, with what its list needs.
 * @typedef {object} Saved
 * @property {string} title
 * @property {string} organization
 * @property {string} address below the site's root, such as "jobs/some-slug/"
 * @property {string | null} closes ISO 8601 instant in UTC; null when it is not known
 * @property {string} deadline as the posting says it; empty when it is rolling
 * @property {number} soon days before the deadline from which on the board calls it soon; 0 when it is not known
 * @property {boolean} isEnded whether it was seen closed before its time
 * @property {string} since ISO 8601 instant
 */

/**
 * A saved search.
 * @typedef {object} SavedSearch
 * @property {string} name as people read it
 * @property {string} looked ISO 8601 instant at which the reader last looked at it
 * @property {number[]} known a number for each position that it found then
 *
 * @typedef {object} Visit
 * @property {string | null} last instant of the last activity
 * @property {string | null} previous instant at which the visit before this one ended
 */

/**
 * @typedef {object} Kept
 * @property {Map<string, Saved>} saved by slug
 * @property {Map<string, string>} applied the instant of each mark, by slug
 * @property {Map<string, string>} hidden
 * @property {Map<string, SavedSearch>} searches by the board's query string for it
 * @property {Visit} visit
 * @property {Record<string, unknown>} others what this version does not know
 */

/**
 * The address of a position's page, below the site's root.
 * @param {string} slug
 */
export function addressOf(slug) {
  return `jobs/${slug}/`;
}

/**
 * What is kept on a first visit.
 * @returns {Kept}
 */
export function makeEmpty() {
  const visit = { last: null, previous: null };
  return { saved: new Map(), applied: new Map(), hidden: new Map(), searches: new Map(), visit, others: {} };
}

/**
 * Whether nothing is kept that the reader has chosen.
 * @param {Kept} kept
 */
export function isEmpty({ saved, applied, hidden, searches }) {
  return !saved.size && !applied.size && !hidden.size && !searches.size;
}

/**
 * What can be read of a store's text, whether a newer version wrote it, and whether something in it cannot be read.
 * @param {string | null} text
 * @returns {{kept: Kept, isNewer: boolean, isDamaged: boolean}}
 */
export function readKept(text) {
  const whole = parse(text);
  const found = asObject(whole);
  const visit = asObject(found.visit);
  const kept = {
    saved: new Map(entriesOf(found.saved).map(([slug, value]) => [slug, readSaved(slug, value)])),
    applied: new Map(entriesOf(found.applied).map(([slug, value]) => [slug, asInstant(value) ?? ""])),
    hidden: new Map(entriesOf(found.hidden).map(([slug, value]) => [slug, asInstant(value) ?? ""])),
    searches: new Map(Object.entries(asObject(found.searches)).flatMap(readSearch)),
    visit: { last: asInstant(visit.last), previous: asInstant(visit.previous) },
    others: Array.isArray(found) ? {} : Object.fromEntries(Object.entries(found).filter(([name]) => !PARTS.includes(name))),
  };
  const isDamaged = whole !== null && (whole !== found || Array.isArray(found) || MARKS.some((name) => countIn(found[name]) !== kept[name].size));
  return { kept, isNewer: typeof found.version === "number" && found.version > VERSION, isDamaged };
}

/**
 * The text for the store.
 * @param {Kept} kept
 * @returns {string}
 */
export function writeKept(kept) {
  const { saved, applied, hidden, searches, visit, others } = kept;
  return JSON.stringify({
    ...others,
    version: VERSION,
    saved: Object.fromEntries(saved),
    applied: Object.fromEntries(applied),
    hidden: Object.fromEntries(hidden),
    searches: Object.fromEntries(searches),
    visit,
  });
}

/**
 * @param {string | null} text
 * @returns {unknown} undefined for what is no JSON
 */
function parse(text) {
  try {
    return JSON.parse(text || "null");
  } catch {
    return undefined;
  }
}

/**
 * How many things a part of a store says that it holds; NaN for what is no such part.
 * @param {unknown} part
 */
function countIn(part) {
  if (part === undefined || part === null) return 0;
  if (Array.isArray(part)) return new Set(part).size;
  return part === asObject(part) ? Object.values(part).filter((mark) => mark !== false).length : NaN;
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function asObject(value) {
  return typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/**
 * Entries with a slug; a plain list of slugs counts, too.
 * @param {unknown} value
 * @returns {[string, unknown][]}
 */
function entriesOf(value) {
  /** @type {[unknown, unknown][]} */
  const entries = Array.isArray(value) ? value.map((slug) => [slug, null]) : Object.entries(asObject(value));
  return /** @type {[string, unknown][]} */ (
    entries.filter(([slug, mark]) => typeof slug === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && mark !== false)
  );
}

/**
 * @param {string} slug
 * @param {unknown} value
 * @returns {Saved}
 */
function readSaved(slug, value) {
  const found = asObject(value);
  const address = asText(found.address);
  return {
    title: asText(found.title) || slug.replaceAll("-", " "),
    organization: asText(found.organization),
    address: /^([a-z0-9-]+\/)+$/.test(address) ? address : addressOf(slug),
    closes: asInstant(found.closes),
    deadline: asText(found.deadline),
    soon: typeof found.soon === "number" ? found.soon : 0,
    isEnded: found.isEnded === true,
    since: asInstant(found.since) ?? "",
  };
}

/**
 * @param {[string, unknown]} entry
 * @returns {[string, SavedSearch][]} none for what is no query string
 */
function readSearch([search, value]) {
  const { name, looked, known } = asObject(value);
  if (!search.startsWith("?") || search.length > MOST_LETTERS) return [];
  const numbers = Array.isArray(known) ? known.filter((one) => Number.isInteger(one)) : [];
  return [[search, { name: asText(name) || search.slice(1), looked: asInstant(looked) ?? "", known: numbers }]];
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function asText(value) {
  return typeof value === "string" ? value : "";
}

/**
 * @param {unknown} value
 * @returns {string | null}
 */
function asInstant(value) {
  const instant = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
