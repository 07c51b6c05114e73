"""How a board divides into values, and which of them have a page."""

from __future__ import annotations

from jobboard.policy import Policy
from jobboard.posting import Organization, Place
from reading import BoardOf


def test_the_spelling_of_an_open_job_names_its_organization(board_of: BoardOf) -> None:
    """Spellings with the same address are one organization."""
    closed = {"organization": Organization("NORTHBRIDGE"), "status": "filled"}
    board = board_of(closed, {"organization": Organization("Northbridge")})
    (facet,) = board.values["organizations"].values()
    assert (facet.slug, facet.label, len(facet.open), len(facet.closed)) == ("northbridge", "Northbridge", 1, 1)


def test_a_value_that_only_closed_jobs_have_is_one(board_of: BoardOf) -> None:
    """Its page says that nothing is open."""
    board = board_of({"status": "filled", "tags": ("llm",)})
    facet = board.values["tags"]["llm"]
    assert facet.open == ()
    assert [job.posting.slug for job in facet.closed] == ["job-0"]


def test_a_job_stands_once_in_each_of_its_countries(board_of: BoardOf) -> None:
    """Also when it names two cities there; remote work without a country stands in none."""
    places = (Place("Paris", None, "FR"), Place("Lyon", None, "FR"), Place("Bern", None, "CH"))
    board = board_of({"places": places}, {"places": (), "work_mode": "remote"})
    assert {slug: len(facet.open) for slug, facet in board.values["places"].items()} == {"france": 1, "switzerland": 1}
    assert list(board.values["modes"]) == ["remote"]


def test_a_country_has_the_jobs_that_may_be_done_from_it(board_of: BoardOf) -> None:
    """Told apart from those in it; a job in a country that may also be done from there is in it."""
    paris, remote = (Place("Paris", None, "FR"),), {"work_mode": "remote", "remote_from": ("FR", "ES")}
    board = board_of({"places": paris}, {"places": (), **remote}, {"places": paris, **remote})
    france, spain = board.values["places"]["france"], board.values["places"]["spain"]
    assert [job.posting.slug for job in france.open] == ["job-0", "job-1", "job-2"]
    assert [job.posting.slug for job in france.remote] == ["job-1"]
    assert france.open[1:] == spain.open == spain.remote


def test_only_values_with_enough_jobs_have_a_page(policy: Policy, board_of: BoardOf) -> None:
    """How many are enough, `board.yml` says for each kind."""
    choosy = policy._replace(pages={**policy.pages, "tags": 2})
    board = board_of({"tags": ("llm", "imaging")}, {"tags": ("imaging",)}, policy=choosy)
    assert list(board.values["tags"]) == ["llm", "imaging"]  # by their labels
    assert list(board.facets["tags"]) == ["imaging"]
    assert board.facet("tags", "llm") is None
