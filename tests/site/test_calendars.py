"""Calendars of deadlines, read back as a calendar program would."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar, Component, Event

from building import Project, make_project, posting, snapshot
from jobboard.board.board import Board
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.site.address import Site
from jobboard.site.calendars import make_calendars
from reading import reader_for

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
SITE = Site(url="https://e.org/b/", title="T", description="D", language="en", repository=None, branch="main")
AWKWARD = r"""Postdoc, imaging; scans \ 'hearts' – für Größeres und Ähnliches, 心臓の画像診断に関する研究員 – done"""


def calendars_of(policy: Policy, *postings: Posting, now: dt.datetime = NOW) -> dict[str, bytes]:
    files = {file.address: file.content for file in make_calendars(Board(postings, policy, now), SITE)}
    return {address: content for address, content in files.items() if isinstance(content, bytes)}


def events_in(content: bytes) -> list[Event]:
    return Calendar.from_ical(content).events


def said(event: Component, name: str) -> str:
    """The value of a property, unescaped."""
    return str(event[name])


def event_of(policy: Policy, text: str) -> Event:
    (event,) = events_in(calendars_of(policy, reader_for(policy)(text))["jobs/one/deadline.ics"])
    return event


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with a posting in each state."""
    project = make_project(tmp_path_factory.mktemp("board"))
    project.write("postings/open.md", posting("Open one"))
    project.write("postings/rolling.md", posting("Rolling one", deadline="rolling"))
    project.write("postings/past.md", posting("Past one", date="2025-01-01", deadline="2025-02-01"))
    project.write("postings/filled.md", posting("Filled one", more="status: filled\nupdated: 2026-11-10\n"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


def test_lists_hold_open_and_cancelled_deadlines(board: Project) -> None:
    """The board's and a facet's calendar hold what is open, and what closed early as cancelled until its deadline."""
    for name in ("deadlines.ics", "tags/imaging/deadlines.ics", "positions/postdoc/deadlines.ics"):
        events = events_in((board.site / name).read_bytes())
        assert {said(event, "uid"): said(event, "status") for event in events} == {
            "https://jobs.example.org/jobs/open/#deadline": "CONFIRMED",
            "https://jobs.example.org/jobs/filled/#deadline": "CANCELLED",
        }


def test_every_deadline_has_a_calendar_of_its_own(board: Project) -> None:
    """An open job has a file, and keeps it when it closes early; without a deadline, or past it, there is none."""
    found = {path.parent.name for path in board.site.glob("jobs/*/deadline.ics")}
    assert found == {"open", "filled"}


def test_calendars_have_the_bytes_of_the_format(board: Project) -> None:
    """Lines end in CRLF and have at most 75 octets."""
    for path in board.site.rglob("*.ics"):
        content = path.read_bytes()
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
        assert max(map(len, content.split(b"\r\n"))) <= 75
        assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in content


def test_pages_offer_their_calendar(board: Project) -> None:
    """The board and each facet link to their calendar, which carries their name."""
    assert 'href="./deadlines.ics"' in board.page("")
    assert 'href="../../tags/imaging/deadlines.ics"' in board.page("tags/imaging")
    calendar = Calendar.from_ical((board.site / "tags/imaging/deadlines.ics").read_bytes())
    assert said(calendar, "x-wr-calname") == said(calendar, "name") == "Deadlines: Medical imaging – Example board"


def test_builds_at_the_same_instant_give_the_same_calendars(board: Project, tmp_path: Path) -> None:
    """No calendar holds the time of the build or a random name."""
    result = board.build(
        "-d", str(tmp_path / "again"), TZ="Asia/Tokyo", PYTHONHASHSEED="7", JOBBOARD_NOW="2026-11-20T13:00:00Z"
    )
    assert result.returncode == 0, result.stdout
    before, after = snapshot(board.site), snapshot(tmp_path / "again")
    names = [name for name in before if name.endswith(".ics")]
    assert len(names) == 7
    assert all(before[name] == after[name] for name in names)


@pytest.mark.parametrize(
    ("deadline", "instant"),
    [
        ("2026-12-01", "2026-12-02T11:59:59Z"),
        ("2026-12-01T17:00:00+01:00", "2026-12-01T16:00:00Z"),
        ("2026-12-01T17:00:00 Europe/Berlin", "2026-12-01T16:00:00Z"),
        ("2027-07-01T12:30:00 America/New_York", "2027-07-01T16:30:00Z"),
    ],
)
def test_a_deadline_is_an_instant(policy: Policy, deadline: str, instant: str) -> None:
    """Every deadline is stated in UTC to the second, as the end of half an hour; a bare date ends anywhere on earth."""
    event = event_of(policy, posting(deadline=deadline))
    assert event.end == dt.datetime.fromisoformat(instant)
    assert event.end - event.start == dt.timedelta(minutes=30)
    assert said(event, "transp") == "TRANSPARENT"


def test_an_event_says_what_one_needs(policy: Policy) -> None:
    """Title and employer, place, the deadline as stated, where to apply, and the page."""
    event = event_of(policy, posting("Postdoc", deadline="2026-12-01"))
    assert said(event, "summary") == "Deadline: Postdoc (Northbridge University)"
    assert said(event, "description").split("\n") == [
        "Edinburgh, United Kingdom",
        "Deadline: 1 Dec 2026, 23:59 AoE",
        "Apply: https://example.org/jobs/42",
        "https://e.org/b/jobs/one/",
    ]
    assert said(event, "url") == "https://e.org/b/jobs/one/"
    (alarm,) = event.alarms.times
    assert alarm.trigger == dt.datetime(2026, 11, 29, 11, 29, 59, tzinfo=dt.UTC)


def test_any_title_comes_through(policy: Policy) -> None:
    """Commas, semicolons, backslashes and any script survive escaping and folding."""
    title = f"'{AWKWARD.replace(chr(39), chr(39) * 2)}'"
    event = event_of(policy, posting(title, organization=title))
    assert said(event, "summary") == f"Deadline: {AWKWARD} ({AWKWARD})"


def test_an_update_is_a_later_version_of_the_same_event(policy: Policy) -> None:
    """The name stays, the sequence rises with `updated`, and the stamp is that day and not the build's."""
    first = event_of(policy, posting())
    second = event_of(policy, posting(more="updated: 2026-11-05\n"))
    third = event_of(policy, posting(more="updated: 2026-11-06\nstatus: withdrawn\n"))
    again = event_of(policy, posting(more="updated: 2026-11-07\n"))
    versions = (first, second, third, again)
    assert {said(event, "uid") for event in versions} == {"https://e.org/b/jobs/one/#deadline"}
    sequences = [int(said(event, "sequence")) for event in versions]
    assert sequences == sorted(set(sequences))
    assert [event.stamp.day for event in (first, second, third)] == [1, 5, 6]
    assert [event.last_modified.day for event in (first, second, third)] == [1, 5, 6]


def test_a_version_is_never_an_earlier_one(policy: Policy) -> None:
    """A later deadline is a later version, also without `updated`; closing and opening again is no earlier one."""
    texts = [
        posting(),
        posting(deadline="2027-01-15"),
        posting(deadline="2027-01-15", more="status: filled\n"),
        posting(deadline="2027-01-15"),
        posting(deadline="2026-12-20", more="updated: 2026-11-18\n"),
    ]
    sequences = [int(said(event_of(policy, text), "sequence")) for text in texts]
    assert sequences == sorted(sequences)
    assert sequences[0] < sequences[1] < sequences[4]


def test_a_calendar_without_events_is_valid(policy: Policy) -> None:
    """It holds a time zone, as it must hold something."""
    calendar = Calendar.from_ical(calendars_of(policy)["deadlines.ics"])
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_what_closed_early_is_cancelled_for_good(policy: Policy) -> None:
    """A cancelled deadline says why and rings no more; past it, only the job's own file tells of it."""
    text = posting(more="updated: 2026-11-06\nstatus: filled\n")
    event = event_of(policy, text)
    assert said(event, "status") == "CANCELLED"
    assert said(event, "summary").startswith("Cancelled: deadline: ")
    assert said(event, "description").startswith("The position was filled.\n")
    assert "Apply" not in said(event, "description")
    assert event.alarms.times == []
    later = calendars_of(policy, reader_for(policy)(text), now=dt.datetime(2027, 1, 2, tzinfo=dt.UTC))
    assert events_in(later["deadlines.ics"]) == []
    assert said(events_in(later["jobs/one/deadline.ics"])[0], "status") == "CANCELLED"


def test_what_was_filled_after_its_deadline_was_not_cancelled(policy: Policy) -> None:
    """A deadline that was kept is no longer news when it has passed."""
    text = posting(deadline="2026-11-10", more="updated: 2026-11-15\nstatus: filled\n")
    assert "jobs/one/deadline.ics" not in calendars_of(policy, reader_for(policy)(text))


GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//jobboard//jobboard//EN
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
BEGIN:VEVENT
SUMMARY:Deadline: Postdoc in medical imaging (Northbridge University)
DTSTART:20270101T112959Z
DTEND:20270101T115959Z
DTSTAMP:20261101T000000Z
UID:https://e.org/b/jobs/one/#deadline
SEQUENCE:60
DESCRIPTION:Edinburgh\\, United Kingdom\\nDeadline: 31 Dec 2026\\, 23:59 AoE\\n
 Apply: https://example.org/jobs/42\\nhttps://e.org/b/jobs/one/
LAST-MODIFIED:20261101T000000Z
STATUS:CONFIRMED
TRANSP:TRANSPARENT
URL:https://e.org/b/jobs/one/
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Applications close in 3 days
TRIGGER:-P3D
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def test_the_whole_file_of_a_job(policy: Policy) -> None:
    """The calendar of one job, byte for byte."""
    content = calendars_of(policy, reader_for(policy)())["jobs/one/deadline.ics"]
    assert content.decode().replace("\r\n", "\n") == GOLDEN
