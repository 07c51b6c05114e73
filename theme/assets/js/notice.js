/** A line at the bottom of the window that says what has just been done, and may offer to undo it. */

/** The line, at first without a word. */
export class Notice {
  constructor() {
    this.place = document.createElement("div");
    this.place.className = "jb-notice md-typeset";
    this.place.setAttribute("role", "status");
    (document.querySelector("main") ?? document.body).append(this.place);
    document.addEventListener("pointerdown", (event) => {
      if (event.target instanceof Node && !this.place.contains(event.target)) this.say("");
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.say("");
    });
  }

  /**
   * Say *text* until the reader does something else; nothing, when it is empty.
   * @param {string} text
   * @param {string} [label] of a button
   * @param {() => void} [act] what the button does
   */
  say(text, label, act) {
    this.place.replaceChildren();
    if (!text) return;
    const sentence = document.createElement("span");
    sentence.textContent = text;
    this.place.append(sentence);
    if (!label || !act) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jb-link";
    button.textContent = label;
    button.addEventListener("click", () => {
      this.say("");
      act();
    });
    this.place.append(button);
  }
}
