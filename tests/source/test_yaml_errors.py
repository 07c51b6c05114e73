"""What YAML says is wrong, in plain words."""

from __future__ import annotations

import re

import pytest
import yaml

from golden import Case, cases_of
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import INVALID_YAML
from jobboard.source.front_matter import read_document
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_errors import explain_yaml_error
from jobboard.source.yaml_reader import read_mapping

_A_FIELD = re.compile(r"`([\w-]+: (?!>-).+)`")


@pytest.mark.parametrize(
    ("said", "message", "label"),
    [
        ("odd", "the lines do not fit together", "this line does not fit the one above"),
        ("could not find expected ':'", "this line is not a field", "expected `field: value`"),
        ("cannot start any token", "a value cannot begin with `a`", ""),
    ],
)
def test_an_error_without_a_place_is_shown_on_the_first_line(said: str, message: str, label: str) -> None:
    """Of the text that YAML was given, at its beginning."""
    source = SourceText("a.md", "---\nab c\nd: e\n")
    problem = explain_yaml_error(yaml.MarkedYAMLError(problem=said), source, "ab c\nd: e\n", 2)
    (mark,) = problem.marks
    assert (problem.message, mark.label, mark.line, mark.column) == (message, label, 2, 1)


_NO_FIELDS = "there are no `field: value` lines"
_NO_DASH = "and so every field: only the items of its list have a dash"


@pytest.mark.parametrize(
    ("text", "message", "shown", "help"),
    [
        ("title：Postdoc\nsummary：Hearts\n", "no colon stands behind `title`", "：", "write `title: Postdoc`"),
        ("\n- title: Postdoc\n", "a dash stands before the field `title`", "-", f"write `title: Postdoc`, {_NO_DASH}"),
        ("  - title: \n", "a dash stands before the field `title`", "-", f"write `title: …`, {_NO_DASH}"),
        ("- Postdoc\n", _NO_FIELDS, "- Postdoc", "write each field on a line of its own"),
        ("- the title: Postdoc\n", _NO_FIELDS, "- the title: Postdoc", "write each field on a line of its own"),
    ],
)
def test_what_is_no_group_of_fields_is_told_by_its_first_line(text: str, message: str, shown: str, help: str) -> None:
    """And not by what YAML takes it for."""
    found: list[Diagnostic] = []
    assert read_mapping(SourceText("a.md", text), text, 1, found) is None
    ((mark,),) = (problem.marks for problem in found)
    assert (found[0].message, mark.text[mark.column - 1 :][: mark.length]) == (message, shown)
    assert found[0].help[0].startswith(help)


@pytest.mark.parametrize(
    ("line", "column", "sign"),
    [(1, 1, "a"), (1, 4, "c"), (3, 1, "d")],
)
def test_a_sign_is_shown_where_it_stands(line: int, column: int, sign: str) -> None:
    """Lines and columns begin with 1."""
    place = yaml.Mark("", 0, line - 1, column - 1, "", 0)
    error = yaml.MarkedYAMLError(problem="cannot start any token", problem_mark=place)
    text = "ab c\n\nd\n\n"
    (mark,) = explain_yaml_error(error, SourceText("a.md", text), text, 1).marks
    assert (mark.line, mark.column, mark.text[mark.column - 1]) == (line, column, sign)


def test_a_sign_on_the_last_line_is_shown_below_empty_ones() -> None:
    """Which are lines, too."""
    error = yaml.MarkedYAMLError(problem="cannot start any token", problem_mark=yaml.Mark("", 0, 2, 0, "", 0))
    problem = explain_yaml_error(error, SourceText("a.md", "\n\na"), "\n\na", 1)
    assert problem.message == "a value cannot begin with `a`"


@pytest.mark.parametrize("text", [" \u2029{a", "\u2028\x85\u2029[\t\xa0!"])
def test_line_breaks_that_are_none_elsewhere_do_no_harm(text: str) -> None:
    """Files have none, as they are refused there; a text of a program's own may."""
    found: list[Diagnostic] = []
    assert read_mapping(SourceText("a.md", text), text, 1, found) is None
    assert [problem.message for problem in found] == ["the lines do not fit together"]


@pytest.mark.parametrize("case", cases_of("values"), ids=lambda case: case.path.stem)
def test_a_line_that_a_help_tells_to_write_is_read(case: Case) -> None:
    """As a field of which nothing is wrong."""
    for block in case.path.read_text("utf-8").split("\n\n"):
        for problem in read_document(SourceText("a.md", f"---\ntitle: a\n{block}\n---\n")).diagnostics:
            for line in filter(None, map(_A_FIELD.search, problem.help)):
                found: list[Diagnostic] = []
                if problem.rule == INVALID_YAML.name:
                    assert read_mapping(SourceText("a.md", line[1]), line[1], 1, found), line[1]
                assert not found, line[1]
