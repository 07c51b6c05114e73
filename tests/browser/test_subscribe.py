"""The feed finder, used as a person does."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.axe import axe
from browser.reader import LOOKS, Palette, Reader


def answer(page: Page) -> Locator:
    """What the finder says."""
    return page.get_by_label("Feed finder").get_by_role("status")


def addresses(page: Page, file: str) -> list[str]:
    """The folders whose *file* is offered, below the site's root."""
    found = page.locator(f'.jb-finder__addresses a[href$="/{file}"]:not([href^="webcal:"])')
    expect(found.first).to_be_visible()
    links = [link.get_attribute("href") or "" for link in found.all()]
    return [link.split("/", 3)[3].removesuffix(file) for link in links]


FOUND = [
    ("", [""], "Nothing is chosen: this carries every new position."),
    ("?tag=imaging", ["tags/imaging/"], "This carries exactly what you chose."),
    (
        "?country=france&country=germany",
        ["places/france/", "places/germany/"],
        "Each country has feeds of its own: these 2 together carry exactly what you chose. Subscribe to each.",
    ),
    (
        "?mode=hybrid&position=faculty",
        ["positions/faculty/"],
        (
            "A feed carries one choice, not a combination. "
            "The feed of Faculty brings every new position that you chose, and others besides."
        ),
    ),
    (
        "?tag=imaging&tag=epidemiology",
        ["tags/epidemiology/", "tags/imaging/"],
        "Each field has feeds of its own: these 2 together carry exactly what you chose. Subscribe to each.",
    ),
    (
        "?tag=imaging&tag=llm",
        ["tags/llm/"],
        (
            "A feed carries one choice, not a combination. "
            "The feed of Large language models brings every new position that you chose, and others besides."
        ),
    ),
    (
        "?country=france&based=in&pay=40000-gbp-year",
        ["places/france/"],
        (
            "No feed can be narrowed by where the work is based or what is paid. "
            "The feed of France brings every new position that you chose, and others besides."
        ),
    ),
    (
        "?tag=imaging&q=heart&deadline=7",
        ["tags/imaging/"],
        (
            "No feed can be narrowed by the words you searched for or the deadline. "
            "The feed of Medical imaging brings every new position that you chose, and others besides."
        ),
    ),
    (
        "?organization=nobody",
        [""],
        (
            "There is no feed of its own for “nobody”. "
            "The feed of the whole board brings every new position that you chose, and others besides."
        ),
    ),
]
"""Searches, each with the folders whose feeds carry it, and what is said of them."""


def test_the_boards_filter_becomes_feeds(page: Page) -> None:
    """Whatever filter the reader comes with, the finder names the feeds and calendars that carry it, and says how well."""
    holds = "Each feed holds the newest 20 open positions, and all that were announced in the last 14 days"
    board = page.get_by_role("link", name="see these positions on the board")
    for search, folders, sentence in FOUND:
        page.goto(f"subscribe/{search}")
        expect(answer(page)).to_have_text(sentence)
        for file in ("feed.xml", "atom.xml", "feed.json", "deadlines.ics"):
            assert addresses(page, file) == folders, search
        expect(page.get_by_label("Feed finder")).to_contain_text(holds)
        if search:
            expect(board).to_have_attribute("href", re.compile(re.escape(f"/{search}") + "$"))
        else:
            expect(board).to_be_hidden()


def test_a_reader_chooses_with_the_keyboard(page: Page) -> None:
    """A choice is searched, ticked and removed without a mouse; the address keeps it, and focus is never lost."""
    page.goto("subscribe/?q=heart")
    page.get_by_role("button", name="Field").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name="Radiology")
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?q=heart&tag=radiology$"))
    expect(page.get_by_role("button", name="Field (1)")).to_have_attribute("aria-expanded", "true")
    assert addresses(page, "feed.xml") == ["tags/radiology/"]
    expect(page.get_by_role("link", name="see these positions on the board")).to_have_attribute(
        "href", re.compile(r"/\?q=heart&tag=radiology$")
    )
    page.get_by_role("button", name="Remove Radiology").focus()
    page.keyboard.press("Enter")
    expect(box).not_to_be_checked()
    expect(page.get_by_role("button", name="Field")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=heart$"))


def test_addresses_are_copied_and_opened(page: Page) -> None:
    """A button copies a feed's absolute address, and a calendar opens in the reader's own program."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("subscribe/?position=phd&position=faculty")
    page.get_by_role("button", name="Copy the RSS address of PhD").click()
    expect(page.get_by_role("button", name="Copied: Copy the RSS address of PhD")).to_be_visible()
    root = page.url.split("subscribe/")[0]
    assert page.evaluate("navigator.clipboard.readText()") == f"{root}positions/phd/feed.xml"
    page.get_by_role("button", name="Copy all 2 calendar addresses").click()
    both = [f"{root}positions/{position}/deadlines.ics" for position in ("faculty", "phd")]
    assert page.evaluate("navigator.clipboard.readText()").split("\n") == both
    calendar = page.get_by_role("link", name="Open the calendar of PhD in a calendar program")
    expect(calendar).to_have_attribute("href", both[1].replace("http:", "webcal:"))
    whole = page.get_by_role("link", name="Open in a calendar program")
    expect(whole).to_have_attribute("href", f"{root}deadlines.ics".replace("http:", "webcal:"))


def test_without_javascript_the_page_is_links(reader: Reader) -> None:
    """Every kind of feed is a link, and nothing promises more."""
    page = reader.open("subscribe/", has_javascript=False)
    expect(page.get_by_role("link", name="RSS")).to_have_count(3)
    expect(page.get_by_role("link", name="deadlines.ics")).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


@pytest.mark.parametrize(("width", "palette"), LOOKS)
def test_the_page_is_accessible(reader: Reader, width: int, palette: Palette) -> None:
    """No fault with a list open and feeds shown, and nothing wider than the screen."""
    page = reader.open("subscribe/?country=france&tag=imaging", width=width, palette=palette)
    page.get_by_role("button", name="Country").click()
    expect(page.get_by_role("checkbox", name="France")).to_be_checked()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
