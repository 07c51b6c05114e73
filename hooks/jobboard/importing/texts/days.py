"""Days in running text, in the spellings that mean one day only; ambiguous ones are told apart."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from jobboard.standards.dates import explain_date, parse_date

_MONTHS = (
    "january jan januar jänner janvier enero gennaio januari", "february feb februar février fevrier febrero febbraio februari",
    "march mar märz maerz mars marzo maart", "april apr avril abril aprile",
    "may mai mayo maggio mei maj", "june jun juni juin junio giugno", "july jul juli juillet julio luglio",
    "august aug août aout agosto augustus augusti", "september sep sept septembre septiembre settembre",
    "october oct oktober okt octobre octubre ottobre", "november nov novembre noviembre",
    "december dec dezember dez décembre decembre diciembre dicembre desember",
)  # fmt: skip
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_NUMBER_OF, key=len, reverse=True)) + ")"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_PATTERN = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<numbers>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})"
    rf"|(?P<day>{_DAY})(?:\s?(?:st|nd|rd|th)\b|\.)?[\s-]{{0,3}}(?:of\s|de\s)?(?P<month>{_MONTH})\b\.?(?:[\s,-]{{1,3}}(?:de\s)?(?P<year>\d{{4}})\b)?"
    rf"|(?P<month2>{_MONTH})\b\.?\s{{1,3}}(?:the\s)?(?P<day2>{_DAY})(?:\s?(?:st|nd|rd|th)\b)?(?![\d:]|\s?[ap]m\b)(?:[\s,]{{1,4}}(?P<year2>\d{{4}})\b)?"
    rf")(?![\w/])",
    re.IGNORECASE,
)
_MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b\.?,?\s{{1,3}}(?P<year>20\d{{2}})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day as somebody wrote it."""

    written: str
    start: int
    days: tuple[dt.date, ...]
    """What it may mean: one day, two for 03/04/2026, none for a day that does not exist or without its year."""


def find_days(text: str, after: dt.date | None = None) -> list[Mention]:
    """The days *text* names; those without a year are the next such day behind *after*, where that is known."""
    found = []
    for match in _PATTERN.finditer(text):
        if match["numbers"]:
            day = parse_date(match["numbers"])
            days = (day,) if day else explain_date(match["numbers"])[1]
        else:
            number = int(match["day"] or match["day2"])
            month = _NUMBER_OF[(match["month"] or match["month2"]).casefold()]
            year = match["year"] or match["year2"]
            days = _days_of(int(year), month, number) if year else _next(month, number, after)
        found.append(Mention(match[0].strip(), match.start(), days))
    return found


def find_month(text: str) -> str | None:
    """A month with its year, as it is written there."""
    match = _MONTH_OF_YEAR.search(text)
    return match[0] if match else None


def _days_of(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    try:
        return (dt.date(year, month, day),) if 1990 <= year < 2100 else ()
    except ValueError:
        return ()


def _next(month: int, day: int, after: dt.date | None) -> tuple[dt.date, ...]:
    """The day in the ten months behind *after*: further away, the writer would have given the year."""
    if after is None:
        return ()
    candidates = (*_days_of(after.year, month, day), *_days_of(after.year + 1, month, day))
    return tuple(found for found in candidates if 0 <= (found - after).days <= 300)[:1]
