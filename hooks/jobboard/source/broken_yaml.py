"""What can still be read of front matter that YAML does not read as a whole: each field by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import yaml

from jobboard.diagnostics.diagnostic import Diagnostic, Edit
from jobboard.diagnostics.rules import INVALID_YAML
from jobboard.source.nodes import Entry
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_errors import explain_yaml_error
from jobboard.source.yaml_failure import NO_COLON
from jobboard.source.yaml_lines import OTHER_COLONS
from jobboard.source.yaml_reader import Repairer, read_mapping, report_twice

_BEGINS_A_FIELD = re.compile(rf"(?:\*+(?=\w[^*\n]*\*))?[^\W\d_][\w-]*\**\s*[:{''.join(OTHER_COLONS)}]")
_GOES_ON = re.compile(r"[\s#\-\]}]|$")
"""A line that belongs to the field above it."""
_OPENS = re.compile(r":\s+[\"'\[{]")
_CLOSES = re.compile(r"[\"'\]}]")
_NAME = re.compile(r"[\s\-{]*([^\W\d_](?:[^\Wː]|-)*)")
"""Of a field; one of the other colons is a letter."""
_MOST_LINES_OF_A_QUOTE = 12
"""Which begin in the first column, as if each were a field."""
_MOST_PROBLEMS = 100
"""Behind which nothing more is told of a header; a report is read by a person."""


class _Piece(NamedTuple):
    """Lines that are one field, or none."""

    first_line: int
    text: str
    is_field: bool

    @property
    def last_line(self) -> int:
        return self.first_line + self.text.count("\n") - 1


def read_pieces(
    source: SourceText, text: str, first_line: int, diagnostics: list[Diagnostic], repair: Repairer
) -> tuple[dict[str, Entry], frozenset[str]]:
    """The fields of *text* that can be read, and the names of those that stand where something is wrong.

    *diagnostics* say already what is wrong with the whole; what they do not mention is added to them.
    """
    told = {mark.line for found in diagnostics for mark in found.marks}
    entries: dict[str, Entry] = {}
    doubtful: set[str] = set()
    for piece in _join_quotes(_divide(text, first_line)):
        if len(diagnostics) > _MOST_PROBLEMS:
            doubtful |= _names_in(text.split("\n")[piece.first_line - first_line :])
            break
        problems: list[Diagnostic] = []
        found = None
        if piece.is_field:
            found = read_mapping(source, piece.text, piece.first_line, problems, repair)
        elif piece.text.strip():
            problems = [_report_no_field(source, piece, repair)]
        if found is None:
            doubtful |= _names_in(piece.text.split("\n"))
        lines = range(piece.first_line, piece.last_line + 1)
        if told.isdisjoint(lines):
            diagnostics += problems
        elif fix := next((problem.fix for problem in problems if problem.fix), None):
            _offer(fix, diagnostics, lines)
        for name, entry in (found or {}).items():
            if name in entries:
                diagnostics.append(report_twice(source, entry.key, entries[name].key))
            else:
                entries[name] = entry
    return entries, frozenset(doubtful)


def _names_in(lines: list[str]) -> set[str]:
    """The names of fields with which *lines* may begin."""
    return {name[1].casefold() for name in map(_NAME.match, lines) if name}


def _divide(text: str, first_line: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number, line in enumerate(text.split("\n"), first_line):
        begins = _BEGINS_A_FIELD.match(line)
        if pieces and (_GOES_ON.match(line) or not (begins or pieces[-1].is_field)):
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text}{line}\n")
        else:
            pieces.append(_Piece(number, f"{line}\n", is_field=bool(begins and begins[0].endswith(":"))))
    return pieces


def _report_no_field(source: SourceText, piece: _Piece, repair: Repairer) -> Diagnostic:
    mark = yaml.Mark("", 0, 0, 0, "", 0)
    error = yaml.MarkedYAMLError(problem=NO_COLON, problem_mark=mark)
    report = explain_yaml_error(error, source, piece.text, piece.first_line)
    return report._replace(fix=repair(error, source, piece.text, piece.first_line))


def _offer(fix: tuple[Edit, ...], diagnostics: list[Diagnostic], lines: range) -> None:
    """Give *fix* to the first of *diagnostics* that says that these lines are not YAML, and not what mends them."""
    for number, found in enumerate(diagnostics):
        if found.rule == INVALID_YAML.name and not found.fix and any(mark.line in lines for mark in found.marks):
            diagnostics[number] = found._replace(fix=fix)
            return


def _join_quotes(pieces: list[_Piece]) -> Iterator[_Piece]:
    """*pieces*, of which those that only together close a quotation mark or bracket are one."""
    while pieces:
        most = _MOST_LINES_OF_A_QUOTE if _OPENS.search(pieces[0].text) else 1
        joined = accumulate(pieces[:most], lambda one, other: one._replace(text=one.text + other.text))
        closed = ((count, piece) for count, piece in enumerate(joined, 1) if _CLOSES.search(pieces[count - 1].text))
        count, piece = next((one for one in closed if _is_yaml(one[1].text)), (1, pieces[0]))
        yield piece
        pieces = pieces[count:]


def _is_yaml(text: str) -> bool:
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError:
        return False
    return True
