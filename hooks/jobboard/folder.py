"""Postings on disk: which files count, and all of them read under one policy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jobboard.addresses import slug_of_file
from jobboard.characters import decode_text
from jobboard.diagnostics import Diagnostic, in_reading_order
from jobboard.policy import Policy
from jobboard.policy_reader import read_policy
from jobboard.posting import Posting
from jobboard.posting_reader import PostingFile, read_posting
from jobboard.rules import DUPLICATE_ADDRESS, UNREADABLE_FILE
from jobboard.source_text import SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What was found in a set of files."""

    postings: tuple[Posting, ...]
    """The valid ones, in the order of their paths."""
    diagnostics: tuple[Diagnostic, ...]
    """In reading order."""
    files: int
    """How many files were read."""


def load_policy(path: Path) -> tuple[Policy | None, list[Diagnostic]]:
    """The policy in a `board.yml`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [_report_unreadable(show(path), error)]
    source, diagnostics = decode_text(show(path), data)
    if source is None:
        return None, diagnostics
    policy, problems = read_policy(source)
    return policy, diagnostics + problems


def find_postings(folder: Path) -> Iterator[Path]:
    """The files below *folder* that are meant to be postings, sorted.

    Names that begin with `_` or `.` are the house's own, as are README and JSON files.
    """
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith(("_", ".", "README")) or entry.name.endswith(".json"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from find_postings(Path(entry.path))
        else:
            yield Path(entry.path)


def read_collection(paths: Iterable[Path], folder: Path, policy: Policy) -> Collection:
    """All postings in *paths*; their place in the repository counts from *folder*."""
    postings: list[Posting] = []
    diagnostics: list[Diagnostic] = []
    files = 0
    for path in paths:
        files += 1
        if path.is_symlink():
            diagnostics.append(_report_symlink(show(path)))
            continue
        try:
            data = path.read_bytes()
        except OSError as error:
            diagnostics.append(_report_unreadable(show(path), error))
            continue
        inside = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
        posting, problems = read_posting(PostingFile(path=inside.as_posix(), shown=show(path), data=data), policy)
        diagnostics += problems
        if posting is not None:
            postings.append(posting)
    clashes = find_clashes(postings, folder)
    diagnostics += clashes
    refused = {clash.path for clash in clashes}
    valid = tuple(posting for posting in postings if show(folder / posting.path) not in refused)
    return Collection(postings=valid, diagnostics=tuple(in_reading_order(diagnostics)), files=files)


def find_clashes(postings: Iterable[Posting], folder: Path) -> list[Diagnostic]:
    """Postings whose address or alias another posting has already; the first in path order keeps it."""
    taken: dict[str, str] = {}
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


def stem_is_address(path: Path) -> bool:
    """Whether the file's name gives an address."""
    return slug_of_file(path.name) is not None


def show(path: Path) -> str:
    """*path* as a report names it: from here if it lies below, with `/`."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _report_clash(slug: str, path: str, other: str, folder: Path, help: str) -> Diagnostic:
    message = f"the address `/jobs/{slug}/` is already that of `{show(folder / other)}`"
    return SourceText(show(folder / path), "").report(DUPLICATE_ADDRESS, message, help=(help,))


def _report_symlink(path: str) -> Diagnostic:
    message = "a posting cannot be a symbolic link"
    return SourceText(path, "").report(UNREADABLE_FILE, message, help=("put the file itself here",))


def _report_unreadable(path: str, error: OSError) -> Diagnostic:
    message = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
    return SourceText(path, "").report(UNREADABLE_FILE, message, help=("check that it exists and may be read",))
