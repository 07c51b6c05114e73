"""Postings that look alike and are two: acknowledged, closed, or behind a portal's general link."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from building import make_project, posting
from jobboard.board.duplicates import canonical_link, find_duplicates
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting

ROOT = Path("postings").absolute()
LATER = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)


def _read(policy: Policy, *texts: str) -> list[Posting]:
    found = []
    for number, text in enumerate(texts):
        name = f"job-{number}.md"
        one, problems = read_posting(PostingFile(path=name, shown=name, data=text.encode()), policy)
        assert one is not None, problems
        found.append(one)
    return found


@pytest.mark.parametrize("first", [0, 1])
def test_either_of_two_may_say_that_it_is_another_one(policy: Policy, first: int) -> None:
    """`not_duplicate_of` in one of them is enough, and names only the one it means."""
    texts = [posting(date="2026-11-02"), posting(date="2026-11-03")]
    assert len(find_duplicates(_read(policy, *texts), ROOT)) == 1
    texts[first] = texts[first].replace("tags:", f"not_duplicate_of: [job-{1 - first}]\ntags:")
    assert find_duplicates(_read(policy, *texts), ROOT) == []
    texts.append(posting(date="2026-11-04"))
    assert len(find_duplicates(_read(policy, *texts), ROOT)) == 1


def test_the_report_says_how_to_acknowledge_it(policy: Policy) -> None:
    """What it proposes ends the report."""
    texts = [posting(date="2026-11-02"), posting(date="2026-11-03")]
    (found,) = find_duplicates(_read(policy, *texts), ROOT)
    line = found.help[-1].removeprefix("or write `").removesuffix("`")
    assert find_duplicates(_read(policy, texts[0], texts[1].replace("tags:", f"{line}\ntags:")), ROOT) == []


def test_two_closed_ones_are_let_be(policy: Policy) -> None:
    """A pair is told while one of the two is open, with a deadline or without."""
    texts = [posting(deadline="2026-12-01"), posting(deadline="2026-12-31")]
    assert len(find_duplicates(_read(policy, *texts), ROOT, dt.datetime(2026, 12, 15, tzinfo=dt.UTC))) == 1
    assert find_duplicates(_read(policy, *texts), ROOT, LATER) == []
    rolling = _read(policy, posting(deadline="rolling"), posting(deadline="2026-12-31"))
    assert len(find_duplicates(rolling, ROOT, LATER)) == 1
    assert find_duplicates(rolling, ROOT, LATER + dt.timedelta(days=100)) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/career/offene-stellen",
        "https://example.org/en/jobs/overview",
        "https://jobs.example.org/imaging",
        "https://example.org/portal?lang=en",
    ],
)
def test_a_link_to_a_portal_makes_no_duplicate(policy: Policy, link: str) -> None:
    """Two positions with titles of their own behind a general link are two; with the same title they may be one."""
    texts = [posting("Engineer for scanners"), posting("Professor of sleep")]
    texts = [text.replace("https://example.org/jobs/42", link) for text in texts]
    assert find_duplicates(_read(policy, *texts), ROOT) == []
    same = [text.replace("Engineer for scanners", "Professor of sleep") for text in texts]
    assert len(find_duplicates(_read(policy, *same), ROOT)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.org/#/job/1001", "https://e.org/#/job/1002"),
        ("https://e.org/jobs#!/postdoc", "https://e.org/jobs#!/phd"),
        ("https://e.org/jobs?id=1", "https://e.org/jobs?id=2"),
    ],
)
def test_a_page_that_shows_one_position_at_a_time_has_many_links(one: str, other: str) -> None:
    """What stands behind `#` counts where it leads to another position."""
    assert canonical_link(one) != canonical_link(other) or canonical_link(one) is None


def test_places_outside_the_board_are_shown_by_paths_that_exist(tmp_path: Path) -> None:
    """A report names a file by a path under which it is found, wherever it lies."""
    project = make_project(tmp_path / "board")
    project.write("postings/one.md", posting(date="2026-11-02"))
    outside = tmp_path / "elsewhere" / "two.md"
    outside.parent.mkdir()
    outside.write_text(posting(date="2026-11-03"), encoding="utf-8")
    clash = tmp_path / "elsewhere" / "one.md"
    clash.write_text(posting("Engineer").replace("jobs/42", "jobs/43"), encoding="utf-8")
    both = project.jobboard("check", "postings/one.md", str(outside))
    assert f"--> {outside}:" in both.stdout
    assert "| apply: https://example.org/jobs/42" in both.stdout
    alone = project.jobboard("check", str(clash))
    assert f"--> {clash}\n" in alone.stdout
    assert "is already that of `postings/one.md`" in alone.stdout
