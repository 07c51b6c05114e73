"""Which positions look like one that was posted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import posting
from jobboard.board.duplicates import canonical_link, find_duplicates
from jobboard.diagnostics.diagnostic import Diagnostic, Severity
from reading import Read

ROOT = Path("postings").absolute()


def duplicates(read: Read, *texts: str) -> list[Diagnostic]:
    return find_duplicates([read(text, f"job-{n}.md") for n, text in enumerate(texts)], ROOT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://Example.org/jobs/42", "http://www.example.org/jobs/42/"),
        ("https://example.org/jobs/42", "https://example.org/jobs/42?utm_source=x&fbclid=1#apply"),
        ("https://example.org/view?id=7&page=2", "https://example.org/view?page=2&id=7&ref=board"),
    ],
)
def test_spellings_of_a_link_are_one(one: str, other: str) -> None:
    """Case of the host, a slash at the end, tracking and fragments do not make another link."""
    assert canonical_link(one) == canonical_link(other) is not None


@pytest.mark.parametrize(
    "page", ["https://e.org", "https://e.org/?utm_source=x", "https://e.org/en/careers/", "https://e.org/jobs.html"]
)
def test_pages_with_many_positions_are_no_link_of_one(page: str) -> None:
    """A start page or a careers page says nothing about which position is meant."""
    assert canonical_link(page) is None


def test_three_titles_make_a_link_a_general_one(read: Read) -> None:
    """A link that three different positions share is a page with many of them."""
    two = [posting("Engineer"), posting("Reader")]
    assert len(duplicates(read, *two)) == 1
    assert duplicates(read, *two, posting("Professor")) == []


def test_titles_alike_at_one_employer_and_place_are_reported_once(read: Read) -> None:
    """The later of two postings is reported, with what is different in it."""
    first = posting("Postdoc in imaging of the heart", date="2026-11-02").replace("jobs/42", "jobs/1")
    second = posting("Postdoc in Imaging of the Hearts", date="2026-11-10", deadline="2027-01-15")
    (found,) = duplicates(read, second, first)
    assert found.path == "postings/job-0.md"
    assert "`postings/job-1.md`" in found.message
    assert found.severity is Severity.WARNING
    assert duplicates(read, first, second.replace("Northbridge University", "Southbridge")) == []
    assert duplicates(read, first, second.replace("Edinburgh", "Glasgow")) == []
    assert duplicates(read, first, second.replace("Hearts", "Heart 2")) == []
    assert duplicates(read, first, second.replace("position: postdoc", "position: phd")) == []


@pytest.mark.parametrize(
    "other",
    [
        posting(date="2025-10-01", deadline="rolling"),
        posting(date="2026-09-01", deadline="2026-10-01"),
        posting(date="2026-10-20", more="status: filled\n"),
        posting(date="2026-10-20", more="draft: true\n"),
    ],
    ids=["a year ago", "closed long before", "filled", "draft"],
)
def test_a_call_that_is_repeated_is_no_duplicate(read: Read, other: str) -> None:
    """Only positions that were open at the same time can be one that was posted twice."""
    assert duplicates(read, posting(), other) == []


def test_ten_thousand_postings_of_one_employer_are_compared_in_moments(read: Read) -> None:
    """The time grows with the postings, not with their square, and one that was posted twice is found among them."""
    model = read()
    many = [
        model._replace(
            path=f"{n}.md",
            title=f"{n * 7919:x} position {n}",
            apply=model.apply._replace(url=f"https://e.org/{n}-x"),
        )
        for n in range(10_000)
    ]
    twice = many[5000]._replace(path="twice.md", apply=model.apply._replace(url="https://e.org/y"))
    assert [found.path for found in find_duplicates([*many, twice], ROOT)] == ["postings/twice.md"]


def test_applications_by_mail_or_through_a_start_page_are_no_link_in_common(read: Read) -> None:
    """Neither says which position is meant."""
    mail, start = (
        posting().replace("https://example.org/jobs/42", to)
        for to in ("jobs@example.org", "https://example.org/careers")
    )
    titles = ("Engineer of scanners", "Reader in law", "Clerk of optics", "Warden of birds")
    texts = [
        text.replace("Postdoc in medical imaging", title)
        for text, title in zip((mail, mail, start, start), titles, strict=True)
    ]
    assert duplicates(read, *texts) == []
