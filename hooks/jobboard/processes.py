"""A second process that goes on from where the first one is, so that both cores work.

A fork costs 20 ms and copies nothing: both processes know everything that came before. What they make together
is what one would make alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WARNED = 3
"""Exit code of a twin that did its share but had something to warn about."""

WORTH_A_TWIN = 150
"""Postings from which on a second process saves more time than it takes to start."""


def can_fork() -> bool:
    """Whether a second process is wanted and has a core of its own; threads would not survive the fork."""
    wanted = os.environ.get("JOBBOARD_PROCESSES") != "1" and _cores() > 1
    return wanted and hasattr(os, "fork") and threading.active_count() == 1


class Twin:
    """The other process, as either of the two sees it."""

    def __init__(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # else the first collection would copy every page of memory
        self._child = os.fork()
        self._code: int | None = None

    @property
    def is_child(self) -> bool:
        """Whether this is the second process."""
        return self._child == 0

    def leave(self, code: int = 0) -> None:
        """End the second process: its share is done, and what follows is the first one's."""
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    def wait(self) -> int:
        """The second process's exit code, when it has done its share."""
        if self._code is None:
            _, status = os.waitpid(self._child, 0)
            self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def stop(self) -> None:
        """End the second process from the first one, because nothing will come of the build."""
        if not self.is_child and self._code is None:
            os.kill(self._child, 15)
            self.wait()


def share_of_first_process(jobs: int) -> int:
    """How many job pages the first process writes itself, so that both end at the same time.

    What it does besides (feeds, facets, dataset, the theme's files) takes as long as 600 job pages and a fifth
    of them, as measured with 1,000 jobs on two cores.
    """
    return max(0, jobs - 600 - jobs // 5) // 2


def _cores() -> int:
    """Cores this process may use; containers often grant fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_in_two(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """What *function* makes of each item, in order; the second half is made by a second process if that is faster."""
    if len(items) < WORTH_A_TWIN or not can_fork():
        return [function(item) for item in items]
    half = len(items) // 2
    reading, writing = os.pipe()
    twin = Twin()
    if twin.is_child:
        _send(writing, function, items[half:])
        twin.leave()
    os.close(writing)
    results = [function(item) for item in items[:half]]
    with os.fdopen(reading, "rb") as pipe:
        sent = pickle.load(pipe)  # noqa: S301 - from our own process
    twin.wait()
    if isinstance(sent, Exception):
        raise sent
    results += sent
    return results


def _send(writing: int, function: Callable[[T], R], items: Sequence[T]) -> None:
    result: Any
    try:
        result = [function(item) for item in items]
    except Exception as error:  # noqa: BLE001 - raised again in the first process
        result = error
    with os.fdopen(writing, "wb") as pipe:
        pickle.dump(result, pipe, pickle.HIGHEST_PROTOCOL)
