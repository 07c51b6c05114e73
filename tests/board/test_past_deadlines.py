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


def test_a_deadline_on_a_line_of_its_own_is_pointed_to_by_its_name(read: Read, tmp_path: Path) -> None:
    """The report shows what a line can."""
    text = posting(date="2026-11-15", deadline="2026-11-17").replace("deadline: ", "deadline:\n  ")
    (tmp_path / "one.md").write_text(text)
    (found,) = find_past_deadlines([read(text)], tmp_path, dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    assert (found.marks[0].text, found.marks[0].length) == ("deadline:", len("deadline"))
