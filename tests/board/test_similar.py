"""Where to look next: which open positions are alike, and what it costs to know."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from jobboard.board.board import Board, Job
from jobboard.board.similar import SHOWN, Neighbours
from jobboard.policy import Policy
from jobboard.posting import Organization, Place, Posting
from reading import board_at


def vary(base: Posting, slug: str, *tags: str, country: str = "GB", **changes: Any) -> Posting:
    values: dict[str, Any] = {"organization": Organization(name=slug), "tags": tags, "places": place(country)}
    return base._replace(slug=slug, **values | changes)


def place(country: str) -> tuple[Place, ...]:
    return (Place(city=None, region=None, country=country),)


def similar(policy: Policy, postings: list[Posting], slug: str) -> list[str]:
    board = board_at(postings, policy)
    return slugs(Neighbours(board).similar_to(job_of(board, slug)))


def job_of(board: Board, slug: str) -> Job:
    return next(job for job in board.jobs if job.posting.slug == slug)


def slugs(jobs: list[Job]) -> list[str]:
    return [job.posting.slug for job in jobs]


def test_rare_tags_make_alike_more_than_common_ones(policy: Policy, base: Posting) -> None:
    """A shared rare tag counts for more than a shared tag that nearly all positions have."""
    common = [vary(base, f"common-{number}", "imaging", position="phd") for number in range(4)]
    rare = vary(base, "rare", "wearables", position="phd")
    asked = vary(base, "asked", "imaging", "wearables", position="faculty")
    assert similar(policy, [*common, rare, asked], "asked")[0] == "rare"


def test_kind_and_country_decide_between_equal_tags(policy: Policy, base: Posting) -> None:
    """Of positions with the same tags, those of the same kind come first, then those in the same country."""
    postings = [
        vary(base, "neither", "imaging", position="phd", country="FR"),
        vary(base, "country", "imaging", position="phd"),
        vary(base, "both", "imaging"),
        vary(base, "kind", "imaging", country="FR"),
        vary(base, "asked", "imaging"),
    ]
    assert similar(policy, postings, "asked") == ["both", "kind", "country", "neither"]


def test_a_country_alone_makes_nothing_alike(policy: Policy, base: Posting) -> None:
    """Positions that share neither a tag nor their kind are not proposed, wherever they are."""
    other = vary(base, "other", "radiology", position="phd")
    assert similar(policy, [other, vary(base, "asked", "imaging")], "asked") == []


def test_only_other_open_positions_are_proposed(policy: Policy, base: Posting) -> None:
    """Neither the position itself nor a closed one is proposed, and a closed one gets proposals, too."""
    ended = vary(base, "ended", "imaging", status="filled")
    postings = [ended, vary(base, "one", "imaging"), vary(base, "two", "imaging")]
    assert similar(policy, postings, "one") == ["two"]
    assert sorted(similar(policy, postings, "ended")) == ["one", "two"]


def test_a_position_unlike_all_others_has_no_proposals(policy: Policy, base: Posting) -> None:
    """A closed position whose tags, kind and country no open one has gets an empty list."""
    postings = [
        vary(base, "open", "imaging"),
        vary(base, "ended", "llm", country="FR", position="phd", status="closed"),
    ]
    assert similar(policy, postings, "ended") == []


def test_other_positions_of_the_organization_are_apart(policy: Policy, base: Posting) -> None:
    """An organization's first four others, the next deadline first, are listed apart and not as similar ones."""
    own = Organization(name="Own")
    base = vary(base, "base", "imaging", organization=own)
    postings = [base._replace(slug=f"own-{number}", date=dt.date(2026, 10, 1 + number)) for number in range(7)]
    postings.append(base._replace(slug="elsewhere", organization=Organization(name="Else")))
    board = board_at(postings, policy)
    neighbours = Neighbours(board)
    job = job_of(board, "own-2")
    assert slugs(neighbours.of_organization(job)) == ["own-0", "own-1", "own-3", "own-4"]
    assert neighbours.has_more_of_organization(job)
    assert sorted(slugs(neighbours.similar_to(job))) == ["elsewhere", "own-5", "own-6"]
    assert not neighbours.has_more_of_organization(job_of(board, "elsewhere"))


def test_the_order_of_the_files_does_not_matter(policy: Policy, base: Posting) -> None:
    """The same postings give the same proposals, however they were found."""
    tags = list(policy.tags.terms)
    choice = random.Random(7)
    postings = [
        vary(base, f"job-{number}", *choice.sample(tags, 3), country=choice.choice(["GB", "FR", "DE"]))
        for number in range(200)
    ]
    first = similar(policy, postings, "job-11")
    choice.shuffle(postings)
    assert similar(policy, postings, "job-11") == first
    assert len(first) == SHOWN


@pytest.mark.parametrize("count", [100, 2000])
def test_the_work_for_one_position_does_not_grow(
    policy: Policy, base: Posting, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many positions share everything, no more than some hundreds of them are looked at."""
    tags = list(policy.tags.terms)[:8]
    board = board_at([vary(base, f"job-{number}", *tags) for number in range(count)], policy)
    neighbours = Neighbours(board)
    looked_at: list[list[int]] = []
    nearest = neighbours._nearest

    def watch(features: tuple[int, ...], own: int | None) -> list[list[int]]:
        looked_at.extend(nearest(features, own))
        return looked_at

    monkeypatch.setattr(neighbours, "_nearest", watch)
    assert len(neighbours.similar_to(board.jobs[count // 2])) == SHOWN
    assert sum(map(len, looked_at)) <= 240


def test_the_weights_that_are_kept_are_bounded(policy: Policy, base: Posting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forgetting some changes no answer."""
    tags = list(policy.tags.terms)
    postings = [vary(base, f"job-{number}", *tags[number : number + 3]) for number in range(9)]
    expected = [similar(policy, postings, posting.slug) for posting in postings]
    monkeypatch.setattr("jobboard.board.similar._MASKS_KEPT", 1)
    assert [similar(policy, postings, posting.slug) for posting in postings] == expected
