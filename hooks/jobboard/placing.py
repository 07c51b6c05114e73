"""Places a site's folders on the disk, away from where files were deleted a moment ago.

For each new file, ext4 without a journal looks at every file deleted in the last minutes near its folder, whose inode it
would not use yet (`recently_deleted` in the kernel's fs/ext4/ialloc.c): a site that was deleted and is built again takes
up to twenty times as long to write. Elsewhere a folder's place makes no difference.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_GET_FLAGS, _SET_FLAGS = 0x80086601, 0x40086602  # FS_IOC_GETFLAGS and FS_IOC_SETFLAGS in linux/fs.h, on most machines
_TOP_OF_HIERARCHIES = 0x00020000
"""FS_TOPDIR_FL, the attribute T of chattr(1): ext4 puts each folder in such a folder where the fewest folders are.

Of equally empty parts of the disk, of 2 GB each, the folder's name decides.
"""
_PLACES_TRIED = 3
"""Each takes 0.4 ms. A place that is quick at first may still become slow, which more trials would not show."""


def place(site: str, names: Iterable[str]) -> None:
    """Make the folder *site* or, if it exists, those of *names* that it lacks, where the disk is quick.

    Its emptiest parts are tried, taken by chance if there are several: a disk that has none gains little. What cannot be
    made is left to who writes, and so is everything where the place makes no difference.
    """
    if sys.platform != "linux":
        return
    is_new = not os.path.lexists(site)
    parent = os.path.dirname(site) if is_new else site
    with suppress(OSError):
        os.makedirs(parent, exist_ok=True)
        if not _avoids_deleted(parent):
            return
        with _folder_apart(parent) as folder:
            if is_new:
                os.rename(folder, site)
                return
            for name in names:
                if not os.path.lexists(f"{site}/{name}"):
                    os.mkdir(f"{folder}/{name}")
                    os.rename(f"{folder}/{name}", f"{site}/{name}")


def _avoids_deleted(folder: str) -> bool:
    """Whether *folder* is on ext4 without a journal; OSError where it is on no disk of ext4."""
    device = os.stat(folder).st_dev
    name = os.path.basename(os.readlink(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}"))
    return Path(f"/sys/fs/ext4/{name}/journal_task").read_text() == "<none>\n"


@contextmanager
def _folder_apart(parent: str) -> Iterator[str]:
    """An empty folder below *parent* and far from it, for as long as it is not moved; OSError where none can be made."""
    top = tempfile.mkdtemp(prefix="jobboard-", dir=parent)
    try:
        _spread(top)
        folders = [f"{top}/{number}-{os.path.basename(top)}" for number in range(_PLACES_TRIED)]  # names by chance
        for folder in folders:
            os.mkdir(folder)
        yield min(folders, key=_delay_in)
    finally:
        shutil.rmtree(top, ignore_errors=True)


def _delay_in(folder: str) -> float:
    """Seconds in which something can be made in *folder*, which is left as it is; the first time a disk may have to read."""
    trials, delays = (f"{folder}/first", f"{folder}/second"), []
    for trial in trials:
        start = time.perf_counter()
        os.mkdir(trial)
        delays.append(time.perf_counter() - start)
    for trial in trials:
        os.rmdir(trial)
    return min(delays)


def _spread(folder: str) -> None:
    """Set the attribute T; OSError where the file system does not know it."""
    import fcntl  # only Unix has it

    opened = os.open(folder, os.O_RDONLY)
    try:
        flags = int.from_bytes(fcntl.ioctl(opened, _GET_FLAGS, bytes(4)), sys.byteorder)
        fcntl.ioctl(opened, _SET_FLAGS, (flags | _TOP_OF_HIERARCHIES).to_bytes(4, sys.byteorder))
    finally:
        os.close(opened)
