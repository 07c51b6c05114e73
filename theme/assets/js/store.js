/**
 * What the reader keeps, in this browser only: saved, applied and hidden positions, and when the last visit ended.
 *
 * Everything is under one key of localStorage. Where the browser allows none, or it is full, everything still works
 * until the page is left. What a newer version of this site has written is read, and never overwritten.
 */

import { makeEmpty, readKept, writeKept } from "./kept.js";
import { DAY } from "./time.js";

/** @typedef {"saved" | "applied" | "hidden"} Kind */

/**
 * A position as a page shows it.
 * @typedef {Omit<import("./kept.js").Saved, "since"> & {slug: string}} Job
 */

/** @type {Kind[]} */
const KINDS = ["saved", "applied", "hidden"];

const ROOT = new URL("../../", import.meta.url).pathname;
/** Boards in several folders of one host share its localStorage. */
const KEY = ROOT === "/" ? "jobboard" : `jobboard:${ROOT}`;

/** Milliseconds without activity after which a visit has ended. */
const VISIT_GAP = 30 * 60_000;
/** Milliseconds between two notes of activity. */
const NOTE_GAP = 60_000;

const changes = new EventTarget();
let kept = makeEmpty();
let lasts = true;
let isNewer = false;
let showsHidden = false;

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

/** Whether what is kept outlasts this page. */
export function isLasting() {
  return lasts;
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
  isNewer = showsHidden = false;
  try {
    localStorage.removeItem(KEY);
    lasts = true;
  } catch {
    lasts = false;
  }
  for (const kind of KINDS) tell(kind);
}

/**
 * Call back with the kind of every change, whichever tab makes it; a new visit is the kind "visit".
 * @param {(kind: Kind | "visit") => void} callback
 * @returns {() => void} ends it
 */
export function subscribe(callback) {
  const listener = (/** @type {Event} */ event) => callback(/** @type {CustomEvent<Kind | "visit">} */ (event).detail);
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

/** @param {Kind | "visit"} kind */
function tell(kind) {
  changes.dispatchEvent(new CustomEvent("change", { detail: kind }));
}

/**
 * @param {Kind | "visit"} kind
 * @param {() => void} mutate
 */
function change(kind, mutate) {
  if (lasts) read(); // another tab may have written
  mutate();
  write();
  tell(kind);
}

function read() {
  try {
    const found = readKept(localStorage.getItem(KEY));
    kept = found.kept;
    isNewer = found.isNewer;
    lasts = !isNewer;
  } catch {
    lasts = false; // what this page knows stays in memory
  }
}

function write() {
  if (isNewer) return;
  try {
    localStorage.setItem(KEY, writeKept(kept));
    lasts = true;
  } catch {
    lasts = false;
  }
}

/** Follow what another tab has written. */
function follow() {
  if (!lasts) return;
  const before = kept;
  read();
  for (const kind of KINDS) {
    if (JSON.stringify([...before[kind]]) !== JSON.stringify([...kept[kind]])) tell(kind);
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

/**
 * Note that the reader is here.
 * @param {boolean} [isArrival] whether a visit may begin where none is known
 */
function noteActivity(isArrival = false) {
  const now = Date.now();
  const { last } = kept.visit;
  if (last === null && !isArrival) return; // everything was cleared, and stays so on this page
  const gap = last === null ? Infinity : now - Date.parse(last);
  if (gap >= 0 && gap < NOTE_GAP) return;
  const isReturn = last !== null && gap > VISIT_GAP;
  const note = () => {
    kept.visit = { last: new Date(now).toISOString(), previous: isReturn ? last : kept.visit.previous };
  };
  if (isReturn) {
    change("visit", note);
    return;
  }
  if (lasts) read();
  note();
  write();
}

read();
noteActivity(true);
for (const name of ["pointerdown", "keydown", "scroll"]) {
  addEventListener(name, () => noteActivity(), { passive: true, capture: true });
}
addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) follow();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) follow();
});
