"""New postings whose deadline has passed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from building import posting
from jobboard.board.past_deadlines import find_past_deadlines
from reading import Read

ROOT = Path("postings").absolute()


def test_a_new_posting_whose_deadline_has_passed_is_reported(read: Read) -> None:
    """It is reported while the posting is new, and not when it has ended on purpose."""
    now = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
    late = posting(date="2026-11-15", deadline="2026-11-17")
    assert len(find_past_deadlines([read(late)], ROOT, now)) == 1
    assert find_past_deadlines([read(late)], ROOT, now + dt.timedelta(days=14)) == []
    assert find_past_deadlines([read(late)], ROOT, now - dt.timedelta(days=4)) == []
    closed = read(late.replace("tags:", "status: closed\ntags:"))
    assert find_past_deadlines([closed], ROOT, now) == []
