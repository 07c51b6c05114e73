/**
 * Text search that answers within the keystroke: every word typed must begin a word of the title, the organization,
 * the place or a tag. Ranking by where; misspellings and descriptions come later from the workers.
 */

/**
 * Lower case, without accents, one space between words and around.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l");
  return ` ${plain.replace(/[^\p{L}\p{N}+#]+/gu, " ").trim()} `;
}

/** @param {import("./engine.js").Index} index */
export function textsOf(index) {
  const { jobs, words, values } = index;
  const organizations = words.organization.map(fold);
  const places = words.where.map(fold);
  const tags = values.tag.map(([slug, label]) => fold(`${label} ${slug}`));
  return jobs.slug.map((_, job) => ({
    title: fold(jobs.title[job]),
    organization: organizations[jobs.organization[job]],
    rest: places[jobs.where[job]] + jobs.tag[job].map((/** @type {number} */ tag) => tags[tag]).join(""),
  }));
}

/**
 * The score of each position for a query: 0 where a word is missing.
 * @param {ReturnType<typeof textsOf>} texts
 * @param {string} query
 * @param {Float32Array | null} [among] the scores of a query that this one continues: only what it found can fit
 * @returns {Float32Array}
 */
export function scan(texts, query, among = null) {
  const scores = new Float32Array(texts.length);
  const words = fold(query).trim().split(" ").filter(Boolean).map((word) => ` ${word}`);
  if (!words.length) return scores.fill(1);
  for (let job = 0; job < texts.length; job += 1) {
    if (among && !among[job]) continue;
    const text = texts[job];
    let score = 0;
    for (const word of words) {
      const found = text.title.includes(word) ? 3 : text.organization.includes(word) ? 2 : text.rest.includes(word) ? 1 : 0;
      if (!found) { score = 0; break; }
      score += found;
    }
    scores[job] = score;
  }
  return scores;
}
