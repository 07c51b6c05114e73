"""Every hostile posting that is published, opened and used in a browser: nothing runs, and nothing is fetched from elsewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import icalendar
import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from browser.reader import DESK, PHONE, Reader
from browser.server import serve
from building import make_project
from jobboard.policy import Policy
from security.kit import Carrier, find_carriers, write, write_together

PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine."""

NOTICE = """
globalThis.ran = () => console.error("a posting ran a script");
for (const name of ["alert", "confirm", "prompt", "open", "print"]) globalThis[name] = () => console.error(`${name}() was called`);
"""
"""What hostile values call."""

USE = """
() => {
  const stop = (event) => event.preventDefault();
  for (const name of ["click", "submit"]) addEventListener(name, stop, { capture: true });
  for (const element of document.querySelectorAll("article, article *")) {
    for (const name of ["pointerover", "mouseover", "mouseenter", "mousemove", "focus", "focusin", "blur"]) {
      element.dispatchEvent(new Event(name, { bubbles: true }));
    }
    if (!element.closest("button")) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  document.querySelector("button[data-kind=saved]")?.click();
  for (const name of ["click", "submit"]) removeEventListener(name, stop, { capture: true });
  return {
    names: Object.getOwnPropertyNames(window).filter((name) => !/^\\d+$/.test(name)).sort().join(" "),
    title: document.title,
    scripts: [...document.scripts].filter((script) => script.type !== "application/ld+json").length,
    frames: frames.length,
  };
}
"""
"""Points at, focuses and clicks everything on a job page, saves it, and says what there is."""


class Hostile(NamedTuple):
    """A posting whose words are one value; an address and the text may be others."""

    carriers: tuple[Carrier, ...]

    @property
    def slug(self) -> str:
        """The name of its file, which names all of its values."""
        return "-".join(carrier.value.slug for carrier in self.carriers)

    @property
    def title(self) -> str:
        """The title of its page."""
        words = self.carriers[0]
        return " ".join(words.value.text.split()) if "title" in words.places else "Postdoc in medical imaging"


@pytest.fixture(scope="module")
def postings(policy: Policy) -> tuple[Hostile, ...]:
    """Postings with every value that is taken anywhere."""
    by_place: dict[str, list[Carrier]] = {"fields": [], "links": [], "bodies": []}
    for carrier in find_carriers(policy):
        by_place[carrier.value.slug.split("-")[0]].append(carrier)
    fields, links, bodies = by_place.values()
    assert len(fields) >= len(bodies) > len(links) > 0
    return tuple(Hostile(tuple(filter(None, together))) for together in zip_longest(fields, bodies, links))


@pytest.fixture(scope="module")
def hostile_site(postings: tuple[Hostile, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that holds them all, and one harmless one."""
    project = make_project(tmp_path_factory.mktemp("hostile"))
    for posting in postings:
        project.write(f"postings/{posting.slug}.md", write_together(posting.carriers))
    project.write("postings/harmless.md", write({}))
    assert project.build().returncode == 0
    assert project.jobboard("index", "site").returncode == 0
    with serve(project.site, keeps_assets=True) as root:
        yield root


@pytest.fixture
def hostile_reader(chromium: Browser, hostile_site: str) -> Iterator[Reader]:
    """Somebody whose browser notes a fault for every script that runs, dialog, and request to elsewhere."""
    reader = Reader(chromium, hostile_site)
    yield reader
    reader.close()
    assert reader.faults == []


def open_tab(reader: Reader) -> Page:
    """A tab that notes what hostile values call."""
    page = reader.open(before=NOTICE)
    page.context.set_default_timeout(PATIENCE)

    def note(dialog: Dialog) -> None:
        reader.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", note)
    page.context.on("page", lambda _: reader.faults.append("a window was opened"))
    return page


STICKING_OUT = """
() => {
  const isCut = (element) => element && (getComputedStyle(element).overflowX !== "visible" || isCut(element.parentElement.closest("article *")));
  return [document.documentElement, ...document.querySelectorAll("article *")]
    .filter((element) => element.clientWidth && element.scrollWidth > element.clientWidth + 8)
    .filter((element) => element === document.documentElement || !isCut(element))
    .map((element) => `${element.tagName}.${element.className}`);
}
"""
"""What is wider than the place it has, and would cover what stands beside it."""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_words_cover_what_stands_beside_them(
    hostile_reader: Reader, postings: tuple[Hostile, ...], width: int
) -> None:
    """Also those that no browser breaks into lines: in lists, on their own pages, and where others lead to them."""
    page = hostile_reader.open(width=width)
    page.context.set_default_timeout(PATIENCE)
    slugs = [posting.slug for posting in postings if posting.carriers[0].value.kind == "length"]
    assert len(slugs) >= 3
    for address in ("./", "organizations/", "archive/2026/", "jobs/harmless/", *(f"jobs/{slug}/" for slug in slugs)):
        page.goto(address)
        assert page.evaluate(STICKING_OUT) == [], address


def test_nothing_runs_on_any_page(hostile_reader: Reader, postings: tuple[Hostile, ...], hostile_site: str) -> None:
    """Job pages, pointed at, clicked, saved and shown as in print; then the saved positions, on their page and as files."""
    page = open_tab(hostile_reader)
    page.goto("jobs/harmless/")
    harmless = page.evaluate(USE)
    for number, posting in enumerate(postings):
        page.goto(f"jobs/{posting.slug}/")
        if number % 20 == 0:
            page.emulate_media(media="print")
            page.emulate_media(media="screen")
            page.get_by_role("heading", level=1).hover()
        found = page.evaluate(USE)
        assert posting.title in " ".join(found["title"].split())
        assert {**found, "title": ""} == {**harmless, "title": ""}, posting.slug

    page.goto("saved/")
    expect(page.get_by_text(f"{len(postings) + 1} positions saved")).to_be_visible(timeout=PATIENCE)
    shown = sorted(page.locator("ol.jb-rows h2").all_inner_texts())
    assert len(shown) == len(postings) + 1
    kept = json.loads(page.evaluate("localStorage.getItem('jobboard')"))
    assert {posting.slug for posting in postings} < set(json.dumps(kept).split('"'))
    _check_table(page, postings)
    _check_calendar(page, postings)
    assert page.context.cookies() == []


def _export(page: Page, label: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(label)).click()
    return Path(download.value.path()).read_bytes()


def _check_table(page: Page, postings: tuple[Hostile, ...]) -> None:
    """No cell begins as a formula does, also where a semicolon begins one; each title is whole but for apostrophes."""
    rows = list(csv.DictReader(io.StringIO(_export(page, "csv").decode("utf-8-sig"), newline="")))
    assert len(rows) == len(postings) + 1
    for row in rows:
        for cell in row.values():
            assert not re.search(r"(?:^|;)\s*[=+\-@＝＋－＠﹦﹢﹣﹫]", cell), cell
    titles = {re.sub(r"(^|; ?)'", r"\1", row["Title"]) for row in rows}
    for posting in postings:
        assert re.sub(r"(^|; ?)'", r"\1", posting.title) in titles


def _check_calendar(page: Page, postings: tuple[Hostile, ...]) -> None:
    """As many events as deadlines, and no line that is too long."""
    data = _export(page, "ics")
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", data)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == len(postings) + 1
    for posting in postings:
        assert any(posting.title in str(event["SUMMARY"]) for event in events), posting.slug


def test_nothing_runs_in_lists_and_searches(hostile_reader: Reader, postings: tuple[Hostile, ...]) -> None:
    """The board, its filters, results, suggestions and pages, the feed finder, the archive and the figures."""
    page = open_tab(hostile_reader)
    page.goto("")
    status = page.locator("#board-status")
    expect(status).to_contain_text("positions open", timeout=PATIENCE)
    for words in ("<script>ran()</script>", '" onmouseover="ran()', "{{ 7*7 }}", "\\", "__proto__", "(a+)+$", "=1+1"):
        page.get_by_role("searchbox").first.fill(words)
        expect(page).to_have_url(re.compile(r"\?q="), timeout=PATIENCE)
        expect(status).not_to_have_text("", timeout=PATIENCE)
    page.get_by_role("searchbox").first.fill("")
    page.locator("#board-filters > summary").click()
    for button in page.locator("#board-filters button").all():
        if button.is_visible():
            button.click()
    for address in (
        "?q=%3Cscript%3Eran()%3C/script%3E&tag=%3Cimg%20src=x%20onerror=ran()%3E",
        "?organization=__proto__&country=constructor&mode=%22%3E%3Cscript%3E",
        "?sort=%3Cscript%3E&deadline=-1e999",
        "#%3Cimg%20src=x%20onerror=ran()%3E",
        "?q=" + "%F0%9F%98%80" * 60,
    ):
        page.goto(address)
        expect(status).not_to_have_text("", timeout=PATIENCE)
        page.goto(f"subscribe/{address}")
        expect(page.get_by_label("Feed finder").get_by_role("status")).not_to_have_text("", timeout=PATIENCE)
    for address in ("organizations/", "archive/2026/", "trends/", "tags/imaging/", "places/united-kingdom/", "page/2/"):
        page.goto(address)
        page.evaluate(USE)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")


def test_hostile_marks_in_the_browser_are_text(hostile_reader: Reader) -> None:
    """What another page of the same host left where marks are kept neither runs nor leads elsewhere."""
    hostile = {
        "v": 1,
        "saved": {
            '"><img src=x onerror=ran()>': {"title": "<img src=x onerror=ran()>", "address": "javascript:ran()"},
            "b": {
                "title": "x",
                "organization": "<b>",
                "address": "https://evil.example/",
                "since": "<i>",
                "closes": "x",
            },
            "__proto__": {"title": {}, "address": ["//evil.example/"]},
        },
        "applied": {"b": "<script>ran()</script>"},
        "hidden": ["<b>"],
        "visit": "<script>",
    }
    page = hostile_reader.open(kept=json.dumps(hostile), before=NOTICE)
    page.context.set_default_timeout(PATIENCE)
    for address in ("saved/", "", "jobs/harmless/"):
        page.goto(address)
        links = page.locator("a[href]").evaluate_all(
            "links => links.map(link => new URL(link.href.baseVal ?? link.href, location).protocol)"
        )
        assert not [link for link in links if not link.startswith(("http", "mailto", "webcal"))]
        assert page.locator("article img, article script").count() == 0
