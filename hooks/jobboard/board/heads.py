"""The front matter of a posting that was read before, for reports about several of them.

A posting does not know the lines of its file: nearly none is ever asked for them.
"""

from __future__ import annotations

from pathlib import Path

from jobboard.diagnostics.diagnostic import Mark
from jobboard.source.source_text import SourceText, show

_HEAD_BYTES = 8 * 1024
"""In which the front matter of nearly every file ends."""


def read_head(path: Path) -> SourceText:
    """The front matter of a posting, which was found free of anything that must not be shown."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        head = b""
    return SourceText(show(path), head.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n"))


def mark_field(source: SourceText, name: str, label: str) -> Mark | None:
    """The value of the field *name*; its name where the value is on other lines, None where there is no such field."""
    for number, line in enumerate(source.lines[:200], 1):
        if line.startswith(f"{name}:"):
            value = line.partition(":")[2].strip()
            if value:
                return source.mark(number, line.index(value, len(name)) + 1, len(value), label)
            return source.mark(number, 1, len(name), label)
    return None
