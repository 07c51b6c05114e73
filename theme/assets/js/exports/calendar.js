/** Deadlines as one calendar, made of the events that the site publishes (`hooks/jobboard/site/calendars.py`). */

/** The events of a calendar, as the site writes them. */
export const EVENTS = /^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm;

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

/**
 * The text of a calendar; empty when the site has it no more. Rejects when the site does not answer.
 * @param {URL} address
 */
export async function fetchCalendar(address) {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : "";
}
