/**
 * What the reader keeps, in this browser only: saved, applied and hidden positions, saved searches, and when the last
 * visit ended.
 *
 * Everything is under one key of localStorage. Where the browser allows none, or it is full, everything still works
 * until the page is left. What a newer version of this site has written is read, and never overwritten; what is damaged
 * is set aside under a second key first.
 */

import { makeEmpty, readKept, writeKept } from "./kept.js";
import { DAY } from "./time.js";

/** @typedef {"saved" | "applied" | "hidden"} Kind */
/** @typedef {Kind | "searches" | "visit"} Part */

/**
 * A position as a page shows it.
 * @typedef {Omit<import("./kept.js").Saved, "since"> & {slug: string}} Job
 */

/** @type {(Kind | "searches")[]} */
const PARTS = ["saved", "applied", "hidden", "searches"];

const FORGETFUL = "Your browser keeps nothing for this site, so this lasts until you leave the page.";
const FULL = "Your browser has no more room for this site: what was kept stays, and what you change now lasts until you "
  + "leave the page.";
const NEWER = "A newer version of this site has written what is kept here. This one leaves it as it is, so what you change "
  + "now lasts until you leave the page.";

const ROOT = new URL("../../", import.meta.url).pathname;
/** Boards in several folders of one host share its localStorage. */
const KEY = ROOT === "/" ? "jobboard" : `jobboard:${ROOT}`;
const DAMAGED_KEY = `${KEY}:damaged`;

/** Milliseconds without activity after which a visit has ended. */
const VISIT_GAP = 30 * 60_000;
/** Milliseconds between two notes of activity. */
const NOTE_GAP = 60_000;

const changes = new EventTarget();
let kept = makeEmpty();
let lasts = true;
let isNewer = false;
let isFull = false;
let showsHidden = false;
/** What the store holds and cannot be read, until it is set aside. */
let unread = "";
/** What was changed here and could not be written yet. @type {((kept: import("./kept.js").Kept) => void)[]} */
let pending = [];
/** Whether a first visit begins when the reader does something; not after everything was cleared. */
let mayBegin = true;

/**
 * Whether the reader has saved the position.
 * @param {string} slug
 */
export function isSaved(slug) {
  return kept.saved.has(slug);
}

/**
 * Whether lists leave the position out; none, while the reader looks at the hidden ones.
 * @param {string} slug
 */
export function isHidden(slug) {
  return !showsHidden && kept.hidden.has(slug);
}

/**
 * Whether the reader has marked the position so, whatever lists show.
 * @param {Kind} kind
 * @param {string} slug
 */
export function isMarked(kind, slug) {
  return kept[kind].has(slug);
}

/** How many positions the reader has hidden, closed ones included. */
export function countHidden() {
  return kept.hidden.size;
}

/** Whether this page shows hidden positions for the time being. */
export function areHiddenShown() {
  return showsHidden;
}

/** Why what is kept does not outlast this page; empty when it does. */
export function sayFleeting() {
  if (lasts) return "";
  if (isNewer) return NEWER;
  return isFull ? FULL : FORGETFUL;
}

/** What is kept, to be read. */
export function keptNow() {
  return kept;
}

/**
 * The saved positions, in the order in which they were saved.
 * @returns {(Job & {since: string, applied: string | null})[]}
 */
export function saved() {
  return [...kept.saved].map(([slug, job]) => ({ slug, ...job, applied: kept.applied.get(slug) ?? null }));
}

/**
 * Whether a position came after the last visit. Its date is a day: one of the very day on which that visit ended may
 * have come after it, and is better marked twice than missed.
 * @param {string | undefined} posted ISO 8601 date
 */
export function isNew(posted) {
  return kept.visit.previous !== null && Date.parse(posted ?? "") + DAY > Date.parse(kept.visit.previous);
}

/**
 * Set the mark, or take it away. Who has applied wants to find the position again, so that it is saved, too.
 * @param {Kind} kind
 * @param {Job} job
 * @returns {boolean} whether it is marked now
 */
export function toggle(kind, job) {
  change(kind, () => {
    const now = new Date().toISOString();
    if (kept[kind].delete(job.slug)) return;
    if (kind !== "saved") kept[kind].set(job.slug, now);
    if (kind !== "hidden" && !kept.saved.has(job.slug)) kept.saved.set(job.slug, keepable(job, now));
  });
  return kept[kind].has(job.slug);
}

/**
 * Bring a saved position up to what a page says of it now. Lists say a deadline shorter than its page does.
 * @param {Job} seen
 */
export function renew(seen) {
  const old = kept.saved.get(seen.slug);
  if (!old) return;
  const isShorter = seen.closes === old.closes && seen.deadline.length < old.deadline.length;
  const isEnded = seen.isEnded && !(Date.parse(old.closes ?? "") < Date.now());
  const open = { ...keepable(seen, old.since), deadline: isShorter ? old.deadline : seen.deadline };
  const renewed = seen.isEnded ? { ...old, isEnded } : open;
  if (JSON.stringify(renewed) !== JSON.stringify(old)) change("saved", () => kept.saved.set(seen.slug, renewed));
}

/**
 * Show hidden positions on this page for the time being, or leave them out again.
 * @param {boolean} isShown
 */
export function showHidden(isShown) {
  showsHidden = isShown;
  tell("hidden");
}

/** Forget that any position is hidden. */
export function unhideAll() {
  change("hidden", () => kept.hidden.clear());
}

/** Forget everything, whichever version wrote it, the last visit included; the next page begins a first visit. */
export function clear() {
  kept = makeEmpty();
  isNewer = isFull = showsHidden = mayBegin = false;
  unread = "";
  pending = [];
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(DAMAGED_KEY);
    lasts = true;
  } catch {
    lasts = false;
  }
  for (const part of PARTS) tell(part);
}

/** What was set aside because it was damaged; empty for nothing. */
export function damaged() {
  try {
    return localStorage.getItem(DAMAGED_KEY) ?? "";
  } catch {
    return "";
  }
}

/** Throw away what was set aside. */
export function dropDamaged() {
  localStorage.removeItem(DAMAGED_KEY);
  tell("searches");
}

/**
 * Call back with the part that changes, whichever tab changes it.
 * @param {(part: Part) => void} callback
 * @returns {() => void} ends it
 */
export function subscribe(callback) {
  const listener = (/** @type {Event} */ event) => callback(/** @type {CustomEvent<Part>} */ (event).detail);
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

/** @param {Part} part */
function tell(part) {
  changes.dispatchEvent(new CustomEvent("change", { detail: part }));
}

/**
 * Change what is kept, in this browser and in every tab.
 * @param {Part} part
 * @param {(kept: import("./kept.js").Kept) => void} mutate
 */
export function change(part, mutate) {
  follow(); // another tab may have written
  mutate(kept);
  if (!write()) pending.push(mutate);
  tell(part);
}

/** @returns {boolean} whether there is a store that can be read */
function read() {
  try {
    const text = localStorage.getItem(KEY);
    const found = readKept(text);
    kept = found.kept;
    unread = found.isDamaged && !found.isNewer ? text ?? "" : "";
    isNewer = found.isNewer;
    lasts = !isNewer && !pending.length;
    return true;
  } catch {
    lasts = false; // what this page knows stays in memory
    return false;
  }
}

/** @returns {boolean} whether the store holds now what this page knows */
function write() {
  if (isNewer) return false;
  try {
    if (unread) localStorage.setItem(DAMAGED_KEY, [damaged(), unread].filter(Boolean).join("\n\n"));
    unread = "";
    localStorage.setItem(KEY, writeKept(kept));
    pending = [];
    lasts = true;
  } catch (error) {
    lasts = false;
    isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  }
  return lasts;
}

/** Follow what another tab has written, and do again there what could not be written. */
function follow() {
  const before = kept;
  if (!read()) return;
  for (const mutate of pending) mutate(kept);
  for (const part of PARTS) {
    if (JSON.stringify([...before[part]]) !== JSON.stringify([...kept[part]])) tell(part);
  }
}

/**
 * @param {Job} job
 * @param {string} since
 * @returns {import("./kept.js").Saved}
 */
function keepable({ title, organization, address, closes, deadline, soon, isEnded }, since) {
  return { title, organization, address, closes, deadline, soon, isEnded, since };
}

/** Note that the reader is here. */
function noteActivity() {
  const now = Date.now();
  const { last } = kept.visit;
  if (last === null && !mayBegin) return; // everything was cleared, and stays so on this page
  const gap = last === null ? Infinity : now - Date.parse(last);
  if (gap >= 0 && gap < NOTE_GAP) return;
  const isReturn = last !== null && gap > VISIT_GAP;
  const note = () => {
    const instant = new Date(now).toISOString();
    const { previous } = kept.visit;
    const isAhead = previous !== null && previous > instant; // the clock has been set back
    kept.visit = { last: instant, previous: isReturn ? last : isAhead ? instant : previous };
  };
  if (isReturn) {
    change("visit", note);
    return;
  }
  follow();
  note();
  write();
}

read();
if (kept.visit.last !== null || unread) noteActivity(); // nothing is kept of who has never done anything here
for (const name of ["pointerdown", "keydown", "scroll"]) {
  addEventListener(name, () => noteActivity(), { passive: true, capture: true });
}
addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) follow();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) follow();
});
