/** The check boxes of one filter's values, each with its number of positions. */

/** Boxes shown at once; the rest is behind "more". */
const SHOWN = 8;
/** Values from which on the rest is found by typing. */
const MANY = 60;

/**
 * A value of a filter.
 * @typedef {object} Value
 * @property {string} slug
 * @property {string} label
 * @property {number} number its place in the index; -1 for one that the index does not know
 * @property {number} open positions with it, whatever else is asked for
 */

/** A list of boxes, which grows by what an address or the reader asks for. */
export class Values {
  /**
   * @param {string} name of the filter
   * @param {string} heading
   * @param {Value[]} values in the order in which they are shown
   */
  constructor(name, heading, values) {
    this.name = name;
    this.heading = heading;
    this.values = new Map(values.map((value) => [value.slug, value]));
    /** @type {Map<string, { box: HTMLInputElement, count: HTMLElement, row: HTMLElement, number: number }>} */
    this.choices = new Map();
    this.element = document.createElement("fieldset");
    this.element.append(Object.assign(document.createElement("legend"), { textContent: heading }));
    this.end = document.createComment("");
    this.element.append(this.end);
    const held = values.filter(({ open }) => open);
    const first = held.length > MANY ? most(held, SHOWN) : held.length > SHOWN + 2 ? held.slice(0, SHOWN) : held;
    for (const { slug } of first) this.#show(slug);
    if (held.length > MANY) this.element.append(this.#makeFinder(held));
    else if (held.length > first.length) this.element.append(this.#makeMore(held.slice(first.length)));
    this.element.hidden = !held.length;
  }

  /** The slugs chosen. */
  read() {
    return [...this.choices].filter(([, { box }]) => box.checked).map(([slug]) => slug);
  }

  /**
   * Choose slugs, and no others; a box is made for what has none.
   * @param {Iterable<string>} slugs
   */
  write(slugs) {
    const wanted = new Set(slugs);
    for (const slug of wanted) this.#show(slug);
    for (const [slug, { box, row }] of this.choices) {
      box.checked = wanted.has(slug);
      if (box.checked) row.closest("details.jb-more")?.setAttribute("open", "");
    }
    if (wanted.size) this.element.hidden = false;
  }

  /**
   * Whether a value belongs here.
   * @param {string} slug
   */
  has(slug) {
    return this.values.has(slug);
  }

  /**
   * Say beside each value how many positions would fit with it.
   * @param {ArrayLike<number>} counts by the values' places in the index
   */
  showCounts(counts) {
    for (const { row, count, number } of this.choices.values()) {
      const text = String(counts[number] ?? 0);
      if (count.textContent === text) continue;
      count.textContent = text;
      row.classList.toggle("jb-choice--none", text === "0");
    }
  }

  /** @param {string} slug that has a box from now on */
  #show(slug) {
    if (!this.choices.has(slug)) this.element.insertBefore(this.#makeChoice(slug), this.end);
  }

  /** @param {string} slug */
  #makeChoice(slug) {
    const { label, number } = this.values.get(slug) ?? { label: slug, number: -1 };
    const row = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: this.name, value: slug });
    const text = Object.assign(document.createElement("span"), { textContent: label });
    const count = Object.assign(document.createElement("span"), { className: "jb-count" });
    row.className = "jb-choice";
    row.append(box, text, count);
    this.choices.set(slug, { box, count, row, number });
    return row;
  }

  /** @param {Value[]} rest */
  #makeMore(rest) {
    const more = document.createElement("details");
    const summary = document.createElement("summary");
    more.className = "jb-more";
    summary.textContent = `${rest.length} more`;
    summary.setAttribute("aria-label", `${rest.length} more: ${this.heading}`);
    more.append(summary, ...rest.map(({ slug }) => this.#makeChoice(slug)));
    return more;
  }

  /**
   * A box to type a value's name in, completed by the browser.
   * @param {Value[]} held
   */
  #makeFinder(held) {
    const list = document.createElement("datalist");
    list.id = `values-${this.name}`;
    list.append(...held.map(({ label }) => new Option(label)));
    const input = document.createElement("input");
    input.className = "jb-choice__find";
    input.setAttribute("list", list.id);
    input.setAttribute("aria-label", `${this.heading}: find one of ${held.length}`);
    input.placeholder = `Find one of ${held.length}`;
    input.addEventListener("change", (event) => {
      const written = input.value.trim().toLowerCase();
      const found = held.find(({ label }) => label.toLowerCase() === written);
      if (!found) {
        event.stopPropagation();
        return;
      }
      input.value = "";
      this.write([...this.read(), found.slug]);
    });
    const both = document.createElement("div");
    both.append(input, list);
    return both;
  }
}

/**
 * The values with most positions, in their own order.
 * @param {Value[]} values
 * @param {number} number
 */
function most(values, number) {
  const ranked = new Set([...values].sort((one, other) => other.open - one.open).slice(0, number));
  return values.filter((value) => ranked.has(value));
}
