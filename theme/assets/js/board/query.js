/** What a query asks for: the one place where typed words are parsed. */

import { FEWEST, fold, otherSpellings, withoutDigraphs } from "./text.js";

/**
 * @typedef {object} Term one word, or one phrase
 * @property {string} typed
 * @property {string} words folded
 * @property {import("./text.js").Needle[]} needles any of which is enough
 * @property {import("./text.js").Needle[]} begun other spellings of a word of which more may come, where nothing better is found
 * @property {boolean} isQuoted
 * @property {boolean} isShort whether it is no beginning of another word, but a word of its own
 * @property {boolean} isLoose whether the beginning of a word, and one word of a name, is enough, since nothing better is found
 * @property {number} from where it stands in the line of its query, of which a synonym may take several words; -1 nowhere
 *
 * @typedef {object} Clause
 * @property {boolean} isExcluded whether no term may be found, instead of one
 * @property {Term[]} terms
 *
 * @typedef {object} Query
 * @property {string} text as it was typed, without the space around it; equal texts ask for the same, and an empty one for everything
 * @property {Clause[]} clauses all of which must be met; without any, nothing is found
 * @property {string} line the folded words outside of quotes that stand side by side, with a space before each
 */

/** Letters of a word that is no beginning of another. */
const SHORT = 2;
/** Words that say nothing beside others. */
const FILLERS = new Set(["a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);
const QUOTES = /[“”„«»]/g;
const TOKEN = /([-−–]?)"([^"]*)("?)|\S+/g;
/** What says how words are looked for, and has none yet. */
const NO_WORDS = /^(?:[-−–"\s]|\bOR\b)*$/;
/** What parts words, but for what may stand within one. */
const GAP = /[^\p{L}\p{M}\p{N}\-'’‐.+#&]+/u;

/**
 * Parse what was typed: words, "exact phrases", -words that must not be found, and one OR another.
 * @param {string} typed
 * @returns {Query}
 */
export function parseQuery(typed) {
  /** @type {Clause[]} */
  const clauses = [];
  let line = "";
  let isAlternative = false;
  const text = typed.replace(QUOTES, '"');
  for (const [token, minus, phrase, end] of text.matchAll(TOKEN)) {
    if (token === "OR") {
      isAlternative = true;
      continue;
    }
    const isQuoted = phrase !== undefined;
    const isExcluded = isQuoted ? Boolean(minus) : /^[-−–][\p{L}\p{N}.]/u.test(token);
    const isLoose = !isQuoted && !isExcluded;
    if (!isLoose || isAlternative) line += " \n";
    /** @type {Term[]} */
    const terms = [];
    for (const piece of isQuoted ? [phrase] : token.slice(isExcluded ? 1 : 0).split(GAP)) {
      const words = fold(piece);
      if (!words) continue;
      const isOpen = isQuoted && !isExcluded && !end && !/\s$/.test(phrase);
      terms.push(isOpen ? makeOpenTerm(piece, words) : makeTerm(piece, words, isQuoted, isExcluded, isLoose ? line.length + 1 : -1));
      if (isLoose) line += ` ${words}`;
    }
    if (isAlternative && !isExcluded && terms.length && clauses.at(-1)?.isExcluded === false) clauses.at(-1)?.terms.push(...terms);
    else for (const term of terms) clauses.push({ isExcluded, terms: [term] });
    isAlternative = false;
  }
  const telling = clauses.filter(({ terms }) => terms.some(({ words, isQuoted }) => isQuoted || !FILLERS.has(words)));
  return { text: NO_WORDS.test(text) ? "" : typed.trim(), clauses: telling.length ? telling : clauses, line };
}

/**
 * A phrase whose last word is being typed.
 * @param {string} typed
 * @param {string} words
 * @returns {Term}
 */
function makeOpenTerm(typed, words) {
  const needles = [{ text: words, isWhole: false, isOpen: true }];
  return { typed, words, needles, begun: [], isQuoted: true, isShort: false, isLoose: false, from: -1 };
}

/**
 * @param {string} typed
 * @param {string} words
 * @param {boolean} isQuoted
 * @param {boolean} isExcluded
 * @param {number} from
 * @returns {Term}
 */
function makeTerm(typed, words, isQuoted, isExcluded, from) {
  const isShort = words.length <= SHORT;
  const isWhole = isQuoted || isExcluded || isShort;
  const needles = [{ text: words, isWhole }];
  if (!isQuoted) {
    const joined = words.includes(" ") ? otherSpellings(typed).split(" ")[0] : "";
    if (joined) needles.push({ text: joined, isWhole: isWhole || joined.length <= SHORT });
  }
  const [plain, begun] = [FEWEST, SHORT].map((fewest) => words.split(" ").map((word) => withoutDigraphs(word, fewest) ?? word).join(" "));
  if (plain !== words) needles.push({ text: plain, isWhole: true });
  return { typed, words, needles, begun: begun === words || isWhole ? [] : [{ text: begun, isWhole: false }], isQuoted, isShort, isLoose: false, from };
}
