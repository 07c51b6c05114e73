/** What was kept and could not be read: it was set aside, and the reader decides what becomes of it. */

import { makeButton } from "../button.js";
import { download } from "../exports/download.js";
import { damaged, dropDamaged } from "../store.js";

const SAID = "What was kept here was damaged: what could still be read is below, and all of it was set aside as it was.";

/** A sentence with two buttons; hidden while nothing is set aside. */
export class Damaged {
  constructor() {
    this.element = document.createElement("p");
    this.element.className = "jb-exports";
    this.element.append(
      SAID,
      makeButton("Download what was set aside", () => download(damaged(), "text/plain", "research-jobs-damaged.txt")),
      makeButton("Throw it away", dropDamaged),
    );
  }

  get isEmpty() {
    return !damaged();
  }

  show() {
    this.element.hidden = this.isEmpty;
  }
}
