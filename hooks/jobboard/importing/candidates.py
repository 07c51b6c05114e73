"""Candidates for the value of a field, and the decision between them."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from jobboard.importing.weights import CLEARLY, ENOUGH, MOST_AGREEMENT, WEIGHTS

_MAX_DOUBTS = 4
_STATED = ("label", "structure", "page heading", "button", "city and country labels", "the page itself")


class Candidate(NamedTuple):
    """A value that a field may have, with what speaks for it and against it."""

    value: Any
    """As front matter has it."""
    signs: tuple[str, ...]
    """What its place and its context say, in the words of the table of weights."""
    evidence: str
    """The words around it."""
    place: int = 0
    """Number of its line or sentence, to tell which comes first."""


def decide(field: str, candidates: list[Candidate]) -> tuple[Candidate | None, list[Candidate]]:
    """The candidate that is clearly the best, or None; and those worth showing where none is, the best first."""
    weighed = _merge(field, [candidate for candidate in candidates if candidate.value not in (None, "", [], {})])
    weighed.sort(key=lambda entry: (-entry[0], entry[1].place))
    shown = [candidate for weight, candidate in weighed if weight > 0][:_MAX_DOUBTS]
    if not weighed or weighed[0][0] < ENOUGH:
        return None, shown
    weight, best = weighed[0]
    best = next((c for other, c in weighed[1:] if other >= ENOUGH and _is_more_exact(c.value, best.value)), best)
    rivals = [
        other for other, candidate in weighed if candidate is not best and not _is_part_of(candidate.value, best.value)
    ]
    if rivals and weight - rivals[0] < CLEARLY:
        return None, shown
    return best, shown


def weigh(field: str, candidate: Candidate) -> int:
    """What speaks for *candidate*, less what speaks against it."""
    table = WEIGHTS[field]
    return sum(table[sign] for sign in candidate.signs)


def is_labelled(candidate: Candidate) -> bool:
    """Whether the source states the value in a line or field of its own."""
    return any(sign in candidate.signs for sign in _STATED)


def cut_around(text: str, start: int, end: int, most: int = 150) -> str:
    """*text* shortened so that the words from *start* to *end* stay in it, whole words only."""
    if len(text) <= most:
        return text.strip()
    room = max(0, most - (end - start)) // 2
    first, last = max(0, start - room), min(len(text), end + room)
    if first > 0:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = text.rfind(" ", end, last) if " " in text[end:last] else last
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"


def _merge(field: str, candidates: list[Candidate]) -> list[tuple[int, Candidate]]:
    """Each value once with its weight: that of its best candidate, and more where other places agree."""
    groups: dict[str, list[tuple[int, Candidate]]] = {}
    for candidate in candidates:
        key = json.dumps(candidate.value, ensure_ascii=False, sort_keys=True).casefold()
        groups.setdefault(key, []).append((weigh(field, candidate), candidate))
    merged = []
    for group in groups.values():
        weight, best = max(group, key=lambda entry: (entry[0], -entry[1].place))
        others = {candidate.place for other, candidate in group if other > 0} - {best.place}
        merged.append((weight + min(MOST_AGREEMENT, len(others)), best))
    return merged


def _is_more_exact(value: Any, known: Any) -> bool:
    """Whether *value* is a place within the place that is *known*: "Bergen, Norway" in "Norway"."""
    return isinstance(value, str) and isinstance(known, str) and value.endswith(f", {known}")


def _is_part_of(value: Any, whole: Any) -> bool:
    """Whether *value* says nothing that *whole* does not say more exactly."""
    if isinstance(value, dict) and isinstance(whole, dict):
        return all(whole.get(key) == part for key, part in value.items())
    if isinstance(value, str) and isinstance(whole, str):
        return value.casefold() in whole.casefold()
    if isinstance(whole, dict) and isinstance(value, str):
        return value in map(str, whole.values())
    if isinstance(whole, list):
        return value in whole or (isinstance(value, list) and all(part in whole for part in value))
    return False
