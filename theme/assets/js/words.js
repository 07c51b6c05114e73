/** Words of the interface that several scripts say. */

/**
 * A number with its noun, such as "1 position" or "2,400 positions".
 * @param {number} number
 * @param {string} noun whose plural ends in "s"
 */
export function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
