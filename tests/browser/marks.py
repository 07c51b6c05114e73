"""What a reader keeps: the buttons of positions, and the store behind them."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page

SOON = "Postdoc that closes soon"
TODAY = "Internship that closes today"
ROLLING = "Engineer until the place is filled"
LIST = "/tags/imaging/"
"""A list that the server has made; the board makes its own."""


def row(page: Page, title: str) -> Locator:
    """The position's row of a list."""
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=title))


def press(place: Page | Locator, label: str, title: str) -> None:
    """Press a position's button, as the ear knows it."""
    place.get_by_role("button", name=f"{label} {title}", exact=True).click()


def save(page: Page, *slugs: str) -> None:
    """Save positions on their own pages."""
    for slug in slugs:
        page.goto(f"/jobs/{slug}/")
        page.get_by_role("button", name=re.compile("^Save ")).click()


def kept(page: Page) -> Any:
    """What the browser keeps for the site."""
    return json.loads(page.evaluate("localStorage.getItem('jobboard')") or "null")


FULL = """
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (key === "jobboard") throw new DOMException("full", "QuotaExceededError");
  return setItem.call(this, key, value);
};
"""
"""A script after which the browser keeps nothing, because its store is full."""
