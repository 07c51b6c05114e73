"""Days in running text, in the spellings of all languages; a spelling with two meanings keeps both."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from jobboard.standards.languages.words import ALL, alternatives, lower, month_numbers

_YEARS = range(1990, 2100)
_SOON = 300
"""Days within which a day without its year is meant: for one further away, a writer gives the year."""

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|º|°|ª|:e|e)(?!\w))?\.?"
_GAP = r"[\s,.\-/ ]{0,3}"
_OF = r"(?:of\s|de\s|del\s|di\s|d')?"


class DayMention(NamedTuple):
    """A day as somebody wrote it."""

    written: str
    start: int
    end: int
    days: tuple[dt.date, ...]
    """What it may mean: one day; two for 03/04/2026; none for a day that does not exist, or whose year is unknown."""
    has_year: bool = True

    @property
    def day(self) -> dt.date | None:
        """The day, if only one can be meant."""
        return self.days[0] if len(self.days) == 1 else None


def find_days(
    text: str, after: dt.date | None = None, codes: tuple[str, ...] = ALL, *, is_day_first: bool | None = None
) -> list[DayMention]:
    """The days that *text* names; those without a year are the next such day behind *after*, where that is known.

    Of days in numbers, one whose order is plain shows the order of the others; else *is_day_first* tells, if known.
    """
    found: list[DayMention] = []
    orders: set[bool] = set()
    for match in _pattern(codes).finditer(lower(text)):
        if match["iso"]:
            parts = [int(part) for part in re.findall(r"\d+", match["iso"])]
            days, has_year = _days_of(parts[0], parts[1], parts[2]), True
        elif match["numbers"]:
            days, has_year = _read_numbers(match["numbers"], orders), True
        else:
            number = int(match["day"] or match["day2"])
            month = month_numbers(codes)[match["month"] or match["month2"]]
            year = match["year"] or match["year2"]
            days = _days_of(int(year), month, number) if year else _next(month, number, after)
            has_year = bool(year)
        found.append(_mention(text, match, days, has_year=has_year))
    if not orders and is_day_first is not None:
        orders = {is_day_first}
    if len(orders) == 1:
        found = [
            _settle(mention, is_day_first=True in orders) if len(mention.days) == 2 else mention for mention in found
        ]
    return found


@cache
def find_month(text: str, codes: tuple[str, ...] = ALL) -> str | None:
    """A month or season with its year, as it is written there."""
    match = _month_pattern(codes).search(lower(text))
    return text[match.start() : match.end()].strip() if match else None


def _mention(text: str, match: re.Match[str], days: tuple[dt.date, ...], *, has_year: bool) -> DayMention:
    written = text[match.start() : match.end()]
    end = match.start() + len(written.rstrip(" ,.-"))
    return DayMention(text[match.start() : end], match.start(), end, days, has_year)


@cache
def _pattern(codes: tuple[str, ...]) -> re.Pattern[str]:
    month = _months(codes)
    return re.compile(
        rf"(?<![\w/.-])(?:"
        rf"(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
        rf"|(?P<numbers>\d{{1,2}}[-/.]\s?\d{{1,2}}[-/.]\s?\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2}})"
        rf"|(?P<day>{_DAY}){_ORDINAL}(?:\s(?:day\s)?|[-/.]\s?)?{_OF}(?P<month>{month})(?!\w){_GAP}(?:(?:de|del|do)\s)?(?:(?P<year>\d{{4}})(?!\d))?"
        rf"|(?P<month2>{month})(?!\w)\.?,?[\s-]{{1,3}}(?:the\s)?(?P<day2>{_DAY})(?:\s?(?:st|nd|rd|th)(?!\w))?(?![\d:%]|\s?[ap]\.?m\b|\.\d|-\w)(?:[\s,.-]{{1,4}}(?P<year2>\d{{4}})(?!\d))?"
        rf")(?=[t\s,.;:)\]*|–—!?\"'’”-]|$)"
    )


@cache
def _month_pattern(codes: tuple[str, ...]) -> re.Pattern[str]:
    season = (
        "spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|wintersemester|sommersemester|printemps|été|automne|hiver|rentrée"
        "|primavera|verano|otoño|invierno|estate|autunno|inverno|verão|outono|voorjaar|lente|zomer|najaar|herfst|vår|våren|höst|hösten"
    )
    early = r"(?:(?:early|mid|late|beginning of|end of|middle of|anfang|mitte|ende|début|mi|fin|inicios de|finales de|mediados de|begin|eind|half|början av|slutet av)[\s-]{1,2})?"
    quarter = r"(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)?|q[1-4]"
    return re.compile(
        rf"(?<!\w){early}(?:(?:{_months(codes)}|{season}|{quarter})(?:\s?[/–-]\s?(?:{_months(codes)}|{season}))?)\b\.?,?\s{{1,3}}(?:(?:of|de|del|semester|term)\s)?20\d{{2}}(?:/\d{{2,4}})?(?!\w)"
    )


def _months(codes: tuple[str, ...]) -> str:
    return f"(?:{alternatives(month_numbers(codes))})"


def _read_numbers(written: str, orders: set[bool]) -> tuple[dt.date, ...]:
    """The days that numbers may mean; notes in *orders* whether the day came first, where that is plain."""
    first, second, year = (int(part) for part in re.findall(r"\d+", written))
    if "." in written:  # nobody writes the month first before a dot
        return _days_of(year if year > 99 else 2000 + year, second, first)
    day_first, month_first = _days_of(year, second, first), _days_of(year, first, second)
    if bool(day_first) != bool(month_first):
        orders.add(bool(day_first))
    return tuple(sorted({*day_first, *month_first}))


def _settle(mention: DayMention, *, is_day_first: bool) -> DayMention:
    first, second, year = (int(part) for part in re.findall(r"\d+", mention.written))
    month, day = (second, first) if is_day_first else (first, second)
    return mention._replace(days=_days_of(year, month, day))


def _days_of(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    try:
        return (dt.date(year, month, day),) if year in _YEARS else ()
    except ValueError:
        return ()


def _next(month: int, day: int, after: dt.date | None) -> tuple[dt.date, ...]:
    if after is None:
        return ()
    candidates = (*_days_of(after.year, month, day), *_days_of(after.year + 1, month, day))
    return tuple(found for found in candidates if 0 <= (found - after).days <= _SOON)[:1]
