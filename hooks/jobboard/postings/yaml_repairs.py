"""Repairs of front matter that is not YAML, each tried before it is proposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, takewhile

import yaml

from jobboard.diagnostics.diagnostic import Edit
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.source.front_matter import CLOSING, MAX_HEADER_CHARACTERS
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_lines import FIELD_WITH_OTHER_COLON, find_wrapped_value, quote

_FIELD = re.compile(r"(?P<indent> *)(?P<name>[A-Za-z_]+):(?P<gap>[ \t\xa0]*)(?P<value>\S(?:.*[^ \t])?)[ \t]*$")
_NAME_INSIDE = re.compile(r"(?<![A-Za-z_])([A-Za-z_]++):")
_NAMES_IN_GROUPS = frozenset(
    {"name", "unit", "url", "ror", "email", "reference", "materials", "letters", "note", "visa", "nationality", "scale"}
)
"""Names that a line below words may have because it belongs to a group."""
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
        for repair in _REPAIRS:
            edits = repair(source, line + first_line, first_line) if line >= 0 else ()
            if edits and _reads_on(text, edits, first_line, mark.line):
                return edits
    return ()


def _indent_with_spaces(source: SourceText, line: int, first_line: int) -> tuple[Edit, ...]:
    if not re.match(r" *\t", source.line(line)):
        return ()
    above, without = source.line(line - 1), source.line(line).lstrip()
    goes_on = re.match(r"[ \t]|-(?!--)", above) or above.rstrip().endswith((":", ">", "|"))
    if not goes_on and (field := _FIELD.match(without)) and field["name"] in FIELDS_BY_NAME:
        return (Edit(line, 1, len(source.line(line)) - len(without), ""),)
    edits = []
    for number, text in enumerate(_header_lines(source, first_line), first_line):
        indent = re.match(r" *\t[ \t]*" if number == line else r"\t+", text)
        if indent and text.strip():
            edits.append(Edit(number, 1, indent.end(), indent[0].replace("\t", "  ")))
    return tuple(edits)


def _header_lines(source: SourceText, first_line: int) -> Iterator[str]:
    """The lines of the front matter from *first_line* on; it may never be closed."""
    lines = source.lines[first_line - 1 : first_line - 1 + MAX_HEADER_CHARACTERS]
    return takewhile(lambda line: CLOSING.match(line) is None, lines)


def _fields_of(source: SourceText, first_line: int) -> list[re.Match[str]]:
    """The lines with a name in a front matter, of which a part begins on *first_line*."""
    lines = chain(source.lines[: first_line - 1], _header_lines(source, first_line))
    return [field for field in map(_FIELD.match, lines) if field]


def _quote_colon(source: SourceText, line: int, first_line: int) -> tuple[Edit, ...]:
    field = _FIELD.match(source.line(line))
    if (
        field is None
        or field["name"] not in _WORDS
        or not re.search(r":(?:\s|$)", field["value"])
        or field["value"][0] in "\"'[{|>&*!%@`#-?"
        or " #" in field["value"]
        or re.match(r"[ \t]+\S", source.line(line + 1))  # it goes on there
    ):
        return ()
    given = {inner["name"] for inner in _fields_of(source, first_line)}
    for name in _NAME_INSIDE.findall(field["value"]):
        if name.casefold() in FIELDS_BY_NAME and name.casefold() not in given:
            return ()  # two fields on one line
    return (Edit(line, field.start("value") + 1, len(field["value"]), quote(field["value"])),)


def _quote_wrapped(source: SourceText, line: int, _: int) -> tuple[Edit, ...]:
    """Quotation marks around words that go on over several lines."""
    wrapped = find_wrapped_value(source, line)
    if wrapped is None or wrapped.name not in _WORDS:
        return ()
    first, last = source.line(wrapped.first_line), source.line(wrapped.last_line)
    field = _FIELD.match(first)
    lines = [source.line(number) for number in range(wrapped.first_line, wrapped.last_line + 1)]
    if field is None or any("\\" in text or '"' in text for text in lines):
        return ()
    names = {inner["name"] for text in lines[1:] if (inner := _FIELD.match(text))}
    if not names.isdisjoint(_NAMES_IN_GROUPS | FIELDS_BY_NAME.keys()):  # it may be a field
        return ()
    return (
        Edit(wrapped.first_line, field.start("value") + 1, 0, '"'),
        Edit(wrapped.last_line, len(last.rstrip()) + 1, 0, '"'),
    )


def _write_colon(source: SourceText, line: int, _: int) -> tuple[Edit, ...]:
    """A colon where one of its look-alikes, or `=`, stands behind the name of a field."""
    for number in (line - 1, line):
        field = FIELD_WITH_OTHER_COLON.fullmatch(source.line(number))
        if field and field["name"] in FIELDS_BY_NAME and field["value"]:
            return (Edit(number, field.start("gap") + 1, len(field["gap"]), ": "),)
    return ()


def _drop_hashes(source: SourceText, line: int, _: int) -> tuple[Edit, ...]:
    """Tags without the sign that social networks put before them."""
    for number in (line, line - 1):
        text = source.line(number)
        if re.fullmatch(r"tags:\s*\[[\w\s,#-]*\]\s*", text):
            return tuple(Edit(number, sign.start() + 1, 1, "") for sign in re.finditer(r"(?<=[\s\[,])#(?=\w)", text))
    return ()


def _begin_in_first_column(source: SourceText, line: int, first_line: int) -> tuple[Edit, ...]:
    """A field that was indented by accident, below a value that takes nothing more."""
    field, above = _FIELD.match(source.line(line)), _FIELD.match(source.line(line - 1))
    if field is None or above is None or not field["indent"] or above["indent"] or above["name"] in _WORDS:
        return ()
    given = {inner["name"] for inner in _fields_of(source, first_line) if not inner["indent"]}
    is_field = field["name"] in FIELDS_BY_NAME and field["name"] not in given and above["name"] in given
    return (Edit(line, 1, len(field["indent"]), ""),) if is_field else ()


def _part_from_colon(source: SourceText, line: int, _: int) -> tuple[Edit, ...]:
    field = _FIELD.match(source.line(line))
    if field is None or field["indent"] or field["name"] not in FIELDS_BY_NAME or field["gap"] not in ("", "\xa0"):
        return ()
    return (Edit(line, field.start("gap") + 1, len(field["gap"]), " "),)


_REPAIRS: tuple[Proposal, ...] = (
    _indent_with_spaces, _write_colon, _quote_colon, _quote_wrapped, _part_from_colon, _drop_hashes,
    _begin_in_first_column,
)  # fmt: skip
"""Tried in this order."""


def _reads_on(text: str, edits: tuple[Edit, ...], first_line: int, broken: int) -> bool:
    """Whether YAML gets beyond the line *broken* (from 0) of *text* with *edits*."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        if edit.line >= first_line + len(lines):  # in another field
            continue
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
