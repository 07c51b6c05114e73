/** What the list leaves out whatever is asked for: positions closed by now, and those that the reader has hidden. */

import { isHidden, subscribe } from "../store.js";

/** Milliseconds between two looks at the clock. */
const MINUTE = 60_000;

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
    setInterval(renew, MINUTE);
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
