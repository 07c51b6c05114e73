/** What every page does: keep time, and lead the slash key to the search. */

import { update } from "./time.js";

update(Date.now());
setInterval(() => update(Date.now()), 60_000);

document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const search = /** @type {HTMLInputElement | null} */ (
    document.querySelector("#board-query") ?? document.querySelector("#site-query")
  );
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
});
