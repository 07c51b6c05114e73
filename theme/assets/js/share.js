/**
 * The share button of a job page: the device's own share sheet where there is one, else the address is copied.
 *
 * Without JavaScript, or where neither is possible, the button stays hidden.
 */

/** The address that lasts, without the query and the fragment of this visit. */
function pageAddress() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'));
  return canonical?.href ?? location.href.replace(/[?#].*/, "");
}

/**
 * Share this page.
 * @param {Element | null} status where the outcome is said
 */
async function share(status) {
  const url = pageAddress();
  try {
    if (navigator.share) {
      await navigator.share({ title: document.querySelector("h1")?.textContent ?? document.title, url });
    } else {
      await navigator.clipboard.writeText(url);
      if (status) status.textContent = "Link copied";
    }
  } catch (error) {
    const isChangedMind = error instanceof DOMException && error.name === "AbortError";
    if (status && !isChangedMind) status.textContent = url;
  }
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-share]"))) {
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => share(button.nextElementSibling));
}
