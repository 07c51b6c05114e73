"""Work that two processes share: they begin at its two ends, and meet where they meet.

So neither waits for the other, however fast each of them is, and neighbouring pieces, which often need the same things,
mostly meet the same process. What they make together is what one would make alone.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from jobboard.processes import WORTH_A_TWIN, Parcel, Twin, can_fork

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

    def from_back(self) -> Iterator[T]:
        """What the second process takes."""
        return self._take(reversed(self._items))

    def _take(self, items: Iterable[T]) -> Iterator[T]:
        for item in items:
            if not os.read(self._permits, 1):
                break
            yield item
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
        for task in self._row.from_front():
            task()
        return self._twin is None or self._twin.wait() == 0

    def stop(self) -> None:
        """Do nothing more, because nothing will come of the build."""
        if self._twin is not None:
            self._twin.stop()

    def _do_second_share(self) -> None:
        for task in self._row.from_back():
            if self._twin and self._twin.is_orphan:
                return
            task()


def map_in_two(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    """What *function* makes of *items*, in order; about half of them are made by a second process if that is faster."""
    if len(items) < WORTH_A_TWIN or not can_fork():
        return function(items)
    row, parcel, twin = Row(divide(items)), Parcel(), Twin()
    if twin.is_child:
        twin.live(lambda: parcel.give([_pack(function, part) for part in row.from_back() if not twin.is_orphan]))
    try:
        results = [result for part in row.from_front() for result in function(part)]
        others = [pickle.loads(part) for part in parcel.take()]  # noqa: S301 - from our own process
    except BaseException as error:
        twin.stop()
        if isinstance(error, EOFError):
            raise RuntimeError("the second process, which does half of the work, was stopped") from None
        raise
    twin.wait()
    for other in reversed(others):
        if isinstance(other, Exception):
            raise other
        results += other
    return results


def _pack(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> bytes:
    """What *function* makes of *items*, or what went wrong, which is raised again in the first process."""
    made: list[R] | Exception
    try:
        made = function(items)
    except Exception as error:  # noqa: BLE001
        made = error
    return pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
