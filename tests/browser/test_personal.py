"""What the reader keeps, used as a person uses it."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from browser.axe import axe
from browser.marks import LIST, ROLLING, SOON, TODAY, kept, press, row, save
from browser.postings import LONG_TITLE
from browser.reader import LOOKS, PHONE, Palette, Reader


@pytest.mark.parametrize("address", ["/", LIST])
def test_a_position_is_saved_from_a_list(page: Page, address: str) -> None:
    """Save on a list turns to Saved, survives a reload, and the position is on the page of saved ones."""
    page.goto(address)
    press(page, "Save", SOON)
    button = page.get_by_role("button", name=f"Saved {SOON}")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name=f"Saved {SOON}")).to_have_attribute("aria-pressed", "true")
    page.goto("/saved/")
    expect(page.get_by_role("status").first).to_have_text("1 position saved, 1 of them open.")
    expect(row(page, SOON)).to_contain_text("Northbridge University")
    expect(row(page, SOON)).to_contain_text("4 days left")
    page.get_by_role("link", name=SOON).click()
    expect(page).to_have_url(re.compile("/jobs/soon/$"))
    press(page, "Saved", SOON)
    expect(page.get_by_role("button", name=f"Save {SOON}")).to_have_attribute("aria-pressed", "false")
    page.goto("/saved/")
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()


def test_what_a_list_left_out_is_learnt_from_the_page(page: Page) -> None:
    """A saved position takes up the full deadline as soon as its page is seen, and a new one when it moves."""
    page.goto(LIST)
    press(page, "Save", SOON)
    assert kept(page)["saved"]["soon"]["deadline"] == "24 Nov"
    page.goto("/jobs/soon/")
    page.goto(LIST)
    job = kept(page)["saved"]["soon"]
    assert (job["deadline"], job["closes"]) == ("24 Nov 2026, 23:59 AoE", "2026-11-25T11:59:59.000Z")
    page.evaluate(
        "localStorage.setItem('jobboard', localStorage.getItem('jobboard').replace('2026-11-25', '2026-10-01'))"
    )
    page.goto("/jobs/soon/")
    assert kept(page)["saved"]["soon"]["closes"] == "2026-11-25T11:59:59.000Z"


def test_a_position_closed_before_its_time_is_closed_on_the_list(reader: Reader) -> None:
    """A saved position that was filled counts as closed once its page has been seen, and is no event any more."""
    job = {"title": "Postdoc that is filled", "closes": "2026-12-31T12:00:00Z", "deadline": "31 Dec"}
    page = reader.open("/saved/", kept=json.dumps({"version": 1, "saved": {"filled": job}}))
    expect(page.get_by_text("1 position saved, 1 of them open.")).to_be_visible()
    page.goto("/jobs/filled/")
    page.goto("/saved/")
    expect(page.get_by_text("1 position saved, 0 of them open.")).to_be_visible()
    expect(row(page, "Postdoc that is filled")).to_contain_text("Closed")
    expect(page.get_by_role("button", name="Calendar (.ics)")).to_be_disabled()


def test_who_has_applied_finds_the_position_again(page: Page) -> None:
    """Mark as applied turns to Applied, and saves the position, too."""
    page.goto("/jobs/everything/")
    press(page, "Mark as applied", LONG_TITLE)
    expect(page.get_by_role("button", name=f"Saved {LONG_TITLE}")).to_be_visible()
    page.goto("/saved/")
    expect(row(page, LONG_TITLE)).to_contain_text("Applied")
    expect(row(page, LONG_TITLE)).to_contain_text("15 Dec 2026, 17:00 Europe/Zurich")
    press(page, "Applied", LONG_TITLE)
    expect(page.get_by_role("button", name=f"Mark as applied {LONG_TITLE}")).to_be_visible()
    assert kept(page)["applied"] == {}


@pytest.mark.parametrize("address", ["/", LIST])
def test_a_hidden_position_leaves_the_list_and_comes_back(page: Page, address: str) -> None:
    """Hide takes a row out and says so; Undo brings it back, and so does the line that counts the hidden ones."""
    page.goto(address)
    press(row(page, SOON), "Hide", SOON)
    expect(row(page, SOON)).to_be_hidden()
    said = page.get_by_role("status").filter(has_text=f"Hidden: {SOON}.")
    expect(said).to_be_visible()
    expect(page.locator(":focus")).to_have_accessible_name(re.compile("^Hide "))
    said.get_by_role("button", name="Undo").click()
    expect(row(page, SOON)).to_be_visible()
    expect(page.get_by_role("button", name=f"Hide {SOON}")).to_be_focused()
    expect(said).to_be_hidden()

    press(row(page, SOON), "Hide", SOON)
    page.reload()
    expect(page.get_by_text("1 hidden")).to_be_visible()
    expect(row(page, SOON)).to_be_hidden()
    page.get_by_role("button", name="show", exact=True).click()
    expect(row(page, SOON)).to_be_visible()
    press(row(page, SOON), "Hidden", SOON)
    expect(page.get_by_text("1 hidden")).to_be_hidden()
    page.reload()
    expect(row(page, SOON)).to_be_visible()


def test_hidden_positions_can_all_be_shown_again(page: Page) -> None:
    """The page of saved positions shows a hidden one that is saved, and brings all hidden ones back."""
    page.goto(LIST)
    press(page, "Save", SOON)
    press(row(page, SOON), "Hide", SOON)
    page.goto("/saved/")
    expect(row(page, SOON)).to_be_visible()
    page.get_by_role("button", name="show again").click()
    expect(page.get_by_text("hidden on the lists")).to_be_hidden()
    page.goto(LIST)
    expect(row(page, SOON)).to_be_visible()


def test_all_buttons_work_from_the_keyboard(page: Page) -> None:
    """Enter and space press the buttons, and the focus stays where the work is."""
    page.goto(LIST)
    page.get_by_role("button", name=f"Save {SOON}").press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name=f"Applied {SOON}")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(row(page, SOON)).to_be_hidden()
    expect(page.locator(":focus")).to_have_accessible_name(re.compile("^Hide "))
    page.keyboard.press("Escape")
    expect(page.get_by_role("status").filter(has_text="Hidden: ")).to_have_count(0)


def test_new_since_the_last_visit(page: Page) -> None:
    """Nothing is new on a first visit; after half an hour's absence, what has been announced since is."""
    page.clock.set_fixed_time("2026-11-18T08:00:00Z")
    page.goto(LIST)
    page.keyboard.press("Tab")
    expect(row(page, "Scientist announced yesterday")).to_be_visible()
    assert page.get_by_text("new", exact=True).count() == 0
    page.clock.set_fixed_time("2026-11-18T08:29:00Z")
    page.goto(LIST)
    assert page.get_by_text("new", exact=True).count() == 0, "the same visit"
    page.clock.set_fixed_time("2026-11-20T12:00:00Z")
    for _ in range(2):
        page.goto(LIST)
        expect(row(page, "Scientist announced yesterday").get_by_text("new", exact=True)).to_be_visible()
        assert page.get_by_text("new", exact=True).count() == 1
    page.clock.set_fixed_time("2026-11-20T12:31:00Z")
    page.goto(LIST)
    expect(row(page, "Scientist announced yesterday")).to_be_visible()
    assert page.get_by_text("new", exact=True).count() == 0, "seen on the visit before"


def test_saved_positions_close_by_the_clock(page: Page) -> None:
    """The next deadline comes first, and a passed one is closed and last."""
    save(page, "rolling", "soon", "today")
    page.goto("/saved/")
    expect(page.get_by_role("heading", level=2)).to_contain_text([TODAY, SOON, ROLLING, "What is kept"])
    page.clock.set_fixed_time("2026-11-25T11:59:58Z")
    page.reload()
    expect(row(page, SOON)).to_contain_text("left")
    expect(row(page, TODAY)).to_contain_text("Closed")
    page.clock.set_fixed_time("2026-11-25T12:00:00Z")
    page.reload()
    expect(row(page, SOON)).to_contain_text("Closed")
    expect(page.get_by_role("heading", level=2)).to_contain_text([ROLLING, SOON, TODAY, "What is kept"])
    expect(page.get_by_text("3 positions saved, 1 of them open.")).to_be_visible()


def test_a_position_taken_out_can_be_put_back(page: Page) -> None:
    """On the page of saved positions a row stays until the page is left, so that a slip costs nothing."""
    save(page, "soon")
    page.goto("/saved/")
    before = kept(page)["saved"]["soon"]
    press(page, "Saved", SOON)
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()
    press(page, "Save", SOON)
    expect(page.get_by_text("1 position saved, 1 of them open.")).to_be_visible()
    assert {**kept(page)["saved"]["soon"], "since": before["since"]} == before
    press(page, "Saved", SOON)
    page.reload()
    expect(row(page, SOON)).to_have_count(0)


def test_clearing_asks_and_then_leaves_nothing(page: Page) -> None:
    """Clear everything asks first; afterwards the browser holds nothing of the site, not even the visit."""
    save(page, "soon")
    page.goto("/saved/")
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    expect(row(page, SOON)).to_be_visible()
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear everything").click()
    expect(page.get_by_text("Nothing is saved yet.")).to_be_focused()
    expect(row(page, SOON)).to_have_count(0)
    page.keyboard.press("Tab")
    assert kept(page) is None
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('jobboard'))") == []


def test_two_tabs_agree(page: Page) -> None:
    """What one tab saves, hides or clears, the other shows at once, and neither overwrites the other."""
    page.goto(LIST)
    other = page.context.new_page()
    other.goto("/saved/")
    press(page, "Save", SOON)
    expect(row(other, SOON)).to_be_visible()
    third = page.context.new_page()
    third.goto("/jobs/today/")
    press(third, "Save", TODAY)
    expect(row(other, TODAY)).to_be_visible()
    press(page, "Mark as applied", SOON)
    expect(other.get_by_role("button", name=f"Applied {SOON}")).to_be_visible()
    assert sorted(kept(page)["saved"]) == ["soon", "today"]
    other.get_by_role("button", name="Clear everything").click()
    other.get_by_role("dialog").get_by_role("button", name="Clear everything").click()
    expect(page.get_by_role("button", name=f"Save {SOON}")).to_be_visible()


def test_without_javascript_nothing_pretends_to_work(reader: Reader) -> None:
    """Lists have no buttons, and the page of saved positions says what it needs."""
    page = reader.open("/saved/", has_javascript=False)
    expect(page.get_by_text("This list needs JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Clear everything")).to_have_count(0)
    page.goto(LIST)
    expect(page.get_by_role("button", name=re.compile("^(Save|Hide|Mark)"))).to_have_count(0)


@pytest.mark.parametrize(("width", "palette"), LOOKS)
def test_the_page_of_saved_positions_is_accessible(reader: Reader, width: int, palette: Palette) -> None:
    """axe-core finds no fault, empty or filled, with every state of a row and with the question open."""
    page = reader.open("/saved/", width=width, palette=palette)
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()
    assert axe(page) == []
    save(page, "soon", "everything", "rolling")
    page.get_by_role("button", name=re.compile("^Mark as applied ")).click()
    page.goto(LIST)
    press(row(page, SOON), "Hide", SOON)
    page.goto("/saved/")
    press(page, "Saved", ROLLING)
    assert axe(page) == []
    width_of_content = page.evaluate("document.documentElement.scrollWidth")
    assert width_of_content <= width
    page.get_by_role("button", name="Clear everything").click()
    assert axe(page) == []


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_a_list_with_its_buttons_is_accessible(reader: Reader, palette: Palette) -> None:
    """axe-core finds no fault in a list with saved, hidden and new positions and the notice."""
    page = reader.open(LIST, width=PHONE, palette=palette, kept='{"visit": {"last": "2026-11-18T12:00:00Z"}}')
    expect(page.get_by_text("new", exact=True)).to_be_visible()
    press(page, "Save", SOON)
    press(row(page, TODAY), "Hide", TODAY)
    assert axe(page) == []
    page.get_by_role("button", name="show", exact=True).click()
    assert axe(page) == []
