"""A folder that is written beside the one it replaces, so that whoever looks sees the old one or the new one, whole.

A process that is killed leaves at most a folder beside the site whose name begins with a dot; the next one removes it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class StagingError(Exception):
    """The folder cannot be replaced; the message is a sentence for the user."""


class StagedFolder:
    """What *target* will be: `path` is empty at first, and takes its place by `publish`.

    Where nothing can be made beside *target*, `path` is *target* itself.
    """

    def __init__(self, target: str) -> None:
        self.target = Path(os.path.realpath(target))
        self.path = self.target.with_name(f".{self.target.name}.new")
        self._lock: int | None = None
        if self.target.exists() and not self.target.is_dir():
            raise StagingError(f"`{target}` is a file; remove it, or name another folder")
        if self.target.is_dir() and not os.access(self.target.parent, os.W_OK) and os.access(self.target, os.W_OK):
            self.path = self.target
            return
        try:
            self._begin()
        except OSError as error:
            raise StagingError(f"`{target}` cannot be written: {(error.strerror or str(error)).lower()}") from None

    def publish(self) -> None:
        """Put the folder in the place of the old one, whose hidden files it keeps; raises OSError."""
        if self.path == self.target:
            return
        old = self.target.with_name(f".{self.target.name}.old.{os.getpid()}")
        if not self.target.exists():
            os.rename(self.path, self.target)
        elif os.path.ismount(self.target):  # which keeps its place
            _empty(self.target)
            for entry in os.scandir(self.path):
                shutil.move(entry.path, self.target / entry.name)
            os.rmdir(self.path)
        elif _exchange(self.path, self.target):
            os.rename(self.path, old)
        else:
            os.rename(self.target, old)
            os.rename(self.path, self.target)
        self._release()
        if old.exists():
            _remove_old(old, self.target)

    def discard(self) -> None:
        """Remove the folder, because nothing will come of it; the old one stays."""
        if self.path != self.target:
            shutil.rmtree(self.path, ignore_errors=True)
        self._release()

    def _begin(self) -> None:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.path.mkdir(exist_ok=True)
        while not self._is_locked():
            self.path.mkdir(exist_ok=True)
        for left in self.target.parent.glob(f".{self.target.name}.old.*"):
            if self.target.exists():
                _remove_old(left, self.target)
            else:  # whoever was killed had taken the old one away, and not yet put the new one there
                os.rename(left, self.target)
        _empty(self.path, hidden=True)
        if self.target.exists():
            shutil.copymode(self.target, self.path)

    def _is_locked(self) -> bool:
        """Whether nobody else writes the folder; False where it was taken away meanwhile."""
        if sys.platform == "win32":
            return True
        self._lock = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._release()
            message = f"another build is writing `{self.target}`; wait for its end, or name another folder"
            raise StagingError(message) from None
        except OSError:  # a file system without locks
            return True
        if self.path.exists() and os.path.samestat(os.fstat(self._lock), os.stat(self.path)):
            return True
        self._release()
        return False

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
        self._lock = None


def _empty(folder: Path, *, hidden: bool = False) -> None:
    """Remove what is in *folder*; *hidden* files only if asked to."""
    for entry in os.scandir(folder):
        if entry.name.startswith(".") and not hidden:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _remove_old(old: Path, new: Path) -> None:
    """Remove a folder that was replaced, but for its hidden files, which no build writes: they move to *new*."""
    for entry in os.scandir(old):
        kept = new / entry.name
        if entry.name.startswith(".") and not os.path.lexists(kept):
            os.rename(entry.path, kept)
    shutil.rmtree(old, ignore_errors=True)
