"""A file's text, able to point at itself and to report what is wrong there."""

from __future__ import annotations

import os
import re
from functools import cached_property
from pathlib import Path

from jobboard.diagnostics.diagnostic import Diagnostic, Edit, Mark
from jobboard.diagnostics.rules import Rule
from jobboard.source.nodes import Node, Scalar, Sequence
from jobboard.standards.invisible import write_visibly


class SourceText:
    """The text of one file under the path its author knows."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The text by line; split only when something is reported."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Line *number* (1-based), empty behind the end."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def mark(self, line: int, column: int = 1, length: int = 0, label: str = "") -> Mark:
        """*length* characters from *column* (both 1-based) of *line*."""
        return Mark(line=line, column=column, length=length, text=self.line(line), label=label)

    def mark_line(self, line: int, label: str = "") -> Mark:
        """Everything on *line* but the white space around it."""
        text = self.line(line)
        column = len(text) - len(text.lstrip()) + 1
        return self.mark(line, column, len(text.strip()), label)

    def mark_node(self, node: Node, label: str = "") -> Mark:
        """A value, or as much of it as stands on its first line."""
        text = self.line(node.line)
        end = node.end_column if node.end_line == node.line else len(text.rstrip()) + 1
        return self.mark(node.line, node.column, max(end - node.column, 0), label)

    def mark_match(self, node: Node, part: str, label: str = "") -> Mark:
        """The first *part* inside a value; the whole value when it is written in another way there."""
        text = self.line(node.line)
        found = text.find(part, node.column - 1)
        return self.mark(node.line, found + 1, len(part), label) if found >= 0 else self.mark_node(node, label)

    def written(self, node: Node) -> str:
        """A value as it stands in the file, with its quotes; empty when it goes over several lines."""
        return self.line(node.line)[node.column - 1 : node.end_column - 1] if node.line == node.end_line else ""

    def comment_behind(self, node: Scalar, label: str = "") -> Mark | None:
        """The comment that ends the line of a plain value; None where there is none."""
        if not node.is_plain:
            return None
        comment = re.match(r"\s*(#.*)", self.line(node.end_line)[node.end_column - 1 :])
        return self.mark(node.end_line, node.end_column + comment.start(1), len(comment[1]), label) if comment else None

    def rewrite(self, node: Node, value: str, part: str = "") -> tuple[Edit, ...]:
        """The edit that puts *value* (plain in YAML) in the place of a value or a *part* of it, its quotes kept.

        No edit when the value is written over several lines or with escapes.
        """
        raw = self.written(node)
        if not isinstance(node, Scalar) or raw.strip("\"'") != node.text.strip("\"'"):
            return ()
        found = raw.find(part or node.text)
        return (Edit(node.line, node.column + found, len(part or node.text), value),) if found >= 0 else ()

    def remove_item(self, items: Sequence, index: int) -> tuple[Edit, ...]:
        """The edit that takes an item (not the first) out of a list; none when something else would go with it."""
        item, before = items.items[index], items.items[index - 1]
        raw, line = self.written(item), self.line(item.line)
        if not raw:
            return ()
        if before.end_line == item.line and line[before.end_column - 1 : item.column - 1].strip() == ",":
            return (Edit(item.line, before.end_column, item.end_column - before.end_column, ""),)
        alone = line.strip().removeprefix("-").lstrip() == raw
        return (Edit(item.line, 1, len(line) + 1, ""),) if alone else ()

    def report(
        self, rule: Rule, message: str, *marks: Mark, help: tuple[str, ...] = (), fix: tuple[Edit, ...] = ()
    ) -> Diagnostic:
        """A diagnostic about this file."""
        return Diagnostic(
            rule=rule.name, severity=rule.severity, path=self.path, message=message, marks=marks, help=help, fix=fix
        )


def show(path: Path) -> str:
    """*path* as a report names it: from here if it lies below, with `/`, and on one line."""
    absolute, here = os.path.abspath(path), os.getcwd()  # strings, as a board may have to name thousands
    shown = "." if absolute == here else absolute.removeprefix(here.rstrip(os.sep) + os.sep).replace(os.sep, "/")
    return write_visibly(shown)
