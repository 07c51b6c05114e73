"""What postings say about each other, and what a board's own policy asks of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from building import posting
from jobboard.board.duplicates import canonical_link, find_duplicates
from jobboard.board.past_deadlines import find_past_deadlines
from jobboard.diagnostics.diagnostic import Diagnostic, Severity
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.wording.markdown import render_markdown

ROOT = Path("postings").absolute()


def read(text: str, policy: Policy, path: str = "a.md") -> Posting:
    found, problems = read_posting(PostingFile(path=path, shown=path, data=text.encode()), policy)
    assert found is not None, problems
    return found


def duplicates(policy: Policy, *texts: str) -> list[Diagnostic]:
    return find_duplicates([read(text, policy, f"job-{n}.md") for n, text in enumerate(texts)], ROOT)


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


def test_three_titles_make_a_link_a_general_one(policy: Policy) -> None:
    """A link that three different positions share is a page with many of them."""
    two = [posting("Engineer"), posting("Reader")]
    assert len(duplicates(policy, *two)) == 1
    assert duplicates(policy, *two, posting("Professor")) == []


def test_titles_alike_at_one_employer_and_place_are_reported_once(policy: Policy) -> None:
    """The later of two postings is reported, with what is different in it."""
    first = posting("Postdoc in imaging of the heart", date="2026-11-02").replace("jobs/42", "jobs/1")
    second = posting("Postdoc in Imaging of the Hearts", date="2026-11-10", deadline="2027-01-15")
    (found,) = duplicates(policy, second, first)
    assert found.path == "postings/job-0.md"
    assert "`postings/job-1.md`" in found.message
    assert found.severity is Severity.WARNING
    assert duplicates(policy, first, second.replace("Northbridge University", "Southbridge")) == []
    assert duplicates(policy, first, second.replace("Edinburgh", "Glasgow")) == []
    assert duplicates(policy, first, second.replace("Hearts", "Heart 2")) == []
    assert duplicates(policy, first, second.replace("position: postdoc", "position: phd")) == []


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
def test_a_call_that_is_repeated_is_no_duplicate(policy: Policy, other: str) -> None:
    """Only positions that were open at the same time can be one that was posted twice."""
    assert duplicates(policy, posting(), other) == []


def test_ten_thousand_postings_of_one_employer_are_compared_in_moments(policy: Policy) -> None:
    """The time grows with the postings, not with their square, and one that was posted twice is found among them."""
    model = read(posting(), policy)
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


def test_a_new_posting_whose_deadline_has_passed_is_reported(policy: Policy) -> None:
    """It is reported while the posting is new, and not when it has ended on purpose."""
    now = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
    late = posting(date="2026-11-15", deadline="2026-11-17")
    assert len(find_past_deadlines([read(late, policy)], ROOT, now)) == 1
    assert find_past_deadlines([read(late, policy)], ROOT, now + dt.timedelta(days=14)) == []
    assert find_past_deadlines([read(late, policy)], ROOT, now - dt.timedelta(days=4)) == []
    closed = read(late.replace("tags:", "status: closed\ntags:"), policy)
    assert find_past_deadlines([closed], ROOT, now) == []


def rules_of(text: str, policy: Policy) -> dict[str, Severity]:
    _, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=text.encode()), policy)
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


def test_the_mark_of_an_import_is_not_shown() -> None:
    """The line by which an imported text is known does not appear on the site."""
    assert "curated" not in render_markdown("<!-- not curated: from <b>x</b> -->\n\nText.")
