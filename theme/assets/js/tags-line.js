/** The tags of a row in one line: a button says how many do not fit into it, and shows them. */

/** Rows that have been looked at with this width. @type {WeakSet<Element>} */
let known = new WeakSet();

/** Folds the tags of rows that come near: to measure a row, the browser has to lay out what it would pass over. */
const nearing = new IntersectionObserver((entries) => {
  const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
  for (const row of near) nearing.unobserve(row);
  fold(near.flatMap((row) => [...linesIn(row)]));
}, { rootMargin: "100% 0%" });

/** Fold the tags of every row on the page when it is near; what has been measured already stays as it is. */
function foldTags() {
  if ("asked" in document.documentElement.dataset) return; // other rows will come
  const rows = [...document.querySelectorAll(".jb-row")].filter((row) => !known.has(row));
  for (const row of rows) known.add(row);
  const isFar = rows.map((row) => row.getBoundingClientRect().top > 2 * innerHeight);
  fold(rows.flatMap((row, place) => (isFar[place] ? [] : [...linesIn(row)])));
  rows.forEach((row, place) => (isFar[place] ? nearing.observe(row) : nearing.unobserve(row)));
}

/**
 * @param {Element} row
 * @returns {NodeListOf<HTMLElement>}
 */
function linesIn(row) {
  return row.querySelectorAll(".jb-row__tags:not(.jb-row__tags--all)");
}

/** @param {HTMLElement[]} lines */
function fold(lines) {
  if (!lines.length) return;
  const isLeftToRight = getComputedStyle(lines[0]).direction === "ltr";
  const beyond = lines.map((line) => {
    const tags = /** @type {HTMLElement[]} */ ([...line.children]);
    const shown = tags.filter((tag) => tag.offsetTop < line.clientHeight);
    const ends = shown.map((tag) => (isLeftToRight ? tag.offsetLeft + tag.offsetWidth : line.clientWidth - tag.offsetLeft));
    return { tags: tags.slice(shown.length), end: Math.max(0, ...ends) };
  });
  lines.forEach((line, place) => {
    if (beyond[place].tags.length) line.append(makeButton(line, beyond[place]));
  });
}

/** Fold them anew, as after the window has become wider. */
function refold() {
  for (const button of document.querySelectorAll(".jb-row__tags > button")) unfold(button);
  known = new WeakSet();
  foldTags();
}

/** @param {Element} button that has folded its line */
function unfold(button) {
  for (const tag of button.parentElement?.querySelectorAll(".jb-row__beyond") ?? []) tag.classList.remove("jb-row__beyond");
  button.remove();
}

/**
 * @param {HTMLElement} line
 * @param {{ tags: HTMLElement[], end: number }} beyond the tags that are out of sight, and where the last one in sight ends
 */
function makeButton(line, { tags, end }) {
  const button = document.createElement("button");
  const names = tags.map((tag) => tag.textContent).join(", ");
  button.type = "button";
  button.textContent = `+${tags.length}`;
  button.title = names;
  button.setAttribute("aria-label", `+${tags.length} more: ${names}`);
  for (const tag of tags) tag.classList.add("jb-row__beyond");
  button.style.insetInlineStart = `${end}px`;
  button.addEventListener("click", () => {
    line.classList.add("jb-row__tags--all");
    unfold(button);
    tags[0].focus();
  });
  return button;
}

/** Fold the tags of this page, of the rows that come, and when the width changes. */
export function keepTagsFolded() {
  let width = innerWidth;
  foldTags();
  document.addEventListener("jobboard:rows", foldTags);
  addEventListener("resize", () => {
    if (innerWidth !== width) refold();
    width = innerWidth;
  });
}
