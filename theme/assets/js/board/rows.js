/** The list of positions: the same rows as `theme/board/row.html` prints, from the columns of the index. */

import { DAY, sayRemaining } from "../time.js";

/** Rows made at once, and how many more when the reader comes near the end. */
const FIRST = 7;
const MORE = 12;

export class Rows {
  /**
   * @param {HTMLOListElement} list
   * @param {import("./engine.js").Index} index
   * @param {string} root the way to the site's root
   */
  constructor(list, index, root) {
    this.list = list;
    this.index = index;
    this.root = root;
    this.template = /** @type {HTMLTemplateElement} */ (document.querySelector("#board-row"));
    /** @type {number[]} */
    this.jobs = [];
    /** @type {HTMLElement[]} one for each of the first jobs */
    this.rows = [];
    /** @type {Set<number>} */
    this.described = new Set();
    /** Whether the end of the list is in sight, or nearly. */
    this.isNear = false;
    this.isSettled = false;
    this.end = document.createElement("div");
    list.after(this.end);
    new IntersectionObserver((entries) => {
      this.isNear = entries.at(-1)?.isIntersecting ?? false;
      if (this.isNear && this.isSettled && this.#append()) this.#tell();
    }, { rootMargin: "600px" }).observe(this.end);
  }

  /**
   * Show the first of *jobs*, in this order, with the rows there are; `settle` brings what a keystroke need not wait for.
   * @param {number[]} jobs
   * @param {Set<number>} described positions that only their description makes fit
   * @param {number} hidden positions that would be here, had the reader not hidden them
   * @param {boolean} staysInPlace whether as many rows as before are made at once, so that nothing scrolls
   */
  show(jobs, described, hidden, staysInPlace) {
    const number = staysInPlace ? Math.max(FIRST, this.rows.length) : FIRST;
    const known = new Map(this.rows.map((row, place) => [this.jobs[place], row]));
    const isSame = (/** @type {number} */ job) => this.described.has(job) === described.has(job);
    const now = Date.now();
    this.rows = jobs.slice(0, number).map((job) => (isSame(job) && known.get(job)) || this.#row(job, described, now));
    this.jobs = jobs;
    this.described = described;
    this.hidden = hidden;
    this.isSettled = false;
    const { children } = this.list;
    this.rows.forEach((row, place) => {
      if (children[place] !== row) this.list.insertBefore(row, children[place]);
    });
    while (children.length > this.rows.length) this.list.lastElementChild?.remove();
  }

  /** No further keystroke follows for now: make more rows, and let others add to them. */
  settle() {
    this.isSettled = true;
    if (this.isNear) this.#append();
    this.#tell();
  }

  /** @returns {boolean} whether there were more */
  #append() {
    const now = Date.now();
    const next = this.jobs.slice(this.rows.length, this.rows.length + MORE).map((job) => this.#row(job, this.described, now));
    this.list.append(...next);
    this.rows.push(...next);
    return next.length > 0;
  }

  /** Let others add to the rows. */
  #tell() {
    document.dispatchEvent(new CustomEvent("jobboard:rows", { detail: { list: this.list, hidden: this.hidden } }));
  }

  /**
   * @param {number} job
   * @param {Set<number>} described
   * @param {number} now
   */
  #row(job, described, now) {
    const { jobs, words, values } = this.index;
    const fragment = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    const row = /** @type {HTMLElement} */ (fragment.firstElementChild);
    const closes = jobs.closes[job] * 1000;
    row.dataset.slug = jobs.slug[job];
    row.dataset.posted = new Date(jobs.posted[job] * DAY).toISOString().slice(0, 10);
    row.dataset.closes = new Date(closes).toISOString();
    const [title, where, tags, when] = /** @type {HTMLElement[]} */ ([...row.children]);
    const link = /** @type {HTMLAnchorElement} */ (title.firstElementChild);
    link.textContent = jobs.title[job];
    link.href = `${this.root}jobs/${jobs.slug[job]}/`;
    const mode = jobs.mode[job].length && jobs.country[job].length ? values.mode[jobs.mode[job][0]][1] : "";
    where.textContent = [words.organization[jobs.organization[job]], words.where[jobs.where[job]], mode].filter(Boolean).join(" · ");
    for (const number of jobs.tag[job]) {
      const tag = document.createElement("a");
      tag.href = `${this.root}tags/${values.tag[number][0]}/`;
      tag.textContent = values.tag[number][1];
      tags.append(tag, " ");
    }
    if (described.has(job)) tags.append(span("jb-row__found", "in the description"));
    when.append(...this.#when(job, closes, now));
    return row;
  }

  /**
   * @param {number} job
   * @param {number} closes
   * @param {number} now
   */
  #when(job, closes, now) {
    const { jobs, words, closing_soon: soon } = this.index;
    const closing = words.closing[jobs.closing[job]];
    const pay = words.pay[jobs.pay[job]];
    const parts = [];
    if (closing) {
      const day = document.createElement("time");
      day.className = "jb-row__day";
      day.dateTime = new Date(closes).toISOString();
      day.textContent = closing;
      const left = span("jb-left", sayRemaining(Math.max(0, closes - now)));
      left.dataset.left = String(soon);
      left.classList.toggle("jb-left--soon", closes - now <= soon * DAY);
      parts.push(day, left);
    } else {
      const posted = new Date(jobs.posted[job] * DAY);
      const text = posted.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
      parts.push(span("jb-row__day", "Rolling"), span("jb-row__since", `posted ${text}`));
    }
    if (pay) parts.push(span("jb-row__pay", pay));
    return parts;
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function span(name, text) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}
