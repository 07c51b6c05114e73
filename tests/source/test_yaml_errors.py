"""What YAML says is wrong, in plain words."""

from __future__ import annotations

import pytest
import yaml

from jobboard.source.source_text import SourceText
from jobboard.source.yaml_errors import explain_yaml_error


@pytest.mark.parametrize(
    ("said", "message", "label"),
    [
        ("odd", "the lines do not fit together", "this line does not fit the one above"),
        ("could not find expected ':'", "this line is not a field", "expected `field: value`"),
    ],
)
def test_an_error_without_a_place_is_shown_on_the_first_line(said: str, message: str, label: str) -> None:
    """Of the text that YAML was given."""
    source = SourceText("a.md", "---\nab c\nd: e\n")
    problem = explain_yaml_error(yaml.YAMLError(said), source, "ab c\nd: e\n", 2)
    (mark,) = problem.marks
    assert (problem.message, mark.label, mark.line) == (message, label, 2)


@pytest.mark.parametrize(
    ("column", "said", "sign"),
    [(1, "cannot start any token", "a"), (4, "cannot start any token", "c")],
)
def test_a_sign_is_shown_where_it_stands(column: int, said: str, sign: str) -> None:
    """Columns begin with 1."""
    place = yaml.Mark("", 0, 0, column - 1, "", 0)
    error = yaml.MarkedYAMLError(problem=said, problem_mark=place)
    (mark,) = explain_yaml_error(error, SourceText("a.md", "ab c"), "ab c", 1).marks
    assert (mark.column, mark.text[mark.column - 1]) == (column, sign)
