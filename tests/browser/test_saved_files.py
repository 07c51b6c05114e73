"""The calendar and the spreadsheet of saved positions."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Page, expect

from browser.marks import LIST, ROLLING, SOON, TODAY, press, save
from browser.reader import Reader

FORMULA = '=1+1, "quoted"; a title for spreadsheets'


def export(page: Page, label: str) -> str:
    """The file behind a button, line ends as they are."""
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    assert download.value.suggested_filename == f"saved-positions.{label.split('.')[1].rstrip(')')}"
    return Path(download.value.path()).read_bytes().decode()


def test_the_calendar_is_joined_from_those_of_the_site(page: Page) -> None:
    """Each saved deadline is the very event that the site publishes, with its length and zone; rolling ones have none."""
    page.goto(LIST)
    press(page, "Save", SOON)
    save(page, "everything", "formula", "rolling")
    page.goto("/saved/")
    text = export(page, "Calendar (.ics)")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = Calendar.from_ical(text).events
    assert [event["uid"] for event in events] == [
        f"https://jobs.example.org/jobs/{slug}/#deadline" for slug in ("soon", "everything", "formula")
    ]
    for event, slug in zip(events, ("soon", "everything", "formula"), strict=True):
        (published,) = Calendar.from_ical(page.request.get(f"/jobs/{slug}/deadline.ics").text()).events
        assert event.to_ical() == published.to_ical()
        assert event.end > event.start, "some calendars show no event without a length"
    assert "Deadline: 24 Nov 2026, 23:59 AoE" in str(events[0]["description"])
    assert export(page, "Calendar (.ics)") == text


GONE = {"title": "Postdoc of old", "closes": "2026-12-31T12:00:00Z", "deadline": "31 Dec"}
"""Saved when it was open; the site does not know it any more."""


def test_a_position_that_is_gone_is_left_out_of_the_calendar(reader: Reader) -> None:
    """The calendar holds the others, and the page names the position that is missing; alone, there is no calendar."""
    soon = {"title": SOON, "closes": "2026-11-25T11:59:59Z", "deadline": "24 Nov"}
    left_out = "Left out, because the site has no deadline for it any more: Postdoc of old"
    page = reader.open("/saved/", kept=json.dumps({"version": 1, "saved": {"gone": GONE, "soon": soon}}))
    (event,) = Calendar.from_ical(export(page, "Calendar (.ics)")).events
    assert event["uid"] == "https://jobs.example.org/jobs/soon/#deadline"
    expect(page.get_by_role("status").filter(has_text=left_out)).to_be_visible()
    page = reader.open("/saved/", kept=json.dumps({"version": 1, "saved": {"gone": GONE}}))
    page.get_by_role("button", name="Calendar (.ics)").click()
    expect(page.get_by_role("status").filter(has_text=left_out)).to_be_visible()
    reader.close()
    reader.faults[:] = [fault for fault in reader.faults if "404" not in fault]  # the browser notes a missing file


COUNTED = """
let now = 0;
window.most = window.all = 0;
const real = window.fetch;
window.fetch = async (...asked) => {
  window.all += 1;
  window.most = Math.max(window.most, now += 1);
  try { return await real(...asked); } finally { now -= 1; }
};
"""


def test_thousands_of_positions_are_not_asked_for_at_once(reader: Reader) -> None:
    """A browser would refuse; the calendar has the right one nevertheless, and the page counts as people write."""
    jobs = {f"gone-{number}": GONE for number in range(1200)} | {"soon": GONE | {"title": SOON}}
    page = reader.open("/saved/", kept=json.dumps({"version": 1, "saved": jobs}), before=COUNTED)
    expect(page.get_by_text("1,201 positions saved, 1,201 of them open.")).to_be_visible()
    (event,) = Calendar.from_ical(export(page, "Calendar (.ics)")).events
    assert event["uid"] == "https://jobs.example.org/jobs/soon/#deadline"
    assert page.evaluate("[all, most <= 20]") == [1201, True]
    reader.close()
    reader.faults[:] = [fault for fault in reader.faults if "404" not in fault]


def test_a_site_that_does_not_answer_gives_no_calendar(reader: Reader) -> None:
    """Without a connection the page says so, and gives no calendar with holes."""
    page = reader.open("/saved/", kept=json.dumps({"version": 1, "saved": {"soon": GONE}}))
    page.context.set_offline(offline=True)
    page.get_by_role("button", name="Calendar (.ics)").click()
    expect(page.get_by_role("status").filter(has_text="the site did not answer")).to_be_visible()
    reader.close()
    reader.faults[:] = [fault for fault in reader.faults if "ERR_INTERNET_DISCONNECTED" not in fault]


def test_the_spreadsheet_holds_everything_and_no_formula(page: Page) -> None:
    """RFC 4180: CRLF and quotes; what a spreadsheet would run is text; closed ones are told by the clock."""
    save(page, "today", "formula", "rolling")
    page.get_by_role("button", name=re.compile("^Mark as applied ")).click()
    page.clock.set_fixed_time("2026-11-20T17:00:01Z")
    page.goto("/saved/")
    text = export(page, "Spreadsheet (.csv)")
    assert text.startswith("\ufeffTitle,")
    assert text.count("\n") == text.count("\r\n") == 4
    table = {line["Title"]: line for line in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))}
    assert list(table) == [TODAY, f"'{FORMULA}", ROLLING]
    assert table[f"'{FORMULA}"]["Organization"] == "'@Institute; of, commas"
    assert table[TODAY]["Closes (UTC)"] == "2026-11-20T17:00:00.000Z"
    assert [line["State"] for line in table.values()] == ["closed", "open", "open"]
    assert [bool(line["Applied"]) for line in table.values()] == [False, False, True]
    assert table[ROLLING]["Deadline"] == "rolling"
    assert table[ROLLING]["Address"] == "https://jobs.example.org/jobs/rolling/"
