"""Postings on disk: which files count, and all of them read under one policy."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from jobboard.board.known_outcomes import KnownOutcomes
from jobboard.diagnostics.diagnostic import Diagnostic, in_reading_order
from jobboard.diagnostics.rules import DUPLICATE_ADDRESS, LEFT_BY_EDITOR, UNREADABLE_FILE
from jobboard.parallel.sharing import map_in_two
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.source.addresses import slug_of_file
from jobboard.source.characters import MAX_BYTES, report_unreadable
from jobboard.source.source_text import SourceText, show

POSTINGS_FOLDER = "postings"

_LEFT_BEHIND = re.compile(
    r".*~|#.*#|\.#.*|~\$.*|\.~lock\..*#|4913|.*\.(?:sw[a-px]|bak|orig|rej|tmp|temp|save|old|kate-swp|part|crdownload)"
)
"""What Vim, Emacs, nano, Kate, offices, browsers and merges leave beside a file, or write before it."""
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
"""Refuses to open a symbolic link; not on Windows."""
_ONLY_READ = os.O_RDONLY | _NO_LINK | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Waits for nobody at the other end of a pipe."""
_USUAL_BYTES = 16 * 1024

Outcome: TypeAlias = tuple[Posting | None, list[Diagnostic]]
"""The posting in a file, or what is wrong with it."""


class Collection(NamedTuple):
    """What was found in a set of files."""

    postings: tuple[Posting, ...]
    """The valid ones, in the order of their paths."""
    diagnostics: tuple[Diagnostic, ...]
    """In reading order."""
    files: int
    """How many files were read."""


def find_postings(folder: Path, left_behind: list[str] | None = None) -> Iterator[str]:
    """The absolute paths of the files below *folder* that are meant to be postings, sorted.

    Names that begin with `_` or `.` are the house's own, as are a README and JSON files. Those of copies that an editor
    left behind are passed over, too, and added to *left_behind*.
    """
    return _find_files(os.path.abspath(folder), [] if left_behind is None else left_behind)


def _find_files(folder: str, left_behind: list[str]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        if os.path.lexists(folder):  # else it was removed just now
            yield folder  # which cannot be read as a file either, and is reported so
        return
    for entry in entries:
        name = entry.name
        if _LEFT_BEHIND.fullmatch(name):
            left_behind.append(entry.path)
            continue
        if name.startswith(("_", ".")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _find_files(entry.path, left_behind)
        elif not (name.endswith(".json") or name.partition(".")[0].casefold() == "readme"):
            yield entry.path


def report_left_behind(names: Iterable[str]) -> list[Diagnostic]:
    """A word on each of *names* (absolute), which an editor left behind."""
    return [
        SourceText(show(Path(name)), "").report(
            LEFT_BY_EDITOR,
            f"`{os.path.basename(name)}` is a copy that an editor left behind, and is passed over",
            help=("delete it; or give it a name that ends in `.md`, if it is a posting",),
        )
        for name in names
    ]


def read_collection(
    paths: Iterable[str],
    folder: Path,
    policy: Policy,
    neighbours: Iterable[str] = (),
    readings: KnownOutcomes[Outcome] | None = None,
) -> Collection:
    """All postings in *paths*, which are absolute; their place in the repository counts from *folder*.

    *neighbours* are not read, but their addresses are taken. With *readings*, only what changed is read anew.
    """
    names = list(paths)
    root, here = os.path.abspath(folder) + os.sep, str(Path.cwd()) + os.sep
    read = partial(_read_files, root=root, here=here, policy=policy, readings=readings)
    postings: list[Posting] = []
    diagnostics: list[Diagnostic] = []
    for posting, problems in map_in_two(read, names) if readings is None else read(names):
        diagnostics += problems
        if posting is not None:
            postings.append(posting)
    taken = _addresses_of(neighbours, folder, set(names))
    clashes = find_clashes(postings, folder, taken)
    refused = {clash.path for clash in clashes}
    if refused:
        diagnostics += clashes
        postings = [posting for posting in postings if show(folder / posting.path) not in refused]
    return Collection(postings=tuple(postings), diagnostics=tuple(in_reading_order(diagnostics)), files=len(names))


def _read_files(
    names: Sequence[str], root: str, here: str, policy: Policy, readings: KnownOutcomes[Outcome] | None
) -> list[Outcome]:
    """The posting in each file of *names* (absolute), or what is wrong with it."""
    read = partial(read_posting, policy=policy)
    found: list[Outcome] = []
    for name in names:
        file = _load_file(name, root, here)
        if isinstance(file, Diagnostic):
            found.append((None, [file]))
        else:
            found.append(readings.of(file, read) if readings else read(file))
    return found


def _load_file(name: str, root: str, here: str) -> PostingFile | Diagnostic:
    shown = name.removeprefix(here).replace(os.sep, "/")
    try:
        data = _read_bytes(name)
    except OSError as error:
        return _report_symlink(shown) if os.path.islink(name) else report_unreadable(shown, error)
    inside = name.removeprefix(root).replace(os.sep, "/")  # a file from elsewhere keeps its whole path
    return PostingFile(path=inside, shown=shown, data=data)


def _read_bytes(name: str) -> bytes:
    """A file that is no symbolic link, cut behind `MAX_BYTES`; with as few calls of the system as possible."""
    if not _NO_LINK and os.path.islink(name):
        raise OSError
    source = os.open(name, _ONLY_READ)
    try:
        if not stat.S_ISREG(os.fstat(source).st_mode):
            raise OSError(errno.EINVAL, "it is a folder, a pipe or a device")
        data = os.read(source, _USUAL_BYTES)
        return data if len(data) < _USUAL_BYTES else data + os.read(source, MAX_BYTES + 1)
    finally:
        os.close(source)


def _addresses_of(names: Iterable[str], folder: Path, read: set[str]) -> dict[str, str]:
    """The path below *folder* by address, for files that are not *read*."""
    root = os.path.abspath(folder) + os.sep
    others = (name for name in names if name not in read)
    found = ((slug_of_file(os.path.basename(name)), name) for name in others)
    return {slug: name.removeprefix(root).replace(os.sep, "/") for slug, name in found if slug}


def find_clashes(postings: Iterable[Posting], folder: Path, taken: dict[str, str]) -> list[Diagnostic]:
    """Postings whose address or alias another posting has already; the first in path order keeps it.

    *taken* are the addresses that are given away before, with their paths.
    """
    clashes = []
    for posting in postings:
        taken_here = taken.setdefault(posting.slug, posting.path)
        if taken_here != posting.path:
            clashes.append(_report_clash(posting.slug, posting.path, taken_here, folder, "rename one of the two files"))
    for posting in postings:
        for alias in posting.aliases:
            taken_here = taken.setdefault(alias, posting.path)
            if taken_here != posting.path or alias == posting.slug:
                help = f"remove `{alias}` from `aliases`"
                clashes.append(_report_clash(alias, posting.path, taken_here, folder, help))
    return clashes


def _report_clash(slug: str, path: str, other: str, folder: Path, help: str) -> Diagnostic:
    message = f"the address `/jobs/{slug}/` is already that of `{show(folder / other)}`"
    return SourceText(show(folder / path), "").report(DUPLICATE_ADDRESS, message, help=(help,))


def _report_symlink(path: str) -> Diagnostic:
    message = "a posting cannot be a symbolic link"
    return SourceText(path, "").report(UNREADABLE_FILE, message, help=("put the file itself here",))
