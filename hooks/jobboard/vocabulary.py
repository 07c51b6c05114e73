"""Closed sets of words: the accepted one for what an author wrote, or the nearest to propose."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

_MOST_WORDS = 6
"""Of a spelling that is looked for inside a text."""


class Term(NamedTuple):
    """One accepted word."""

    name: str
    """As published and in addresses: [a-z0-9-]."""
    label: str
    """As people read it."""
    group: str = ""
    synonyms: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    """EURAXESS career stages a position implies; empty for tags."""


class Vocabulary:
    """Terms by name, found under any of their spellings."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms: Mapping[str, Term] = {term.name: term for term in terms}

    def __contains__(self, name: object) -> bool:
        return name in self.terms

    def find(self, written: str) -> str | None:
        """The term's name for *written*: a name, label or synonym in any case, with spaces or hyphens."""
        return written if written in self.terms else self._spellings.get(fold(written))

    def nearest(self, written: str) -> str | None:
        """The term whose spelling is closest to *written*, if one is close."""
        spelling = nearest(fold(written), self._spellings)
        return self._spellings[spelling] if spelling else None

    def find_inside(self, written: str) -> list[str]:
        """The terms of which *written* holds a spelling, the longest one of each place, in the order written."""
        words = re.findall(r"\w+", fold(written))
        joined = {spelling.replace(" ", ""): name for spelling, name in self._spellings.items()}
        found, start = [], 0
        while start < len(words):
            ends = range(min(len(words), start + _MOST_WORDS), start, -1)
            end = next((end for end in ends if "".join(words[start:end]) in joined), None)
            if end is not None:
                found.append(joined["".join(words[start:end])])
            start = end or start + 1
        return list(dict.fromkeys(found))

    def label(self, name: str) -> str:
        """How people read *name*."""
        return self.terms[name].label

    @cached_property
    def _spellings(self) -> dict[str, str]:
        spellings: dict[str, str] = {}
        for term in self.terms.values():
            for spelling in (term.name, term.label, *term.synonyms):
                spellings.setdefault(fold(spelling), term.name)
        return spellings


def fold(written: str) -> str:
    """A spelling without case, hyphens and doubled spaces."""
    return re.sub(r"[\s_-]+", " ", written).strip().casefold()


def nearest(written: str, choices: Iterable[str], *, is_name: bool = False) -> str | None:
    """The choice closest to *written*, if it is close enough to be meant: with a few slips for its length.

    Who slips more than once still begins with the right letter. Of a name, which may as well be one that nobody listed, hardly any slip is forgiven.
    """
    for close in difflib.get_close_matches(written, list(choices), n=3, cutoff=0.7):
        longer = max(len(written), len(close))
        slips = 1 if longer < 6 else 2 if longer < 10 else 3
        if is_name:
            slips = 1 if longer < 10 else 2
        if written[:1] != close[:1]:
            slips = 0 if is_name else 1
        if _count_slips(written, close) <= slips:
            return close
    return None


def _count_slips(one: str, other: str) -> int:
    """Letters too many, missing, wrong, or in the wrong order (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
