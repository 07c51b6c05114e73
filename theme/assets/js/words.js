/** Words of the interface that several scripts say. */

/** In place of a deadline that has passed, or was not waited for. */
export const CLOSED = "Closed";
/** In place of a deadline where there is none. */
export const ROLLING = "Rolling";
/** Between the parts of a line. */
export const BETWEEN = " · ";

const NUMBERS = new Intl.NumberFormat("en");

/**
 * A number as it is written, such as "2,400".
 * @param {number} number
 */
export function sayNumber(number) {
  return NUMBERS.format(number);
}

/**
 * A number with its noun, such as "1 position" or "2,400 positions".
 * @param {number} number
 * @param {string} noun whose plural ends in "s"
 */
export function count(number, noun) {
  return `${sayNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}
