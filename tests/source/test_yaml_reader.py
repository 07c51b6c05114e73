"""YAML as fields with their places."""

from __future__ import annotations

import pytest

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.source.nodes import Scalar
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping


@pytest.mark.parametrize("text", ["", "\n", "# a: b\n"])
def test_a_text_without_fields_is_empty(text: str) -> None:
    """And nothing is wrong with it."""
    problems: list[Diagnostic] = []
    assert (read_mapping(SourceText("a.md", text), text, 1, problems), problems) == ({}, [])


def test_an_invisible_character_is_shown_in_what_is_read() -> None:
    """So that it reaches no page and no terminal."""
    text = r'a: "b\0c"'
    problems: list[Diagnostic] = []
    entries = read_mapping(SourceText("a.md", text), text, 1, problems)
    assert entries
    value = entries["a"].value
    assert isinstance(value, Scalar)
    assert "\0" not in value.text
    assert [problem.rule for problem in problems] == ["hidden-characters"]


def test_an_invisible_character_that_stands_in_the_file_is_not_told_of_again() -> None:
    """Whoever decodes the file has told of it, in any place."""
    text = "a: b\u200bc"
    problems: list[Diagnostic] = []
    assert read_mapping(SourceText("a.md", text), text, 1, problems)
    assert not problems
