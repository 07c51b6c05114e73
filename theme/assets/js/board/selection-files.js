/** The positions of a selection as files: a calendar of their deadlines, and a table. */

import { makeButton } from "../button.js";
import { pickEvents } from "../exports/calendar.js";
import { download, publishedRoot } from "../exports/download.js";
import { writeTable } from "../exports/table.js";
import { addressOf } from "../kept.js";
import { DAY } from "../time.js";
import { BETWEEN, ROLLING } from "../words.js";
import { numbersOf } from "./index.js";

const COLUMNS = [
  "Title", "Organization", "Place", "Work mode", "Deadline", "Closes (UTC)", "Announced", "Pay", "Fields", "Address",
];
const NO_DEADLINE = "None of these positions has a deadline.";
const UNREACHABLE = "There is no calendar, because the site did not answer. Try again.";

/** The two buttons, and what is said of them. */
export class SelectionFiles {
  /**
   * @param {HTMLElement} place
   * @param {import("./index.js").Index} index
   * @param {URL} root the site's root
   * @param {() => number[]} read the positions of the list
   */
  constructor(place, index, root, read) {
    this.index = index;
    this.root = root;
    this.read = read;
    this.said = document.createElement("span");
    this.said.className = "jb-said";
    this.said.setAttribute("role", "status");
    place.append("Take it with you: ", makeButton("Calendar (.ics)", () => void this.#takeCalendar(), "jb-link"), " ",
      makeButton("Spreadsheet (.csv)", () => this.#takeTable(), "jb-link"), " ", this.said);
  }

  async #takeCalendar() {
    const slugs = new Set(this.read().map((job) => this.index.jobs.slug[job]));
    this.said.textContent = "";
    try {
      const calendar = await pickEvents(slugs, this.root);
      if (calendar) download(calendar, "text/calendar", "positions.ics");
      else this.said.textContent = NO_DEADLINE;
    } catch {
      this.said.textContent = UNREACHABLE;
    }
  }

  #takeTable() {
    const root = publishedRoot("./");
    download(writeTable([COLUMNS, ...this.read().map((job) => this.#row(job, root))]), "text/csv", "positions.csv");
  }

  /**
   * @param {number} job
   * @param {URL} root
   */
  #row(job, root) {
    const { jobs, words, days, has, values } = this.index;
    return [
      jobs.title[job],
      words.organization[jobs.organization[job]],
      words.where[jobs.where[job]],
      words.mode[jobs.mode[job]],
      days[jobs.closing[job]] || ROLLING.toLowerCase(),
      new Date(jobs.closes[job] * 1000).toISOString(),
      new Date(jobs.posted[job] * DAY).toISOString().slice(0, 10),
      words.pay[jobs.pay[job]],
      numbersOf(has.tag[job]).map((tag) => values.tag[tag][1]).join(BETWEEN),
      new URL(addressOf(jobs.slug[job]), root).href,
    ];
  }
}
