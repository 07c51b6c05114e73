"""Postings that were over before anybody could read them; only an instant shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from jobboard.board.heads import mark_field, read_head
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import PAST_DEADLINE_ON_NEW_POSTING
from jobboard.posting import Posting
from jobboard.standards.dates import say_date

NEW = dt.timedelta(days=14)
"""After its announcement a posting is new."""


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
