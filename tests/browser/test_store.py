"""The store of what the reader keeps: absent, full, broken, older, newer or hostile."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from browser.marks import FULL, LIST, SOON, TODAY, kept, press, row
from browser.reader import Reader

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
ABSENT = "Object.defineProperty(window, 'localStorage', { value: null })"


NOTHING_KEPT, NO_ROOM = "Your browser keeps nothing for this site", "Your browser has no more room for this site"


@pytest.mark.parametrize(
    ("before", "said"),
    [(BLOCKED, NOTHING_KEPT), (ABSENT, NOTHING_KEPT), (FULL, NO_ROOM)],
    ids=["blocked", "absent", "full"],
)
def test_without_a_store_everything_works_until_the_page_is_left(reader: Reader, before: str, said: str) -> None:
    """A reader whose browser keeps nothing can still save and hide on a page, and is told how long it lasts."""
    page = reader.open(LIST, before=before)
    press(page, "Save", SOON)
    expect(page.get_by_role("button", name=f"Saved {SOON}")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    press(row(page, TODAY), "Hide", TODAY)
    expect(row(page, TODAY)).to_be_hidden()
    expect(page.get_by_role("button", name=f"Saved {SOON}")).to_be_visible()
    page.goto("/saved/")
    if before != FULL:  # which only shows when something is to be kept
        expect(page.get_by_text(said).first).to_be_visible()
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()
    page.get_by_title("Switch to dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_nothing_is_kept_of_who_has_done_nothing(reader: Reader) -> None:
    """Not even the look of the pages; a reader who does something finds that again, and nothing else is kept."""
    page = reader.open()
    for address in ("/", LIST, "/jobs/soon/", "/saved/", "/subscribe/", "/?tag=imaging"):
        page.goto(address)
        page.wait_for_load_state("load")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]") == [
            [],
            [],
            "",
        ]
    page.goto("/jobs/soon/")
    press(page, "Save", SOON)
    assert page.evaluate("Object.keys(localStorage)") == ["jobboard"]
    page.get_by_title("Switch to dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("Object.keys(localStorage).sort()") == ["/.__palette", "jobboard"]
    page.goto(LIST)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


BROKEN = {
    "empty": "",
    "not JSON": '{"version": 1, "saved": {"soon"',
    "null": "null",
    "a number": "42",
    "a text": '"saved"',
    "a list": '["soon", 1, null]',
    "of another site": '{"jobs": {"a": 1}, "saved": "all", "visit": 7}',
    "parts of wrong types": '{"version": 1, "saved": 1, "applied": "x", "hidden": [[]], "visit": []}',
    "names of objects": '{"version": 1, "saved": {"__proto__": {"title": "x"}, "Bad Slug": {"title": "x"}}}',
}


def test_a_broken_store_is_an_empty_one(page: Page) -> None:
    """Whatever stands in the store's place, the page works, and what is kept next can be read again."""
    page.goto("/saved/")
    for name, text in BROKEN.items():
        page.evaluate("text => localStorage.setItem('jobboard', text)", text)
        page.goto("/jobs/soon/")
        press(page, "Save", SOON)
        page.goto("/saved/")
        expect(page.get_by_text("1 position saved, 1 of them open.")).to_be_visible()
        assert kept(page)["version"] == 1, name


def test_an_older_store_keeps_what_can_be_read(reader: Reader) -> None:
    """Of an unknown older version the readable marks stay, and the rest of a position is learnt when it is seen."""
    old = {
        "saved": {"soon": {"title": "Old title", "address": "javascript:alert(1)", "closes": "soon"}, "today": True},
        "applied": ["soon"],
        "hidden": {"rolling": 7, "constructor": False},
        "visit": {"last": "yesterday"},
    }
    page = reader.open("/saved/", kept=json.dumps(old))
    expect(page.get_by_text("2 positions saved")).to_be_visible()
    expect(page.get_by_role("button", name="Applied Old title")).to_be_visible()
    expect(page.get_by_role("link", name="Old title")).to_have_attribute("href", re.compile("/jobs/soon/$"))
    expect(page.get_by_text("1 position hidden")).to_be_visible()
    page.goto("/jobs/soon/")
    page.goto("/saved/")
    expect(row(page, SOON)).to_contain_text("24 Nov 2026, 23:59 AoE")


def test_what_a_newer_version_keeps_is_read_and_never_overwritten(reader: Reader) -> None:
    """A newer store is shown as far as it is understood; changes last for the page; only clearing removes it."""
    newer = json.dumps({"version": 2, "saved": {"soon": {"title": SOON, "stars": 5}}, "folders": ["a"]})
    page = reader.open("/saved/", kept=newer)
    expect(row(page, SOON)).to_be_visible()
    expect(page.get_by_text("A newer version of this site has written what is kept here.")).to_be_visible()
    page.goto("/jobs/today/")
    press(page, "Save", TODAY)
    expect(page.get_by_role("button", name=f"Saved {TODAY}")).to_be_visible()
    assert page.evaluate("localStorage.getItem('jobboard')") == newer
    page.goto("/saved/")
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear everything").click()
    assert kept(page) is None


def test_text_from_the_store_never_becomes_markup(reader: Reader) -> None:
    """A title or deadline with markup is printed as it is."""
    markup = "<img src=x onerror=console.error(1)>"
    job = {"title": markup, "organization": markup, "deadline": markup, "closes": "2026-12-31T12:00:00Z"}
    page = reader.open("/saved/", kept=json.dumps({"version": 1, "saved": {"one": job}}))
    expect(page.get_by_role("link", name=markup)).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)
