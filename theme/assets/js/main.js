/** What every page does: keep time, keep tags in their line, and lead the slash key to the search. */

import { leadSlashTo } from "./board/keys.js";
import { followClock } from "./clock.js";
import { announceClosed, recount } from "./closing.js";
import { keepTagsFolded } from "./tags-line.js";
import { nextClosing, update } from "./time.js";

update(Date.now());
recount();
followClock(() => {
  const closed = update(Date.now()).filter((element) => element.matches(".jb-row"));
  recount();
  announceClosed(closed.map((row) => row.querySelector(".jb-row__title a")?.textContent ?? ""));
}, nextClosing);
keepTagsFolded();

leadSlashTo(() => document.querySelector("#board-query") ?? document.querySelector("#site-query"));
