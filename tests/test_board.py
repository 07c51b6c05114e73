"""How a board divides into values, and which of them have a page."""

from __future__ import annotations

from typing import Any

import pytest

from building import NOW, posting
from jobboard.board.board import Board
from jobboard.clock import parse_instant
from jobboard.policy import Policy
from jobboard.posting import Organization, Place, Posting
from jobboard.postings.reader import PostingFile, read_posting


@pytest.fixture(name="base")
def _base(policy: Policy) -> Posting:
    """A posting to vary."""
    found, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=posting().encode()), policy)
    assert found is not None, problems
    return found


def board_of(policy: Policy, base: Posting, *changes: dict[str, Any]) -> Board:
    postings = [base._replace(slug=f"job-{number}", **change) for number, change in enumerate(changes)]
    return Board(postings, policy, parse_instant(NOW))


def test_the_spelling_of_an_open_job_names_its_organization(policy: Policy, base: Posting) -> None:
    """Spellings with the same address are one organization."""
    closed = {"organization": Organization("NORTHBRIDGE"), "status": "filled"}
    board = board_of(policy, base, closed, {"organization": Organization("Northbridge")})
    (facet,) = board.values["organizations"].values()
    assert (facet.slug, facet.label, len(facet.open), len(facet.closed)) == ("northbridge", "Northbridge", 1, 1)


def test_a_value_that_only_closed_jobs_have_is_one(policy: Policy, base: Posting) -> None:
    """Its page says that nothing is open."""
    board = board_of(policy, base, {"status": "filled", "tags": ("llm",)})
    facet = board.values["tags"]["llm"]
    assert facet.open == ()
    assert [job.posting.slug for job in facet.closed] == ["job-0"]


def test_a_job_stands_once_in_each_of_its_countries(policy: Policy, base: Posting) -> None:
    """Also when it names two cities there; remote work without a country stands in none."""
    places = (Place("Paris", None, "FR"), Place("Lyon", None, "FR"), Place("Bern", None, "CH"))
    board = board_of(policy, base, {"places": places}, {"places": (), "work_mode": "remote"})
    assert {slug: len(facet.open) for slug, facet in board.values["places"].items()} == {"france": 1, "switzerland": 1}
    assert list(board.values["modes"]) == ["remote"]


def test_only_values_with_enough_jobs_have_a_page(policy: Policy, base: Posting) -> None:
    """How many are enough, `board.yml` says for each kind."""
    choosy = policy._replace(pages={**policy.pages, "tags": 2})
    board = board_of(choosy, base, {"tags": ("llm", "imaging")}, {"tags": ("imaging",)})
    assert list(board.values["tags"]) == ["llm", "imaging"]  # by their labels
    assert list(board.facets["tags"]) == ["imaging"]
    assert board.facet("tags", "llm") is None
