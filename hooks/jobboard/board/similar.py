"""Where to look next from a job: similar open positions, and the other ones of its organization.

Positions are alike when they share tags (the rarer the more) or the kind of position, and more so in one country.
Comparing each with each would take quadratic time. Instead there is a list of open jobs for each tag and kind, and for
each two of them, and of the shortest lists only the jobs announced nearest to the one asked about are looked at; so
the work for a job hardly grows with their number.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations, islice

from jobboard.board.board import Board, Job, by_announcement
from jobboard.posting import Posting

SHOWN = 4
"""Jobs in each of the two lists."""

_POSITION_WEIGHT, _COUNTRY_WEIGHT = 1_500_000, 1_000_000
"""In millionths: a sum of whole numbers is the same in any order.

A tag weighs ln(1 + open jobs / open jobs with it): 0.7 when all have it, 2.4 when one in ten has it.
"""
_UNIT = 1 << 32
"""What a millionth counts, so that a job's place fits below it."""
_WINDOW = 16
"""Jobs looked at in one list."""
_LOOKED_AT = 48
"""Jobs looked at in all lists, the shortest of them first: those hold what is rare."""
_MASKS_KEPT = 200_000
"""Combinations of features whose weight is remembered."""


class Neighbours:
    """What stands near each job of a board; built once, then asked for one job at a time."""

    def __init__(self, board: Board) -> None:
        self._open = sorted(board.open, key=by_announcement)
        self._numbers: dict[str, int] = {}
        self._features = [self._features_of(job.posting, number_new=True) for job in self._open]
        self._having: dict[int, set[int]] = {number: set() for number in self._numbers.values()}
        for index, features in enumerate(self._features):
            for number in features:
                self._having[number].add(index)
        self._masks = list(map(_mask, self._features))
        self._lists: dict[tuple[int, int], list[int]] = {}
        self._weights = _Weights({_mask((n,)): self._weight(name, n) for name, n in self._numbers.items()})
        self._places = {job: index for index, job in enumerate(self._open)}
        self._organizations: dict[str, list[Job]] = {}
        for job in board.open:
            self._organizations.setdefault(job.posting.organization.name, []).append(job)

    def similar_to(self, job: Job) -> list[Job]:
        """Up to `SHOWN` other open jobs, the most alike first; none that `of_organization` names."""
        own = self._places.get(job)
        features = self._features[own] if own is not None else self._features_of(job.posting, number_new=False)
        met: set[int] = set().union(*self._nearest(features, own))
        met.difference_update([self._places[other] for other in self.of_organization(job)], [own])
        mask, masks, weights = _mask(features), self._masks, self._weights
        ranked = sorted([weights[mask & masks[index]] + index for index in met], reverse=True)
        return [self._open[each % _UNIT] for each in ranked[:SHOWN]]  # of equals, the newest

    def of_organization(self, job: Job) -> list[Job]:
        """Up to `SHOWN` other open jobs of its organization, in the board's order."""
        return list(islice((other for other in self._colleagues(job) if other is not job), SHOWN))

    def has_more_of_organization(self, job: Job) -> bool:
        """Whether its organization has more other open jobs than `of_organization` names."""
        return len(self._colleagues(job)) - job.is_open > SHOWN

    def _nearest(self, features: tuple[int, ...], own: int | None) -> Iterator[list[int]]:
        """From the shortest lists of two features, then of one, the jobs announced nearest to *own*, else the newest."""
        alike = [number for number in features if number > 0]  # a country makes nothing alike, alone or with something
        left = _LOOKED_AT
        for pairs in (combinations(alike, 2), zip(alike, alike, strict=True)):
            for found in sorted([found for one, other in pairs if (found := self._list(one, other))], key=len):
                if len(found) > _WINDOW:
                    middle = len(found) if own is None else bisect_left(found, own)
                    start = min(max(0, middle - _WINDOW // 2), len(found) - _WINDOW)
                    found = found[start : start + _WINDOW]
                yield found
                left -= len(found)
                if left <= 0:
                    return

    def _list(self, one: int, other: int) -> list[int]:
        """The open jobs that have both features, in their order; made when it is first needed."""
        found = self._lists.get((one, other))
        if found is None:
            found = self._lists[one, other] = sorted(self._having[one] & self._having[other])
        return found

    def _features_of(self, posting: Posting, *, number_new: bool) -> tuple[int, ...]:
        """The posting's tags and position as numbers, its countries as negative ones.

        Without new numbers, only those that open jobs have.
        """
        numbers = self._numbers
        names = [*posting.tags, f"position {posting.position}"]
        countries = dict.fromkeys([f"country {place.country}" for place in posting.places])
        if number_new:
            for name in names:
                numbers.setdefault(name, len(numbers) + 1)
            for name in countries:
                numbers.setdefault(name, -len(numbers) - 1)
        return tuple(sorted([numbers[name] for name in (*names, *countries) if name in numbers]))

    def _weight(self, name: str, number: int) -> int:
        """In units of `_UNIT`."""
        if number < 0:
            return _COUNTRY_WEIGHT * _UNIT
        if name.startswith("position "):
            return _POSITION_WEIGHT * _UNIT
        return round(1_000_000 * math.log1p(len(self._open) / len(self._having[number]))) * _UNIT

    def _colleagues(self, job: Job) -> list[Job]:
        return self._organizations.get(job.posting.organization.name, [])


def _mask(features: tuple[int, ...]) -> int:
    """A bit for each feature, so that what two jobs share is found by one operation."""
    return sum([1 << abs(number) for number in set(features)])


class _Weights(dict[int, int]):
    """The weight of a mask, by the weights of single bits; added up when it is first met."""

    def __init__(self, weights: dict[int, int]) -> None:
        super().__init__()
        self._single = weights

    def __missing__(self, mask: int) -> int:
        if len(self) > _MASKS_KEPT:
            self.clear()
        weight, rest = 0, mask
        while rest:
            lowest = rest & -rest
            weight += self._single[lowest]
            rest ^= lowest
        self[mask] = weight
        return weight
