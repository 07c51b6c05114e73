/** The list of positions: the rows that fit, made from the columns of the index as they come into sight. */

import { addressOf } from "../kept.js";
import { makeRow } from "../row.js";
import { DAY } from "../time.js";
import { BETWEEN } from "../words.js";
import { numbersOf } from "./index.js";
import { EVERYTHING } from "./search.js";

/** Rows made at once, and how many more when the reader comes near the end. */
const FIRST = 7;
const MORE = 12;

/** The rows on the page, the first of those that fit. */
export class Rows {
  /**
   * @param {HTMLOListElement} list
   * @param {import("./index.js").Index} index
   * @param {string} root the way to the site's root
   */
  constructor(list, index, root) {
    this.list = list;
    this.index = index;
    this.root = root;
    /** The link of each tag that has a page. */
    this.tags = index.values.tag.map(
      ([slug, label], tag) => (index.tags[tag][1] ? { address: `${root}tags/${slug}/`, label } : null),
    );
    const numbers = new Map(index.jobs.slug.map((slug, job) => [slug, job]));
    /** The rows of the page itself are those of the first jobs. @type {HTMLElement[]} */
    this.rows = /** @type {HTMLElement[]} */ ([...list.children]).filter(({ dataset }) => numbers.has(dataset.slug ?? ""));
    this.jobs = this.rows.map(({ dataset }) => /** @type {number} */ (numbers.get(dataset.slug ?? "")));
    this.explain = EVERYTHING.explain;
    /** Why each of the rows is there. */
    this.notes = this.rows.map(() => "");
    /** Whether the end of the list is in sight, or nearly. */
    this.isNear = false;
    this.isSettled = false;
    this.end = document.createElement("div");
    list.after(this.end);
    new IntersectionObserver((entries) => {
      this.isNear = entries.at(-1)?.isIntersecting ?? false;
      if (this.isNear && this.isSettled && this.#append()) this.#tell();
    }, { rootMargin: "600px" }).observe(this.end);
    addEventListener("beforeprint", () => { // paper has no end to come near to
      while (this.#append());
    });
  }

  /**
   * Show the first positions at once, and those that stand where they should. Rows that are there already are used
   * again; `settle` brings the others.
   * @param {number[]} jobs all positions that fit, in their order
   * @param {import("./search.js").Matches["explain"]} explain why each of them is found
   * @param {number} hidden positions that would be here, had the reader not hidden them
   * @param {boolean} staysInPlace whether as many rows as before are made at once, so that nothing scrolls
   */
  show(jobs, explain, hidden, staysInPlace) {
    const differing = this.rows.findIndex((_, place) => jobs[place] !== this.jobs[place]);
    const standing = staysInPlace || differing < 0 ? this.rows.length : differing;
    const number = Math.max(FIRST, standing);
    const known = new Map(this.rows.map((row, place) => [this.jobs[place], { row, note: this.notes[place] }]));
    const now = Date.now();
    this.explain = explain;
    this.jobs = jobs;
    this.notes = jobs.slice(0, number).map((job) => this.#note(job));
    this.rows = this.notes.map((note, place) => {
      const before = known.get(jobs[place]);
      return before?.note === note ? before.row : this.#row(jobs[place], note, now);
    });
    this.hidden = hidden;
    this.isSettled = false;
    const { children } = this.list;
    this.rows.forEach((row, place) => {
      if (children[place] !== row) this.list.insertBefore(row, children[place]);
    });
    while (children.length > this.rows.length) this.list.lastElementChild?.remove();
  }

  /** Make what a keystroke need not wait for: more rows, and what other scripts add to them. */
  settle() {
    this.isSettled = true;
    if (this.isNear) this.#append();
    this.#tell();
  }

  /**
   * Make more rows.
   * @returns {boolean} whether there were any left
   */
  #append() {
    const now = Date.now();
    const next = this.jobs.slice(this.rows.length, this.rows.length + MORE);
    const notes = next.map((job) => this.#note(job));
    const rows = next.map((job, place) => this.#row(job, notes[place], now));
    this.list.append(...rows);
    this.rows.push(...rows);
    this.notes.push(...notes);
    return next.length > 0;
  }

  /** Tell other scripts of the rows, so that they can add to them. */
  #tell() {
    document.dispatchEvent(new CustomEvent("jobboard:rows", { detail: { list: this.list, hidden: this.hidden } }));
  }

  /** @param {number} job */
  #note(job) {
    const tags = this.#tags(job).map(({ label }) => label);
    return this.explain(job, () => [this.index.jobs.title[job], this.#line(job), ...tags]);
  }

  /** @param {number} job */
  #line(job) {
    const { jobs, words } = this.index;
    const line = [words.organization[jobs.organization[job]], words.where[jobs.where[job]], words.mode[jobs.mode[job]]];
    return line.filter(Boolean).join(BETWEEN);
  }

  /** @param {number} job */
  #tags(job) {
    return numbersOf(this.index.has.tag[job]).flatMap((tag) => this.tags[tag] ?? []);
  }

  /**
   * @param {number} job
   * @param {string} note
   * @param {number} now
   */
  #row(job, note, now) {
    const { jobs, words } = this.index;
    return makeRow({
      slug: jobs.slug[job],
      address: this.root + addressOf(jobs.slug[job]),
      title: jobs.title[job],
      where: this.#line(job),
      tags: this.#tags(job),
      note,
      posted: new Date(jobs.posted[job] * DAY).toISOString().slice(0, 10),
      closes: jobs.closes[job] * 1000,
      closing: words.closing[jobs.closing[job]],
      hasDeadline: jobs.closing[job] > 0,
      soon: this.index.closing_soon,
      since: words.since[jobs.since[job]],
      pay: words.pay[jobs.pay[job]],
    }, now);
  }
}
