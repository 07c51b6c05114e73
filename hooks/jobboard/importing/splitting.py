"""One source about several positions as a source for each."""

from __future__ import annotations

import re

from jobboard.importing.posts.headers import begins_with_header
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.several import Part, find_parts

_CLOSING = re.compile(r"^-{3,}[ \t]*$|^\+{3}[ \t]*$", re.MULTILINE)
_CLAUSE = re.compile(r"[,;:.(–]| - ")
_LEAST = 8
"""Characters of a clause that says which position it is."""


def split_text(text: str) -> list[tuple[str, str]]:
    """For each position in *text* its title and a text about it alone; empty where the text is about one."""
    header, body = _split_header(text)
    parts = find_parts(Passage(body))
    lines = body.split("\n")
    if not parts or max(part.last for part in parts) > len(lines):
        return []
    return [(_title_of(part), header + "\n".join(_without_others(lines, part, parts))) for part in parts]


def _split_header(text: str) -> tuple[str, str]:
    """The front matter of a post with its marks, and the rest."""
    if not begins_with_header(text):
        return "", text
    marks = list(_CLOSING.finditer(text))
    if len(marks) < 2:
        return "", text
    return text[: marks[1].end()] + "\n", text[marks[1].end() :].lstrip("\n")


def _without_others(lines: list[str], part: Part, parts: list[Part]) -> list[str]:
    """*lines* without those of the other positions."""
    others = {number for other in parts if other is not part for number in range(other.first, other.last)}
    return [line for number, line in enumerate(lines) if number not in others]


def _title_of(part: Part) -> str:
    if part.is_section:
        return part.title
    clause = next((clause for clause in _CLAUSE.split(part.title) if len(clause.strip()) >= _LEAST), part.title)
    return clause.strip()
