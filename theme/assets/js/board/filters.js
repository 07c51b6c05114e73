/** The filter panel: check boxes with live counts, and choices. */

import { CHOICES } from "./choices.js";
import { columnsOf, numbersOf } from "./index.js";
import { Choice, Pay } from "./single.js";
import { Values } from "./values.js";

/** @typedef {import("./address.js").State} State */

/** The controls of every filter. */
export class Filters {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./index.js").Index} index
   * @param {() => void} onChange
   */
  constructor(form, index, onChange) {
    this.form = form;
    this.index = index;
    this.open = countOpen(index);
    /** The filters with values, several lists of them for the tags. @type {Map<string, Values[]>} */
    this.lists = new Map(Object.keys(index.values).map((name) => [name, this.#makeLists(name)]));
    const units = unitsOf(index);
    this.pay = new Pay(units);
    /** @type {Record<string, Choice | Pay>} */
    this.choices = {
      based: new Choice("based", "Where the work is", index.choices.based),
      deadline: new Choice("deadline", "Deadline", index.choices.deadline),
      announced: new Choice("announced", "Announced", index.choices.announced),
      pay: this.pay,
    };
    for (const [name, heading] of [...index.filters].sort(([, , one], [, , other]) => one - other)) {
      const lists = this.lists.get(name);
      if (lists) form.append(...lists.map(({ element }) => element));
      else form.append(this.#fieldset(heading, this.choices[name].element));
    }
    this.pay.element.parentElement?.toggleAttribute("hidden", !units.length);
    this.lists.get("country")?.[0].element.querySelector("legend")?.after(this.choices.based.element);
    form.addEventListener("change", onChange);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      onChange();
    });
  }

  /** The part of the state that the form says. */
  read() {
    /** @type {State["values"]} */
    const values = Object.fromEntries(
      [...this.lists].map(([name, lists]) => [name, new Set(lists.flatMap((list) => list.read()))]),
    );
    return { values, choices: Object.fromEntries(CHOICES.map((name) => [name, this.choices[name].read()])) };
  }

  /**
   * Let the form say a state.
   * @param {State} state
   */
  write({ values, choices }) {
    for (const [name, lists] of this.lists) {
      for (const list of lists) {
        const isOwn = (/** @type {string} */ slug) => list.has(slug) || (list === lists[0] && !lists.some((other) => other.has(slug)));
        list.write([...values[name]].filter(isOwn));
      }
    }
    for (const name of CHOICES) this.choices[name].write(choices[name]);
    if (choices.pay) this.pay.element.parentElement?.removeAttribute("hidden");
  }

  /**
   * Say beside each value how many positions would fit with it.
   * @param {Uint32Array[]} counts for each filter and value
   */
  showCounts(counts) {
    [...this.lists.values()].forEach((lists, filter) => lists.forEach((list) => list.showCounts(counts[filter])));
  }

  /** @param {string} name of a filter with values */
  #makeLists(name) {
    const { groups, tags, values } = this.index;
    const all = values[name].map(([slug, label], number) => ({ slug, label, number, open: this.open[name][number] }));
    all.sort((one, other) => one.label.localeCompare(other.label));
    if (name === "tag") {
      return groups.map((heading, group) => new Values(name, heading, all.filter(({ number }) => tags[number][0] === group)));
    }
    const heading = this.index.filters.find(([own]) => own === name)?.[1] ?? name;
    const list = new Values(name, heading, all);
    if (name === "language" && all.length < 2) list.element.hidden = true; // where there is one, it is no choice
    return [list];
  }

  /**
   * @param {string} heading
   * @param {HTMLElement} control
   */
  #fieldset(heading, control) {
    const fieldset = document.createElement("fieldset");
    fieldset.append(Object.assign(document.createElement("legend"), { textContent: heading }), control);
    return fieldset;
  }
}

/**
 * How many positions each value of each filter has.
 * @param {import("./index.js").Index} index
 * @returns {Record<string, Uint32Array>}
 */
function countOpen(index) {
  const columns = columnsOf(index, "");
  return Object.fromEntries(Object.entries(index.values).map(([name, values]) => {
    const open = new Uint32Array(values.length);
    for (const text of columns[name]) for (const number of numbersOf(text)) open[number] += 1;
    return [name, open];
  }));
}

/**
 * In which currencies and for which periods amounts are stated, the most frequent first.
 * @param {import("./index.js").Index} index
 */
function unitsOf({ jobs, pays }) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  for (const pay of jobs.pay) {
    const [, unit] = pays[pay];
    if (unit) numbers.set(unit, (numbers.get(unit) ?? 0) + 1);
  }
  return [...numbers].sort(([one, more], [other, less]) => less - more || one.localeCompare(other)).map(([unit]) => unit);
}
