/** Buttons to save, mark and hide a position, on every list and job page; and which positions are new. */

import { Notice } from "./notice.js";
import { readPage, readRow } from "./read-job.js";
import {
  areHiddenShown, countHidden, isHidden, isMarked, isNew, isSaved, renew, sayFleeting, showHidden, subscribe, toggle,
} from "./store.js";

/** @typedef {import("./store.js").Kind} Kind */

/** What a button says, before and after. */
const LABELS = { saved: ["Save", "Saved"], applied: ["Mark as applied", "Applied"], hidden: ["Hide", "Hidden"] };
const ROWS = "ol.jb-rows > li.jb-row[data-slug]";
/** Lists of what the reader has chosen (`data-kept`) show everything. */
const BOARD_ROWS = "ol.jb-rows:not([data-kept]) > li.jb-row[data-slug]";
const PAGE = "article.jb-job[data-slug]";

const notice = new Notice();
/** The line of each list that says how many are hidden. @type {WeakMap<Element, HTMLElement>} */
const lines = new WeakMap();
/** How many positions a list leaves out that another script makes. @type {WeakMap<Element, () => number>} */
const leftOut = new WeakMap();
/** The button to return to when a list is made anew. @type {{slug: string, kind: string} | null} */
let focused = null;

/** Give what is on the page its buttons; what has them stays as it is. */
function decorate() {
  for (const row of all(ROWS)) {
    if (marksOf(row)) continue;
    const kinds = row.matches(BOARD_ROWS) ? ["applied", "hidden", "saved"] : ["applied", "saved"];
    row.append(makeMarks(kinds, readRow(row).title));
    if (row.matches(BOARD_ROWS) && isSaved(row.dataset.slug ?? "")) renew(readRow(row));
    if (isNew(row.dataset.posted) && row.dataset.closes) row.querySelector(".jb-row__title")?.append(makeNew());
    show(row);
  }
  for (const page of all(PAGE)) {
    if (marksOf(page)) continue;
    (page.querySelector(".jb-facts") ?? page).append(makeMarks(["saved", "applied"], readPage(page).title));
    if (isSaved(page.dataset.slug ?? "")) renew(readPage(page));
    show(page);
  }
  for (const list of all("ol.jb-rows:not([data-kept])")) countHiddenOf(list);
  returnFocus();
}

/** Bring every button and row up to what is kept. */
function update() {
  for (const element of all(`${ROWS}, ${PAGE}`)) show(element);
  for (const list of all("ol.jb-rows:not([data-kept])")) countHiddenOf(list);
}

/** @param {HTMLElement} element a row or a job page */
function show(element) {
  const { slug = "" } = element.dataset;
  for (const button of marksOf(element)?.querySelectorAll("button") ?? []) {
    const kind = /** @type {Kind} */ (button.dataset.kind);
    const isPressed = isMarked(kind, slug);
    button.setAttribute("aria-pressed", String(isPressed));
    if (button.firstChild) button.firstChild.textContent = LABELS[kind][Number(isPressed)];
  }
  if (!element.matches(BOARD_ROWS)) return;
  element.hidden = isHidden(slug);
  element.classList.toggle("jb-row--hidden", isMarked("hidden", slug));
}

/**
 * @param {string[]} kinds
 * @param {string} title names the position to whoever does not see beside what the button is
 */
function makeMarks(kinds, title) {
  const marks = document.createElement("p");
  marks.className = "jb-marks";
  for (const kind of kinds) {
    const button = document.createElement("button");
    const name = document.createElement("span");
    button.type = "button";
    button.dataset.kind = kind;
    name.className = "jb-hidden";
    name.textContent = ` ${title}`;
    button.append("", name);
    marks.append(button);
  }
  return marks;
}

function makeNew() {
  const label = document.createElement("span");
  label.className = "jb-new";
  label.textContent = "new";
  label.title = "Announced since your last visit";
  return label;
}

/**
 * Say above a list how many positions it leaves out, and offer to show them.
 * @param {HTMLElement} list
 */
function countHiddenOf(list) {
  const rows = /** @type {HTMLElement[]} */ ([...list.children]);
  const number = leftOut.get(list)?.() ?? rows.filter((row) => isMarked("hidden", row.dataset.slug ?? "")).length;
  if (!number && !lines.has(list)) return;
  const line = lines.get(list) ?? makeLine(list);
  line.hidden = number === 0;
  const [text, button] = line.children;
  text.textContent = `${number} hidden – `;
  button.textContent = areHiddenShown() ? "leave out" : "show";
}

/** @param {HTMLElement} list */
function makeLine(list) {
  const line = document.createElement("p");
  const button = document.createElement("button");
  line.className = "jb-hiding";
  button.type = "button";
  button.className = "jb-link";
  button.addEventListener("click", () => showHidden(!areHiddenShown()));
  line.append(document.createElement("span"), button);
  list.before(line);
  lines.set(list, line);
  return line;
}

/** @param {MouseEvent} event a click anywhere */
function act(event) {
  const button = event.target instanceof Element && event.target.closest(".jb-marks button");
  const element = button && /** @type {HTMLElement | null} */ (button.closest(`${ROWS}, ${PAGE}`));
  if (!element) return;
  const kind = /** @type {Kind} */ (/** @type {HTMLElement} */ (button).dataset.kind);
  const job = element.matches(PAGE) ? readPage(element) : readRow(element);
  focused = { slug: job.slug, kind };
  const next = kind === "hidden" && !areHiddenShown() ? neighbourOf(element) : null;
  if (next) focused.slug = next.dataset.slug ?? "";
  const isMarkedNow = toggle(kind, job);
  returnFocus();
  if (kind === "hidden" && isMarkedNow && !areHiddenShown()) offerUndo(job);
  else notice.say(isMarkedNow ? sayFleeting() : "");
}

/** @param {import("./store.js").Job} job hidden just now */
function offerUndo(job) {
  const text = `Hidden: ${job.title}. ${sayFleeting()}`.trim();
  notice.say(text, "Undo", () => {
    focused = { slug: job.slug, kind: "hidden" };
    if (isMarked("hidden", job.slug)) toggle("hidden", job);
    returnFocus();
  });
}

/**
 * The row that takes the place of one that goes.
 * @param {HTMLElement} row
 */
function neighbourOf(row) {
  const rows = [...(row.parentElement?.querySelectorAll(":scope > li.jb-row:not([hidden])") ?? [])];
  const at = rows.indexOf(row);
  return /** @type {HTMLElement | undefined} */ (rows[at + 1] ?? rows[at - 1]);
}

/** Put the focus on the button that was used, or the next row's, when its own row has gone or was made anew. */
function returnFocus() {
  if (!focused || (document.activeElement && document.activeElement !== document.body && isShown(document.activeElement))) return;
  const { slug, kind } = focused;
  const row = all(`${ROWS}, ${PAGE}`).find((element) => element.dataset.slug === slug && !element.hidden);
  const target = row ?? all(".jb-hiding:not([hidden])")[0];
  /** @type {HTMLElement | null | undefined} */ (target?.querySelector(`button[data-kind="${kind}"], .jb-link`))?.focus();
}

/** @param {Element} element */
function isShown(element) {
  return element.isConnected && !element.closest("[hidden]");
}

/** @param {Element} element */
function marksOf(element) {
  return element.querySelector(".jb-marks");
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function all(selector) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))];
}

decorate();
subscribe(update);
document.addEventListener("jobboard:rows", (event) => {
  const { list, hidden } = /** @type {CustomEvent<{list: Element, hidden?: number}>} */ (event).detail;
  if (!list.matches("[data-kept]")) leftOut.set(list, () => hidden ?? countHidden());
  decorate();
});
document.addEventListener("click", act);
document.addEventListener("focusin", (event) => {
  const button = event.target instanceof Element && event.target.closest(".jb-marks button");
  if (!button) focused = null;
});
