"""The program that runs: what one types to call it, and how it ends."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

_BESIDE_EACH_OTHER = ("jobboard", "mkdocs", "properdocs")
"""Programs of one environment that print messages which name a command."""
_told: list[int] = []
"""The signals that have ended this program."""
_ENDINGS = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
"""Signals that end a program at once, unless it listens."""


def spell_call(*words: str) -> str:
    """A call of the command with these *words*: `jobboard check`, or `.venv/bin/jobboard check` where that is needed."""
    program = name_program(sys.argv[0], os.getcwd(), os.environ.get("PATH", ""))
    return shlex.join((program, *words))


@lru_cache(maxsize=8)
def name_program(called: str, folder: str, search_path: str) -> str:
    """What to type for `jobboard` in *folder*, when this program was *called* so: its path where it is not on the *search_path*."""
    place, name = os.path.split(called)
    if os.path.splitext(name)[0] not in _BESIDE_EACH_OTHER:
        return "jobboard"
    own = shutil.which(os.path.join(folder, place, "jobboard"))
    known = shutil.which("jobboard", path=search_path)
    if own is None or (known is not None and os.path.samefile(own, known)):
        return "jobboard"
    shown = os.path.join(place, "jobboard")
    inside = os.path.join(folder, "")
    return shown.removeprefix(inside) if shown.startswith(inside) else shown


def open_closed_streams() -> None:
    """Let nowhere stand for an input or output that whoever started the program has closed, as Python does not."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - until the end


def replace_unknown_letters(how: str = "replace") -> None:
    """Let standard output show in another way what its encoding lacks (that of Windows, when piped), instead of failing.

    *how* is the name of an error handler of Python's codecs; with `replace`, columns stay where they are.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=how)


def unwind_when_ended() -> None:
    """Let signals that end the program unwind it, as Ctrl-C does, so that it leaves nothing half done; its exit code is a shell's."""
    if threading.current_thread() is not threading.main_thread():
        return

    def end(number: int, _frame: Any) -> None:
        signal.signal(number, signal.SIG_IGN)  # what is to be left in order is not disturbed
        _told.append(number)
        end_if_told()

    for number in _ENDINGS:
        if signal.getsignal(number) is signal.SIG_DFL:  # else it is ignored, as `nohup` wants it
            signal.signal(number, end)


def end_if_told() -> None:
    """End where a signal has asked for it."""
    if _told:
        sys.exit(128 + _told[0])


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals that end the program wait."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *_ENDINGS})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
