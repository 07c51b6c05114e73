"""YAML as positioned nodes: what was written and where, before anybody decides what it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Scalar:
    """A single value as the author wrote it; nothing is converted (`NO`, `12:30` and `0123` stay text)."""

    text: str
    is_plain: bool
    """Written without quotes and not as a block."""
    line: int
    """1-based line in the file."""
    column: int
    """1-based character in the line."""
    end_line: int
    end_column: int
    """First character behind the value."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in (`deadline:`, `deadline: ~`, `deadline: ""`)."""
        text = self.text
        if len(text) > 4:
            return text.isspace()
        return not text.strip() or (self.is_plain and text in ("~", "null", "Null", "NULL"))


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(slots=True)
class Mapping:
    """Keys with values, in the order written; of a key given twice the first stands."""

    entries: dict[str, Entry]
    line: int
    column: int
    end_line: int
    end_column: int


Node = Scalar | Sequence | Mapping


def name_of_kind(node: Node) -> str:
    """What the author would call it: "a list", "a group of fields", "text"."""
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "a group of fields"
        case _:
            return "nothing" if node.is_empty else "text"
