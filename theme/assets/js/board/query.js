/** What a query asks for: the one place where typed words are parsed. */

import { fold } from "./text.js";

/**
 * @typedef {object} Query
 * @property {string} text as it was typed, without the space around it; equal texts ask for the same
 * @property {string[]} words folded; each must begin a word of the position
 */

/**
 * Parse what was typed.
 * @param {string} typed
 * @returns {Query}
 */
export function parseQuery(typed) {
  return { text: typed.trim(), words: fold(typed).trim().split(" ").filter(Boolean) };
}
