"""What a board's positions have in common, in figures: pure statistics as of the board's instant."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jobboard.board.board import Board, Job

MONTHS = 24
"""How far back the months go, the present one included."""
WEEKS = 8
"""How far ahead the deadlines go, the present week included."""
ENOUGH = 5
"""Positions without which a median or a share would say nothing."""
ENOUGH_MONTHS = 3
"""Months with `ENOUGH` positions each, without which there is no course over time."""

REMOTE = "Remote, no fixed place"


class Figure(NamedTuple):
    """A number with what it belongs to."""

    label: str
    number: int
    address: str | None = None
    """Page of the value, if it has one."""


class Month(NamedTuple):
    """The positions announced in one month."""

    first: dt.date
    announced: int
    with_salary: int

    @property
    def salary_percent(self) -> int | None:
        """How many of 100 state a salary; None when there are too few."""
        return percent(self.with_salary, self.announced) if self.announced >= ENOUGH else None


class Week(NamedTuple):
    """The deadlines in one week."""

    monday: dt.date
    deadlines: int


class Trends(NamedTuple):
    """All figures of a board; counts are sorted, the largest first."""

    open: int
    open_with_salary: int
    fields: tuple[Figure, ...]
    """Open positions by tag; one position counts for each of its tags."""
    positions: tuple[Figure, ...]
    """Open positions by kind."""
    countries: tuple[Figure, ...]
    """Open positions by the country they are in; one position counts for each of its countries."""
    months: tuple[Month, ...]
    """Announced, open and closed together; oldest first, the last one is not over."""
    days_open: int | None
    """Median of the days from announcement to closing, of all closed positions that had a deadline; None for too few."""
    days_open_by_position: tuple[Figure, ...]
    """Median days open by kind of position, where enough have closed."""

    @property
    def shows_salary_by_month(self) -> bool:
        """Whether the course of the salaries can be seen."""
        shares = [month.salary_percent for month in self.months if month.salary_percent is not None]
        return len(shares) >= ENOUGH_MONTHS and any(shares)


def measure_trends(board: Board) -> Trends:
    """The figures of *board*."""
    closed = [(job, days) for job in board.closed if (days := days_open(job)) is not None]
    by_position: dict[str, list[int]] = {}
    for job, days in closed:
        by_position.setdefault(job.posting.position, []).append(days)
    return Trends(
        open=len(board.open),
        open_with_salary=sum(job.posting.salary is not None for job in board.open),
        fields=_count_values(board, "tags"),
        positions=_count_values(board, "positions"),
        countries=_count_values(board, "places", _count_remote(board)),
        months=tuple(_months(board)),
        days_open=_median([days for _, days in closed]),
        days_open_by_position=_sorted(
            Figure(board.policy.positions.label(position), typical, _address(board, "positions", position))
            for position, all_days in by_position.items()
            if (typical := _median(all_days)) is not None
        ),
    )


def days_open(job: Job) -> int | None:
    """Days from a closed job's announcement to its closing; None without a deadline, or when the day is not known."""
    posting = job.posting
    if posting.deadline is None:
        return None
    if posting.status == "open":
        return (posting.deadline.day - posting.date).days
    if posting.updated is None:
        return None  # closed early, nobody said when
    return (min(posting.updated, posting.deadline.day) - posting.date).days


def count_deadlines(board: Board) -> list[Week]:
    """How many deadlines of open positions fall into each of the coming `WEEKS` weeks."""
    this = board.now.date() - dt.timedelta(days=board.now.weekday())
    found = Counter(
        max(0, (job.posting.deadline.day - this).days // 7)  # a day west of UTC may still be last week's
        for job in board.open
        if job.posting.deadline
    )
    return [Week(this + dt.timedelta(weeks=week), found[week]) for week in range(WEEKS)]


def percent(part: int, whole: int) -> int:
    """*part* of *whole* in hundredths, rounded half up."""
    return (200 * part + whole) // (2 * whole)


def _count_values(board: Board, kind: str, more: Iterable[Figure] = ()) -> tuple[Figure, ...]:
    """How many open positions there are of each value, and *more*."""
    facets = board.values[kind].values()
    counted = [
        Figure(facet.label, number, _address(board, kind, facet.slug))
        for facet in facets
        if (number := len(facet.open) - len(facet.remote))
    ]
    return _sorted([*counted, *more])


def _count_remote(board: Board) -> list[Figure]:
    number = sum(not job.posting.places for job in board.open)
    return [Figure(REMOTE, number)] if number else []


def _address(board: Board, kind: str, slug: str) -> str | None:
    facet = board.facet(kind, slug)
    return facet.address if facet else None


def _sorted(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: (-figure.number, figure.label.casefold())))


def _months(board: Board) -> Iterator[Month]:
    announced = Counter((job.posting.date.year, job.posting.date.month) for job in board.jobs)
    with_salary = Counter(
        (job.posting.date.year, job.posting.date.month) for job in board.jobs if job.posting.salary is not None
    )
    last = board.now.year * 12 + board.now.month - 1
    for number in range(last - MONTHS + 1, last + 1):
        key = number // 12, number % 12 + 1
        yield Month(dt.date(*key, 1), announced[key], with_salary[key])


def _median(days: list[int]) -> int | None:
    if len(days) < ENOUGH:
        return None
    ordered, middle = sorted(days), len(days) // 2
    return round((ordered[middle] + ordered[~middle]) / 2)
