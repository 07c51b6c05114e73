"""A folder that is written apart from the one it replaces, so that whoever looks sees the old one or the new one, whole.

A process that is killed leaves at most a folder whose name begins with a dot; the next one removes it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_INSIDE = ".new"
"""The new folder's name where it must lie in the old one."""
_STAGED = re.compile(r"\.(?:.*\.)?(?:new|old\.\d+)")
"""Names of folders that were to take a place in the old one, such as that of an index for it."""


class StagingError(Exception):
    """The folder cannot be replaced; the message is a sentence for the user."""


def refuse_to_replace(target: Path, sources: Iterable[Path], project: Path) -> None:
    """Raises StagingError where a folder at *target* would replace the *project* or one of its *sources*, or lie in one of these."""
    place = Path(os.path.realpath(target))
    for source in sources:
        if _is_within(place, source):
            raise StagingError(f"`{target}` is, or lies in, `{source}`, which the site is made of; name another folder")
        if _is_within(Path(os.path.realpath(source)), place):
            raise StagingError(f"`{target}` holds `{source}`, which the site is made of; name another folder")
    if _is_within(Path(os.path.realpath(project)), place):
        raise StagingError(f"`{target}` holds the whole project; name another folder")


class StagedFolder:
    """What *target* will be: `path` is empty at first, and takes its place by `publish`.

    `path` lies beside *target*; inside of it where nothing can be made beside it, or where something is mounted.
    """

    def __init__(self, target: str) -> None:
        self.target = Path(os.path.realpath(target))
        self._lock: int | None = None
        try:
            if self.target.is_symlink():
                raise StagingError(f"`{target}` is a link that leads in a circle; remove it, or name another folder")
            if self.target.exists() and not self.target.is_dir():
                raise StagingError(f"`{target}` is a file; remove it, or name another folder")
            self._is_inside = self.target.is_dir() and (
                os.path.ismount(self.target) or not os.access(self.target.parent, os.W_OK)
            )
            beside = self.target.with_name(f".{self.target.name}.new")
            self.path = self.target / _INSIDE if self._is_inside else beside
            self._begin()
        except OSError as error:
            raise StagingError(f"`{target}` cannot be written: {(error.strerror or str(error)).lower()}") from None

    def publish(self) -> None:
        """Put the folder in the place of the old one, whose hidden files it keeps; raises OSError."""
        try:
            if self._is_inside:
                _replace_entries(self.path, self.target)
            else:
                self._replace()
        except BaseException:
            self.discard()
            raise
        self._release()

    def discard(self) -> None:
        """Remove the folder, because nothing will come of it; the old one stays."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._release()

    def _begin(self) -> None:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        if self.path.is_symlink():  # somebody else's, in a folder that all may write
            self.path.unlink()
        self.path.mkdir(exist_ok=True)
        while not self._is_locked():
            self.path.mkdir(exist_ok=True)
        for left in [
            path for path in self.target.parent.iterdir() if path.name.startswith(f".{self.target.name}.old.")
        ]:
            if self.target.exists():
                _remove_old(left, self.target)
            else:  # whoever was killed had taken the old one away, and not yet put the new one there
                os.rename(left, self.target)
        _empty(self.path)
        if self.target.exists() and not self._is_inside:
            shutil.copymode(self.target, self.path)

    def _replace(self) -> None:
        old = self.target.with_name(f".{self.target.name}.old.{os.getpid()}")
        if not self.target.exists():
            os.rename(self.path, self.target)
            return
        if _exchange(self.path, self.target):
            os.rename(self.path, old)
        else:
            try:
                os.rename(self.target, old)
            except OSError as error:
                if error.errno != errno.EBUSY:
                    raise
                self._replace_mounted()
                return
            try:
                os.rename(self.path, self.target)
            except OSError:
                os.rename(old, self.target)
                raise
        _remove_old(old, self.target)

    def _replace_mounted(self) -> None:
        """Replace what is in a folder of the same file system that is mounted here, which only shows when it is renamed."""
        inside = self.target / _INSIDE
        try:
            shutil.rmtree(inside, ignore_errors=True)
            shutil.copytree(self.path, inside)
            _replace_entries(inside, self.target)
        finally:
            shutil.rmtree(inside, ignore_errors=True)
        shutil.rmtree(self.path, ignore_errors=True)

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


def _is_kept(name: str) -> bool:
    """Whether a build leaves what has this *name* in the folder, because none writes it."""
    return name.startswith(".") and not _STAGED.fullmatch(name)


def _is_within(inner: Path, outer: Path) -> bool:
    return outer.exists() and any(folder.exists() and folder.samefile(outer) for folder in (inner, *inner.parents))


def _empty(folder: Path) -> None:
    """Remove what is in *folder*."""
    for entry in os.scandir(folder):
        _remove(Path(entry.path))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _replace_entries(new: Path, target: Path) -> None:
    """Let each entry of *new*, a folder in *target*, take the place of the one of its name, and remove the others.

    Each changes at once, all of them within a moment. Hidden ones stay, which no build writes.
    """
    names = set()
    for entry in list(os.scandir(new)):
        names.add(entry.name)
        place = target / entry.name
        if not place.exists():
            os.rename(entry.path, place)
        elif not _exchange(Path(entry.path), place):
            _remove(place)
            os.rename(entry.path, place)
    for entry in list(os.scandir(target)):
        if entry.name not in names and not _is_kept(entry.name):
            _remove(Path(entry.path))
    shutil.rmtree(new, ignore_errors=True)


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
        if _is_kept(entry.name) and not os.path.lexists(kept):
            os.rename(entry.path, kept)
    shutil.rmtree(old, ignore_errors=True)
