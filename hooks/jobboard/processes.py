"""A second process that goes on from where the first one is, so that both cores work.

A fork costs 20 ms and copies nothing: both processes know everything that came before. What they make together
is what one would make alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn, TypeVar

MAX_TASKS = 64_000
"""That one pipe can hold a byte for each."""
_SECOND_SHARE = 0.46
"""Of items for the second process, which also has to send what it made."""

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_TWIN = 40
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
        self._parent = os.getpid()
        self._child = os.fork()
        self._code: int | None = None

    @property
    def is_child(self) -> bool:
        """Whether this is the second process."""
        return self._child == 0

    @property
    def is_orphan(self) -> bool:
        """Whether this is the second process, and the first one has been killed."""
        return self.is_child and os.getppid() != self._parent

    def live(self, work: Callable[[], None]) -> NoReturn:
        """Do the second process's share and end it, whatever happens: what follows is the first one's."""
        code = 1
        try:
            work()
            code = 0
        except EOFError:  # the first process has ended, and has said why
            pass
        except BaseException:  # noqa: BLE001 - the first process reports that the second one failed
            traceback.print_exc()
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


class Parcel:
    """Something that one of the two processes gives to the other one, which may be busy meanwhile."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as both processes; a pipe would fill up
        self._arrival, self._notice = os.pipe()

    def give(self, value: object) -> None:
        """Send *value*."""
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._file.flush()
        os.write(self._notice, b"!")

    def take(self) -> Any:
        """Wait for the value; raises EOFError when the other process ends without giving anything."""
        os.close(self._notice)
        if not os.read(self._arrival, 1):
            raise EOFError("the other process has ended")
        content = os.pread(self._file.fileno(), os.fstat(self._file.fileno()).st_size, 0)
        os.close(self._arrival)
        self._file.close()
        return pickle.loads(content)  # noqa: S301 - from our own process


class SharedWork:
    """Tasks that two processes do, the first one from the front and the second one from the back, until they meet.

    So neighbouring tasks, which need the same things, mostly meet the same process. A pipe holds a byte for each task:
    whoever reads one may do its next. The second process begins at once.
    """

    def __init__(self, tasks: Sequence[Callable[[], None]], *, is_shared: bool) -> None:
        self._tasks = tasks
        self._permits, filling = os.pipe()
        os.write(filling, bytes(len(tasks)))
        os.close(filling)
        self._twin = Twin() if is_shared else None
        if self._twin and self._twin.is_child:
            self._twin.live(lambda: self._work(reversed(tasks)))

    def finish(self) -> bool:
        """Do what is left, and wait for the other process; whether it succeeded."""
        self._work(self._tasks)
        os.close(self._permits)
        return self._twin is None or self._twin.wait() == 0

    def stop(self) -> None:
        """Do nothing more, because nothing will come of the build."""
        if self._twin is not None:
            self._twin.stop()

    def _work(self, tasks: Iterable[Callable[[], None]]) -> None:
        for task in tasks:
            if not os.read(self._permits, 1) or (self._twin and self._twin.is_orphan):
                return
            task()


def _cores() -> int:
    """Cores this process may use; containers often grant fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_in_two(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R]:
    """What *function* makes of *items*, in order; nearly half of them are made by a second process if that is faster."""
    if len(items) < WORTH_A_TWIN or not can_fork():
        return function(items)
    half = round(len(items) * (1 - _SECOND_SHARE))
    parcel = Parcel()
    twin = Twin()
    if twin.is_child:
        twin.live(lambda: parcel.give(_try(function, items[half:])))
    results = function(items[:half])
    others: list[R] | Exception
    try:
        others = parcel.take()
    except EOFError:
        others = RuntimeError("the second process, which does half of the work, was stopped")
    twin.wait()
    if isinstance(others, Exception):
        raise others
    return results + others


def _try(function: Callable[[Sequence[T]], list[R]], items: Sequence[T]) -> list[R] | Exception:
    """What *function* makes of *items*, or what went wrong, which is raised again in the first process."""
    try:
        return function(items)
    except Exception as error:  # noqa: BLE001
        return error
