/** Loads the feed finder on the one page that has a place for it. */

const place = document.getElementById("feed-finder");
if (place) {
  const { build } = await import("./subscribe/finder.js");
  await build(place, new URL("../../", import.meta.url));
  place.dataset.ready = "";
}
