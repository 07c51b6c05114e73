"""What was not filled in, on a board that somebody has made theirs."""

from __future__ import annotations

import pytest

from building import posting
from jobboard.policy import Policy
from jobboard.postings.placeholders import is_reserved
from jobboard.postings.reader import read_posting
from reading import file_of


def said(text: str, policy: Policy) -> list[str]:
    """The messages about what is a placeholder, under a *policy* whose address is a real one."""
    named = text.replace("Ada Lovelace", "Maria Rossi").replace("Northbridge University", "Southbridge University")
    _, problems = read_posting(file_of(named), policy._replace(url="https://jobs.northbridge.org/"))
    return [problem.message for problem in problems if problem.rule == "placeholder"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ("source: https://jobs.example.com/1\n", "source"),
        ("source: {url: https://example.org/1}\n", "source.url"),
        ("contact: {name: Ada, email: ada@example.net}\n", "contact.email"),
        ("via: {name: Harbour, url: https://harbour.test/}\n", "via.url"),
    ],
)
def test_an_address_that_nobody_has_is_told(policy: Policy, more: str, field: str) -> None:
    """In each field that holds one, also within a group."""
    text = posting(more=more).replace("https://example.org/jobs/42", "https://northbridge.org/jobs/42")
    assert said(text, policy) == [f"`{field}` is an address that exists in examples only"]


def test_an_application_that_nobody_receives_is_told(policy: Policy) -> None:
    """As a web address and as one for e-mail; a real one is none."""
    text = posting()
    assert said(text, policy) == ["`apply` is an address that exists in examples only"]
    assert said(text.replace("https://example.org/jobs/42", "mailto:jobs@example.org"), policy) == said(text, policy)
    assert said(text.replace("https://example.org/jobs/42", "https://northbridge.org/examples"), policy) == []


def test_an_address_that_is_none_is_reserved_for_nothing() -> None:
    """What is no address at all is another rule's."""
    assert not is_reserved("https://[example.org/")
