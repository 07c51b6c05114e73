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
 * @param {number[]} posted
 */
export function sort(found, state, scores, posted) {
  const order = orderOf(state);
  if (order === "newest") return byRank(found, posted);
  return order === "relevance" && scores ? byRank(found, scores) : found;
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
