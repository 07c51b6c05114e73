/** Saved positions as a table. */

import { writeTable } from "../exports/table.js";
import { DAY } from "../time.js";
import { ROLLING } from "../words.js";
import { isClosed } from "./positions.js";

const COLUMNS = ["Title", "Organization", "Deadline", "Closes (UTC)", "State", "Saved", "Applied", "Address"];

/**
 * Everything that is kept of the positions.
 * @param {import("./positions.js").Kept[]} jobs
 * @param {URL} root the site's root, as it is published
 * @param {number} now milliseconds since the epoch
 */
export function makeTable(jobs, root, now) {
  const rows = jobs.map((job) => [
    job.title,
    job.organization,
    sayWholeDeadline(job),
    job.closes ?? "",
    isClosed(job, now) ? "closed" : "open",
    job.since,
    job.applied ?? "",
    new URL(job.address, root).href,
  ]);
  return writeTable([COLUMNS, ...rows]);
}

/**
 * A deadline with its year, which lists leave out.
 * @param {import("./positions.js").Kept} job
 */
function sayWholeDeadline({ deadline, closes }) {
  if (!deadline) return ROLLING.toLowerCase();
  if (/\d{4}/.test(deadline) || closes === null) return deadline;
  const instant = Date.parse(closes);
  const year = new Date(instant).getUTCFullYear();
  const distance = (/** @type {number} */ one) => Math.abs(Date.parse(`${deadline} ${one} UTC`) - instant);
  const near = [year, year - 1, year + 1].find((one) => distance(one) < 3 * DAY);
  return near ? `${deadline} ${near}` : deadline;
}
