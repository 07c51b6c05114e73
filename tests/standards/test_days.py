"""Days, in the words of advertisements."""

from __future__ import annotations

import datetime as dt

from jobboard.standards.days import find_days


def test_numeric_days_are_read_when_only_one_is_possible() -> None:
    """31/05 is a day of May anywhere."""
    assert [mention.days for mention in find_days("31/05/2027 05/31/2027")] == [(dt.date(2027, 5, 31),)] * 2
