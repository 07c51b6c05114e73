"""A second process that goes on from where the first one is, so that both cores work.

A fork copies nothing at once, and both processes know everything that came before.
"""

from __future__ import annotations

import atexit
import ctypes
import errno
import gc
import os
import pickle
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar, NoReturn

from jobboard.program import undisturbed

WORTH_A_PROCESS = 40
"""Postings from which on a second process saves more time than it takes to start."""
_MET = 64
"""Added to the number of an error of the system, in the exit code of a second process that has met it."""
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def can_fork() -> bool:
    """Whether a second process is wanted and has a core of its own; threads would not survive the fork."""
    wanted = os.environ.get("JOBBOARD_PROCESSES") != "1" and _cores() > 1
    return wanted and hasattr(os, "fork") and threading.active_count() == 1


def _cores() -> int:
    """Cores this process may use; containers often grant fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class SecondProcess:
    """The other process, as either of the two sees it."""

    _begun: ClassVar[list[SecondProcess]] = []
    """Those that were not waited for yet."""
    _released: ClassVar[list[SecondProcess]] = []

    def __init__(self) -> None:
        SecondProcess.wait_for_released()
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # else the first collection would copy every page of memory
        self._parent = os.getpid()
        self._code: int | None = None
        with undisturbed():
            self._child = os.fork()
            if self.is_child:
                _follow(self._parent)
            else:
                SecondProcess._begun.append(self)

    @property
    def is_child(self) -> bool:
        """Whether this is the second process."""
        return self._child == 0

    @property
    def is_orphan(self) -> bool:
        """Whether this is the second process, and the first one has been killed."""
        return self.is_child and os.getppid() != self._parent

    def run(self, work: Callable[[], None]) -> NoReturn:
        """Do the second process's share and end it, whatever happens: what follows is the first one's."""
        code = 1
        try:
            work()
            code = 0
        except OtherProcessEndedError:  # the first one, which has said why
            pass
        except OSError as error:  # a full disk, say, of which the first process tells
            code = _MET + (error.errno or errno.EIO)
        except MemoryError:
            code = _MET + errno.ENOMEM
        except BaseException:  # noqa: BLE001 - the first process reports that the second one failed
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    def wait(self) -> int:
        """The second process's exit code, when it has done its share; raises the OSError that it has met."""
        if self._code is None:
            _, status = os.waitpid(self._child, 0)
            self._code = os.waitstatus_to_exitcode(status)
            SecondProcess._begun.remove(self)
        if self._code > _MET:
            raise OSError(self._code - _MET, os.strerror(self._code - _MET))
        return self._code

    def release(self) -> None:
        """Let the second process, which has given everything, end while the first one goes on.

        It is waited for when another one begins, or with the program's end.
        """
        SecondProcess._released.append(self)

    @staticmethod
    @atexit.register
    def wait_for_released() -> None:
        """Wait for those that were let end."""
        while SecondProcess._released:
            with suppress(OSError):  # it had given everything before
                SecondProcess._released.pop().wait()

    @staticmethod
    def stop_all() -> None:
        """End all that were begun from the first process, because it ends itself."""
        for process in SecondProcess._begun.copy():
            process.stop()

    def stop(self) -> None:
        """End the second process from the first one, because nothing will come of the build."""
        if not self.is_child and self._code is None:
            os.kill(self._child, signal.SIGTERM)
            with suppress(OSError):
                self.wait()


def _follow(first: int) -> None:
    """Let this process, the second one, end only when it has done its share, the *first* one says so, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C, which a terminal sends to both
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    with suppress(OSError, AttributeError, TypeError):  # elsewhere it asks between two pieces of work
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != first:
        os._exit(1)


class OtherProcessEndedError(Exception):
    """Nothing more will come from the other process."""


class SecondProcessStoppedError(OSError):
    """The machine, or somebody, ended the second process before its work was done."""


class ProcessQueue:
    """What one of the two processes gives to the other one, which may be busy meanwhile."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as both processes; a pipe would fill up
        self._arrivals, self._notices = os.pipe()
        self._is_taking = False
        self._taken_bytes = 0

    def put(self, value: object) -> None:
        """Send *value*."""
        content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.write(content)
        self._file.flush()
        os.write(self._notices, len(content).to_bytes(_SIZE_BYTES))

    def get(self) -> Any:
        """Wait for the next value; raises OtherProcessEndedError when the other process ends without giving one."""
        if not self._is_taking:
            os.close(self._notices)  # else the other process's end would go unnoticed
            self._is_taking = True
        notice = os.read(self._arrivals, _SIZE_BYTES)
        if not notice:
            raise OtherProcessEndedError
        size = int.from_bytes(notice)
        content = os.pread(self._file.fileno(), size, self._taken_bytes)
        self._taken_bytes += size
        return pickle.loads(content)  # noqa: S301 - from our own process

    @property
    def has_arrived(self) -> bool:
        """Whether the next value is there already."""
        return bytes_in(self._arrivals) > 0

    def close(self) -> None:
        """Nothing more will be given or taken."""
        os.close(self._arrivals)
        if not self._is_taking:
            os.close(self._notices)
        self._file.close()


def open_queue() -> ProcessQueue | None:
    """A queue between two processes; None where no temporary file can be made."""
    try:
        return ProcessQueue()
    except OSError:
        return None


_SIZE_BYTES = 8


def bytes_in(pipe: int) -> int:
    """How much can be read from *pipe* without waiting."""
    import fcntl  # systems that cannot fork lack both
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)
