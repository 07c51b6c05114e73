/** The page of saved searches and positions: their lists, their export, and the way to clear everything. */

import { makeButton } from "./button.js";
import { followClock } from "./clock.js";
import { download, publishedRoot } from "./exports/download.js";
import { makeRow } from "./row.js";
import { joinCalendars } from "./saved/calendar.js";
import { Damaged } from "./saved/damaged.js";
import { Everything } from "./saved/everything.js";
import { describe, isClosed, isDue, rank } from "./saved/positions.js";
import { SearchList } from "./saved/search-list.js";
import { makeTable } from "./saved/table.js";
import { clear, countHidden, sayFleeting, saved, subscribe, unhideAll } from "./store.js";
import { nextClosing, update } from "./time.js";
import { BETWEEN, count } from "./words.js";

/** @typedef {import("./saved/positions.js").Kept} Kept */

const ROOT = new URL("../../", import.meta.url);
const NOTHING = "Nothing is saved yet. Beside each position is a button that saves it.";
const CLEAR = "Clear everything";
const UNREACHABLE = "There is no calendar, because the site did not answer. Try again.";
const FILE = "saved-positions";

/** All of the page but its guide. */
class SavedPage {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.summary = make("p", "jb-lead");
    this.warning = make("p", "jb-forgetful");
    this.list = make("ol", "jb-rows");
    this.hidden = make("p", "jb-hiding");
    this.hidden.append("", makeButton("show again", unhideAll, "jb-link"));
    this.calendar = makeButton("Calendar (.ics)", () => void this.#exportCalendar());
    this.table = makeButton("Spreadsheet (.csv)", () => this.#exportTable());
    this.said = make("span", "jb-said");
    this.damaged = new Damaged();
    this.searches = new SearchList(ROOT);
    this.everything = new Everything((sentence) => { this.said.textContent = sentence; });
    this.clearing = makeButton(CLEAR, () => this.#ask());
    this.exports = make("p", "jb-exports");
    /** What the reader has taken out on this page stays in sight, to be put back. @type {Map<string, Kept>} */
    this.shown = new Map();
    this.summary.setAttribute("role", "status");
    this.said.setAttribute("role", "status");
    this.list.setAttribute("aria-label", "Saved positions");
    this.list.dataset.kept = "";
    this.exports.append("Take them with you: ", this.calendar, this.table);
    const end = make("p", "jb-exports");
    end.append("All that is kept here: ", ...this.everything.controls, this.clearing);
    const { searches, summary, warning, list, hidden, exports } = this;
    place.replaceChildren(warning, this.damaged.element, searches.element, summary, list, hidden, exports, end, this.said);
    subscribe((part) => {
      if (part !== "visit") this.show();
    });
  }

  show() {
    const jobs = saved();
    const now = Date.now();
    const open = jobs.filter((job) => !isClosed(job, now));
    const summary = jobs.length ? `${count(jobs.length, "position")} saved, ${open.length.toLocaleString("en")} of them open.` : NOTHING;
    if (this.summary.textContent !== summary) this.summary.textContent = summary; // else it is read out again
    this.warning.textContent = sayFleeting();
    this.warning.hidden = !sayFleeting();
    this.damaged.show();
    this.searches.show();
    this.everything.show();
    this.exports.hidden = jobs.length === 0;
    this.calendar.disabled = !jobs.some((job) => isDue(job, now));
    this.clearing.disabled = !jobs.length && !countHidden() && this.searches.isEmpty && this.damaged.isEmpty;
    this.hidden.hidden = !countHidden();
    if (this.hidden.firstChild) this.hidden.firstChild.textContent = `${count(countHidden(), "position")} hidden on the lists – `;
    this.#showRows(jobs, now);
  }

  /**
   * @param {Kept[]} jobs
   * @param {number} now
   */
  #showRows(jobs, now) {
    const wanted = new Map(jobs.map((job) => [job.slug, job]));
    const isComplete = jobs.every((job) => this.shown.has(job.slug) && textOf(this.shown.get(job.slug)) === textOf(job));
    for (const [slug, job] of wanted) this.shown.set(slug, job);
    if (!isComplete) {
      const sorted = [...this.shown.values()].sort((a, b) => rank(a, now) - rank(b, now));
      this.list.replaceChildren(...sorted.map((job) => makeRow(describe(job, ROOT), now)));
      update(now, this.list);
    }
    for (const row of /** @type {HTMLElement[]} */ ([...this.list.children])) {
      row.classList.toggle("jb-row--removed", !wanted.has(row.dataset.slug ?? ""));
    }
    this.list.hidden = this.shown.size === 0;
    document.dispatchEvent(new CustomEvent("jobboard:rows", { detail: { list: this.list } }));
  }

  #ask() {
    const dialog = document.createElement("dialog");
    dialog.className = "jb-dialog md-typeset";
    const question = make("p", "jb-dialog__question");
    question.id = "jb-question";
    question.textContent = "Clear everything that this site keeps in this browser? This cannot be undone.";
    dialog.setAttribute("aria-labelledby", question.id);
    const answer = make("p", "jb-exports");
    const confirm = makeButton(CLEAR, () => {
      dialog.close();
      this.shown.clear();
      this.list.replaceChildren();
      clear();
      this.summary.tabIndex = -1;
      this.summary.focus();
    });
    answer.append(makeButton("Keep it", () => dialog.close()), confirm);
    dialog.append(question, answer);
    dialog.addEventListener("close", () => dialog.remove());
    this.place.append(dialog);
    dialog.showModal();
  }

  async #exportCalendar() {
    const now = Date.now();
    const jobs = saved().filter((job) => isDue(job, now));
    this.said.textContent = "";
    try {
      const { calendar, gone } = await joinCalendars(jobs, ROOT);
      if (calendar) download(calendar, "text/calendar", `${FILE}.ics`);
      if (gone.length) this.said.textContent = sayGone(gone);
    } catch {
      this.said.textContent = UNREACHABLE;
    }
  }

  #exportTable() {
    download(makeTable(saved(), publishedRoot("../"), Date.now()), "text/csv", `${FILE}.csv`);
  }
}

/**
 * Which positions the calendar does without, and why.
 * @param {Kept[]} gone
 */
function sayGone(gone) {
  const whose = gone.length === 1 ? "it" : "them";
  return `Left out, because the site has no deadline for ${whose} any more: ${gone.map(({ title }) => title).join(BETWEEN)}`;
}

/**
 * All that a position's row says, to compare.
 * @param {Kept | undefined} job
 */
function textOf(job) {
  return JSON.stringify(job && describe(job, ROOT));
}

/**
 * @param {string} tag
 * @param {string} name
 * @returns {HTMLElement}
 */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

const place = /** @type {HTMLElement | null} */ (document.querySelector("#jb-saved"));
if (place) {
  const page = new SavedPage(place);
  page.show();
  place.dataset.ready = "";
  followClock(() => page.show(), nextClosing); // the number of open ones follows the clock
}
