"""What the postings of a collection say of each other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from jobboard.board.collection import Collection
from jobboard.board.duplicates import find_duplicates
from jobboard.board.past_deadlines import find_future_dates, find_old_dates, find_past_deadlines
from jobboard.diagnostics.diagnostic import in_reading_order


def compare_postings(
    collection: Collection, folder: Path, now: dt.datetime | None = None, *, closed_by: dt.datetime | None = None
) -> Collection:
    """*collection* with warnings about what its postings say of each other; what is *closed_by* an instant is let be.

    With *now*, what is right at one time and wrong at another is reported, too.
    """
    found = find_duplicates(collection.postings, folder, closed_by or now)
    if now is not None:
        for find in (find_past_deadlines, find_old_dates, find_future_dates):
            found += find(collection.postings, folder, now)
    return collection._replace(diagnostics=tuple(in_reading_order([*collection.diagnostics, *found])))
