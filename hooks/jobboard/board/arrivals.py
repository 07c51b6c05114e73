"""When postings came to the board, as git tells it."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from jobboard.board.git import ask_git, read_day
from jobboard.source.addresses import slug_of_file

_COMMIT = re.compile(r"commit (\S+)(?: (.*))?")
_ADDED = re.compile(r"A\t(.+)")
_MOVED = re.compile(r"(?:R\d+\t.+?|D)\t(.+)")


class Arrivals(NamedTuple):
    """What git knows of a folder of postings."""

    days: Mapping[str, dt.date]
    """By address, the day on which a posting came, in UTC; only those of the time asked for."""
    committed: frozenset[str] | None
    """The files of the last commit, below the folder; None where git knows nothing."""

    def is_new(self, path: str) -> bool:
        """Whether the file at *path* came in the time asked for, or is not committed yet."""
        if self.committed is None:
            return False
        return path not in self.committed or slug_of_file(path.rpartition("/")[2]) in self.days


def read_arrivals(folder: Path, since: dt.date) -> Arrivals:
    """Which postings below *folder* came on the day *since* or later.

    A file that was moved has not come anew, and what the first commit holds (or the first that a shallow clone
    has) may have been there before.
    """
    listed = ask_git(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".")
    if not listed and not ask_git(folder, "rev-parse", "--verify", "HEAD"):
        return Arrivals({}, None)
    return Arrivals(read_days(folder, since), frozenset(os.fsdecode(listed).split("\0")))


def read_days(folder: Path, since: dt.date) -> dict[str, dt.date]:
    """By address, the day on which each posting below *folder* came that came on the day *since* or later."""
    if not any((above / ".git").exists() for above in (folder, *folder.absolute().parents)):
        return {}  # which costs less than to ask
    # With --first-parent a merged proposal comes with its merge, as readers saw it.
    options = ("--first-parent", "-m", "--name-status", "--find-renames", "--diff-filter=ARD", "--no-show-signature")
    layout = ("--no-color", "--relative", "--format=commit %cd %P", "--date=short-local", f"--since={since}T00:00:00Z")
    came: dict[str, dt.date] = {}
    day: dt.date | None = None
    moved: set[str | None] = set()
    for line in os.fsdecode(ask_git(folder, "log", *options, *layout, "--", ".")).split("\n"):  # newest first
        if commit := _COMMIT.fullmatch(line):
            day = read_day(commit[1]) if commit[2] else None
            moved = set()
        elif gone := _MOVED.fullmatch(line):
            moved.add(slug_of_file(gone[1].rpartition("/")[2]))
            _forget(came, moved, day)
        elif day and (added := _ADDED.fullmatch(line)):
            slug = slug_of_file(added[1].rpartition("/")[2])
            if slug and slug not in moved:
                came[slug] = day
    return came


def _forget(came: dict[str, dt.date], moved: set[str | None], day: dt.date | None) -> None:
    """What was moved on *day* has not come on it."""
    for slug in moved:
        if slug and came.get(slug) == day:
            del came[slug]
