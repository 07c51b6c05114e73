/** The filter panel: check boxes with live counts. */

import { FILTERS } from "./engine.js";

const HEADINGS = {
  position: "Kind of position", country: "Country", mode: "Work mode", stage: "Career stage", employment: "Employment",
  contract: "Contract", salary: "Pay", visa: "Visa",
};
const ORDER = ["position", "country", "mode", "stage", "tag", "employment", "contract", "salary", "visa"];
const DEADLINES = [[7, "7 days"], [14, "2 weeks"], [30, "a month"], [90, "3 months"]];
/** Values shown of each filter; the rest is behind "more". */
const SHOWN = 8;

export class Filters {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./engine.js").Index} index
   * @param {() => void} onChange
   */
  constructor(form, index, onChange) {
    this.form = form;
    this.index = index;
    /** @type {Map<string, { box: HTMLInputElement, count: HTMLElement, row: HTMLElement }>} */
    this.boxes = new Map();
    this.within = document.createElement("select");
    for (const name of ORDER) {
      if (name === "tag") index.groups.forEach((heading, group) => this.#addGroup("tag", heading, group));
      else this.#addGroup(name, HEADINGS[/** @type {keyof typeof HEADINGS} */ (name)]);
    }
    this.#addDeadline();
    /** The places of the counts, for each filter and value. */
    this.places = FILTERS.map((name) => index.values[name].map(([slug]) => this.boxes.get(`${name}/${slug}`)));
    form.addEventListener("change", onChange);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** What is chosen in the form. */
  read() {
    /** @type {Record<string, Set<string>>} */
    const values = Object.fromEntries(FILTERS.map((name) => [name, new Set()]));
    for (const { box } of this.boxes.values()) if (box.checked) values[box.name].add(box.value);
    return { values, within: Number(this.within.value) };
  }

  /** @param {import("./address.js").State} state */
  write(state) {
    for (const { box } of this.boxes.values()) box.checked = state.values[box.name].has(box.value);
    this.within.value = DEADLINES.some(([days]) => days === state.within) ? String(state.within) : "0";
  }

  /** @param {Uint32Array[]} counts for each filter and value */
  showCounts(counts) {
    this.places.forEach((places, filter) => {
      places.forEach((found, number) => {
        if (!found) return;
        const text = String(counts[filter][number]);
        if (found.count.textContent !== text) {
          found.count.textContent = text;
          found.row.classList.toggle("jb-choice--none", text === "0");
        }
      });
    });
  }

  /**
   * @param {string} name
   * @param {string} heading
   * @param {number} [group]
   */
  #addGroup(name, heading, group) {
    const entries = this.index.values[name].filter(([, , own]) => group === undefined || own === group);
    if (!entries.length) return;
    entries.sort((a, b) => a[1].localeCompare(b[1]));
    const fieldset = this.#fieldset(heading);
    const rest = entries.length > SHOWN + 2 ? entries.splice(SHOWN) : [];
    fieldset.append(...entries.map(([slug, label]) => this.#choice(name, slug, label)));
    if (!rest.length) return;
    const more = document.createElement("details");
    more.className = "jb-more";
    const summary = document.createElement("summary");
    summary.textContent = `${rest.length} more`;
    summary.setAttribute("aria-label", `${rest.length} more: ${heading}`);
    more.append(summary, ...rest.map(([slug, label]) => this.#choice(name, slug, label)));
    fieldset.append(more);
  }

  /**
   * @param {string} name
   * @param {string} slug
   * @param {string} label
   */
  #choice(name, slug, label) {
    const row = document.createElement("label");
    row.className = "jb-choice";
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = name;
    box.value = slug;
    const text = document.createElement("span");
    text.textContent = label;
    const count = document.createElement("span");
    count.className = "jb-count";
    row.append(box, text, count);
    this.boxes.set(`${name}/${slug}`, { box, count, row });
    return row;
  }

  #addDeadline() {
    const fieldset = this.#fieldset("Deadline within");
    this.within.name = "deadline";
    this.within.setAttribute("aria-label", "Deadline within");
    for (const [days, label] of [[0, "any time"], ...DEADLINES]) {
      this.within.append(new Option(String(label), String(days)));
    }
    fieldset.append(this.within);
  }

  /** @param {string} heading */
  #fieldset(heading) {
    const fieldset = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = heading;
    fieldset.append(legend);
    this.form.append(fieldset);
    return fieldset;
  }
}
