"""Texts read as postings under the tests' own policy, and boards of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Protocol

from building import NOW, posting
from jobboard.board.board import Board
from jobboard.clock import parse_instant
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting


class Read(Protocol):
    """Reads a valid posting."""

    def __call__(self, text: str = posting(), path: str = "one.md") -> Posting:
        """The posting that *text* is."""
        ...


class BoardOf(Protocol):
    """Makes a board as of `building.NOW`."""

    def __call__(self, *changes: dict[str, Any], policy: Policy | None = None, now: str = NOW) -> Board:
        """The board of one posting with each of *changes*; they are called `job-0`, `job-1`, …"""
        ...


def file_of(text: str | bytes, path: str = "one.md") -> PostingFile:
    """*text* as a file of that name."""
    return PostingFile(path=path, shown=path, data=text.encode() if isinstance(text, str) else text)


def reader_for(policy: Policy) -> Read:
    """Reads postings under *policy*, and fails on one that is not valid."""

    def read(text: str = posting(), path: str = "one.md") -> Posting:
        found, problems = read_posting(file_of(text, path), policy)
        assert found is not None, problems
        return found

    return read


def board_at(postings: Sequence[Posting], policy: Policy, now: str = NOW) -> Board:
    """The board of *postings* at an instant."""
    return Board(postings, policy, parse_instant(now))


def maker_of_boards(base: Posting, usual: Policy) -> BoardOf:
    """Makes boards of *base*, under the *usual* policy unless another is given."""

    def board_of(*changes: dict[str, Any], policy: Policy | None = None, now: str = NOW) -> Board:
        postings = [base._replace(slug=f"job-{number}", **change) for number, change in enumerate(changes)]
        return board_at(postings, policy or usual, now)

    return board_of


def until(base: Posting, day: str) -> dict[str, Any]:
    """A deadline at the end of *day* in UTC."""
    assert base.deadline is not None
    date = dt.date.fromisoformat(day)
    instant = dt.datetime.combine(date, dt.time(23, 59, 59), dt.UTC)
    return {"deadline": base.deadline._replace(day=date, instant=instant, zone="UTC")}


def faults_in(body: str, policy: Policy) -> list[str]:
    """What the check says of *body* as the text of a posting."""
    rules = {"empty-body", "unsupported-markup", "invalid-link", "hidden-characters", "garbled-text"}
    found = read_posting(file_of(posting(body=body)), policy)[1]
    return [f"{fault.rule}: {fault.marks[0].text}" for fault in found if fault.rule in rules or fault.is_error]
