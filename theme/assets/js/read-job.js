/** Reads a position from the page that shows it. */

import { addressOf } from "./kept.js";
import { BETWEEN } from "./words.js";

/** @typedef {import("./store.js").Job} Job */

/**
 * The position of a row.
 * @param {HTMLElement} row an item of a list of positions
 * @returns {Job}
 */
export function readRow(row) {
  const link = row.querySelector(".jb-row__title a");
  const where = row.querySelector(".jb-row__where")?.firstChild?.textContent ?? "";
  const isClosed = row.matches(".jb-row--closed");
  return describe(row, textOf(link), where.split(BETWEEN)[0], row.querySelector(".jb-row__when time"), isClosed);
}

/**
 * The position of a job page.
 * @param {HTMLElement} article a job page
 * @returns {Job}
 */
export function readPage(article) {
  const organization = article.querySelector(".jb-job__where > :first-child");
  const isClosed = article.querySelector(".jb-closed:not([hidden])") !== null;
  return describe(article, textOf(article.querySelector("h1")), textOf(organization), article.querySelector(".jb-facts time"), isClosed);
}

/**
 * @param {HTMLElement} element carries `data-slug`, and `data-closes` while the position is open
 * @param {string} title
 * @param {string} organization
 * @param {Element | null} deadline
 * @param {boolean} isEnded
 * @returns {Job}
 */
function describe(element, title, organization, deadline, isEnded) {
  const { slug = "", closes } = element.dataset;
  return {
    slug,
    title,
    organization,
    address: addressOf(slug),
    closes: closes ? new Date(closes).toISOString() : null,
    deadline: textOf(deadline),
    soon: Number(element.querySelector(".jb-left")?.getAttribute("data-left") ?? 0),
    isEnded,
  };
}

/** @param {Element | null} element */
function textOf(element) {
  return element?.textContent?.trim() ?? "";
}
