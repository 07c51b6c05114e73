"""What a board's own policy asks of a posting: a salary, pay, a language."""

from __future__ import annotations

import pytest

from building import posting
from jobboard.diagnostics.diagnostic import Severity
from jobboard.policy import Policy
from jobboard.postings.reader import read_posting
from reading import file_of


def rules_of(text: str, policy: Policy) -> dict[str, Severity]:
    _, problems = read_posting(file_of(text), policy)
    return {problem.rule: problem.severity for problem in problems}


def test_a_board_may_ask_for_the_salary(policy: Policy) -> None:
    """`required` stops a posting without one, `recommended` warns, and both are content with words."""
    required, recommended = (policy._replace(salary=word) for word in ("required", "recommended"))
    assert rules_of(posting(), policy) == {}
    assert rules_of(posting(), required) == {"missing-salary": Severity.ERROR}
    assert rules_of(posting(more="salary:\n"), required) == {"missing-salary": Severity.ERROR}
    assert rules_of(posting(), recommended) == {"missing-salary": Severity.WARNING}
    assert rules_of(posting(more="salary: {scale: TV-L E13}\n"), required) == {}
    assert rules_of(posting(more="salary: 45\n"), required) == {"invalid-salary": Severity.ERROR}


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ("employment: [part-time, volunteer]\n", "Text."),
        ("salary: unpaid\n", "Text."),
        ("salary: {text: 0 EUR}\n", "Text."),
        ("", "Two months.\n\nThis internship is unpaid."),
        ("", "An unpaid position in a friendly group."),
    ],
)
def test_a_board_may_refuse_unpaid_positions(policy: Policy, more: str, body: str) -> None:
    """Volunteers, an unpaid salary and a text that says so are refused by a board that forbids them, and no other."""
    text = posting(more=more, body=body)
    assert rules_of(text, policy) == {}
    assert rules_of(text, policy._replace(unpaid="forbidden")) == {"unpaid-position": Severity.ERROR}


@pytest.mark.parametrize("body", ["Research on unpaid carers.", "You may take unpaid leave.", "Paid 0.5 of full time."])
def test_unpaid_work_may_be_the_subject(policy: Policy, body: str) -> None:
    """Only words about the position itself count."""
    text = posting(more="salary: {text: 0.5 of TV-L E13}\n", body=body)
    assert rules_of(text, policy._replace(unpaid="forbidden")) == {}


def test_a_board_may_list_its_languages(policy: Policy) -> None:
    """A region counts as its language, and a posting that does not name its language is not asked."""
    listed = policy._replace(languages=("en", "de"))
    assert rules_of(posting(more="language: de-CH\n"), listed) == {}
    assert rules_of(posting(), listed) == {}
    assert rules_of(posting(more="language: fr\n"), listed) == {"unlisted-language": Severity.WARNING}
