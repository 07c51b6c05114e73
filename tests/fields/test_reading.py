"""What every reader of a field works with."""

from __future__ import annotations

import pytest

from jobboard.fields.reading import Reading
from jobboard.source.nodes import Mapping, Node
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping


def value_of(text: str) -> tuple[Reading, Node]:
    """A reading of a text, and the value of its first field."""
    source = SourceText("a.md", text)
    entries = read_mapping(source, text, 1, [])
    assert entries
    return Reading(source), next(iter(entries.values())).value


@pytest.mark.parametrize(
    ("text", "values", "problems", "tidyings"),
    [
        ("a: open", ("open",), 0, 0),
        ("a: shut", (), 1, 0),
        ("a: [shut, open, shut]", ("open",), 2, 0),
        ("a: [open, open]", ("open",), 0, 1),
    ],
)
def test_what_cannot_be_read_is_no_value(text: str, values: tuple[str, ...], problems: int, tidyings: int) -> None:
    """Nor is it one that is given twice."""
    reading, node = value_of(text)
    assert reading.several(node, "a", lambda n, name: reading.choice(n, name, ("open",))) == values
    assert (len(reading.diagnostics), len(reading.tidyings)) == (problems, tidyings)


def test_a_group_has_the_entries_that_are_known_and_filled_in() -> None:
    """The others are told, or mean nothing."""
    reading, node = value_of("a: {b: c, d: , e: f}")
    assert isinstance(node, Mapping)
    assert [*reading.group(node, "a", ("b", "d"))] == ["b"]
    assert len(reading.diagnostics) == 1
