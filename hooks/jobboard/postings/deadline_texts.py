"""Deadlines for applications, as running text names them."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from jobboard.standards.dates import MONTHS, explain_date, parse_date

_WORDS = ("eadline", "EADLINE", "losing date", "pplications", "pply ", "Bewerb", "bewerb")
"""Parts of the words with which every sentence about a deadline speaks; their search costs next to nothing."""
_REACH = 160
"""Characters between such a word and the date it speaks of, at most."""

_GERMAN = {
    "januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
}  # fmt: skip
_MONTH = "(?:jan|feb|mar|mär|apr|ma[iy]|ju[nl]|aug|sep|oct|okt|nov|de[cz])[a-zäé]{0,6}"
_DATE = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of)? {_MONTH}\.?,? \d{{4}}"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})(?!\d)"
)
_YEAR = re.compile(r"20\d\d(?!\d)")
"""Only near one is a deadline looked for, which most texts hold once or never."""
_STOP = re.compile(r"(?:[a-zäöüß)*]|\d{4})\.\s+(?=[A-ZÄÖÜ*-])|; |\n(?:[-*#]|\d\.) ")
_LEAD = re.compile(
    r"\b(?:(?:application|submission|closing|final)s? (?:deadline|date)|deadline|closing date"
    r"|apply(?: \S{1,30}){0,8}?,? (?:by|before|until|no later than|not later than)"
    r"|applications?(?: \S{1,30}){0,8}? (?:until|by|before|close|closes|closing|no later than|not later than|due)"
    r"|bewerbungsfrist|bewerbungsschluss|bewerb(?:en|ung|ungen|ungsunterlagen)(?: \S{1,30}){0,10}? bis)\b"
)
_OTHER = re.compile(
    r"\b(?:review|start|begin|interview|shortlist|consider|priority|full consideration|abstract|grant|extended from"
    r"|was|previous|original|conference|workshop|paper|project)"
)
"""In such a sentence a date is another one than the deadline, or may be."""


def find_deadlines(text: str) -> list[tuple[dt.date, int, int]]:
    """Each day (with its place in *text*) that a sentence clearly names as the last one for applications."""
    found: dict[int, tuple[dt.date, int, int]] = {}
    seen = dict.fromkeys(_WORDS, 0)  # how far each word was looked for
    for year in _YEAR.finditer(text):
        last = year.start()
        for word in _WORDS:
            at = text.find(word, max(seen[word], last - 2 * _REACH), last)
            while at >= 0:
                start, end = _sentence_around(text, at)
                for deadline in _deadlines_in(text, start, end):
                    found.setdefault(deadline[1], deadline)
                seen[word] = max(end, at + 1)
                at = text.find(word, seen[word], last)
    return [found[start] for start in sorted(found)]


def _sentence_around(text: str, at: int) -> tuple[int, int]:
    """Begin and end of the sentence, as far as it is near."""
    first = max(0, at - _REACH)
    start = max(
        first, text.rfind("\n\n", first, at) + 1, text.rfind(". ", first, at) + 1, text.rfind(".\n", first, at) + 1
    )
    end = min(len(text), at + 2 * _REACH)
    paragraph = text.find("\n\n", at, end)
    end = paragraph if paragraph >= 0 else end
    stop = _STOP.search(text, at, end)
    return start, stop.end() if stop else end


def _deadlines_in(text: str, start: int, end: int) -> list[tuple[dt.date, int, int]]:
    # To search in lower case is faster than to ignore it; only a dotted capital i would become longer.
    sentence = text[start:end].replace("*", " ").replace("_", " ").replace("\n", " ").replace("İ", "I").lower()
    lead = _LEAD.search(sentence)
    if lead is None or _OTHER.search(sentence):
        return []
    date = _DATE.search(sentence, lead.start())
    if date is None or date.start() - lead.end() > _REACH:
        return []
    day = _read_day(" ".join(date[0].split()))
    return [(day, start + date.start(), start + date.end())] if day else []


@lru_cache(1024)
def _read_day(written: str) -> dt.date | None:
    """The day that *written*, in lower case, can only mean."""
    words = written.replace(" of ", " ").split(" ")
    if len(words) == 3 and (month := _GERMAN.get(words[1].casefold())):
        words[1] = MONTHS[month - 1]
    spelled = " ".join(words)
    if day := parse_date(spelled):
        return day
    _, days = explain_date(spelled)
    return days[0] if len(days) == 1 else None
