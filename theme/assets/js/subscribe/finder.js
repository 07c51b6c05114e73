/** The feed finder: the reader chooses, or comes with the board's filter in the address, and gets the feeds for it. */

import { addressRow, copyButton, make, webcal } from "./addresses.js";
import { findFeeds, hasFeeds, readChoice, sayHolds, writeChoice } from "./feeds.js";

/** @typedef {import("./feeds.js").FeedFilter} FeedFilter */

/** Values from which on a list has a box to search in it. */
const MANY = 12;

/**
 * Put the finder into the page.
 * @param {HTMLElement} place an empty one behind what is said without JavaScript; the finder comes after it
 * @param {URL} root of the site
 */
export async function build(place, root) {
  for (const link of document.querySelectorAll('article a[href$=".ics"]')) {
    const address = new URL(/** @type {HTMLAnchorElement} */ (link).href);
    link.after(" · ", make("a", { href: webcal(address), textContent: "open", ariaLabel: "Open in a calendar program" }));
  }
  const answer = await fetch(new URL("board/feeds.json", root));
  if (!answer.ok) return;
  place.after(new Finder(await answer.json(), root).element);
}

/** The finder on the page. */
class Finder {
  /**
   * @param {import("./feeds.js").FeedList} list
   * @param {URL} root
   */
  constructor(list, root) {
    const { filters } = list;
    this.root = root;
    this.choice = readChoice(location.search, filters);
    /** @type {FeedFilter | null} the filter whose values are shown */
    this.shown = null;
    this.tabs = new Map(
      filters.filter(hasFeeds).filter(({ values }) => values.length).map((filter) => [filter, this.#makeTab(filter)]),
    );
    this.panel = make("div", { id: "finder-values", className: "jb-finder__values", role: "group", hidden: true });
    this.chips = make("ul", { className: "jb-finder__chips", ariaLabel: "Chosen" });
    this.status = make("p", { className: "jb-finder__status", role: "status" });
    this.feeds = make("ul", { className: "jb-finder__feeds" });
    this.board = make("p", { className: "jb-finder__board" });
    this.element = make(
      "section",
      { className: "jb-finder", ariaLabel: "Feed finder" },
      make("div", { className: "jb-finder__kinds" }, ...this.tabs.values()),
      this.panel,
      this.chips,
      this.status,
      this.feeds,
      make("p", { className: "jb-finder__holds", textContent: sayHolds(list) }),
      this.board,
    );
    this.#update();
  }

  /** @param {FeedFilter} filter */
  #makeTab(filter) {
    const tab = make("button", { type: "button", ariaExpanded: "false" });
    tab.setAttribute("aria-controls", "finder-values");
    tab.addEventListener("click", () => this.#show(this.shown === filter ? null : filter));
    return tab;
  }

  /** @param {FeedFilter | null} filter */
  #show(filter) {
    this.shown = filter;
    for (const [own, tab] of this.tabs) tab.ariaExpanded = String(own === filter);
    this.panel.hidden = filter === null;
    if (filter) this.#fillPanel(filter);
  }

  /** @param {FeedFilter} filter */
  #fillPanel(filter) {
    const chosen = this.choice.chosen.get(filter);
    const rows = filter.values.map(([slug, label, open]) => {
      const box = make("input", { type: "checkbox", name: filter.name, value: slug, checked: chosen?.has(slug) });
      box.addEventListener("change", () => this.#choose(filter, slug, box.checked));
      const count = make("span", { className: "jb-count", textContent: ` ${open} open` });
      return make("li", {}, make("label", {}, box, make("span", {}, label, count)));
    });
    const list = make("ul", {}, ...rows);
    this.panel.ariaLabel = filter.several;
    this.panel.replaceChildren(...(rows.length > MANY ? [this.#makeSearch(filter, rows)] : []), list);
  }

  /**
   * @param {FeedFilter} filter
   * @param {HTMLElement[]} rows
   */
  #makeSearch(filter, rows) {
    const search = make("input", { type: "search", autocomplete: "off" });
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase();
      rows.forEach((row, number) => {
        row.hidden = !filter.values[number][1].toLowerCase().includes(wanted);
      });
    });
    return make("label", { className: "jb-finder__search" }, `Find in ${rows.length} ${filter.several}`, search);
  }

  /**
   * @param {FeedFilter} filter
   * @param {string} slug
   * @param {boolean} isChosen
   */
  #choose(filter, slug, isChosen) {
    const slugs = this.choice.chosen.get(filter);
    if (isChosen) slugs?.add(slug);
    else slugs?.delete(slug);
    history.replaceState(history.state, "", writeChoice(location.search, this.choice.chosen) || location.pathname);
    this.#update();
  }

  #update() {
    for (const [filter, tab] of this.tabs) {
      const chosen = this.choice.chosen.get(filter)?.size ?? 0;
      tab.textContent = filter.heading + (chosen ? ` (${chosen})` : "");
    }
    const { feeds, sentence } = findFeeds(this.choice);
    this.status.textContent = sentence;
    this.chips.replaceChildren(...this.#makeChips());
    this.feeds.replaceChildren(...this.#makeFeeds(feeds));
    this.board.replaceChildren(...this.#makeBoard());
    this.board.hidden = !location.search;
  }

  /** The address that shows what is chosen as it is at any time, which no feed does. */
  *#makeBoard() {
    const { href } = new URL(location.search, this.root);
    yield "This address of the board always shows exactly what you chose: ";
    yield make("a", { href, textContent: "see these positions on the board" });
    yield " ";
    yield copyButton(() => href, "Copy", "Copy the address of these positions on the board");
  }

  *#makeChips() {
    for (const [filter, slugs] of this.choice.chosen) {
      for (const slug of slugs) {
        const label = filter.values.find(([found]) => found === slug)?.[1] ?? slug;
        const chip = make("button", { type: "button", textContent: label, ariaLabel: `Remove ${label}` });
        chip.addEventListener("click", () => this.#remove(filter, slug));
        yield make("li", {}, chip);
      }
    }
  }

  /**
   * @param {FeedFilter} filter
   * @param {string} slug
   */
  #remove(filter, slug) {
    const chips = [...this.chips.querySelectorAll("button")];
    const at = chips.findIndex((chip) => chip === document.activeElement);
    this.#choose(filter, slug, false);
    if (this.shown === filter) this.#show(filter);
    const left = this.chips.querySelectorAll("button");
    (left[Math.min(Math.max(at, 0), left.length - 1)] ?? this.tabs.get(filter))?.focus();
  }

  /** @param {import("./feeds.js").Feed[]} feeds */
  *#makeFeeds(feeds) {
    const addresses = (/** @type {string} */ file) => feeds.map(({ folder }) => new URL(folder + file, this.root).href);
    for (const { label, folder, open } of feeds) {
      const name = make("p", { className: "jb-finder__name" }, make("a", { href: new URL(folder, this.root).href, textContent: label }));
      if (open !== null) name.append(make("span", { className: "jb-count", textContent: ` ${open} open` }));
      const rows = [["RSS", "feed.xml"], ["Atom", "atom.xml"], ["JSON", "feed.json"], ["Calendar", "deadlines.ics"]].map(
        ([format, file]) => addressRow(format, new URL(folder + file, this.root), label),
      );
      yield make("li", {}, name, make("ul", { className: "jb-finder__addresses" }, ...rows));
    }
    if (feeds.length > 1) {
      const all = [
        copyButton(() => addresses("feed.xml").join("\n"), `Copy all ${feeds.length} RSS addresses`),
        copyButton(() => addresses("deadlines.ics").join("\n"), `Copy all ${feeds.length} calendar addresses`),
      ];
      yield make("li", { className: "jb-finder__all" }, ...all.filter((button) => button !== ""));
    }
  }
}
