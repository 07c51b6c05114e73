/** Makes a row of a list, for the board and for the page of saved positions: the same parts as `theme/board/row.html`. */

import { DAY, sayRemaining } from "./time.js";

/**
 * What a row says.
 * @typedef {object} Row
 * @property {string} slug
 * @property {string} address of the position's page
 * @property {string} title
 * @property {string} where
 * @property {{ address: string, label: string }[]} [tags] no line for them when it is left out
 * @property {string} [note] before the tags
 * @property {string} [posted] ISO 8601 date
 * @property {boolean} [isClosed]
 * @property {number | null} closes milliseconds since the epoch; null when it is closed, or nobody knows when it will be
 * @property {string} closing the day of the deadline, or what is said instead
 * @property {boolean} hasDeadline
 * @property {number} soon days before its deadline from which on that is called soon
 * @property {string} [since] what else is known of its time
 * @property {string} [pay]
 */

/**
 * The row for what it has to say.
 * @param {Row} said
 * @param {number} now milliseconds since the epoch
 */
export function makeRow(said, now) {
  const blank = /** @type {HTMLTemplateElement} */ (document.querySelector("#blank-row"));
  const fragment = /** @type {DocumentFragment} */ (blank.content.cloneNode(true));
  const row = /** @type {HTMLElement} */ (fragment.firstElementChild);
  const [title, where, tags, when] = /** @type {HTMLElement[]} */ ([...row.children]);
  const link = /** @type {HTMLAnchorElement} */ (title.firstElementChild);
  row.dataset.slug = said.slug;
  if (said.posted) row.dataset.posted = said.posted;
  if (said.closes !== null) row.dataset.closes = new Date(said.closes).toISOString();
  row.classList.toggle("jb-row--closed", said.isClosed ?? false);
  link.textContent = said.title;
  link.href = said.address;
  where.textContent = said.where;
  if (said.pay) where.append(makeSpan("jb-row__pay", said.pay));
  when.append(...makeWhen(said, now));
  if (said.tags) tags.append(...makeTags(said.tags, said.note ?? ""));
  else tags.remove();
  return row;
}

/**
 * @param {{ address: string, label: string }[]} tags
 * @param {string} note
 */
function* makeTags(tags, note) {
  if (note) yield makeSpan("jb-row__found", note);
  for (const { address, label } of tags) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = label;
    yield link;
    yield " ";
  }
}

/**
 * @param {Row} said
 * @param {number} now
 */
function* makeWhen({ closes, closing, hasDeadline, soon, since }, now) {
  if (hasDeadline && closes !== null) {
    const day = document.createElement("time");
    day.className = "jb-row__day";
    day.dateTime = new Date(closes).toISOString();
    day.textContent = closing;
    yield day;
  } else yield makeSpan("jb-row__day", closing);
  if (since) yield makeSpan("jb-row__since", since);
  if (hasDeadline && closes !== null) {
    const left = makeSpan("jb-left", sayRemaining(Math.max(0, closes - now)));
    left.dataset.left = String(soon);
    left.classList.toggle("jb-left--soon", closes - now <= soon * DAY);
    yield left;
  }
}

/**
 * @param {string} name of its class
 * @param {string} text
 */
function makeSpan(name, text) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}
