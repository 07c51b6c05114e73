"""Work that two processes share: they begin at its two ends, and meet where they meet.

So neither waits for the other, however fast each of them is, and neighbouring pieces, which often need the same things,
mostly meet the same process. What they make together is what one would make alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar

from jobboard.parallel.processes import (
    WORTH_A_PROCESS,
    OtherProcessEndedError,
    ProcessQueue,
    SecondProcess,
    SecondProcessStoppedError,
    bytes_in,
    can_fork,
    open_queue,
)

_PIPE_BYTES = 64 * 1024
"""What a pipe can hold at once."""
_MOST_AT_ONCE, _LEAST_AT_ONCE = 128, 16
"""Items in one part: the more, the longer each step of the work keeps the processor's caches for itself."""

T = TypeVar("T")
R = TypeVar("R")


class SharedSequence(Generic[T]):
    """Items that two processes take, the first one from the front and the second one from the back, until they meet.

    A pipe holds a byte for each item: whoever reads one may take its next.
    """

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._permits, filling = os.pipe()
        os.write(filling, bytes(len(items)))
        os.close(filling)

    def take_first(self) -> Iterator[T]:
        """What the first process takes."""
        return self._take(self._items)

    def take_last(self, *, keep: int = 0) -> Iterator[T]:
        """What the second process takes; the last *keep* ones are left to the first process."""
        return self._take(reversed(self._items), keep)

    def _take(self, items: Iterable[T], keep: int = 0) -> Iterator[T]:
        for item in items:
            if (keep and bytes_in(self._permits) <= keep) or not os.read(self._permits, 1):
                break
            yield item

    def close(self) -> None:
        """Take no more in this process."""
        os.close(self._permits)


def divide(items: Sequence[T]) -> list[Sequence[T]]:
    """The parts of a `SharedSequence`, which get smaller towards the middle, so that both processes end at the same time."""
    most = max(_MOST_AT_ONCE, 2 * len(items) // _PIPE_BYTES)
    parts, at = [], 0
    while at < len(items):
        size = max(_LEAST_AT_ONCE, min(most, abs(len(items) // 2 - at) // 4))
        parts.append(items[at : at + size])
        at += size
    return parts


class SharedWork:
    """Tasks that two processes do, as they take them from a `SharedSequence`; the second one begins at once."""

    def __init__(self, tasks: Sequence[Callable[[], None]], *, is_shared: bool) -> None:
        self._shared = SharedSequence(tasks)
        self._process = None
        if is_shared:
            with suppress(OSError):  # a machine that has room for no other process
                self._process = SecondProcess()
        if self._process and self._process.is_child:
            self._process.run(self._do_second_share)

    def finish(self) -> bool:
        """Do what is left, and wait for the other process; whether it succeeded."""
        try:
            for task in self._shared.take_first():
                task()
        finally:
            self._shared.close()
        return self._process is None or self._process.wait() == 0

    def stop(self) -> None:
        """Do nothing more, because nothing will come of the build."""
        if self._process is not None:
            self._process.stop()

    def _do_second_share(self) -> None:
        for task in self._shared.take_last(keep=1):  # meanwhile this process ends, which takes as long
            if self._process and self._process.is_orphan:
                return
            task()


def map_in_two(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    """What *function* makes of *items*, in order; about half of them are made by a second process if that is faster."""
    if len(items) < WORTH_A_PROCESS or not can_fork():
        return function(items)
    queue = open_queue()
    if queue is None:
        return function(items)
    parts = divide(items)
    shared = SharedSequence(parts)
    try:
        process = SecondProcess()
    except OSError:  # a machine that has room for no other process
        shared.close()
        queue.close()
        return function(items)
    if process.is_child:
        process.run(lambda: _give_results(function, shared.take_last(), queue, process))
    mine: list[list[R]] = []
    others: list[list[R]] = []
    try:
        for part in shared.take_first():
            mine.append(function(part))
            while queue.has_arrived:
                others.append(_take_results(queue))
        while len(mine) + len(others) < len(parts):
            others.append(_take_results(queue))
    except BaseException as error:
        process.stop()
        if isinstance(error, OtherProcessEndedError):
            process.wait()
            raise SecondProcessStoppedError("the second process, which does half of the work, was stopped") from None
        raise
    finally:
        shared.close()
        queue.close()
    process.release()
    return [result for part in (*mine, *reversed(others)) for result in part]


def _give_results(
    function: Callable[[Sequence[T]], list[R]],
    parts: Iterable[Sequence[T]],
    queue: ProcessQueue,
    process: SecondProcess,
) -> None:
    """Give what *function* makes of each part, or what went wrong, which is raised again in the first process."""
    for part in parts:
        if process.is_orphan:
            return
        try:
            queue.put(function(part))
        except Exception as error:  # noqa: BLE001
            queue.put(error)


def _take_results(queue: ProcessQueue) -> Any:
    results = queue.get()
    if isinstance(results, Exception):
        raise results
    return results
