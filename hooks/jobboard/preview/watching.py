"""Notices changes in a folder of thousands of files by polling, which works on every file system.

MkDocs' own watcher takes much of a second for each look at so many.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

_INTERVAL = 0.2
"""Seconds between two looks."""


def watch(folder: Path, on_change: Callable[[], None], pause: AbstractContextManager[object]) -> None:
    """Call *on_change* after each change below *folder*, from a thread that ends with the program.

    *pause* is entered for each look, so that none takes time from what must be fast.
    """

    def look() -> None:
        seen = list(_state(str(folder)))
        while True:
            time.sleep(_INTERVAL)
            with pause:
                now = list(_state(str(folder)))
            if now != seen:
                on_change()
            seen = now

    threading.Thread(target=look, name="postings", daemon=True).start()


def _state(folder: str) -> Iterator[tuple[str, int, int, int]]:
    """What tells a changed file from an unchanged one: its name, number, size and time of change."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # removed just now
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _state(entry.path)
            stat = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        yield entry.path, stat.st_ino, stat.st_size, stat.st_mtime_ns
