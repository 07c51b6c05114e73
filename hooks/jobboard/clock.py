"""Instants as adapters get them; the core itself is always told what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

YEARS = range(1900, 3000)
"""Of dates and instants; others are slips of the pen, and near year 1 or 9999 nothing can be counted from an instant."""


def parse_instant(text: str) -> dt.datetime:
    """An ISO 8601 instant (or a day: its midnight) in UTC; without an offset it is taken as UTC.

    Raises ValueError with a sentence for the user.
    """
    try:
        instant = dt.datetime.fromisoformat(text)
        instant = instant.replace(tzinfo=dt.UTC) if instant.tzinfo is None else instant.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"`{text}` is not an ISO 8601 instant such as 2026-11-20T12:00:00Z") from None
    return _believed(instant, text)


def read_clock(environment: Mapping[str, str]) -> dt.datetime:
    """`JOBBOARD_NOW`, else `SOURCE_DATE_EPOCH`, else the clock; the one place that asks it.

    Raises ValueError with a sentence for the user.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch and not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 11):  # MkDocs reads it, too
        raise ValueError(f"SOURCE_DATE_EPOCH must be a number of seconds, found `{epoch}`")
    if now := environment.get("JOBBOARD_NOW"):
        return parse_instant(now)
    if epoch:
        return _believed(dt.datetime.fromtimestamp(int(epoch), dt.UTC), f"SOURCE_DATE_EPOCH={epoch}")
    return dt.datetime.now(dt.UTC).replace(microsecond=0)  # noqa: TID251 - the one place that asks the clock


def _believed(instant: dt.datetime, text: str) -> dt.datetime:
    if instant.year not in YEARS:
        raise ValueError(f"`{text}` is in the year {instant.year}, which cannot be meant")
    return instant
