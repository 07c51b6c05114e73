/**
 * Honest time: what is open, for how long and when that is for the reader, by the reader's own clock.
 *
 * The build has printed the state as of its own time. Whatever can close carries `data-closes`, an ISO 8601 instant,
 * so that a site that was not rebuilt for weeks never shows a closed job as open.
 */

import { moveToClosed } from "./closing.js";
import { CLOSED, count } from "./words.js";

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * The time that is left, as people say it.
 * @param {number} milliseconds not negative
 * @returns {string}
 */
export function sayRemaining(milliseconds) {
  const days = Math.floor(milliseconds / DAY);
  if (days > 0) return `${count(days, "day")} left`;
  const hours = Math.floor(milliseconds / 3_600_000);
  return hours > 0 ? `${count(hours, "hour")} left` : "less than an hour left";
}

/**
 * An instant on the reader's clock, such as "2 Dec, 12:59".
 * @param {number} instant milliseconds since the epoch
 * @param {string} [zone] IANA name; the reader's own by default
 * @returns {string}
 */
export function sayForReader(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone,
  });
  return parts.format(instant);
}

/**
 * A day with its year, such as "7 Dec 2026".
 * @param {number} day milliseconds since the epoch, at its beginning in UTC
 */
export function sayDay(day) {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(day);
}

/** @param {Element} row an item of a list of positions */
function closeRow(row) {
  row.classList.add("jb-row--closed");
  moveToClosed(row);
  const when = row.querySelector(".jb-row__when");
  if (!when) return;
  row.querySelector(".jb-row__pay")?.remove();
  const closed = document.createElement("span");
  closed.className = "jb-row__day";
  closed.textContent = CLOSED;
  when.replaceChildren(closed);
}

/** @param {Element} job the article of a job page */
function closeJob(job) {
  job.querySelector(".jb-closed")?.removeAttribute("hidden");
  job.querySelector(".jb-actions")?.remove();
  job.querySelector(".jb-facts .jb-left")?.remove();
}

/**
 * Say how much time is left beside the deadline.
 * @param {Element} element carries `data-closes`
 * @param {number} remaining milliseconds
 */
function updateRemaining(element, remaining) {
  const phrase = /** @type {HTMLElement | null} */ (element.querySelector(".jb-left[data-left]"));
  if (!phrase) return;
  phrase.textContent = sayRemaining(remaining);
  phrase.classList.toggle("jb-left--soon", remaining <= Number(phrase.dataset.left) * DAY);
}

/** @param {Element} job say the deadline in the reader's own zone, too */
function sayOwnTime(job) {
  const time = job.querySelector(".jb-facts time[datetime]");
  if (!time || job.querySelector(".jb-own-time")) return;
  const said = sayForReader(Date.parse(time.getAttribute("datetime") ?? ""));
  if (time.textContent?.replace(/ \d{4},/, ",").startsWith(said)) return;
  const own = document.createElement("span");
  own.className = "jb-own-time";
  own.textContent = `${said} for you`;
  time.parentElement?.append(own);
}

/**
 * Bring everything on the page that depends on time up to *now*.
 * @param {number} now milliseconds since the epoch
 * @param {ParentNode} [root]
 * @returns {Element[]} what has closed since the last look
 */
export function update(now, root = document) {
  const closed = [];
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-closes]"))) {
    const remaining = Date.parse(element.dataset.closes ?? "") - now;
    if (remaining >= 0) {
      updateRemaining(element, remaining);
      if (element.matches(".jb-job")) sayOwnTime(element);
    } else {
      element.removeAttribute("data-closes");
      closed.push(element);
      if (element.matches(".jb-row")) closeRow(element);
      else closeJob(element);
    }
  }
  return closed;
}

/**
 * When the next position on the page closes.
 * @returns {number} milliseconds since the epoch; Infinity without one
 */
export function nextClosing() {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-closes]"));
  return Math.min(...[...elements].map(({ dataset }) => Date.parse(dataset.closes ?? "")));
}
