/** The deadlines of saved positions as one calendar, joined from those of each. */

import { EVENTS, fetchCalendar } from "../exports/calendar.js";

/** @typedef {import("./positions.js").Kept} Kept */

/** Requests at a time: a browser refuses to make thousands at once. */
const AT_ONCE = 16;

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
