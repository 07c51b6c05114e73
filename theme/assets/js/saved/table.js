/** Saved positions as a table for a spreadsheet (RFC 4180). */

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
    job.deadline || ROLLING.toLowerCase(),
    job.closes ?? "",
    isClosed(job, now) ? "closed" : "open",
    job.since,
    job.applied ?? "",
    new URL(job.address, root).href,
  ]);
  // Excel takes a file without this mark for one in the machine's own encoding.
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(escapeCell).join(",")}\r\n`).join("")}`;
}

/** @param {string} text what a spreadsheet would take for a formula is made text by an apostrophe */
function escapeCell(text) {
  const safe = /^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
