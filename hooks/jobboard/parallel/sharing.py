"""Work that two processes share: they begin at its two ends, and meet where they meet.

So neither waits for the other, however fast each of them is, and neighbouring pieces, which often need the same things,
mostly meet the same process. What they make together is what one would make alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from jobboard.parallel.processes import WORTH_A_TWIN, OtherProcessEndedError, Parcels, Twin, bytes_in, can_fork

_PIPE_BYTES = 64 * 1024
"""What a pipe can hold at once."""
_MOST_AT_ONCE, _LEAST_AT_ONCE = 128, 16
"""Items in one part: the more, the longer each step of the work keeps the processor's caches for itself."""

T = TypeVar("T")
R = TypeVar("R")


class Row(Generic[T]):
    """Items that two processes take, the first one from the front and the second one from the back, until they meet.

    A pipe holds a byte for each item: whoever reads one may take its next.
    """

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._permits, filling = os.pipe()
        os.write(filling, bytes(len(items)))
        os.close(filling)

    def from_front(self) -> Iterator[T]:
        """What the first process takes."""
        return self._take(self._items)

    def from_back(self, *, leaving: int = 0) -> Iterator[T]:
        """What the second process takes; the last *leaving* ones are left to the first process."""
        return self._take(reversed(self._items), leaving)

    def _take(self, items: Iterable[T], leaving: int = 0) -> Iterator[T]:
        for item in items:
            if (leaving and bytes_in(self._permits) <= leaving) or not os.read(self._permits, 1):
                break
            yield item

    def close(self) -> None:
        """Take no more in this process."""
        os.close(self._permits)


def divide(items: Sequence[T]) -> list[Sequence[T]]:
    """The parts of a `Row`, which get smaller towards the middle, so that both processes end at the same time."""
    most = max(_MOST_AT_ONCE, 2 * len(items) // _PIPE_BYTES)
    parts, at = [], 0
    while at < len(items):
        size = max(_LEAST_AT_ONCE, min(most, abs(len(items) // 2 - at) // 4))
        parts.append(items[at : at + size])
        at += size
    return parts


class SharedWork:
    """Tasks that two processes do, as they take them from a `Row`; the second one begins at once."""

    def __init__(self, tasks: Sequence[Callable[[], None]], *, is_shared: bool) -> None:
        self._row = Row(tasks)
        self._twin = Twin() if is_shared else None
        if self._twin and self._twin.is_child:
            self._twin.live(self._do_second_share)

    def finish(self) -> bool:
        """Do what is left, and wait for the other process; whether it succeeded."""
        try:
            for task in self._row.from_front():
                task()
        finally:
            self._row.close()
        return self._twin is None or self._twin.wait() == 0

    def stop(self) -> None:
        """Do nothing more, because nothing will come of the build."""
        if self._twin is not None:
            self._twin.stop()

    def _do_second_share(self) -> None:
        for task in self._row.from_back(leaving=1):  # meanwhile this process ends, which takes as long
            if self._twin and self._twin.is_orphan:
                return
            task()


def map_in_two(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    """What *function* makes of *items*, in order; about half of them are made by a second process if that is faster."""
    if len(items) < WORTH_A_TWIN or not can_fork():
        return function(items)
    parts = divide(items)
    row, parcels, twin = Row(parts), Parcels(), Twin()
    if twin.is_child:
        twin.live(lambda: _give_results(function, row.from_back(), parcels, twin))
    mine: list[list[R]] = []
    others: list[list[R]] = []
    try:
        for part in row.from_front():
            mine.append(function(part))
            while parcels.has_arrived:
                others.append(_take_results(parcels))
        while len(mine) + len(others) < len(parts):
            others.append(_take_results(parcels))
    except BaseException as error:
        twin.stop()
        if isinstance(error, OtherProcessEndedError):
            raise RuntimeError("the second process, which does half of the work, was stopped") from None
        raise
    finally:
        row.close()
        parcels.close()
    twin.part()
    return [result for part in (*mine, *reversed(others)) for result in part]


def _give_results(
    function: Callable[[Sequence[T]], list[R]], parts: Iterable[Sequence[T]], parcels: Parcels, twin: Twin
) -> None:
    """Give what *function* makes of each part, or what went wrong, which is raised again in the first process."""
    for part in parts:
        if twin.is_orphan:
            return
        try:
            parcels.give(function(part))
        except Exception as error:  # noqa: BLE001
            parcels.give(error)


def _take_results(parcels: Parcels) -> Any:
    results = parcels.take()
    if isinstance(results, Exception):
        raise results
    return results
