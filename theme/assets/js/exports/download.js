/** Gives the reader a file that the page has made. */

/**
 * @param {string} text
 * @param {string} type media type
 * @param {string} name of the file
 */
export function download(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The root under which the site is published, which may not be where it is read.
 * @param {string} way from this page to the root
 */
export function publishedRoot(way) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return new URL(way, canonical?.href ?? location.href);
}
