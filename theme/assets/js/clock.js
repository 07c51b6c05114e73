/** When to look at the clock again: every minute, and whenever something closes. */

const MINUTE = 60_000;

/**
 * Look again and again.
 * @param {() => void} look
 * @param {() => number} nextClosing the instant of the next closing, in milliseconds since the epoch; Infinity without one
 */
export function followClock(look, nextClosing) {
  const rest = nextClosing() - Date.now() + 1; // what closes at an instant is open until its end
  setTimeout(() => {
    look();
    followClock(look, nextClosing);
  }, Math.max(1, Math.min(MINUTE, rest)));
}
