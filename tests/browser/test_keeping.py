"""Saved searches, files of a selection, and all that is kept as one file."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Download, Locator, Page, expect

from browser.axe import axe
from browser.marks import FULL, kept
from browser.reader import Reader

GERMANY = "?country=germany&based=in"


def line(page: Page) -> Locator:
    """What the board says of saved searches."""
    return page.locator("#board-searches")


def press(page: Page, label: str) -> Download:
    """The file behind a button."""
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return download.value


def text_of(download: Download) -> str:
    return Path(download.path()).read_bytes().decode()


def take_in(page: Page, text: str) -> None:
    page.get_by_label("Take in a file").set_input_files(
        {"name": "kept.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_search_is_saved_and_counts_what_is_new(page: Page) -> None:
    """On the board and on the page of saved things; looking at it begins the count anew."""
    page.goto(f"./{GERMANY}")
    line(page).get_by_role("button", name="Save this search").click()
    expect(line(page).get_by_role("button", name="Forget this search")).to_be_focused()
    (search,) = kept(page)["searches"]
    assert search == GERMANY
    known = kept(page)["searches"][search]["known"]
    assert kept(page)["searches"][search]["name"] == "Germany · work in the country itself"
    page.evaluate(  # as if two of them had come later
        "localStorage.setItem('jobboard', JSON.stringify(((all) => {"
        " all.searches['?country=germany&based=in'].known.splice(0, 2); return all; })(JSON.parse(localStorage.getItem('jobboard')))))"
    )
    page.goto("saved/")
    item = page.get_by_role("region", name="Saved searches").get_by_role("listitem")
    expect(item).to_contain_text(f"{len(known)} positions, 2 new since you looked")
    page.goto("./")
    expect(line(page)).to_contain_text("Germany · work in the country itself (2 new)")
    line(page).get_by_role("link", name="Germany").click()
    expect(line(page)).to_contain_text("Saved search, 2 new since you looked")
    rows = page.locator("#board-rows > li")
    expect(rows.filter(has_text="new since 20 Nov 2026")).to_have_count(2)
    expect(rows).to_have_count(len(known))
    expect(page).to_have_url(re.compile(re.escape(GERMANY)))
    page.goto("saved/")
    expect(item).to_contain_text(f"{len(known)} positions")
    expect(item).not_to_contain_text("new")
    page.get_by_role("button", name="Forget the search Germany").click()
    expect(page.get_by_role("region", name="Saved searches")).to_be_hidden()
    assert kept(page)["searches"] == {}


def test_what_is_new_in_a_saved_search_is_marked(reader: Reader) -> None:
    """From the first moment and while the list is sorted anew; not in another search, nor when it is looked at again."""
    looked = {"name": "Imaging", "looked": "2026-11-18T12:00:00Z", "known": []}
    page = reader.open("./?tag=imaging", kept=json.dumps({"version": 1, "searches": {"?tag=imaging": looked}}))
    marked = page.locator("#board-rows > li").filter(has_text="new since 18 Nov 2026")
    expect(line(page)).to_contain_text("new since you looked")
    expect(marked).not_to_have_count(0)
    number = marked.count()
    page.get_by_label("Sort by").select_option("newest")
    expect(marked).to_have_count(number)
    page.goto("./?tag=imaging&position=phd")
    expect(marked).to_have_count(0)
    page.goto("./?tag=imaging")
    expect(line(page)).to_contain_text("Saved search")
    expect(marked).to_have_count(0)


DAMAGED = {
    "not JSON": '{"version": 1, "saved": {"soon"',
    "a text": '"saved"',
    "of another site": '{"jobs": {"a": 1}, "saved": "all", "visit": 7}',
    "a list": '["soon", 1, null]',
    "an entry of no shape": '{"version": 1, "saved": {"Bad Slug": {"title": "x"}}}',
    "a search that is none": '{"version": 1, "searches": {"javascript:alert(1)": {}}}',
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_store_is_set_aside(reader: Reader, text: str) -> None:
    """What cannot be read is not lost: the page of saved things says so, and gives it to the reader."""
    page = reader.open("jobs/soon/", kept=text)
    page.get_by_role("button", name=re.compile("^Save ")).click()
    assert list(kept(page)["saved"]) == ["soon"]
    page.goto("saved/")
    expect(page.get_by_text("What was kept here was damaged")).to_be_visible()
    assert text_of(press(page, "Download what was set aside")) == text
    page.get_by_role("button", name="Throw it away").click()
    expect(page.get_by_text("What was kept here was damaged")).to_be_hidden()
    page.reload()
    expect(page.get_by_text("1 position saved")).to_be_visible()
    expect(page.get_by_text("What was kept here was damaged")).to_be_hidden()


def test_damage_upon_damage_loses_neither(reader: Reader) -> None:
    """Until it is thrown away, everything that was set aside stays; clearing everything clears it, too."""
    page = reader.open("saved/", kept="first {")
    page.evaluate("localStorage.setItem('jobboard', 'second {')")
    page.reload()
    assert text_of(press(page, "Download what was set aside")) == "first {\n\nsecond {"
    assert axe(page) == []
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear everything").click()
    expect(page.get_by_text("What was kept here was damaged")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('jobboard'))") == []


@pytest.mark.parametrize("text", ["", "null", "{}", '{"saved": ["soon"], "hidden": {"today": 7}}'])
def test_what_can_be_read_is_not_set_aside(reader: Reader, text: str) -> None:
    """Nothing, and what an older version wrote, is no damage."""
    page = reader.open("saved/", kept=text)
    expect(page.get_by_text("All that is kept here")).to_be_visible()
    expect(page.get_by_text("What was kept here was damaged")).to_be_hidden()


def test_what_cannot_be_set_aside_is_not_overwritten(reader: Reader) -> None:
    """Where there is no room for a second text, the damaged one stays where it is."""
    full = FULL.replace('key === "jobboard"', 'key !== "jobboard"')
    page = reader.open("jobs/soon/", kept="damaged {", before=full)
    page.get_by_role("button", name=re.compile("^Save ")).click()
    expect(page.get_by_role("status").filter(has_text="Your browser has no more room for this site")).to_be_visible()
    assert page.evaluate("localStorage.getItem('jobboard')") == "damaged {"


def test_the_same_selection_is_the_same_search(page: Page) -> None:
    """Whatever the order of its values and of the list; words and filters together are one search."""
    page.goto("./?q=position&position=phd&position=faculty")
    line(page).get_by_role("button", name="Save this search").click()
    page.goto("./?position=faculty&position=phd&q=position&sort=newest")
    expect(line(page).get_by_role("button", name="Forget this search")).to_be_visible()
    page.goto("./?position=faculty")
    expect(line(page).get_by_role("button", name="Save this search")).to_be_visible()
    expect(line(page).get_by_role("link", name="“position” · PhD · Faculty")).to_be_visible()


def test_a_selection_becomes_a_calendar(page: Page) -> None:
    """Its deadlines are the very events that the site publishes, and no others; without any, the page says so."""
    page.goto(f"./{GERMANY}")
    expect(page.locator("#board-status")).to_contain_text(re.compile(r"positions of \d+ open"))
    slugs = page.locator("#board-rows > li").evaluate_all("rows => rows.map(row => row.dataset.slug)")
    calendar = Calendar.from_ical(text_of(press(page, "Calendar (.ics)")))
    assert [str(event["uid"]).split("/")[-2] for event in calendar.events] == slugs
    for event, slug in zip(calendar.events, slugs, strict=True):
        (published,) = Calendar.from_ical(page.request.get(f"jobs/{slug}/deadline.ics").text()).events
        assert event.to_ical() == published.to_ical()
    page.goto("./?deadline=none")
    page.get_by_role("button", name="Calendar (.ics)").click()
    expect(page.get_by_text("None of these positions has a deadline.")).to_be_visible()


def test_a_calendar_of_a_selection_waits_for_the_connection(reader: Reader) -> None:
    """Without one the page says so, and the same button makes it when there is one again."""
    page = reader.open(f"./{GERMANY}")
    expect(page.locator("#board-status")).to_contain_text(re.compile(r"positions of \d+ open"))
    page.context.set_offline(offline=True)
    page.get_by_role("button", name="Calendar (.ics)").click()
    expect(page.get_by_role("status").filter(has_text="the site did not answer")).to_be_visible()
    page.context.set_offline(offline=False)
    assert Calendar.from_ical(text_of(press(page, "Calendar (.ics)"))).events
    reader.faults[:] = [fault for fault in reader.faults if "ERR_INTERNET_DISCONNECTED" not in fault]


def test_a_selection_becomes_a_table_with_whole_dates(page: Page) -> None:
    """RFC 4180, one line a position in the order of the list, each date with its year."""
    page.goto("./?country=united-kingdom")
    text = text_of(press(page, "Spreadsheet (.csv)"))
    assert text.startswith("\ufeffTitle,")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(table) == int(page.locator("#board-status").inner_text().split()[0])
    by_title = {row["Title"]: row for row in table}
    soon = by_title["Postdoc that closes soon"]
    assert (soon["Deadline"], soon["Closes (UTC)"]) == ("2026-11-24", "2026-11-25T11:59:59.000Z")
    assert (soon["Announced"], soon["Fields"]) == ("2026-11-02", "Medical imaging")
    assert soon["Address"] == "https://jobs.example.org/jobs/soon/"
    assert by_title["Scientist announced yesterday"]["Deadline"] == "2027-01-15"
    assert by_title["Engineer until the place is filled"]["Deadline"] == "rolling"


def test_saved_positions_have_whole_dates_in_a_table(page: Page) -> None:
    """Also one that was saved from a list, which says no year."""
    page.goto("tags/imaging/")
    page.get_by_role("button", name="Save Postdoc that closes soon").click()
    page.goto("saved/")
    text = text_of(press(page, "Spreadsheet (.csv)"))
    assert ",24 Nov 2026," in text


def test_everything_moves_to_another_browser(reader: Reader) -> None:
    """One file holds it all; what stands there already stays, and taking it in again adds nothing."""
    page = reader.open("jobs/soon/")
    page.get_by_role("button", name=re.compile("^Mark as applied ")).click()
    page.goto(f"./{GERMANY}")
    line(page).get_by_role("button", name="Save this search").click()
    page.goto("saved/")
    download = press(page, "Everything (.json)")
    assert download.suggested_filename == "research-jobs.json"
    file = text_of(download)
    other = reader.open("jobs/today/")
    other.get_by_role("button", name=re.compile("^Save ")).click()
    other.goto("saved/")
    take_in(other, file)
    said = other.get_by_text("Taken in, because they were not here: 1 position, 1 search, 1 mark.")
    expect(said).to_be_visible()
    expect(other.get_by_text("2 positions saved, 2 of them open.")).to_be_visible()
    expect(other.get_by_role("region", name="Saved searches")).to_be_visible()
    expect(other.get_by_role("button", name="Applied Postdoc that closes soon")).to_be_visible()
    assert kept(other)["saved"]["soon"] == kept(page)["saved"]["soon"]
    take_in(other, file)
    expect(other.get_by_text("0 positions, 0 searches, 0 marks")).to_be_visible()
    assert axe(other) == []


FOREIGN = {
    "": "holds nothing that this page has written",
    "not JSON": "holds nothing that this page has written",
    '["soon"]': "holds nothing that this page has written",
    '{"saved": {"Bad Slug": {}}, "searches": {"javascript:alert(1)": {}}}': "holds nothing that this page has written",
    '{"version": 2, "saved": {"soon": {"title": "x"}}}': "is from a newer version of this site",
}
"""Files of another kind, each with what is said of it."""


def test_a_file_of_another_kind_changes_nothing(page: Page) -> None:
    """The page says why, and what is kept stays."""
    page.goto("jobs/today/")
    page.get_by_role("button", name=re.compile("^Save ")).click()
    for text, sentence in FOREIGN.items():
        page.goto("saved/")
        before = kept(page)
        take_in(page, text)
        expect(page.get_by_text(sentence)).to_be_visible()
        assert kept(page) == before, text


def test_what_this_version_does_not_know_is_kept(reader: Reader) -> None:
    """A part that stands beside what is known survives every change."""
    page = reader.open("jobs/soon/", kept=json.dumps({"version": 1, "folders": {"a": ["soon"]}}))
    page.get_by_role("button", name=re.compile("^Save ")).click()
    assert kept(page)["folders"] == {"a": ["soon"]}
    assert list(kept(page)["saved"]) == ["soon"]


def test_a_clock_set_back_loses_nothing(page: Page) -> None:
    """What was kept in a time to come stays, and what is new is told from now on again."""
    for instant in ("2030-01-01T08:00:00Z", "2030-01-02T08:00:00Z"):
        page.clock.set_fixed_time(instant)
        page.goto("jobs/everything/")
    page.get_by_role("button", name=re.compile("^Save ")).click()
    page.clock.set_fixed_time("2026-11-17T12:00:00Z")
    page.goto("saved/")
    expect(page.get_by_text("1 position saved")).to_be_visible()
    page.clock.set_fixed_time("2026-11-20T12:00:00Z")
    page.goto("tags/imaging/")
    row = page.get_by_role("listitem").filter(has_text="Scientist announced yesterday")
    expect(row.get_by_text("new", exact=True)).to_be_visible()


def test_two_tabs_save_at_once(page: Page) -> None:
    """Neither loses what the other has written a moment ago, whatever it is, and both show it."""
    page.goto(f"./{GERMANY}")
    other = page.context.new_page()
    other.goto("tags/imaging/")
    expect(line(page).get_by_role("button", name="Save this search")).to_be_visible()
    other.get_by_role("button", name="Save Postdoc that closes soon").click()
    line(page).get_by_role("button", name="Save this search").click()
    other.get_by_role("button", name="Hide Internship that closes today").click()
    assert (list(kept(page)["saved"]), list(kept(page)["searches"]), list(kept(page)["hidden"])) == (
        ["soon"], [GERMANY], ["today"],
    )  # fmt: skip
    page.goto("./?tag=imaging")
    expect(page.get_by_text("1 hidden")).to_be_visible()


def test_what_was_not_written_is_written_when_there_is_room(reader: Reader) -> None:
    """With what another tab has written meanwhile, of which nothing is lost."""
    page = reader.open(
        "tags/imaging/", before=FULL.replace('key === "jobboard"', 'key === "jobboard" && window.isFull')
    )
    other = page.context.new_page()
    other.goto("tags/imaging/")
    page.get_by_role("button", name="Hide Internship that closes today").click()
    page.evaluate("isFull = true")
    page.get_by_role("button", name="Save Engineer until the place is filled").click()
    expect(page.get_by_role("status").filter(has_text="what was kept stays")).to_be_visible()
    other.get_by_role("button", name="Save Postdoc that closes soon").click()
    expect(page.get_by_role("button", name="Saved Postdoc that closes soon")).to_be_visible()
    assert (list(kept(page)["saved"]), list(kept(page)["hidden"])) == (["soon"], ["today"])
    page.evaluate("isFull = false")
    page.get_by_role("button", name="Mark as applied Postdoc that closes soon").click()
    assert (sorted(kept(page)["saved"]), list(kept(page)["applied"])) == (["rolling", "soon"], ["soon"])
    assert list(kept(page)["hidden"]) == ["today"]


def test_a_full_store_says_so_of_searches(reader: Reader) -> None:
    """The search is saved until the page is left, and the board says that."""
    page = reader.open(f"./{GERMANY}", before=FULL)
    line(page).get_by_role("button", name="Save this search").click()
    expect(line(page)).to_contain_text("Your browser has no more room for this site")
    expect(line(page).get_by_role("button", name="Forget this search")).to_be_visible()
