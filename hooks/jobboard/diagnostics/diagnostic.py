"""What the board tells an author: one value for each problem, never an exception."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jobboard.standards.invisible import show_in_columns, write_visibly


class Severity(enum.StrEnum):
    """How much a problem matters; nothing else exists."""

    ERROR = "error"
    """Stops publication of the posting."""
    WARNING = "warning"
    """Does not stop anything, and says what would be better."""


class Mark(NamedTuple):
    """A stretch of one line that a diagnostic points at."""

    line: int
    """1-based."""
    column: int
    """1-based, in characters."""
    length: int
    """In characters; 0 points at the gap before `column`."""
    text: str
    """The whole line, without its line break."""
    label: str = ""
    """What to say beside the carets."""


class Edit(NamedTuple):
    """A stretch of a file's text, and what to write in its place."""

    line: int
    """1-based."""
    column: int
    """1-based, in characters; a byte order mark is none."""
    length: int
    """In characters; the line's break counts as one, however it is written."""
    replacement: str


class Diagnostic(NamedTuple):
    """One problem of one file, in the author's words.

    The message states, the marks point, only the help proposes (STYLE of rustc's and Elm's errors).
    """

    rule: str
    """Name of the rule, as in `jobboard.rules`."""
    severity: Severity
    path: str
    """The file as the reader would name it, with `/`."""
    message: str
    marks: tuple[Mark, ...] = ()
    """Where; the first is the primary one. Empty when the file as a whole is meant."""
    help: tuple[str, ...] = ()
    """What to type instead, a sentence each."""
    fix: tuple[Edit, ...] = ()
    """What repairs it, where that is certain: all of these together, or nothing."""

    @property
    def is_error(self) -> bool:
        """Whether this stops publication."""
        return self.severity is Severity.ERROR

    @property
    def line(self) -> int:
        """Line of the primary mark; 1 when the file as a whole is meant."""
        return self.marks[0].line if self.marks else 1

    @property
    def column(self) -> int:
        """Column of the primary mark; 1 when the file as a whole is meant."""
        return self.marks[0].column if self.marks else 1


def first_of(diagnostics: Sequence[Diagnostic], number: int) -> Sequence[Diagnostic]:
    """As many of *diagnostics* as a person reads, in their order: errors, and warnings where room is left."""
    if len(diagnostics) <= number:
        return diagnostics
    chosen = sorted(range(len(diagnostics)), key=lambda place: not diagnostics[place].is_error)[:number]
    return [diagnostics[place] for place in sorted(chosen)]


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, then by place, then by rule; several missing fields stay in the order of the field table."""
    return sorted(diagnostics, key=lambda d: (d.path, d.line, d.column, d.rule))


def made_visible(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """*diagnostics* for a reader or a program: nothing that comes from a file's name or content controls what shows it."""
    for found in diagnostics:
        yield found._replace(
            path=write_visibly(found.path),
            message=write_visibly(found.message),
            marks=tuple(
                mark._replace(text=show_in_columns(mark.text), label=write_visibly(mark.label)) for mark in found.marks
            ),
            help=tuple(map(write_visibly, found.help)),
        )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything in the list stops publication."""
    return any(diagnostic.is_error for diagnostic in diagnostics)
