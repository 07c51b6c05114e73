"""Repairs of postings: every edit that is certain, applied until none is left.

Nothing else in a file changes: not a comment, not the order, not a byte of another line.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jobboard.diagnostics.diagnostic import Edit
from jobboard.parallel.sharing import map_in_two
from jobboard.policy import Policy
from jobboard.postings.reader import Examination, PostingFile, examine_posting
from jobboard.source.characters import MAX_BYTES
from jobboard.source.front_matter import Document
from jobboard.standards.invisible import write_visibly

MAX_PASSES = 20
"""A repair may uncover the next problem (libyaml stops at its first); no posting has needed more than six."""

_BREAK = re.compile(r"(\r\n|\r|\n)")
_BOM = b"\xef\xbb\xbf"
_TAB_BEHIND_NAME = re.compile(r"[\w-]+:([ \t]*\t[ \t]*)(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One file before and after."""

    file: PostingFile
    data: bytes
    """What it should hold."""
    problems: int
    """How many problems are repaired."""
    tidied: int
    """How many values that were understood are now written as the board writes them."""


def find_repairs(names: Iterable[str], policy: Policy) -> list[Repair]:
    """What would repair the files *names* (absolute); those that need nothing, and links, are left out."""
    here = os.getcwd() + os.sep  # as in `folder`
    repairs = map_in_two(lambda part: [_repair_file(name, here, policy) for name in part], list(names))
    return [repair for repair in repairs if repair is not None]


def repair_posting(file: PostingFile, policy: Policy) -> Repair:
    """*file* with every certain repair; repairing the result again changes nothing."""
    problems = tidied = 0
    found = examine_posting(file, policy)
    current = file
    for _ in range(MAX_PASSES):
        fixes = [diagnostic.fix for diagnostic in found.diagnostics if diagnostic.fix]
        tidyings = [edits for edits in (*found.tidyings, *_tidy_layout(current.data, found.document)) if edits]
        if not fixes and not tidyings:
            break
        text, applied = apply_edits(_text_of(current.data), [*fixes, *tidyings])
        mended = current._replace(data=_BOM * current.data.startswith(_BOM) + text.encode())
        after = examine_posting(mended, policy)
        mending = sum(number < len(fixes) for number in applied)
        if mended.data == current.data or _is_worse(found, after, is_mended=mending > 0):
            break
        problems += mending
        tidied += sum(number >= len(fixes) for number in applied)
        current, found = mended, after
    return Repair(file=file, data=current.data, problems=problems, tidied=tidied)


def apply_edits(text: str, groups: Sequence[Sequence[Edit]]) -> tuple[str, list[int]]:
    """*text* after the edits of each group, and which groups were applied.

    A group of which an edit overlaps one of an earlier group is left out as a whole.
    """
    parts = _BREAK.split(text)
    starts = [0]
    for line, end in zip(parts[0::2], [*parts[1::2], ""], strict=True):
        starts.append(starts[-1] + len(line) + len(end))
    lengths = [len(line) for line in parts[0::2]]
    taken: list[tuple[int, int, str]] = []
    applied = []
    for number, group in enumerate(groups):
        spans = []
        for edit in group:
            start, end = edit.column - 1, edit.column - 1 + edit.length
            first = starts[edit.line - 1]
            is_with_break = end > lengths[edit.line - 1]
            spans.append((first + start, starts[edit.line] if is_with_break else first + end, edit.replacement))
        if not any((a < d and c < b) or a == c for a, b, _ in spans for c, d, _ in taken):
            taken += spans
            applied.append(number)
    for start, end, replacement in sorted(taken, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text, applied


def show_difference(repair: Repair) -> str:
    """A unified diff that `git apply` takes."""
    before = _lines(repair.file.data.decode())
    after = _lines(repair.data.decode())
    name = write_visibly(repair.file.shown).lstrip("/")
    lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _repair_file(name: str, here: str, policy: Policy) -> Repair | None:
    try:
        state = os.lstat(name)
        if not stat.S_ISREG(state.st_mode) or state.st_size > MAX_BYTES:
            return None
        with open(name, "rb", buffering=0) as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError:
        return None  # the check reports it
    shown = name.removeprefix(here).replace(os.sep, "/")
    repair = repair_posting(PostingFile(path=name, shown=shown, data=data), policy)
    return repair if repair.data != data else None


def _is_worse(before: Examination, after: Examination, *, is_mended: bool) -> bool:
    """Whether what was a posting is none any more; or another one, although nothing in it was wrong."""
    if before.posting is None:
        return False
    return after.posting is None or (not is_mended and after.posting != before.posting)


def _tidy_layout(data: bytes, document: Document | None) -> list[tuple[Edit, ...]]:
    """What takes Windows line ends, and tabs behind the names of fields, out of the front matter."""
    if document is None or document.entries is None:
        return []
    edits: list[tuple[Edit, ...]] = []
    if b"\r" in data:
        parts = _BREAK.split(_text_of(data))
        ends = list(enumerate(zip(parts[0::2], parts[1::2], strict=False), 1))
        edit = [Edit(n, len(line) + 1, 1, "\n") for n, (line, end) in ends[: document.closing_line] if end != "\n"]
        edits.append(tuple(edit))
    if b"\t" in data:
        for entry in document.entries.values():
            tab = _TAB_BEHIND_NAME.match(document.source.line(entry.key.line))
            if tab and entry.key.column == 1:
                edits.append((Edit(entry.key.line, tab.start(1) + 1, len(tab[1]), " "),))
    return edits


def _text_of(data: bytes) -> str:
    return data.decode("utf-8-sig")


def _lines(text: str) -> list[str]:
    """Lines as diff and git see them: only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
