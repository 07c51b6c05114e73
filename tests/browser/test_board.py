"""The board page, used as a person does: search, filters, sorting, addresses, keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.axe import axe
from browser.reader import LOOKS, PHONE, Palette, Reader


@pytest.fixture
def board(page: Page) -> Page:
    """The board with its search at work."""
    page.goto("./")
    expect(search_of(page)).to_be_visible()
    return page


def search_of(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search the open positions")


def titles(page: Page) -> list[str]:
    return page.locator("#board-rows").get_by_role("heading").all_inner_texts()


ROWS = """
rows => rows.map(row => ({
  ...row.dataset,
  closes: Date.parse(row.dataset.closes),
  parts: [...row.querySelectorAll("*")]
    .filter(part => !part.closest(".jb-marks, .jb-new"))
    .map(part => ({
      name: part.localName,
      class: part.className,
      to: part.href ?? null,
      at: part.dateTime ? Date.parse(part.dateTime) : null,
      text: part.matches(".jb-left") || part.children.length ? "" : part.textContent.trim(),
    })),
}))
"""


def rows_of(page: Page) -> list[dict[str, Any]]:
    """Every row of the list with its parts, but for the time that is left, which the reader's clock says."""
    rows: list[dict[str, Any]] = page.locator("ol.jb-rows > li").evaluate_all(ROWS)
    return rows


def status(page: Page) -> Locator:
    return page.locator("#board-status")


def choose(page: Page, label: str) -> None:
    page.locator("#board-filters").get_by_role("checkbox", name=re.compile(rf"^{label} ")).check()


def count_of(page: Page, label: str) -> Locator:
    return page.locator("#board-filters .jb-choice", has_text=label).first.locator(".jb-count")


def test_without_javascript_the_board_is_a_plain_list(reader: Reader) -> None:
    """The open positions are there, the next deadline first, and nothing that needs a script is shown."""
    page = reader.open("./", has_javascript=False)
    rows = page.get_by_role("heading", level=2).all_inner_texts()
    assert rows[:2] == ["Internship that closes today", "Postdoc that closes soon"]
    expect(page.locator("#board-tools")).to_be_hidden()
    expect(page.locator("#board-filters")).to_be_hidden()


def test_the_script_shows_what_the_server_printed(reader: Reader, board: Page) -> None:
    """With and without a script the same positions stand in the same order, with the same parts and words."""
    plain = [*rows_of(reader.open("./", has_javascript=False)), *rows_of(reader.open("page/2/", has_javascript=False))]
    for number in range(len(plain)):
        board.locator("#board-rows > li").nth(number).scroll_into_view_if_needed()
    shown = rows_of(board)
    assert [row["slug"] for row in shown] == [row["slug"] for row in plain]
    for made, printed in zip(shown, plain, strict=True):
        assert made == printed


def test_a_row_says_all_that_is_known(board: Page) -> None:
    """From where one may work, and the year of a day that is not this year's, in the browser as in print."""
    board.goto("./?sort=newest&mode=remote")
    row = board.locator("#board-rows > li").filter(has_text="Scientist who works from afar")
    expect(row).to_contain_text("Northbridge University · Edinburgh, United Kingdom · Remote, from Europe")
    expect(row).to_contain_text("posted 3 Dec 2025")


def test_results_follow_the_typing(board: Page) -> None:
    """Every word must match, each in its own place; the address follows, and chips name the query."""
    search_of(board).press_sequentially("zurich postdoc")
    expect(status(board)).to_have_text(re.compile(r"^\d+ positions? of \d+ open$"))
    for row in board.locator("#board-rows > li").all_inner_texts():
        assert "Zurich" in row
    expect(board).to_have_url(re.compile(r"\?q=zurich\+postdoc$"))
    board.get_by_role("button", name="Remove filter: “zurich postdoc”").click()
    expect(board).to_have_url(re.compile(r"/$"))


def test_misspelt_words_are_understood(board: Page) -> None:
    """A word with a wrong letter finds what was meant."""
    search_of(board).press_sequentially("radiollogy")
    expect(board.locator("#board-rows").get_by_role("heading").first).to_contain_text("radiology")


@pytest.mark.parametrize("words", ["radiollogy", "package epidemiology"])
def test_the_same_words_find_the_same_again(board: Page, words: str) -> None:
    """Words that only a misspelling or a description fits find as much when they are typed again, or come with Back."""
    found = "4 positions of 38 open"
    search_of(board).press_sequentially(words)
    expect(status(board)).to_have_text(found)
    search_of(board).fill("")
    expect(status(board)).to_have_text("38 positions open")
    search_of(board).press_sequentially(words)
    expect(status(board)).to_have_text(found)
    expect(board).to_have_url(re.compile(r"\?q="))
    board.get_by_role("button", name=f"Remove filter: “{words}”").click()
    expect(status(board)).to_have_text("38 positions open")
    expect(board).to_have_url(re.compile(r"/$"))
    board.go_back()
    expect(search_of(board)).to_have_value(words)
    expect(status(board)).to_have_text(found)


@pytest.mark.parametrize("words", ["package epidemiology", "scans heart sure"])
def test_descriptions_are_searched(board: Page, words: str) -> None:
    """Words that stand only in the description or the summary find the position, and the row says so."""
    search_of(board).press_sequentially(words)
    found = board.locator("#board-rows > li").filter(has_text="in the description")
    expect(found.first).to_be_visible()


def test_filters_combine_and_count(board: Page) -> None:
    """Any value within a filter, all filters together; counts say what a further choice would give."""
    choose(board, "Postdoc")
    one = status(board).inner_text().split()[0]
    expect(count_of(board, "Postdoc")).to_have_text(one)  # the counts have followed
    count = count_of(board, "PhD").inner_text()
    choose(board, "PhD")
    expect(status(board)).to_contain_text(str(int(one) + int(count)))
    choose(board, "Switzerland")
    chosen = "position=(postdoc&position=phd|phd&position=postdoc)&country=switzerland"
    expect(board).to_have_url(re.compile(rf"\?{chosen}$"))
    for row in board.locator("#board-rows > li").all_inner_texts():
        assert "Switzerland" in row or "Remote" in row
    assert board.get_by_role("list", name="Chosen filters").get_by_role("button").count() == 4
    board.get_by_role("button", name="Clear all filters").click()
    expect(board).to_have_url(re.compile(r"/$"))


def test_every_filter_narrows(board: Page) -> None:
    """Each filter leaves as many positions as its count said."""
    for label in (
        "Fixed term",
        "Full time",
        "Pay stated",
        "Visa sponsored",
        "Hybrid",
        "Recognised (R2)",
        "Medical imaging",
    ):
        choice = board.locator("#board-filters").get_by_role("checkbox", name=re.compile(rf"^{re.escape(label)} \d+$"))
        name = choice.locator("xpath=..").inner_text()
        choice.check()
        expect(status(board)).to_have_text(re.compile(rf"^{name.split()[-1]} positions? of"))
        board.goto("./")


def test_deadlines_can_be_limited(board: Page) -> None:
    """Only positions that close within the chosen time stay; rolling ones have no deadline to meet."""
    board.get_by_role("combobox", name="Deadline").select_option("within 7 days")
    assert titles(board) == ["Internship that closes today", "Postdoc that closes soon"]


def test_the_order_can_be_changed(board: Page) -> None:
    """Newest first is in the address, too."""
    board.get_by_role("combobox", name="Sort by").select_option("newest")
    expect(board.locator("#board-rows").get_by_role("heading").first).to_have_text("Scientist announced yesterday")
    expect(board).to_have_url(re.compile(r"\?sort=newest$"))


def test_an_address_shows_what_it_says_and_back_leads_back(reader: Reader) -> None:
    """A shared address opens the same selection, and the back button undoes a choice."""
    page = reader.open("./?q=position&country=germany&sort=newest")
    expect(status(page)).to_have_text(re.compile("of"))
    expect(search_of(page)).to_have_value("position")
    before = titles(page)
    choose(page, "Postdoc")
    expect(page).to_have_url(re.compile("position=postdoc"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"country=germany&sort=newest$"))
    assert titles(page) == before


def test_an_unknown_value_in_an_address_harms_nothing(reader: Reader) -> None:
    """A value that the board does not know is a box that can be unticked; nonsense is dropped at once, with a word."""
    page = reader.open("./?tag=<b>x</b>&deadline=-3&sort=nonsense&position=astronaut")
    expect(page.get_by_text("No position fits.")).to_be_visible()
    said = "Left out, because it can mean nothing here: tag “<b>x</b>”, deadline “-3”, sort “nonsense”."
    expect(page.locator("#board-dropped")).to_have_text(said)
    expect(page).to_have_url(re.compile(r"/\?position=astronaut$"))
    expect(page.get_by_role("checkbox", name="astronaut")).to_be_checked()
    page.get_by_role("button", name="Show 38 positions without astronaut").click()
    expect(status(page)).to_have_text("38 positions open")


def test_when_nothing_fits_the_nearest_way_out_is_offered(board: Page) -> None:
    """The one filter whose removal brings most is named with what it brings."""
    choose(board, "Postdoc")
    search_of(board).press_sequentially("qqqq")
    button = board.get_by_role("button", name=re.compile(r"^Show \d+ positions without “qqqq”$"))
    button.click()
    expect(status(board)).to_have_text(re.compile(r"^[1-9]\d* positions? of"))
    expect(search_of(board)).to_have_value("")


def test_the_keyboard_is_enough(board: Page) -> None:
    """Slash leads to the search, arrows through the list, Enter opens."""
    board.keyboard.press("/")
    expect(search_of(board)).to_be_focused()
    board.keyboard.press("ArrowDown")
    board.keyboard.press("ArrowDown")
    expect(board.get_by_role("link", name="Postdoc that closes soon")).to_be_focused()
    board.keyboard.press("ArrowUp")
    board.keyboard.press("ArrowUp")
    expect(search_of(board)).to_be_focused()
    board.keyboard.press("ArrowDown")
    board.keyboard.press("Enter")
    expect(board).to_have_url(re.compile("/jobs/today/$"))


def test_slash_leads_to_the_search_from_a_box(board: Page) -> None:
    """A box to check takes no letters; the search and the choice of a deadline do."""
    box = board.locator("#board-filters").get_by_role("checkbox").first
    box.focus()
    board.keyboard.press("/")
    expect(search_of(board)).to_be_focused()
    expect(search_of(board)).to_have_value("")
    board.keyboard.press("/")
    expect(search_of(board)).to_have_value("/")


@pytest.mark.parametrize(("width", "palette"), LOOKS)
def test_how_to_search_is_said_beside_the_search(reader: Reader, width: int, palette: Palette) -> None:
    """A button that is large enough opens it, by keyboard, too, and Escape closes it; axe-core finds no fault."""
    page = reader.open("./", width=width, palette=palette)
    button = page.get_by_role("button", name="How to search")
    size = button.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 24
    assert size["x"] + size["width"] <= width
    search_of(page).press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    help_text = page.get_by_role("dialog", name="How to search")
    expect(help_text).to_contain_text('"exact phrase"')
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(help_text).to_be_hidden()
    expect(button).to_be_focused()


def test_the_search_in_the_header_leads_to_the_board(reader: Reader) -> None:
    """One search for the whole site: the header's box leads to the board, which also finds the guides."""
    page = reader.open("jobs/closed/")
    box = page.get_by_role("searchbox", name="Search the board")
    box.fill("subscribe")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=subscribe$"))
    expect(page.locator("#board-pages").get_by_role("link", name="Subscribe")).to_be_visible()


def test_the_selection_can_be_followed(board: Page) -> None:
    """The link to the feeds carries the current filter."""
    choose(board, "Postdoc")
    board.get_by_role("link", name="Follow this selection").click()
    expect(board).to_have_url(re.compile(r"/subscribe/\?position=postdoc#feed-finder$"))


def test_screen_readers_hear_the_count(board: Page) -> None:
    """The number of results is a live region."""
    expect(board.get_by_role("status").filter(has_text="positions open")).to_be_visible()


@pytest.mark.parametrize(("width", "palette"), LOOKS)
def test_the_board_is_accessible(reader: Reader, width: int, palette: Palette) -> None:
    """Empty, filtered and without results, the board has no fault that axe-core finds."""
    page = reader.open(width=width, palette=palette)
    for address in ("./", "./?q=position&country=germany", "./?q=qqqq"):
        page.goto(address)
        expect(status(page)).to_have_text(re.compile("open"))
        if width == PHONE:
            page.locator("#board-filters-open").click()
        assert axe(page) == [], address
