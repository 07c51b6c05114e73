/** The order of the list. */

/**
 * The order that a state asks for.
 * @param {import("./address.js").State} state
 */
export function orderOf(state) {
  return state.sort || (state.query.trim() ? "relevance" : "deadline");
}

/**
 * Positions in the order that a state asks for.
 * @param {number[]} found in the board's own order: the next deadline first
 * @param {import("./address.js").State} state
 * @param {Float32Array | null} scores
 * @param {import("./index.js").Index} index
 */
export function sort(found, state, scores, { jobs, pays }) {
  const order = orderOf(state);
  if (order === "newest") return byRank(found, jobs.posted);
  if (order === "pay") return byPay(found, jobs.pay, pays);
  return order === "relevance" && scores ? byRank(found, scores) : found;
}

/**
 * The highest pay first within each currency and period, that of the most positions first; then what states no amount.
 * Nothing is converted, since no rate is known.
 * @param {number[]} found
 * @param {number[]} pay by position
 * @param {import("./index.js").Index["pays"]} pays
 */
function byPay(found, pay, pays) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  for (const job of found) numbers.set(pays[pay[job]][1], (numbers.get(pays[pay[job]][1]) ?? 0) + 1);
  const units = [...numbers].filter(([unit]) => unit).sort(([one, more], [other, less]) => less - more || one.localeCompare(other));
  const places = new Map(units.map(([unit], place) => [unit, place]));
  return [...found].sort((one, other) => {
    const [sum, unit] = pays[pay[one]];
    const [otherSum, otherUnit] = pays[pay[other]];
    return (places.get(unit) ?? Infinity) - (places.get(otherUnit) ?? Infinity) || otherSum - sum || 0;
  });
}

/**
 * The highest rank first and the given order within a rank: few ranks, so that no comparison is needed.
 * @param {number[]} found
 * @param {ArrayLike<number>} ranks by position
 */
function byRank(found, ranks) {
  /** @type {Map<number, number[]>} */
  const buckets = new Map();
  for (const job of found) {
    const bucket = buckets.get(ranks[job]);
    if (bucket) bucket.push(job);
    else buckets.set(ranks[job], [job]);
  }
  return [...buckets.keys()].sort((a, b) => b - a).flatMap((rank) => buckets.get(rank) ?? []);
}
