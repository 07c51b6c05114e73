"""Instants as adapters get them; the core itself is always told what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

_FIRST_YEAR = 1000
"""Before it there is no room for the days that are counted back, nor a year of four digits."""


def parse_instant(text: str) -> dt.datetime:
    """An ISO 8601 instant (or a day: its midnight) in UTC; without an offset it is taken as UTC.

    Raises ValueError with a sentence for the user.
    """
    try:
        instant = dt.datetime.fromisoformat(text)
        instant = instant.replace(tzinfo=dt.UTC) if instant.tzinfo is None else instant.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"`{text}` is not an ISO 8601 instant such as 2026-11-20T12:00:00Z") from None
    if instant.year < _FIRST_YEAR:
        raise ValueError(f"`{text}` is before the year {_FIRST_YEAR}")
    return instant


def read_clock(environment: Mapping[str, str]) -> dt.datetime:
    """`JOBBOARD_NOW`, else `SOURCE_DATE_EPOCH`, else the clock; the one place that asks it.

    Raises ValueError with a sentence for the user.
    """
    if now := environment.get("JOBBOARD_NOW"):
        return parse_instant(now)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        if not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 11):
            raise ValueError(f"SOURCE_DATE_EPOCH must be a number of seconds, found `{epoch}`")
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return dt.datetime.now(dt.UTC).replace(microsecond=0)  # noqa: TID251 - the one place that asks the clock
