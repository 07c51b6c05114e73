"""What YAML's own errors mean to somebody who has never heard of YAML."""

from __future__ import annotations

import re

import yaml

from jobboard.diagnostics import Diagnostic, Mark
from jobboard.rules import INVALID_YAML
from jobboard.source_text import SourceText


def explain_yaml_error(error: yaml.YAMLError, source: SourceText, first_line: int) -> Diagnostic:
    """A diagnostic for what libyaml says about text that begins on line *first_line* of *source*."""
    problem = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    column = (mark.column if mark else 0) + 1
    context = getattr(error, "context_mark", None)
    began = first_line + context.line if context else line

    def report(message: str, place: Mark, *help: str) -> Diagnostic:
        return source.report(INVALID_YAML, message, place, help=help)

    if tab := next((n for n in range(began, line + 1) if re.match(r" *\t", source.line(n))), None):
        start = source.line(tab).index("\t") + 1
        return report(
            "a line begins with a tab", source.mark(tab, start, 1, "this is a tab"), "indent with two spaces instead"
        )
    if "mapping values are not allowed" in problem and (colon := _value_with_colon(source.line(line))):
        name, value, at = colon
        quoted = value.replace('"', '\\"')
        return report(
            f"the value of `{name}` holds a colon, which ends a field's name",
            source.mark(line, at, 1, "this colon"),
            f'put the value in quotes: `{name}: "{quoted}"`',
        )
    if "quoted scalar" in str(getattr(error, "context", "")) and "end of stream" in problem:
        return report(
            "a quotation mark is never closed",
            source.mark(began, context.column + 1 if context else 1, 1, "opened here"),
            "close it at the end of the value",
        )
    if "quoted scalar" in str(getattr(error, "context", "")) and "escape" in problem:
        return report(
            "a backslash inside double quotes begins a code that YAML does not know",
            source.mark(line, column, 1),
            "write `\\\\` for a backslash, or use single quotes",
        )
    if "cannot start any token" in problem:
        sign = source.line(line)[column - 1 : column]
        name, value = _field_of(source.line(line))
        return report(
            f"a value cannot begin with `{sign}`",
            source.mark(line, column, 1),
            f'put the value in quotes: `{name}: "{value}"`' if name else "put the value in quotes",
        )
    if "',' or" in problem:
        closing = "]" if "]" in problem else "}"
        opening = "[" if closing == "]" else "{"
        return report(
            f"a list that begins with `{opening}` is not closed",
            source.mark(began, context.column + 1 if context else 1, 1, "opened here"),
            f"end it with `{closing}` and separate its items with commas",
        )
    if "could not find expected ':'" in problem:
        broken = began if ":" not in source.line(began) else line
        return report(
            "this line is not a field",
            source.mark_line(broken, "expected `field: value`"),
            "put a colon and a space behind the field's name",
            "or indent the line by two spaces if it continues the value above",
        )
    name, value = _field_of(source.line(line))
    return report(
        "the lines of the front matter do not fit together",
        source.mark_line(line, "this line does not fit the one above"),
        "begin every field in the first column and indent what belongs to it by two spaces",
        *(
            (f'put a value that begins with a quotation mark in quotes as a whole: `{name}: "…"`',)
            if value[:1] in "\"'" and value
            else ()
        ),
    )


def _value_with_colon(line: str) -> tuple[str, str, int] | None:
    """Field, value and column of the second colon in `field: some: value`."""
    match = re.match(r"\s*(?:- )?([\w-]+):\s+(.*?)\s*$", line)
    if match is None:
        return None
    colon = re.search(r":(?=\s|$)", match[2])
    return (match[1], match[2], match.start(2) + colon.start() + 1) if colon else None


def _field_of(line: str) -> tuple[str, str]:
    match = re.match(r"\s*(?:- )?([\w-]+):\s+(.*?)\s*$", line)
    return (match[1], match[2]) if match else ("", "")
