"""A second process that goes on from where the first one is, so that both cores work.

A fork copies nothing at once, so that it takes 2 ms, and both processes know everything that came before.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

WORTH_A_TWIN = 40
"""Postings from which on a second process saves more time than it takes to start."""


def can_fork() -> bool:
    """Whether a second process is wanted and has a core of its own; threads would not survive the fork."""
    wanted = os.environ.get("JOBBOARD_PROCESSES") != "1" and _cores() > 1
    return wanted and hasattr(os, "fork") and threading.active_count() == 1


def _cores() -> int:
    """Cores this process may use; containers often grant fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
