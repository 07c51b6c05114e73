"""Postings that nobody would see: over before they came, dated long ago, or far ahead; only an instant shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from jobboard.board.arrivals import read_arrivals
from jobboard.board.heads import mark_field, read_head
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import FAR_AWAY_DATE, OLD_DATE_ON_NEW_POSTING, PAST_DEADLINE_ON_NEW_POSTING
from jobboard.posting import Posting
from jobboard.standards.dates import next_day_like, say_date

NEW = dt.timedelta(days=14)
"""After its announcement, or after it came, a posting is new."""
OLD = dt.timedelta(days=30)
"""After its announcement it is too late to announce a posting."""
FAR = dt.timedelta(days=365)
"""Ahead, for which nobody plans."""


def find_past_deadlines(postings: Iterable[Posting], root: Path, now: dt.datetime) -> list[Diagnostic]:
    """Postings announced in the days before *now* that nobody can apply for any more."""
    return [
        _report_past(posting, root)
        for posting in postings
        if posting.deadline
        and posting.deadline.instant < now
        and posting.date > now.date() - NEW
        and posting.status == "open"
    ]


def find_old_dates(postings: Iterable[Posting], root: Path, now: dt.datetime) -> list[Diagnostic]:
    """Postings that are open or rolling, came in the days before *now*, and say that they were announced long before.

    Which ones came when, git tells; where it cannot, nothing is reported.
    """
    old = [
        posting
        for posting in postings
        if posting.status == "open"
        and not posting.draft
        and posting.date < now.date() - OLD
        and (posting.deadline is None or posting.deadline.instant >= now)
        and (posting.listed_until is None or posting.listed_until >= now.date())
    ]
    if not old:
        return []
    came = read_arrivals(root, now.date() - NEW)
    return [_report_old(posting, root, now) for posting in old if came.is_new(posting.path)]


def find_future_dates(postings: Iterable[Posting], root: Path, now: dt.datetime) -> list[Diagnostic]:
    """Postings that wait for a day so far ahead that its year is hardly meant."""
    return [
        _report_future(posting, name, day, root, now)
        for posting in postings
        for name, day in (("date", posting.date), ("updated", posting.updated))
        if day is not None and day - now.date() > FAR
    ]


def _report_old(posting: Posting, root: Path, now: dt.datetime) -> Diagnostic:
    source = read_head(root / posting.path)
    mark = mark_field(source, "date", "feeds and lists put it there")
    message = f"the position is new here, but its `date` is {say_date(posting.date)}"
    help: tuple[str, ...] = (f"write `date: {now.date()}`, the day it is announced here",)
    if posting.deadline is None and posting.listed_until is None:
        message += ", from which a rolling position is listed for a while"
        help = (*help, "or write `status: closed`, if it is only to be kept in the archive")
    return source.report(OLD_DATE_ON_NEW_POSTING, message, *((mark,) if mark else ()), help=help)


def _report_future(posting: Posting, name: str, day: dt.date, root: Path, now: dt.datetime) -> Diagnostic:
    source = read_head(root / posting.path)
    mark = mark_field(source, name, "is this year meant?")
    message = f"`{name}` lies {(day - now.date()).days // 365} years ahead"
    if name == "date":
        message += ": until then the posting is not published"
    like = next_day_like(day, now.date().replace(month=1, day=1))
    return source.report(
        FAR_AWAY_DATE, message, *((mark,) if mark else ()), help=(f"write `{name}: {like}`, if only the year is wrong",)
    )


def _report_past(posting: Posting, root: Path) -> Diagnostic:
    assert posting.deadline is not None
    source = read_head(root / posting.path)
    mark = mark_field(source, "deadline", "this has passed")
    message = f"the position is new ({say_date(posting.date)}), but its deadline was {say_date(posting.deadline.day)}"
    help = (
        "correct the deadline, if it is wrong or was extended",
        "or write `status: closed`, if it is only to be kept in the archive",
    )
    return source.report(PAST_DEADLINE_ON_NEW_POSTING, message, *((mark,) if mark else ()), help=help)
