"""What is seen: pages hold still, show many positions, begin at one edge, and show where the focus is, on screen and paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from browser.reader import DESK, PHONE, Palette, Reader, clock
from browser.server import Hold, serve
from building import make_project, posting

SHIFTS = """
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted = (window.shifted ?? 0) + entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAGES = [
    "./", "./?tag=imaging&q=position", "./?q=nothingatall", "jobs/soon/", "jobs/everything/", "jobs/closed/", "tags/imaging/", "tags/", "archive/2026/",
    "saved/", "subscribe/", "post/", "trends/", "rules/", "404.html",
]  # fmt: skip
RATIO = """
([text, ground]) => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(text), light(ground)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
"""


def whole_rows(page: Page) -> int:
    """How many rows of the list are wholly in the window."""
    expect(page.locator("#board-rows .jb-marks").first).to_be_attached()
    number: int = page.evaluate(
        "[...document.querySelectorAll('.jb-row')].map((row) => row.getBoundingClientRect())"
        ".filter(({ height, bottom }) => height && bottom <= innerHeight).length"
    )
    return number


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_while_a_page_loads(reader: Reader, width: int) -> None:
    """The room of what scripts add is kept from the beginning: no layout shift at all."""
    assert _shifts(reader, reader.open(width=width, before=SHIFTS), PAGES) == dict.fromkeys(PAGES, 0)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_on_a_page_that_was_built_days_ago(reader: Reader, width: int) -> None:
    """What has closed since then is not shown as open at first."""
    pages = ["./", "jobs/soon/", "tags/imaging/"]
    page = reader.open(width=width, before=SHIFTS + clock("2026-11-25T12:00:00Z"))
    assert _shifts(reader, page, pages) == dict.fromkeys(pages, 0)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one position, which leaves room for the footer in the window."""
    project = make_project(tmp_path_factory.mktemp("small"))
    project.write("postings/only.md", posting())
    assert project.build().returncode == 0
    with serve(project.site) as root:
        yield root


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_on_a_small_board(chromium: Browser, small_site: str, width: int) -> None:
    """What scripts add to a short page does not push the footer away."""
    reader = Reader(chromium, small_site)
    pages = ["./", "jobs/only/", "tags/imaging/", "archive/2026/", "saved/"]
    assert _shifts(reader, reader.open(width=width, before=SHIFTS), pages) == dict.fromkeys(pages, 0)
    reader.close()
    assert reader.faults == []


PAINTS = """
new PerformanceObserver(() => window.isPainted = true).observe({ type: "paint", buffered: true });
"""


@pytest.mark.parametrize(
    ("address", "before"), [("tags/imaging/", b">JSON</a>"), ("jobs/everything/", b"<dt>Deadline")]
)
def test_no_page_is_shown_in_part(chromium: Browser, site_folder: Path, address: str, before: bytes) -> None:
    """Lines at the right and grids would move with each part of a page that comes slowly."""
    hold = Hold(before)
    with serve(site_folder, hold=hold) as root:
        reader = Reader(chromium, root)
        page = reader.open(width=PHONE, before=SHIFTS + PAINTS)
        page.goto(address, wait_until="commit")
        expect(page.locator(".jb-feeds, .jb-facts").first).to_be_attached()
        page.evaluate("new Promise((done) => setTimeout(done, 300))")  # it takes less to show what is there
        assert not page.evaluate("window.isPainted")
        hold.go_on.set()
        assert _shift_when_quiet(reader, page) == 0
        reader.close()
        assert reader.faults == []


def _shifts(reader: Reader, page: Page, addresses: list[str]) -> dict[str, float]:
    """How far the parts of each page have moved when it is quiet."""
    shifts = {}
    for address in addresses:
        page.goto(address)
        shifts[address] = _shift_when_quiet(reader, page)
    return shifts


def _shift_when_quiet(reader: Reader, page: Page) -> float:
    reader.wait_until_quiet(page)
    shift: float = page.evaluate("window.shifted ?? 0")
    return shift


KEPT = {
    "version": 1,
    "saved": {"soon": {"title": "Postdoc that closes soon"}, "today": {"title": "Internship that closes today"}},
    "searches": {"?tag=imaging": {"name": "Imaging", "looked": "2026-11-18T12:00:00Z", "known": []}},
}


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("address", ["saved/", "./?tag=imaging"])
@pytest.mark.parametrize("kept", [json.dumps(KEPT), json.dumps(KEPT | {"hidden": "damaged"})], ids=["whole", "damaged"])
def test_nothing_moves_for_what_a_reader_keeps(reader: Reader, width: int, address: str, kept: str) -> None:
    """Saved things, what is new in a search, and what is said of a damaged store have their room, too."""
    page = reader.open(address, width=width, before=SHIFTS, kept=kept)
    expect(page.get_by_text("new since").first).to_be_visible()
    assert _shift_when_quiet(reader, page) == 0


@pytest.mark.parametrize(("width", "height", "rows"), [(1280, 900, 8), (390, 844, 3)])
def test_the_board_shows_many_positions_at_once(reader: Reader, width: int, height: int, rows: int) -> None:
    """A window on a desk and a phone are full of positions."""
    page = reader.open(width=width)
    page.set_viewport_size({"width": width, "height": height})
    page.goto("./")
    assert whole_rows(page) >= rows


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_all_pages_begin_at_one_edge(reader: Reader, width: int) -> None:
    """Headings stand below the board's own, wherever one goes, and the header's search ends where lists do."""
    page = reader.open("./", width=width)
    edges = {"board": page.locator(".md-tabs__list, .jb-search").last.bounding_box()}
    tabs = page.locator(".md-tabs__link").first.bounding_box()
    left = round((tabs or edges["board"] or {"x": 0})["x"])
    for address in PAGES[3:]:
        page.goto(address)
        box = page.locator("h1").first.bounding_box()
        assert box
        assert round(box["x"]) == left, address


def test_a_page_marks_the_tab_of_its_section(reader: Reader) -> None:
    """Also one that is not in the navigation itself."""
    page = reader.open()
    for address, tab in (("jobs/soon/", "Positions"), ("tags/imaging/", "Fields"), ("archive/2026/", "Archive")):
        page.goto(address)
        expect(page.locator(".md-tabs__item--active")).to_have_text(tab)


FOCUSED = {
    "./": [
        "#board-query", "#board-sort", ".jb-filters input[type=checkbox]", ".jb-filters summary", ".jb-row__title a",
        ".jb-row__tags a", ".jb-marks button[data-kind=saved]", ".jb-help", ".md-tabs__link",
    ],
    "jobs/soon/": ["#site-query", ".jb-actions a", "[data-share]"],
    "subscribe/": [".jb-finder__kinds button"],
    "404.html": ["#lost-query"],
}  # fmt: skip


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("address", FOCUSED)
def test_the_focus_is_seen(reader: Reader, address: str, palette: Palette) -> None:
    """Whatever takes the focus looks different with it: compared are pixels."""
    page = reader.open(address, palette=palette)
    expect(page.locator(".jb-marks, .jb-finder, [data-ready], #lost-query").first).to_be_attached()
    page.keyboard.press("Tab")  # the focus comes from the keyboard
    unseen = []
    for selector in FOCUSED[address]:
        target = page.locator(selector).first
        target.scroll_into_view_if_needed()
        page.evaluate("document.activeElement.blur()")
        box = target.bounding_box()
        assert box, selector
        around: FloatRect = {
            "x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12
        }  # fmt: skip
        without = page.screenshot(clip=around, animations="disabled", caret="hide")
        target.focus()
        if page.screenshot(clip=around, animations="disabled", caret="hide") == without:
            unseen.append(selector)
    assert not unseen


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("selector", ["#board-query", "#site-query"])
def test_boxes_to_search_in_are_seen(reader: Reader, selector: str, palette: Palette) -> None:
    """What a box says of itself has 4.5:1 to its ground, and its border 3:1, which axe does not look at."""
    page = reader.open("./" if selector == "#board-query" else "jobs/soon/", palette=palette)
    box = page.locator(selector)
    colors = box.evaluate(
        "(box) => [getComputedStyle(box, '::placeholder').color, getComputedStyle(box).borderTopColor, "
        "getComputedStyle(document.body).backgroundColor]"
    )
    assert page.evaluate(RATIO, [colors[0], colors[2]]) >= 4.5
    assert page.evaluate(RATIO, [colors[1], colors[2]]) >= 3


def test_tags_stand_in_one_line(reader: Reader) -> None:
    """What does not fit is behind a button that says how many there are, and shows them."""
    page = reader.open("./", width=320)
    slug = page.locator("li:has(> .jb-row__tags > button)").first.get_attribute("data-slug")
    line = page.locator(f"li[data-slug={slug}] > .jb-row__tags")
    more = line.get_by_role("button")
    number = int((more.text_content() or "").removeprefix("+"))
    hidden = line.locator("a.jb-row__beyond")
    assert hidden.count() == number > 0
    expect(hidden.first).to_be_hidden()
    more.click()
    assert line.locator("a").count() > number
    for tag in line.locator("a").all():
        expect(tag).to_be_visible()


def test_tags_of_rows_far_away_are_folded_when_they_come_near(reader: Reader) -> None:
    """In the plain list as in the one that a script makes; until then nothing is measured."""
    page = reader.open("archive/2026/", width=320)
    slug = page.locator("li:has(> .jb-row__tags > button)").last.get_attribute("data-slug")
    page.set_viewport_size({"width": 320, "height": 100})
    page.reload()
    button = page.locator(f"li[data-slug={slug}] > .jb-row__tags > button")
    reader.wait_until_quiet(page)
    assert button.count() == 0
    page.locator(f"li[data-slug={slug}]").scroll_into_view_if_needed()
    expect(button).to_be_visible()


def test_the_printed_board_is_a_list(reader: Reader) -> None:
    """All that fit, and nothing to click."""
    page = reader.open("./")
    expect(page.locator("#board-status")).to_contain_text("open")
    number = int((page.locator("#board-status").text_content() or "").split()[0])
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#board-rows > li")).to_have_count(number)
    for selector in ("#board-filters", "#board-query", "#board-sort", ".jb-marks >> nth=0", ".md-tabs"):
        expect(page.locator(selector)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_a_printed_position_says_where_it_is_from(reader: Reader) -> None:
    """Its address, the day it was announced, and its source."""
    page = reader.open("jobs/everything/")
    page.emulate_media(media="print")
    colophon = page.locator(".jb-colophon")
    expect(colophon).to_contain_text("Announced ")
    said = colophon.evaluate("(element) => getComputedStyle(element, '::after').content")
    assert said.endswith('/jobs/everything/"')
    expect(page.get_by_role("link", name="Report a problem")).to_be_hidden()
