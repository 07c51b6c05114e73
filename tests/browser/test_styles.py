"""Stylesheets are loaded where something is seen that they say how to show, and nowhere else."""

from __future__ import annotations

import json

from browser.reader import Reader
from building import ROOT

ALL = sorted(path.stem for path in (ROOT / "theme" / "assets" / "css").glob("*.css"))
EVERYWHERE = {"foundation", "lists", "marks", "print"}
PAGES: dict[str, set[str]] = {
    "./?q=position&country=germany": {"board", "charts"},
    "./?q=qqqq": {"board", "charts"},
    "page/2/": set(),
    "tags/imaging/": set(),
    "tags/": set(),
    "archive/2026/": set(),
    "jobs/everything/": {"job"},
    "jobs/closed/": {"job"},
    "saved/": {"saved"},
    "subscribe/?tag=imaging": {"subscribe"},
    "trends/": {"charts"},
    "rules/": set(),
    "rules/invalid-draft/": set(),
    "post/": set(),
    "404.html": set(),
}
"""Addresses, each with the stylesheets that it loads besides those of every page."""
LOADED = """
() => [...document.styleSheets].flatMap(({ href }) => href.match(/assets\\/css\\/(.*)\\.css/)?.slice(1) ?? [])
"""
MATCHED = """
async names => {
  const rulesIn = list => [...list].flatMap(rule => rule.selectorText ? [rule] : rulesIn(rule.cssRules ?? []));
  const isMatched = async name => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(`/assets/css/${name}.css`)).text());
    const selectors = rulesIn(sheet.cssRules).map(rule => rule.selectorText.replace(/(?<=\\s|^)::[\\w-]+/g, "*"));
    return selectors.some(selector => document.querySelector(selector.replace(/::[\\w-]+/g, "")));
  };
  const found = await Promise.all(names.map(isMatched));
  return names.filter((_, number) => found[number]);
}
"""


def test_a_page_loads_the_styles_of_what_it_shows(reader: Reader) -> None:
    """No rule of a stylesheet that is not loaded would fit anything on the page, and one of each that is loaded does."""
    saved = {"soon": {"title": "Postdoc", "closes": "2026-11-25T11:59:59Z", "deadline": "24 Nov"}}
    page = reader.open(kept=json.dumps({"version": 1, "saved": saved}))
    for address, own in PAGES.items():
        page.goto(address)
        reader.wait_until_quiet(page)
        assert set(page.evaluate(LOADED)) == EVERYWHERE | own, address
        assert set(page.evaluate(MATCHED, ALL)) - EVERYWHERE == own, address
