/** What the list leaves out whatever is asked for: positions closed by now, and those that the reader has hidden. */

import { followClock } from "../clock.js";
import { isHidden, subscribe } from "../store.js";

/** Knows for each position whether it is left out. */
export class LeftOut {
  /** @param {import("./index.js").Index} index */
  constructor(index) {
    this.jobs = index.jobs;
    /** 1 for each position that is not shown. */
    this.flags = new Uint8Array(this.jobs.slug.length);
    /** Positions that are shown. */
    this.open = 0;
    /** Positions that only the reader's hiding leaves out. */
    this.hidden = 0;
    this.#renew();
  }

  /**
   * Follow the clock and the reader.
   * @param {() => void} onChange
   */
  follow(onChange) {
    const renew = () => {
      if (this.#renew()) onChange();
    };
    subscribe(renew);
    followClock(renew, () => this.#nextClosing());
  }

  /** The instant at which the next position closes, in milliseconds since the epoch. */
  #nextClosing() {
    const now = Date.now();
    return this.jobs.closes.reduce((next, closes) => (closes * 1000 >= now && closes * 1000 < next ? closes * 1000 : next), Infinity);
  }

  /** @returns {boolean} whether anything changed */
  #renew() {
    const { closes, slug } = this.jobs;
    const now = Date.now() / 1000;
    const isHiding = slug.map((own, job) => closes[job] >= now && isHidden(own));
    const flags = Uint8Array.from(slug, (_, job) => (closes[job] < now || isHiding[job] ? 1 : 0));
    const isChanged = flags.some((flag, job) => flag !== this.flags[job]);
    this.flags = flags;
    this.hidden = isHiding.filter(Boolean).length;
    this.open = flags.length - flags.reduce((sum, flag) => sum + flag, 0);
    return isChanged;
  }
}
