/** The controls of the filters that take one choice. */

import { sayChoice, sayUnit, splitPay } from "./choices.js";

/** A list of choices; what an address asks for beyond them is one more. */
export class Choice {
  /**
   * @param {string} name of the filter
   * @param {string} label
   * @param {[value: string, label: string][]} choices the first is none
   */
  constructor(name, label, choices) {
    this.name = name;
    this.element = document.createElement("select");
    this.element.name = name;
    this.element.setAttribute("aria-label", label);
    this.element.append(...choices.map(([value, text]) => new Option(text, value)));
  }

  read() {
    return this.element.value;
  }

  /** @param {string} value */
  write(value) {
    const isKnown = [...this.element.options].some((option) => option.value === value);
    if (!isKnown) this.element.append(new Option(sayChoice(this.name, value), value));
    this.element.value = value;
  }
}

/** A sum, and for what it is paid. */
export class Pay {
  /** @param {string[]} units such as "eur-year", the most frequent first */
  constructor(units) {
    this.sum = document.createElement("input");
    this.sum.type = "number";
    this.sum.min = "1";
    this.sum.max = "999999999";
    this.sum.setAttribute("aria-label", "Pay from");
    this.unit = document.createElement("select");
    this.unit.setAttribute("aria-label", "Currency and period of the pay");
    this.unit.append(...units.map((unit) => new Option(sayUnit(unit), unit)));
    this.note = document.createElement("p");
    this.note.className = "jb-choice__note";
    this.note.textContent = "Only positions that state an amount in this currency and for this period; nothing is converted.";
    this.element = document.createElement("div");
    this.element.append(this.sum, " ", this.unit, this.note);
  }

  read() {
    const sum = Math.floor(Number(this.sum.value));
    return sum >= 1 && sum <= 999_999_999 ? `${sum}-${this.unit.value}` : "";
  }

  /** @param {string} value */
  write(value) {
    const { sum, unit } = splitPay(value);
    if (Number(sum) !== Number(this.sum.value)) this.sum.value = sum;
    if (!unit) return;
    if (![...this.unit.options].some((option) => option.value === unit)) this.unit.append(new Option(sayUnit(unit), unit));
    this.unit.value = unit;
  }
}
