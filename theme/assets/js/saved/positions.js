/** What the page of saved positions asks of one: its state by the clock, its place in the list, its row. */

import { sayForReader } from "../time.js";
import { CLOSED, ROLLING } from "../words.js";

/** @typedef {ReturnType<typeof import("../store.js").saved>[number]} Kept */

/**
 * Whether applications are over, by the clock or as it was seen.
 * @param {Kept} job
 * @param {number} now milliseconds since the epoch
 */
export function isClosed(job, now) {
  return job.isEnded || (job.closes !== null && Date.parse(job.closes) < now);
}

/**
 * Whether its deadline is still to come, and so in a calendar.
 * @param {Kept} job
 * @param {number} now
 */
export function isDue(job, now) {
  return job.closes !== null && job.deadline !== "" && !isClosed(job, now);
}

/**
 * A number to sort by: the next deadline first, then what has none, then what is closed.
 * @param {Kept} job
 * @param {number} now
 */
export function rank(job, now) {
  const closes = Date.parse(job.closes ?? "");
  if (isClosed(job, now)) return 2e15 - (closes || 0);
  return job.deadline ? closes : 1e15;
}

/**
 * What its row says; a deadline in the reader's own zone, too.
 * @param {Kept} job
 * @param {URL} root the site's root
 * @returns {import("../row.js").Row}
 */
export function describe({ slug, title, organization, address, closes, deadline, soon, isEnded }, root) {
  const instant = closes === null || isEnded ? null : Date.parse(closes);
  const hasDeadline = deadline !== "" && instant !== null;
  return {
    slug,
    address: new URL(address, root).href,
    title,
    where: organization,
    isClosed: isEnded,
    closes: instant,
    closing: isEnded ? CLOSED : hasDeadline ? deadline : ROLLING,
    hasDeadline,
    soon,
    since: hasDeadline ? `${sayForReader(instant)} for you` : "",
  };
}
