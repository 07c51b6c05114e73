/** Saved positions as files: deadlines for a calendar (RFC 5545), everything for a spreadsheet (RFC 4180). */

/** @typedef {ReturnType<typeof import("./store.js").saved>[number]} Kept */

/** Octets of a line of a calendar, its end apart (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
const COLUMNS = ["Title", "Organization", "Deadline", "Closes (UTC)", "State", "Saved", "Applied", "Address"];

/**
 * The deadlines as a calendar; a position without one, or closed before its time, has no event. The UID of an event
 * is that of the site's own calendars, so that a calendar that holds both shows it once.
 * @param {Kept[]} jobs
 * @param {URL} root the site's root, as it is published
 * @param {number} now milliseconds since the epoch
 */
export function makeCalendar(jobs, root, now) {
  const events = jobs.filter(hasDeadline).flatMap((job) => [
    "BEGIN:VEVENT",
    `UID:${job.slug}@${root.hostname}`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART:${stampOf(Date.parse(job.closes ?? ""))}`,
    `SUMMARY:${escapeText(`Deadline: ${job.title} (${job.organization})`)}`,
    `DESCRIPTION:${escapeText(`Closes ${job.deadline}`)}`,
    `URL:${new URL(job.address, root).href}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Applications close in 3 days",
    "TRIGGER:-P3D",
    "END:VALARM",
    "END:VEVENT",
  ]);
  const product = `PRODID:-//${root.hostname}//Saved positions//EN`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", product, "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/**
 * Whether a calendar can hold the position.
 * @param {Kept} job
 */
export function hasDeadline(job) {
  return job.closes !== null && job.deadline !== "" && !job.isEnded;
}

/**
 * Everything that is kept of the saved positions, as a table.
 * @param {Kept[]} jobs
 * @param {URL} root
 * @param {number} now
 */
export function makeTable(jobs, root, now) {
  const rows = jobs.map((job) => [
    job.title,
    job.organization,
    job.deadline || "rolling",
    job.closes ?? "",
    isClosed(job, now) ? "closed" : "open",
    job.since,
    job.applied ?? "",
    new URL(job.address, root).href,
  ]);
  // Excel takes a file without this mark for one in the machine's own encoding.
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(escapeCell).join(",")}\r\n`).join("")}`;
}

/**
 * @param {Kept} job
 * @param {number} now
 */
export function isClosed(job, now) {
  return job.isEnded || (job.closes !== null && Date.parse(job.closes) < now);
}

/** @param {number} instant */
function stampOf(instant) {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** @param {string} text RFC 5545, 3.3.11 */
function escapeText(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

/** @param {string} line folded between characters, never inside one */
function foldLine(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** @param {string} text what a spreadsheet would take for a formula is made text by an apostrophe */
function escapeCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
