"""One state, one result: however a reader came to a selection, the board shows what its address shows when opened."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.reader import Reader

STEPS = 20
WORDS = (
    "radiollogy", "package epidemiology", "zurich post", "-postdoc imaging", '"work package"', "€", "ai", "xyzzy",
    "uk OR berlin", "scans heart", "R", "phd",
)  # fmt: skip
POSITIONS = ("postdoc", "phd", "internship")

SHOWN = """
() => ({
  status: document.querySelector("#board-status").textContent,
  query: document.querySelector("#board-query").value.trim(),
  chosen: [...document.querySelectorAll("#board-filter-form input:checked")].map((box) => `${box.name}=${box.value}`),
  chips: [...document.querySelectorAll("#board-chips button")].map((chip) => chip.textContent),
  rows: [...document.querySelectorAll("#board-rows > li")].slice(0, 7).map((row) =>
    [row.dataset.slug, row.querySelector(".jb-row__found")?.textContent]),
})
"""


def settle(page: Page) -> dict[str, Any]:
    """What the board shows when its address has followed and nothing more is looked for."""
    expect(page.locator("#board-tools")).to_be_visible()
    query = page.locator("#board-query").input_value().strip()
    chosen = page.evaluate(SHOWN)["chosen"]
    page.wait_for_url(lambda url: read(url) == (query, sorted(chosen)))
    expect(page.locator("#board-rows")).to_have_attribute("aria-busy", "false")
    shown: dict[str, Any] = page.evaluate(SHOWN)
    return shown


def read(url: str) -> tuple[str, list[str]]:
    """The query and the choices of an address."""
    parameters = parse_qs(urlsplit(url).query)
    return parameters.get("q", [""])[0], sorted(f"position={value}" for value in parameters.get("position", []))


def move(page: Page, by: int) -> None:
    """Go back or forward, where there is a page of the board."""
    there = f"navigation.entries()[navigation.currentEntry.index + {by}]?.url.includes('/jobs/') === false"
    if page.evaluate(there):
        _ = page.go_back() if by < 0 else page.go_forward()


def actions(page: Page, random: Random) -> list[tuple[str, Callable[[], object]]]:
    """What a reader may do next, by what it is called."""
    query = page.locator("#board-query")
    words = random.choice(WORDS)
    position = random.choice(POSITIONS)
    box = page.locator(f"#board-filter-form input[value={position}]")
    chip = page.locator("#board-chips button").first
    return [
        (f"type {words}", lambda: query.fill(words)),
        (f"add {words}", lambda: query.press_sequentially(f" {words}")),
        ("erase a letter", lambda: query.press("Backspace")),
        ("clear", lambda: query.fill("")),
        (f"choose {position}", box.click),
        ("remove a chip", lambda: chip.click() if chip.is_visible() else None),
        ("back", lambda: move(page, -1)),
        ("back", lambda: move(page, -1)),
        ("forward", lambda: move(page, 1)),
        ("reload", page.reload),
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_state_has_one_result(reader: Reader, seed: int) -> None:
    """Typing, clearing, choosing, Back, Forward and reload lead to what a new tab shows at the same address."""
    random = Random(seed)
    page, other = reader.open("./"), reader.open("./")
    settle(page)
    known: dict[str, Any] = {}
    way = []
    for _ in range(STEPS):
        for _ in range(random.choice((1, 1, 2))):  # sometimes before the board has come to rest
            name, act = random.choice(actions(page, random))
            way.append(name)
            act()
        shown = settle(page)
        if page.url not in known:
            other.goto(page.url)
            known[page.url] = settle(other)
        assert shown == known[page.url], " → ".join(way)
