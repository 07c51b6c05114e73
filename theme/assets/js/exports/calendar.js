/**
 * Deadlines as one calendar, joined from those that the site publishes.
 *
 * How an event is written is the site's own business (`hooks/jobboard/site/calendars.py`). Its UID is the same in all
 * of the site's calendars, so that a program that holds several shows it once.
 */

/** @typedef {import("../saved/positions.js").Kept} Kept */

/** Requests at a time: a browser refuses to make thousands at once. */
const AT_ONCE = 16;
const EVENTS = /^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm;

/**
 * One calendar for all positions. Rejects when the site does not answer.
 * @param {Kept[]} jobs
 * @param {URL} root the site's root
 * @returns {Promise<{ calendar: string, gone: Kept[] }>} `gone` are those whose calendar the site has no more; the
 *   calendar is empty when it has none at all
 */
export async function joinCalendars(jobs, root) {
  /** @type {string[]} */
  const files = [];
  const ahead = jobs.entries();
  const work = async () => {
    for (const [number, job] of ahead) files[number] = await fetchCalendar(new URL(`${job.address}deadline.ics`, root));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const events = files.map((file) => file.match(EVENTS)?.join("") ?? "");
  const frame = files.find((_, number) => events[number])?.split(EVENTS) ?? [];
  const calendar = frame.length ? `${frame[0]}${events.join("")}${frame[frame.length - 1]}` : "";
  return { calendar, gone: jobs.filter((_, number) => !events[number]) };
}

/**
 * The events of some positions, from the calendar of the whole board. Rejects when the site does not answer.
 * @param {Set<string>} slugs
 * @param {URL} root the site's root
 * @returns {Promise<string>} empty when none of them has an event
 */
export async function pickEvents(slugs, root) {
  const file = await fetchCalendar(new URL("deadlines.ics", root));
  const events = (file.match(EVENTS) ?? []).filter((event) => slugs.has(slugOf(event)));
  const head = file.match(/^(?:BEGIN:VCALENDAR|VERSION:|PRODID:).*\r\n/gm) ?? [];
  return events.length ? `${head.join("")}${events.join("")}END:VCALENDAR\r\n` : "";
}

/** @param {string} event whose lines may be folded */
function slugOf(event) {
  return event.replaceAll("\r\n ", "").match(/^UID:.*\/jobs\/([^/]+)\/#deadline\r$/m)?.[1] ?? "";
}

/** @param {URL} address */
async function fetchCalendar(address) {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : "";
}
