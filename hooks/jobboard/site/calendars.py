"""Deadlines as calendars (RFC 5545): of the board, of each facet, and of each job.

Written by hand: the properties are always the same, and there is an event for each open job. The tests read them with it, and compare how it escapes and folds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from jobboard.board import phrases
from jobboard.board.board import Board, Job
from jobboard.posting import Posting
from jobboard.site.address import Site
from jobboard.site.files import SiteFile
from jobboard.standards.dates import write_instant

BOARD_CALENDAR = "deadlines.ics"
JOB_CALENDAR = "deadline.ics"

ALARM_DAYS = 3
_LENGTH = dt.timedelta(minutes=30)
"""Of an event, which ends at the deadline: programs differ in what they make of events without a length."""
_FOLDED_FROM = 75
"""Octets of a line behind which it is folded (RFC 5545, 3.1)."""

_BEGIN = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jobboard//jobboard//EN")
_REFRESH, _REFRESH_OUTLOOK = "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"
"""Boards are rebuilt daily."""
_END = ("END:VCALENDAR",)
_SOMETHING = (
    "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
"""What a calendar without events holds: RFC 5545 forbids an empty one."""
_ALARM = (
    "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:Applications close in {ALARM_DAYS} days", f"TRIGGER:-P{ALARM_DAYS}D",
    "END:VALARM",
)  # fmt: skip


def make_calendars(board: Board, site: Site) -> Iterator[SiteFile]:
    """One calendar for the board, for each facet, and for each job with a deadline that is open or closed early.

    A job that closed early is cancelled: it stays in the lists until the deadline that it had, so that
    calendar programs take it out, and its own file says so for good.
    """
    render = partial(_render_event, site=site)
    events = {job: render(job) for job in (*board.open, *board.closed) if _has_calendar(job)}
    lasting = {job: event for job, event in events.items() if board.now <= job.closes_at}
    yield _list(f"Deadlines: {site.title}", "", lasting.values(), site)
    for facets in board.facets.values():
        for facet in facets.values():
            own = [lasting[job] for job in (*facet.open, *facet.closed) if job in lasting]
            yield _list(f"Deadlines: {facet.label} – {site.title}", facet.address, own, site)
    head, end = _join(*_BEGIN, _REFRESH, _REFRESH_OUTLOOK), _join(*_END)
    for job, event in events.items():
        yield SiteFile(f"{job.address}{JOB_CALENDAR}", head + event + end)


def closes_early(posting: Posting) -> bool:
    """Whether the posting was ended by its author before its deadline."""
    if posting.status == "open" or posting.deadline is None:
        return False
    return posting.updated is None or posting.updated <= posting.deadline.day


def _has_calendar(job: Job) -> bool:
    return job.posting.deadline is not None and (job.is_open or closes_early(job.posting))


def _list(name: str, address: str, events: Iterable[bytes], site: Site) -> SiteFile:
    own, page = site.absolute(address + BOARD_CALENDAR), site.absolute(address)
    title = _escape(name)
    head = _join(
        *_BEGIN, f"NAME:{title}", f"X-WR-CALNAME:{title}", _REFRESH, f"SOURCE;VALUE=URI:{own}", f"UID:{own}",
        f"URL:{page}", _REFRESH_OUTLOOK,
    )  # fmt: skip
    content = b"".join(events) or _join(*_SOMETHING)
    return SiteFile(address + BOARD_CALENDAR, b"".join((head, content, _join(*_END))))


def _render_event(job: Job, site: Site) -> bytes:
    posting = job.posting
    is_cancelled = closes_early(posting)
    url = site.absolute(job.address)
    day = job.changed
    changed = f"{day.year:04}{day.month:02}{day.day:02}T000000Z"
    summary = f"{'Cancelled: d' if is_cancelled else 'D'}eadline: {posting.title} ({posting.organization.name})"
    return _join(
        "BEGIN:VEVENT",
        f"SUMMARY:{_escape(summary)}",
        f"DTSTART:{_write_time(job.closes_at - _LENGTH)}",
        f"DTEND:{_write_time(job.closes_at)}",
        f"DTSTAMP:{changed}",
        f"UID:{url}#deadline",
        f"SEQUENCE:{_sequence(posting)}",
        "DESCRIPTION:" + "\\n".join(map(_escape, _describe(job, url, is_cancelled=is_cancelled))),
        f"LAST-MODIFIED:{changed}",
        f"STATUS:{'CANCELLED' if is_cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        f"URL:{url}",
        *(() if is_cancelled else _ALARM),
        "END:VEVENT",
    )


def _sequence(posting: Posting) -> int:
    """Rises with `updated`, and with a later deadline; does not fall when a job is closed and opened again."""
    assert posting.deadline is not None
    days = (posting.updated - posting.date).days if posting.updated else 0
    return days * _MANY_DAYS + min((posting.deadline.day - posting.date).days, _MANY_DAYS - 1)


_MANY_DAYS = 10_000
"""More than any deadline is away."""


def _write_time(instant: dt.datetime) -> str:
    """An instant in UTC (RFC 5545, 3.3.5)."""
    return write_instant(instant).replace("-", "").replace(":", "")


def _describe(job: Job, url: str, *, is_cancelled: bool) -> Iterator[str]:
    posting = job.posting
    assert posting.deadline is not None
    if is_cancelled:
        yield f"{phrases.say_closed(job)}."
    yield phrases.say_where(posting)
    yield f"Deadline: {phrases.say_deadline(posting.deadline)}"
    if not is_cancelled:
        yield f"Apply: {posting.apply.url or posting.apply.email}"
    yield url


def _escape(text: str) -> str:
    """A text's value (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _join(*lines: str) -> bytes:
    """Content lines as they are sent, each folded where it is too long."""
    encoded = map(str.encode, lines)
    return b"".join([line + b"\r\n" if len(line) <= _FOLDED_FROM else _fold(line) for line in encoded])


def _fold(line: bytes) -> bytes:
    """A line that is too long."""
    parts = []
    while len(line) > _FOLDED_FROM:
        end = _FOLDED_FROM
        while line[end] & 0b1100_0000 == 0b1000_0000:  # inside a character
            end -= 1
        parts.append(line[:end])
        line = b" " + line[end:]
    return b"\r\n".join((*parts, line, b""))
