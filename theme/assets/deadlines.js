/**
 * Closes positions by the reader's clock, so that a site that was not rebuilt never shows a closed job as open.
 *
 * Whatever can close carries `data-closes`, an ISO 8601 instant in UTC; the server has printed the state as of the build.
 */

const DAY = 86_400_000;

/** @param {Element} row a list item of the board */
function closeRow(row) {
  row.classList.add("jb-row--closed");
  const when = row.querySelector(".jb-row__when");
  if (when) when.innerHTML = '<span class="jb-row__day">Closed</span>';
}

/** @param {Element} job the article of a job page */
function closeJob(job) {
  job.querySelector(".jb-closed")?.removeAttribute("hidden");
  job.querySelector(".jb-actions")?.remove();
  job.querySelector(".jb-facts .jb-left")?.remove();
}

/**
 * @param {Element} place holds a "days left" phrase
 * @param {number} remaining milliseconds
 */
function sayRemaining(place, remaining) {
  const phrase = place.querySelector(".jb-left[data-left]");
  if (!phrase) return;
  const days = Math.floor(remaining / DAY);
  phrase.textContent = days === 0 ? "last day" : `${days} day${days === 1 ? "" : "s"} left`;
  phrase.classList.toggle("jb-left--soon", remaining <= Number(phrase.dataset.left) * DAY);
}

/** @param {number} now milliseconds since the epoch */
export function update(now) {
  for (const element of document.querySelectorAll("[data-closes]")) {
    const remaining = Date.parse(element.dataset.closes) - now;
    if (remaining >= 0) {
      sayRemaining(element, remaining);
      continue;
    }
    element.removeAttribute("data-closes");
    if (element.matches(".jb-row")) closeRow(element);
    else closeJob(element);
  }
}

update(Date.now());
setInterval(() => update(Date.now()), 60_000);
