/** The page of saved positions: their list, their export, and the way to clear everything. */

import { hasDeadline, isClosed, makeCalendar, makeTable } from "./export.js";
import { clear, countHidden, isLasting, saved, subscribe, unhideAll } from "./store.js";
import { sayForReader, update } from "./time.js";

/** @typedef {ReturnType<typeof saved>[number]} Kept */

const ROOT = new URL("../../", import.meta.url);
/** Days before a deadline from which on it is called soon. */
const SOON = 7;
const NOTHING = "Nothing is saved yet. Beside each position is a button that saves it.";
const FORGETFUL = "This browser keeps nothing for this site: what you save is lost when you leave the page.";

/** The root under which the site is published, which may not be where it is read. */
function publishedRoot() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return canonical ? new URL("../", canonical.href) : ROOT;
}

class SavedPage {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.summary = make("p", "jb-lead");
    this.warning = make("p", "jb-forgetful");
    this.warning.textContent = FORGETFUL;
    this.list = make("ol", "jb-rows");
    this.hidden = make("p", "jb-hiding");
    this.hidden.append("", makeButton("show again", unhideAll, "jb-link"));
    this.calendar = makeButton("Calendar (.ics)", () => this.#download("text/calendar", "ics", makeCalendar));
    this.table = makeButton("Spreadsheet (.csv)", () => this.#download("text/csv", "csv", makeTable));
    this.clearing = makeButton("Clear everything", () => this.#ask());
    this.exports = make("p", "jb-exports");
    /** What the reader has taken out on this page stays in sight, to be put back. @type {Map<string, Kept>} */
    this.shown = new Map();
    this.summary.setAttribute("role", "status");
    this.list.setAttribute("aria-label", "Saved positions");
    this.list.dataset.kept = "";
    this.exports.append("Take them with you: ", this.calendar, this.table);
    const end = make("p", "jb-clearing");
    end.append(this.clearing);
    place.replaceChildren(this.summary, this.warning, this.list, this.hidden, this.exports, end);
    subscribe((kind) => {
      if (kind !== "visit") this.show();
    });
  }

  show() {
    const jobs = saved();
    const now = Date.now();
    const open = jobs.filter((job) => !isClosed(job, now));
    const summary = jobs.length ? `${say(jobs.length)} saved, ${open.length} of them open.` : NOTHING;
    if (this.summary.textContent !== summary) this.summary.textContent = summary; // else it is read out again
    this.warning.hidden = isLasting();
    this.exports.hidden = jobs.length === 0;
    this.calendar.disabled = !jobs.some(hasDeadline);
    this.clearing.disabled = !jobs.length && !countHidden();
    this.hidden.hidden = !countHidden();
    if (this.hidden.firstChild) this.hidden.firstChild.textContent = `${say(countHidden())} hidden on the lists – `;
    this.#showRows(jobs, now);
  }

  /**
   * @param {Kept[]} jobs
   * @param {number} now
   */
  #showRows(jobs, now) {
    const wanted = new Map(jobs.map((job) => [job.slug, job]));
    const isComplete = jobs.every((job) => this.shown.has(job.slug) && describe(this.shown.get(job.slug)) === describe(job));
    for (const [slug, job] of wanted) this.shown.set(slug, job);
    if (!isComplete) {
      const sorted = [...this.shown.values()].sort((a, b) => rank(a, now) - rank(b, now));
      this.list.replaceChildren(...sorted.map(makeRow));
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
    const confirm = makeButton("Clear everything", () => {
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

  /**
   * @param {string} type
   * @param {string} ending
   * @param {(jobs: Kept[], root: URL, now: number) => string} write
   */
  #download(type, ending, write) {
    const file = new Blob([write(saved(), publishedRoot(), Date.now())], { type: `${type};charset=utf-8` });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `saved-positions.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

/** @param {Kept} job a row as the board's lists have them */
function makeRow(job) {
  const row = make("li", "jb-row");
  const title = make("h2", "jb-row__title");
  const link = document.createElement("a");
  const where = make("p", "jb-row__where");
  const when = make("p", "jb-row__when");
  row.dataset.slug = job.slug;
  link.href = new URL(job.address, ROOT).href;
  link.textContent = job.title;
  title.append(link);
  where.textContent = job.organization;
  if (job.isEnded || !job.closes) {
    const day = make("span", "jb-row__day");
    row.classList.toggle("jb-row--closed", job.isEnded);
    day.textContent = job.isEnded ? "Closed" : "Rolling";
    when.append(day);
  } else {
    row.dataset.closes = job.closes;
    when.append(...makeDeadline(job, job.closes));
  }
  row.append(title, where, when);
  return row;
}

/**
 * @param {Kept} job
 * @param {string} closes
 */
function makeDeadline(job, closes) {
  if (!job.deadline) {
    const rolling = make("span", "jb-row__day");
    rolling.textContent = "Rolling";
    return [rolling];
  }
  const day = document.createElement("time");
  day.className = "jb-row__day";
  day.dateTime = closes;
  day.textContent = job.deadline;
  const own = make("span", "jb-row__since");
  own.textContent = `${sayForReader(Date.parse(closes))} for you`;
  const left = make("span", "jb-left");
  left.dataset.left = String(SOON);
  return [day, own, left];
}

/**
 * The next deadline first, then what has none, then what is closed.
 * @param {Kept} job
 * @param {number} now
 */
function rank(job, now) {
  const closes = Date.parse(job.closes ?? "");
  if (isClosed(job, now)) return 2e15 - (closes || 0);
  return job.deadline ? closes : 1e15;
}

/** @param {Kept | undefined} job what a row says of it */
function describe(job) {
  return JSON.stringify(job && [job.title, job.organization, job.closes, job.deadline, job.isEnded]);
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

/**
 * @param {string} label
 * @param {() => void} act
 * @param {string} [name] class
 */
function makeButton(label, act, name = "jb-button") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.textContent = label;
  button.addEventListener("click", act);
  return button;
}

/** @param {number} number */
function say(number) {
  return `${number} position${number === 1 ? "" : "s"}`;
}

const place = /** @type {HTMLElement | null} */ (document.querySelector("#jb-saved"));
if (place) {
  const page = new SavedPage(place);
  page.show();
  setInterval(() => page.show(), 60_000); // the number of open ones follows the clock
}
