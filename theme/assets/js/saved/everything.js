/** All that is kept as one file, so that it can move to another browser, and be taken in there. */

import { download } from "../exports/download.js";
import { isEmpty, readKept, writeKept } from "../kept.js";
import { change, keptNow, sayFleeting } from "../store.js";
import { count } from "../words.js";

const MOST_BYTES = 20_000_000;
const FOREIGN = "This file holds nothing that this page has written, so nothing was taken in.";
const NEWER = "This file is from a newer version of this site, so nothing was taken in.";

/** The two controls. */
export class Everything {
  /** @param {(sentence: string) => void} say */
  constructor(say) {
    this.say = say;
    this.export = document.createElement("button");
    this.export.type = "button";
    this.export.className = "jb-button";
    this.export.textContent = "Everything (.json)";
    this.export.addEventListener("click", () => download(writeKept(keptNow()), "application/json", "research-jobs.json"));
    this.input = document.createElement("input");
    this.input.type = "file";
    this.input.accept = ".json,application/json";
    this.input.className = "jb-hidden";
    this.input.addEventListener("change", () => void this.#takeIn());
    this.import = document.createElement("label");
    this.import.className = "jb-button";
    this.import.append("Take in a file", this.input);
    this.controls = [this.export, this.import];
  }

  show() {
    this.export.disabled = isEmpty(keptNow());
  }

  async #takeIn() {
    const [file] = this.input.files ?? [];
    if (!file) return;
    const text = file.size <= MOST_BYTES ? await file.text() : "";
    this.input.value = ""; // so that the same file can be chosen again
    const { kept: found, isNewer } = readKept(text);
    if (isNewer || isEmpty(found)) {
      this.say(isNewer ? NEWER : FOREIGN);
      return;
    }
    this.say(takeIn(found));
  }
}

/**
 * Add to what is kept here what is not, and say how much that was.
 * @param {import("../kept.js").Kept} found
 */
function takeIn(found) {
  let [positions, searches, marks] = [0, 0, 0];
  change("saved", (kept) => {
    positions = add(kept.saved, found.saved);
    searches = add(kept.searches, found.searches);
    marks = add(kept.applied, found.applied) + add(kept.hidden, found.hidden);
  });
  const said = [count(positions, "position"), `${searches} ${searches === 1 ? "search" : "searches"}`, count(marks, "mark")];
  return `Taken in, because they were not here: ${said.join(", ")}. ${sayFleeting()}`.trim();
}

/**
 * @template Value
 * @param {Map<string, Value>} kept what stands here stays
 * @param {Map<string, Value>} found
 * @returns {number} how many were added
 */
function add(kept, found) {
  const others = [...found].filter(([key]) => !kept.has(key));
  for (const [key, value] of others) kept.set(key, value);
  return others.length;
}
