"""Front matter in the forms that nearly every posting has, read without a YAML parser.

A field has a plain or quoted value, a text folded behind `>-`, a list, or a group of these; a list or group stands in
brackets or in indented lines below the field. For such a text this gives the nodes that `yaml_reader` builds from
PyYAML's events, in half of the time; any other text is left to PyYAML. A test compares the two.
"""

from __future__ import annotations

import re

from jobboard.source.nodes import Entry, Mapping, Node, Scalar, Sequence

_BARE, _IN_QUOTES = True, False

_NAME = "[a-z_]{1,60}+"
_PLAIN = r"[^\W_](?:[^:#\t\n]++|:(?=[^ \n])|(?<! )#)*+(?<! )"
"""Begins with a letter or digit and holds neither `: ` nor ` #`, which would end it."""
_PLAIN_INSIDE = r"[^\W_](?:[^:#,\[\]{}\t\n]++|:(?=[^ ,?\[\]{}\n])|(?<! )#)*+(?<! )"
"""The same inside brackets, where more signs have a meaning."""
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
_SCALAR = f"(?:{_PLAIN}|{_QUOTED})"
_INSIDE = f"(?:{_PLAIN_INSIDE}|{_QUOTED})"
_LIST = rf"\[{_INSIDE}(?:, {_INSIDE})*+\]"
_MEMBER = f"{_NAME}: (?:{_INSIDE}|{_LIST})"
_GROUP = rf"\{{{_MEMBER}(?:, {_MEMBER})*+\}}"
_ITEMS = rf"(?:- {_SCALAR}\n)++|(?:  - {_SCALAR}\n)++"
_INNER_ITEMS = rf"(?:    - {_SCALAR}\n)++"
_LINES = rf"(?:  {_NAME}:(?: (?:{_SCALAR}|{_LIST})\n|\n{_INNER_ITEMS}))++"
_FOLDED = r"(?:  [^ \t\n](?:[^\n]*[^ \t\n])?\n)++(?=[a-z]|\Z)"

_COMMENTS = re.compile(r"(?:#[^\n]*+\n|\n)*+")
_ENTRY = re.compile(
    rf"({_NAME}):(?: (?:({_PLAIN})\n|({_QUOTED})\n|({_LIST})\n|({_GROUP})\n|>-\n({_FOLDED}))|\n(?:({_ITEMS})|({_LINES})))"
    + _COMMENTS.pattern
)
_EACH_INSIDE = re.compile(_INSIDE)
_EACH_MEMBER = re.compile(rf"({_NAME}): (?:({_INSIDE})|({_LIST}))")
_EACH_LINE = re.compile(rf"  ({_NAME}):(?: (?:({_SCALAR})|({_LIST}))\n|\n({_INNER_ITEMS}))")


def read_plain(text: str, first_line: int) -> dict[str, Entry] | None:
    """The entries of *text*, which begins on line *first_line* of its file; None when it needs a real parser."""
    entries: dict[str, Entry] = {}
    at = _COMMENTS.match(text).end()  # type: ignore[union-attr]  # it matches nothing, too
    line = first_line + text.count("\n", 0, at)
    while at < len(text):
        match = _ENTRY.match(text, at)
        if match is None:
            return None
        name, plain, quoted, listed, grouped, folded, items, lines = match.groups()
        if name in entries:
            return None
        end = match.end()
        next_line = line + text.count("\n", at, end)
        start = len(name) + 3
        node: Node | None
        if plain is not None:
            node = Scalar(plain, _BARE, line, start, line, start + len(plain))
        elif quoted is not None:
            node = Scalar(quoted[1:-1], _IN_QUOTES, line, start, line, start + len(quoted))
        elif listed is not None:
            node = _read_list(listed, line, start)
        elif grouped is not None:
            node = _read_group(grouped, line, start)
        elif items is not None:
            node = _read_items(items, line + 1, next_line, 1)
        elif lines is not None:
            node = _read_lines(lines, line + 1, next_line)
        else:
            rows = folded[2:-1].split("\n  ")
            node = Scalar(" ".join(rows), _IN_QUOTES, line, start, line + len(rows) + 1, 1)
        if node is None:
            return None
        entries[name] = Entry(Scalar(name, _BARE, line, 1, line, start - 2), node)
        at, line = end, next_line
    return entries


def _read_scalar(written: str, line: int, column: int) -> Scalar:
    end = column + len(written)
    if written[0] in "\"'":
        return Scalar(written[1:-1], _IN_QUOTES, line, column, line, end)
    return Scalar(written, _BARE, line, column, line, end)


def _read_list(written: str, line: int, column: int) -> Sequence:
    items: list[Node] = [_read_scalar(item[0], line, column + item.start()) for item in _EACH_INSIDE.finditer(written)]
    return Sequence(items, line, column, line, column + len(written))


def _read_group(written: str, line: int, column: int) -> Mapping | None:
    entries: dict[str, Entry] = {}
    for member in _EACH_MEMBER.finditer(written):
        name, value, listed = member.groups()
        if name in entries:
            return None
        start = column + member.start()
        at = start + len(name) + 2
        node = _read_list(listed, line, at) if listed else _read_scalar(value, line, at)
        entries[name] = Entry(Scalar(name, _BARE, line, start, line, at - 2), node)
    return Mapping(entries, line, column, line, column + len(written))


def _read_items(text: str, line: int, end_line: int, end_column: int) -> Sequence:
    """A list of lines from *line* on; it ends where something else begins."""
    indent = text.index("-")
    rows = text[indent + 2 : -1].split(f"\n{text[:indent]}- ")
    items: list[Node] = [_read_scalar(row, number, indent + 3) for number, row in enumerate(rows, line)]
    return Sequence(items, line, indent + 1, end_line, end_column)


def _read_lines(text: str, first_line: int, end_line: int) -> Mapping | None:
    """A group of lines from *first_line* on; it ends where the next field begins."""
    entries: dict[str, Entry] = {}
    line = first_line
    for member in _EACH_LINE.finditer(text):
        name, value, listed, items = member.groups()
        if name in entries:
            return None
        following = line + member[0].count("\n")
        at = len(name) + 5
        node: Node
        if value is not None:
            node = _read_scalar(value, line, at)
        elif listed is not None:
            node = _read_list(listed, line, at)
        else:
            is_last = member.end() == len(text)
            node = _read_items(items, line + 1, end_line if is_last else following, 1 if is_last else 3)
        entries[name] = Entry(Scalar(name, _BARE, line, 3, line, at - 2), node)
        line = following
    return Mapping(entries, first_line, 3, end_line, 1)
