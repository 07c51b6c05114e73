/** What every page does: keep time, and lead the slash key to the search. */

import { leadSlashTo } from "./board/keys.js";
import { update } from "./time.js";

update(Date.now());
setInterval(() => update(Date.now()), 60_000);

leadSlashTo(() => document.querySelector("#board-query") ?? document.querySelector("#site-query"));
