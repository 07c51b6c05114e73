/**
 * The words that searches compare, and where they stand.
 *
 * Folding is the same as in `hooks/jobboard/site/browser/folding.py`, which folds descriptions.
 */

/** Letters that Unicode does not take apart, as people type them. @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n", ς: "σ" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
/** A character of a script that writes no spaces, or in which words are found inside words: it is a word of its own. */
const WITHOUT_SPACES =
  /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]\p{M}*/gu;
/** Like R&D, in which R is no word. */
const SHORT_FORM = /(?<![\p{L}\p{N}])(\p{L}) ?& ?(\p{L})(?![\p{L}\p{N}])/gu;
/** What ends a word such as C++ and C#, or stands before its number, as in C++17. */
const SIGNS = /(?<=[\p{L}\p{N}])(\++|#)(?![\p{L}+#])/gu;
const NET = /\.net(?![\p{L}\p{N}])/gu;
/** What few texts have. */
const SIGNED = /[&+#]|\.net/;
/** Like x-ray, which some write in one word. */
const COMPOUND = /[\p{L}\p{N}]+(?:[-'’‐.][\p{L}\p{N}]+)+/gu;
/** What is written for ä, ö, ü and å where a keyboard has none; all but the first letter goes. */
const DIGRAPHS = /[ao]e|ue|aa/g;
/** Letters of a whole word that may be written so. */
export const FEWEST = 4;
const SPACE = 32;
const NOT_ASCII = /[^\0-\x7f]/;

/**
 * The words of a text: lower case, without accents, with one space between them.
 * @param {string} text
 */
export function fold(text) {
  return separate(prepare(text));
}

/**
 * Words of a text as others may write them: xray for x-ray, zurich for Zuerich.
 * @param {string} text
 */
export function otherSpellings(text) {
  return textsOf(text)[1];
}

/**
 * What a text is found by: its words, and its other spellings.
 * @param {string} text
 */
export function textsOf(text) {
  const prepared = prepare(text);
  const words = separate(prepared);
  const joined = (prepared.match(COMPOUND) ?? []).map(separate)
    .filter((found) => found.search(WITHOUT_SPACES) < 0)
    .map((found) => found.replaceAll(" ", ""));
  const plain = words.search(DIGRAPHS) < 0 ? [] : words.split(" ").flatMap((word) => withoutDigraphs(word) ?? []);
  return [words, [...new Set([...joined, ...plain])].join(" ")];
}

/**
 * A word without the letters that were written for an umlaut; null for one that is too short, or has none.
 * @param {string} word folded
 * @param {number} [fewest] letters that must be left
 */
export function withoutDigraphs(word, fewest = FEWEST) {
  const plain = word.replace(DIGRAPHS, (found) => found[0]);
  return plain !== word && plain.length >= fewest ? plain : null;
}

/** @param {string} text lower case and without accents, with its signs spelt out */
function prepare(text) {
  const plain = NOT_ASCII.test(text) ? text.normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").normalize("NFC") : text;
  const lower = plain.toLowerCase();
  return SIGNED.test(lower) ? spellSigns(lower) : lower;
}

/** @param {string} lower */
function spellSigns(lower) {
  return lower
    .replace(SHORT_FORM, "$1$2")
    .replace(SIGNS, (sign) => (sign === "#" ? "sharp" : "plus".repeat(sign.length)))
    .replace(NET, " dotnet");
}

/** @param {string} prepared */
function separate(prepared) {
  const spaced = NOT_ASCII.test(prepared) ? prepared.replace(LETTER, (letter) => LETTERS[letter]).replace(WITHOUT_SPACES, " $& ") : prepared;
  return spaced.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}

/**
 * Words to look for.
 * @typedef {object} Needle
 * @property {string} text folded
 * @property {boolean} isWhole whether it must end with a word, and not only begin with one
 * @property {boolean} [isOpen] whether it is a phrase, and its last word may have only begun
 */

/** Texts joined to one string: one native search in all instead of thousands. */
export class Haystack {
  /** @param {string[][]} texts for each place its folded texts: no phrase goes from one into the next */
  constructor(texts) {
    const parts = texts.map((own) => ` ${own.join(" \n ")} `);
    this.size = texts.length;
    this.ends = new Uint32Array(this.size);
    let end = 0;
    parts.forEach((part, place) => { this.ends[place] = end += part.length; });
    this.joined = parts.join("");
  }

  /**
   * Mark each place that has the needle.
   * @param {Needle} needle looked for without the space before it, with which the search would be ten times slower
   * @param {Uint8Array} flags set to 1
   */
  mark({ text, isWhole }, flags) {
    const { joined, ends } = this;
    const sought = isWhole ? `${text} ` : text;
    let place = 0;
    let from = 0;
    for (let at = joined.indexOf(sought); at >= 0; at = joined.indexOf(sought, from)) {
      from = at + 1;
      if (joined.charCodeAt(at - 1) !== SPACE) continue;
      while (ends[place] <= at) place += 1;
      flags[place] = 1;
      from = ends[place];
    }
  }

  /** All its words, each once. */
  words() {
    return new Set(this.joined.split(/\s+/));
  }
}
