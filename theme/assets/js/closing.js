/** What happens to a list when one of its positions closes: the row goes to the closed ones, and the number follows. */

import { sayNumber } from "./words.js";

/** Rows of lists that hold only open positions. */
const OPEN_ROWS = "ol.jb-rows[data-open] > li.jb-row";
/** Where screen readers are told. @type {HTMLElement | null} */
let status = null;

/**
 * Bring a row that has closed to the closed ones.
 * @param {Element} row
 */
export function moveToClosed(row) {
  if (!row.matches(OPEN_ROWS)) return;
  row.classList.remove("jb-over");
  closedList(row).prepend(row);
}

/** @param {Element} row of a list of open positions */
function closedList(row) {
  const found = /** @type {Element} */ (row.closest(".jb-found"));
  const known = found.querySelector("section > ol.jb-rows");
  if (known) return known;
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  const list = document.createElement("ol");
  heading.id = "closed";
  heading.textContent = "Recently closed";
  list.className = "jb-rows";
  section.setAttribute("aria-labelledby", heading.id);
  section.append(heading, list);
  found.append(section);
  return list;
}

/** Count the open positions of a list again; of a list on several pages, the number stays that of its day. */
export function recount() {
  const number = /** @type {HTMLElement | null} */ (document.querySelector("[data-many]"));
  if (!number || document.querySelector(".jb-pages")) return;
  const open = document.querySelectorAll(".jb-list ol.jb-rows > li.jb-row[data-closes]").length;
  const { one = "", many = "" } = number.dataset;
  const said = open === 1 ? one : many.replace("#", sayNumber(open));
  if (number.textContent !== said) number.textContent = said;
}

/**
 * Tell screen readers which positions have closed just now.
 * @param {string[]} titles
 */
export function announceClosed(titles) {
  if (!titles.length) return;
  if (!status) {
    status = document.createElement("p");
    status.className = "jb-hidden";
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  status.textContent = `Closed just now: ${titles.join(", ")}`;
}
