"""Dates as people write them: the one spelling that is read, and what the others probably mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from functools import lru_cache

from jobboard.clock import YEARS
from jobboard.standards.languages.english import ENGLISH
from jobboard.standards.languages.words import month_numbers

MANY_DAYS = 8192
"""Days whose spelling is remembered: many postings share one, and each is said in several places."""

MONTHS = tuple(names.split("|")[0].capitalize() for names in ENGLISH.months)
"""In English whatever the locale is."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2})", re.ASCII)
_DAY_MONTH = re.compile(
    r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?\.?\s+(?:(?:of|de) )?([^\W\d_]+)\.?,?\s+(?:del? )?([0-9]{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_AROUND = "“”„‘’\"'()[],;. "
"""What people leave around a date."""


def parse_date(written: str) -> dt.date | None:
    """The day *written* as YYYY-MM-DD; None for anything else, also for 30 February."""
    match = _ISO.fullmatch(written)
    return _day(match[1], match[2], match[3]) if match else None


def explain_date(written: str) -> tuple[str, tuple[dt.date, ...]]:
    """What is wrong with a date that `parse_date` refuses, and the days it may mean (none, one or two)."""
    written = _WEEKDAY.sub("", written.strip(_AROUND), count=1)
    if match := _YEAR_FIRST.fullmatch(written):
        if day := _day(match[1], match[2], match[3]):
            return "not written as YYYY-MM-DD", (day,)
        return _no_such_day(int(match[1]), int(match[2])), ()
    if match := _NUMBERS.fullmatch(written):
        european, american = _day(match[4], match[3], match[1]), _day(match[4], match[1], match[3])
        is_european = match[2] == "." and european is not None  # with full stops, nobody puts the month first
        candidates = {european} if is_european else {european, american} - {None}
        days = tuple(sorted(day for day in candidates if day))
        return "ambiguous" if len(days) == 2 else "not written as YYYY-MM-DD", days
    if match := _SHORT_YEAR.fullmatch(written):
        return "not written as YYYY-MM-DD", _read_short_year(match[1], match[2], match[3], match[4])
    if (match := _DAY_MONTH.fullmatch(written)) and (month := month_numbers().get(match[2].casefold())):
        day = _day(match[3], str(month), match[1])
        return ("not written as YYYY-MM-DD", (day,)) if day else (_no_such_day(int(match[3]), month), ())
    if (match := _MONTH_DAY.fullmatch(written)) and (month := month_numbers().get(match[1].casefold())):
        day = _day(match[3], str(month), match[2])
        return ("not written as YYYY-MM-DD", (day,)) if day else (_no_such_day(int(match[3]), month), ())
    return "not a date", ()


def has_whole_year(written: str) -> bool:
    """Whether a year is *written* with its century, and so is no other number."""
    return re.search(r"\d{4}", written) is not None


def _read_short_year(first: str, sign: str, second: str, third: str) -> tuple[dt.date, ...]:
    """The days that three short numbers may mean, or none where that are more than two."""
    found = {_day(f"20{third}", second, first)}
    if sign != ".":
        found.add(_day(f"20{third}", first, second))
    if sign == "-" and len(first) == 2:  # as in ISO 8601
        found.add(_day(f"20{first}", second, third))
    days = tuple(sorted(day for day in found if day))
    return days if len(days) <= 2 else ()


def next_day_like(day: dt.date, after: dt.date) -> dt.date:
    """The first day from *after* on with the month and day of the month of *day*; 29 February may be 28 February."""
    for year in (after.year, after.year + 1):
        try:
            found = day.replace(year=year)
        except ValueError:
            found = day.replace(year=year, day=28)
        if found >= after:
            return found
    return after


def plain_digits(written: str) -> str:
    """*written* with the digits of any script as 0 to 9."""
    if written.isascii():
        return written
    return "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in written)


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day)) if int(year) in YEARS else None
    except ValueError:
        return None


def _no_such_day(year: int, month: int) -> str:
    if year not in YEARS:
        return f"the year {year} cannot be meant"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    days = calendar.monthrange(year, month)[1]
    return f"{MONTHS[month - 1]} {year} has {days} days"


@lru_cache(MANY_DAYS)
def say_date(day: dt.date, *, with_year: bool = True) -> str:
    """*day* as people say it: "3 Dec 2026"."""
    month = MONTHS[day.month - 1][:3]
    return f"{day.day} {month} {day.year}" if with_year else f"{day.day} {month}"


@lru_cache(MANY_DAYS)
def write_instant(instant: dt.datetime) -> str:
    """*instant* (in UTC) as machines read it: `2026-12-03T22:59:59Z`."""
    return f"{instant.isoformat()[:19]}Z"
