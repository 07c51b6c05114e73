"""YAML text to positioned nodes, refusing what a posting does not need.

Built from PyYAML's event stream. The C loader's own `load` recurses, so that deep nesting crashes the
process, and it forgets positions and duplicate keys; a loop over its events does neither and is faster.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from jobboard.diagnostics.diagnostic import Diagnostic, Edit
from jobboard.diagnostics.rules import DUPLICATE_FIELD, HIDDEN_CHARACTERS, PILED_SIGNS, UNSUPPORTED_YAML
from jobboard.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_errors import explain_no_fields, explain_yaml_error
from jobboard.source.yaml_failure import NO_COLON
from jobboard.standards.invisible import HIDDEN, show_hidden
from jobboard.standards.piles import HOW_PILES_ARE_WRITTEN, find_pile, say_pile, show_piles

Event = Any
"""An event of PyYAML's C parser, whose attributes its type stubs do not know."""

MAX_DEPTH = 8
"""Levels of nesting; the deepest posting needs three."""


class UnsupportedYamlError(Exception):
    """A part of YAML that the board does not read, with its place."""

    def __init__(self, event: Event, message: str, *help: str) -> None:
        super().__init__(message)
        self.help = help
        self.line: int = event.start_mark.line
        self.column: int = event.start_mark.column


Repairer = Callable[[yaml.YAMLError, SourceText, str, int], tuple[Edit, ...]]
"""What certainly mends a text of a source where an error found it broken, given the text's first line."""


def read_mapping(
    source: SourceText,
    text: str,
    first_line: int,
    diagnostics: list[Diagnostic],
    repair: Repairer = lambda *_: (),
) -> dict[str, Entry] | None:
    """Read *text*, which begins on line *first_line* of *source*, as `field: value` lines.

    What is wrong goes to *diagnostics*, with what *repair* proposes; None when nothing usable is left.
    """
    nodes = _NodeBuilder(source, first_line, diagnostics)
    try:
        root = nodes.build(text)
    except UnsupportedYamlError as problem:
        mark = source.mark(problem.line + first_line, problem.column + 1, 1)
        diagnostics.append(source.report(UNSUPPORTED_YAML, str(problem), mark, help=problem.help))
        return None
    except yaml.YAMLError as problem:
        explanation = explain_yaml_error(problem, source, text, first_line)
        diagnostics.append(explanation._replace(fix=repair(problem, source, text, first_line)))
        return None
    if root is None:
        return {}
    if isinstance(root, Mapping):
        return root.entries
    explanation = explain_no_fields(root, source, first_line)
    begin = yaml.Mark("", 0, root.line - first_line, 0, "", 0)
    fix = repair(yaml.MarkedYAMLError(problem=NO_COLON, problem_mark=begin), source, text, first_line)
    diagnostics.append(explanation._replace(fix=fix))
    return None


class _NodeBuilder:
    """Turns the events of one document into nodes; iterative, so that no nesting can exhaust the stack."""

    def __init__(self, source: SourceText, first_line: int, diagnostics: list[Diagnostic]) -> None:
        self._source = source
        self._first_line = first_line  # PyYAML counts from 0, so its line + first_line is the file's
        self._diagnostics = diagnostics
        self._open: list[Mapping | Sequence] = []
        self._key: Scalar | None = None  # that waits for its value

    def build(self, text: str) -> Node | None:
        """The document's root node; None when it is empty."""
        root: Node | None = None
        documents = 0
        event: Event
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node: Node = self._scalar(event)
                if self._open:
                    self._attach(node, event)
                else:
                    root = node
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                node = self._container(event)
                if self._open:
                    self._attach(node, event)
                else:
                    root = node
                self._open.append(node)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                closed = self._open.pop()
                closed.end_line = event.end_mark.line + self._first_line
                closed.end_column = event.end_mark.column + 1
            elif kind is yaml.AliasEvent:
                raise UnsupportedYamlError(event, f"`*{event.anchor}` stands for another value", *_WRITE_OUT)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = "a second document begins here"
                    raise UnsupportedYamlError(event, message, "remove this line, or put its text in quotes")
        return root

    def _scalar(self, event: Event) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            raise UnsupportedYamlError(event, _describe_property(event), *_WRITE_OUT)
        start, end = event.start_mark, event.end_mark
        first = self._first_line
        node = Scalar(
            event.value, event.implicit[0], start.line + first, start.column + 1, end.line + first, end.column + 1
        )
        if not node.is_plain and (hidden := HIDDEN.search(node.text)):  # written with an escape, such as `\0`
            self._report_hidden(node, hidden[0])
        if not node.is_plain and (pile := find_pile(node.text)):  # written with escapes
            self._report_pile(node, pile[0])
        return node

    def _report_pile(self, node: Scalar, pile: str) -> None:
        node.text = show_piles(node.text)
        mark = self._source.mark_node(node)
        self._diagnostics.append(self._source.report(PILED_SIGNS, say_pile(pile), mark, help=(HOW_PILES_ARE_WRITTEN,)))

    def _report_hidden(self, node: Scalar, character: str) -> None:
        node.text = show_hidden(node.text)
        message = f"a value stands for an invisible character (U+{ord(character):04X})"
        help = ("remove what begins with a backslash, or write the value without quotes",)
        mark = self._source.mark_node(node)
        self._diagnostics.append(self._source.report(HIDDEN_CHARACTERS, message, mark, help=help))

    def _container(self, event: Event) -> Mapping | Sequence:
        if event.anchor is not None or event.tag is not None:
            raise UnsupportedYamlError(event, _describe_property(event), *_WRITE_OUT)
        if len(self._open) >= MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} levels deep"
            raise UnsupportedYamlError(event, message, "remove the brackets that are not needed")
        line, column = event.start_mark.line + self._first_line, event.start_mark.column + 1
        if type(event) is yaml.MappingStartEvent:
            return Mapping({}, line, column, line, column)
        return Sequence([], line, column, line, column)

    def _attach(self, node: Node, event: Event) -> None:
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._key
        if key is None:
            if not isinstance(node, Scalar):
                message = "a field's name is a list or a group of fields"
                raise UnsupportedYamlError(event, message, "put the line in quotes if it is text")
            self._key = node
            return
        self._key = None
        if key.text not in parent.entries:
            parent.entries[key.text] = Entry(key, node)
            return
        if key.text.isdigit():  # `{min: 45,000, max: 52,000}`: the field's own reader explains it
            return
        self._diagnostics.append(report_twice(self._source, key, parent.entries[key.text].key))


def report_twice(source: SourceText, second: Scalar, first: Scalar) -> Diagnostic:
    """That a key stands in two places."""
    marks = source.mark_node(second, "second time"), source.mark_node(first, "first time")
    return source.report(DUPLICATE_FIELD, f"`{second.text}` is given twice", *marks, help=("keep one of the two",))


_WRITE_OUT = ("write the value out in full", "or put it in quotes if it is text")


def _describe_property(event: Event) -> str:
    if event.anchor:
        return f"`&{event.anchor}` names a value for use elsewhere, which postings do not need"
    return "a `!` at the beginning of a value is a tag of YAML, which postings do not need"
