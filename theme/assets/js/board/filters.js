/** The filter panel: check boxes with live counts. */

/** @typedef {import("./address.js").State} State */

/** Values shown of each filter; the rest is behind "more". */
const SHOWN = 8;

/** The check boxes of every filter, and the choice of a deadline. */
export class Filters {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./index.js").Index} index
   * @param {() => void} onChange
   */
  constructor(form, index, onChange) {
    this.form = form;
    this.index = index;
    /** @type {Map<string, { box: HTMLInputElement, count: HTMLElement, row: HTMLElement }>} */
    this.boxes = new Map();
    this.within = document.createElement("select");
    for (const [name, heading] of [...index.filters].sort(([, , one], [, , other]) => one - other)) {
      if (name === "deadline") this.#addDeadline(heading);
      else if (name === "tag") index.groups.forEach((group, number) => this.#addTags(group, number));
      else this.#addValues(name, heading, index.values[name]);
    }
    /** The places of the counts, for each filter and value. */
    this.places = Object.entries(index.values).map(
      ([name, values]) => values.map(([slug]) => this.boxes.get(`${name}/${slug}`)),
    );
    form.addEventListener("change", onChange);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** The part of the state that the form says. */
  read() {
    /** @type {State["values"]} */
    const values = Object.fromEntries(Object.keys(this.index.values).map((name) => [name, new Set()]));
    for (const { box } of this.boxes.values()) if (box.checked) values[box.name].add(box.value);
    return { values, within: Number(this.within.value) };
  }

  /**
   * Let the form say a state.
   * @param {State} state
   */
  write(state) {
    const isChoice = this.index.deadlines.some(([days]) => days === state.within);
    for (const { box } of this.boxes.values()) box.checked = state.values[box.name].has(box.value);
    this.within.value = isChoice ? String(state.within) : "0";
  }

  /**
   * Say beside each value how many positions would fit with it.
   * @param {Uint32Array[]} counts for each filter and value
   */
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
   * @param {string} heading
   * @param {number} group
   */
  #addTags(heading, group) {
    const { tags, values } = this.index;
    this.#addValues("tag", heading, values.tag.filter((_, tag) => tags[tag][0] === group));
  }

  /**
   * @param {string} name
   * @param {string} heading
   * @param {[slug: string, label: string][]} values
   */
  #addValues(name, heading, values) {
    if (!values.length) return;
    const choices = [...values]
      .sort(([, one], [, other]) => one.localeCompare(other))
      .map(([slug, label]) => this.#choice(name, slug, label));
    const rest = choices.length > SHOWN + 2 ? choices.splice(SHOWN) : [];
    const fieldset = this.#fieldset(heading);
    fieldset.append(...choices);
    if (!rest.length) return;
    const more = document.createElement("details");
    more.className = "jb-more";
    const summary = document.createElement("summary");
    summary.textContent = `${rest.length} more`;
    summary.setAttribute("aria-label", `${rest.length} more: ${heading}`);
    more.append(summary, ...rest);
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

  /** @param {string} heading */
  #addDeadline(heading) {
    this.within.name = "deadline";
    this.within.setAttribute("aria-label", heading);
    this.within.append(...this.index.deadlines.map(([days, label]) => new Option(label, String(days))));
    this.#fieldset(heading).append(this.within);
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
