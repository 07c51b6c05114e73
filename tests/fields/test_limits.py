"""No text of a field is longer than anybody would read."""

from __future__ import annotations

import pytest

from golden import with_fields
from jobboard.policy import Policy
from jobboard.postings.reader import examine_posting
from reading import file_of


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("start: {}", "start"),
        ("via: {{name: BioTalent, unit: {}}}", "via"),
        ("location: [Remote, {{city: {}, country: Germany}}]", "location"),
    ],
)
@pytest.mark.parametrize(("length", "fits"), [(2_000, True), (2_001, False)])
def test_a_text_of_a_field_has_at_most_2000_characters(
    field: str, name: str, length: int, fits: bool, policy: Policy
) -> None:
    """Wherever in the field it stands; the report is short and points to it."""
    text = "a" * length
    problems = examine_posting(file_of(with_fields(field.format(text))), policy).diagnostics
    found = [problem for problem in problems if "a text of" in problem.message]
    assert len(found) == (not fits)
    for problem in found:
        (mark,) = problem.marks
        assert problem.message == f"`{name}` has a text of 2,001 characters, at most 2,000 fit"
        assert problem.help == ("keep what a list would show; the text below the front matter may be longer",)
        assert mark.text[mark.column - 1 :][: mark.length] == text


@pytest.mark.parametrize(("name", "rule"), [("title", "title-too-long"), ("summary", "invalid-value")])
def test_a_field_with_a_limit_of_its_own_names_that(name: str, rule: str, policy: Policy) -> None:
    """And is told of once."""
    (problem,) = examine_posting(file_of(with_fields(f"{name}: {'a b ' * 501}")), policy).diagnostics
    assert problem.rule == rule
    assert problem.message.startswith(f"`{name}` has 2,003 characters, at most ")
