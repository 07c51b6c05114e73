"""What postings said in earlier commits, as git tells it.

Nothing here can fail a build. Without git, outside a repository, for files that are not tracked and where a
shallow clone ends, there are no earlier versions.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jobboard.board.git import ask_git, read_day
from jobboard.board.versions import Version
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.source.characters import MAX_BYTES

_DAYS = 365
"""How far before the last update history is read: older changes are no news."""

_COMMIT = re.compile(rb"commit (\S+)")
_TOUCHED = re.compile(rb":(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\t(.+)")
"""What a commit did to a file, as `git log --raw` has it: modes and contents before and after, the path."""


class _Content(NamedTuple):
    """What a file held, from the day of a commit on."""

    path: str
    day: dt.date
    blob: bytes


def read_history(folder: Path, policy: Policy, postings: Sequence[Posting]) -> dict[str, list[Version]]:
    """The committed versions of *postings* (files below *folder*) that are valid under *policy*, oldest first, by slug.

    A file that was moved begins anew.
    """
    slugs = {posting.path: posting.slug for posting in postings}
    updated = [posting.updated for posting in postings if posting.updated]
    if not updated:
        return {}
    contents = list(_list_contents(folder, slugs, max(updated) - dt.timedelta(days=_DAYS)))
    texts = _read_blobs(folder, dict.fromkeys(content.blob for content in contents))
    versions: dict[str, list[Version]] = {}
    for content in contents:
        file = PostingFile(path=content.path, shown=content.path, data=texts.get(content.blob, b""))
        posting, _ = read_posting(file, policy)
        if posting is not None:
            versions.setdefault(slugs[content.path], []).append(Version(day=content.day, posting=posting))
    return versions


def _list_contents(folder: Path, paths: Collection[str], since: dt.date) -> Iterator[_Content]:
    """What *paths* held before and after each commit on the published line that touched them, oldest first."""
    # With --first-parent a merged proposal is one change, dated by its merge, as readers saw it.
    options = ("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--no-show-signature", "--no-color")
    layout = ("--relative", "--reverse", "--format=commit %cd", "--date=short-local", f"--since={since}T00:00:00Z")
    day = None
    last: dict[str, bytes] = {}
    for line in ask_git(folder, "log", *options, *layout, "--", *paths).splitlines():
        if commit := _COMMIT.fullmatch(line):
            day = read_day(commit[1].decode())
        elif day and (touched := _TOUCHED.fullmatch(line)):
            path = touched[5].decode("utf-8", "replace")
            for mode, blob in ((touched[1], touched[3]), (touched[2], touched[4])):
                if mode.startswith(b"100") and path in paths and last.get(path) != blob:  # a regular file
                    last[path] = blob
                    yield _Content(path, day, blob)


def _read_blobs(folder: Path, blobs: Iterable[bytes]) -> dict[bytes, bytes]:
    """The content of each blob, cut where a posting would be too long."""
    wanted = b"".join(blob + b"\n" for blob in blobs)
    answer = ask_git(folder, "cat-file", "--batch", asked=wanted) if wanted else b""
    texts = {}
    at = 0
    while (end := answer.find(b"\n", at)) >= 0:
        blob, *kind_and_size = answer[at:end].split()
        at = end + 1
        if len(kind_and_size) == 2 and kind_and_size[0] == b"blob":
            size = int(kind_and_size[1])
            texts[blob] = answer[at : at + min(size, MAX_BYTES + 1)]
            at += size + 1
    return texts
