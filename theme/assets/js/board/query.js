/** What a query asks for: the one place where typed words are parsed. */

import { fold, otherSpellings, withoutDigraphs } from "./text.js";

/**
 * @typedef {object} Term one word, or one phrase
 * @property {string} typed
 * @property {string} words folded
 * @property {import("./text.js").Needle[]} needles any of which is enough
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
 * @property {string} text as it was typed, without the space around it; equal texts ask for the same
 * @property {Clause[]} clauses all of which must be met; without any, nothing is found
 * @property {string} line the folded words outside of quotes that stand side by side, with a space before each
 */

/** Letters of a word that is no beginning of another. */
const SHORT = 2;
/** Words that say nothing beside others. */
const FILLERS = new Set(["a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);
const QUOTES = /[“”„«»]/g;
const TOKEN = /([-−–]?)"([^"]*)"?|\S+/g;
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
  for (const [token, minus, phrase] of typed.replace(QUOTES, '"').matchAll(TOKEN)) {
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
      terms.push(makeTerm(piece, words, isQuoted, isExcluded, isLoose ? line.length + 1 : -1));
      if (isLoose) line += ` ${words}`;
    }
    if (isAlternative && !isExcluded && terms.length && clauses.at(-1)?.isExcluded === false) clauses.at(-1)?.terms.push(...terms);
    else for (const term of terms) clauses.push({ isExcluded, terms: [term] });
    isAlternative = false;
  }
  const telling = clauses.filter(({ terms }) => terms.some(({ words, isQuoted }) => isQuoted || !FILLERS.has(words)));
  return { text: typed.trim(), clauses: telling.length ? telling : clauses, line };
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
  const plain = words.split(" ").map((word) => withoutDigraphs(word) ?? word).join(" ");
  if (plain !== words) needles.push({ text: plain, isWhole: true });
  return { typed, words, needles, isQuoted, isShort, isLoose: false, from };
}
