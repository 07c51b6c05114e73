"""No text of a field is longer than anybody would read."""

from __future__ import annotations

import pytest

from golden import with_fields
from jobboard.policy import Policy
from jobboard.postings.reader import examine_posting
from reading import file_of


@pytest.mark.parametrize(
    ("field", "name", "most"),
    [
        ("start: {}", "start", 2_000),
        ("apply: {{url: https://example.org/, materials: [CV, {}]}}", "apply", 2_000),
        ("via: {{name: BioTalent, unit: {}}}", "via", 500),
        ("location: [Remote, {{city: {}, country: Germany}}]", "location", 500),
    ],
)
@pytest.mark.parametrize("fits", [True, False])
def test_a_text_of_a_field_has_a_limit(field: str, name: str, most: int, fits: bool, policy: Policy) -> None:
    """Wherever in the field it stands, and less where lists show it; the report is short and points to it."""
    text = "a" * (most + (not fits))
    problems = examine_posting(file_of(with_fields(field.format(text))), policy).diagnostics
    found = [problem for problem in problems if "a text of" in problem.message]
    assert len(found) == (not fits)
    for problem in found:
        (mark,) = problem.marks
        assert problem.message == f"`{name}` has a text of {most + 1:,} characters, at most {most:,} fit"
        assert problem.help == ("keep what a list would show; the text below the front matter may be longer",)
        assert mark.text[mark.column - 1 :][: mark.length] == text


def test_an_address_among_names_may_be_longer(policy: Policy) -> None:
    """As long as in a field for addresses."""
    for length, fits in ((2_000, True), (2_001, False)):
        address = f"https://example.org/{'a' * (length - 20)}"
        organization = f"organization: {{name: Northbridge University, url: '{address}'}}"
        problems = examine_posting(file_of(with_fields(organization)), policy).diagnostics
        assert (not problems) == fits


@pytest.mark.parametrize(("name", "rule"), [("title", "title-too-long"), ("summary", "invalid-value")])
def test_a_field_with_a_limit_of_its_own_names_that(name: str, rule: str, policy: Policy) -> None:
    """And is told of once."""
    (problem,) = examine_posting(file_of(with_fields(f"{name}: {'a b ' * 501}")), policy).diagnostics
    assert problem.rule == rule
    assert problem.message.startswith(f"`{name}` has 2,003 characters, at most ")
