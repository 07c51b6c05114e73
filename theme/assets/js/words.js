/** Words of the interface that several scripts say. */

/** In place of a deadline that has passed, or was not waited for. */
export const CLOSED = "Closed";
/** In place of a deadline where there is none. */
export const ROLLING = "Rolling";
/** Between the parts of a line. */
export const BETWEEN = " · ";

/**
 * A number with its noun, such as "1 position" or "2,400 positions".
 * @param {number} number
 * @param {string} noun whose plural ends in "s"
 */
export function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
