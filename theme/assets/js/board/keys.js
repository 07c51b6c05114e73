/** Keys: slash leads to the search, arrows walk from it through the list. */

/** What takes letters: not the boxes to check, nor buttons. */
const TYPED_IN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

/**
 * Let the slash key lead to a search, unless the reader is typing.
 * @param {() => HTMLInputElement | null} find
 */
export function leadSlashTo(find) {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest(TYPED_IN);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const search = find();
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

/**
 * Let the arrows walk from a search through the titles of a list, and back.
 * @param {HTMLElement} search
 * @param {HTMLElement} list
 */
export function walkWithArrows(search, list) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".jb-row__title a")]);
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0 && document.activeElement !== search) return;
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next >= links.length) return;
    event.preventDefault();
    (next < 0 ? search : links[next]).focus();
  });
}
