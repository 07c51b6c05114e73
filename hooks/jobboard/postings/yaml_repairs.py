"""Repairs of front matter that is not YAML, each tried before it is proposed."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from jobboard.diagnostics.diagnostic import Edit
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_errors import quote

_FIELD = re.compile(r"(?P<indent> *)(?P<name>[A-Za-z_]+):(?P<gap>[ \t\xa0]*)(?P<value>\S.*?)[ \t]*$")
_NAME_INSIDE = re.compile(r"([A-Za-z_]+):")
_WORDS = frozenset(
    {"title", "author", "organization", "name", "unit", "summary", "reference", "note", "text", "letters"}
)
"""Fields that hold words, in which a colon is nothing but a colon."""

Proposal = Callable[[SourceText, int, int], tuple[Edit, ...]]
"""What it proposes for the line of the error, given the header's first line."""


def repair_yaml(error: yaml.YAMLError, source: SourceText, text: str, first_line: int) -> tuple[Edit, ...]:
    """What certainly mends *text*, which begins on line *first_line*, where *error* found it broken.

    Certain means: with it YAML reads the text, or stops further down at something else.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return ()
    for line in (mark.line, mark.line - 1):
        for repair in (_indent_with_spaces, _quote_colon, _part_from_colon):
            edits = repair(source, line + first_line, first_line) if line >= 0 else ()
            if edits and _reads_on(text, edits, first_line, mark.line):
                return edits
    return ()


def _indent_with_spaces(source: SourceText, line: int, first_line: int) -> tuple[Edit, ...]:
    if not re.match(r" *\t", source.line(line)):
        return ()
    edits = []
    for number in range(first_line, len(source.lines) + 1):
        text = source.line(number)
        if re.match(r"-{3,}[ \t]*$", text):
            break
        indent = re.match(r" *\t[ \t]*" if number == line else r"\t+", text)
        if indent and text.strip():
            edits.append(Edit(number, 1, indent.end(), indent[0].replace("\t", "  ")))
    return tuple(edits)


def _quote_colon(source: SourceText, line: int, first_line: int) -> tuple[Edit, ...]:
    field = _FIELD.match(source.line(line))
    if (
        field is None
        or field["name"] not in _WORDS
        or field["value"][0] in "\"'[{|>&*!%@`#-?"
        or " #" in field["value"]
    ):
        return ()
    given = {match["name"] for text in source.lines[first_line - 1 :] if (match := _FIELD.match(text))}
    for name in _NAME_INSIDE.findall(field["value"]):
        if name.casefold() in FIELDS_BY_NAME and name.casefold() not in given:
            return ()  # two fields on one line
    return (Edit(line, field.start("value") + 1, len(field["value"]), quote(field["value"])),)


def _part_from_colon(source: SourceText, line: int, _: int) -> tuple[Edit, ...]:
    field = _FIELD.match(source.line(line))
    if field is None or field["indent"] or field["name"] not in FIELDS_BY_NAME or field["gap"] not in ("", "\xa0"):
        return ()
    return (Edit(line, field.start("gap") + 1, len(field["gap"]), " "),)


def _reads_on(text: str, edits: tuple[Edit, ...], first_line: int, broken: int) -> bool:
    """Whether YAML gets beyond the line *broken* (from 0) of *text* with *edits*."""
    lines = text.split("\n")
    for edit in edits:
        line = lines[edit.line - first_line]
        start = edit.column - 1
        lines[edit.line - first_line] = line[:start] + edit.replacement + line[start + edit.length :]
    try:
        for _ in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark is not None and mark.line > broken
    return True
