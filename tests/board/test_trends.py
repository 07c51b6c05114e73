"""The board in figures: what is counted."""

from __future__ import annotations

import datetime as dt

from jobboard.board.trends import Figure, count_deadlines, days_open, measure_trends, percent
from jobboard.posting import Place, Posting, Salary
from reading import BoardOf, until


def numbers(figures: tuple[Figure, ...]) -> dict[str, int]:
    return {figure.label: figure.number for figure in figures}


def test_open_positions_are_counted_by_value(base: Posting, board_of: BoardOf) -> None:
    """An open position counts for each tag and once for each country it is in; a closed one does not count."""
    two = (Place(city="Paris", region=None, country="FR"), Place(city="Lyon", region=None, country="FR"))
    trends = measure_trends(
        board_of(
            {"tags": ("imaging", "llm")},
            {"tags": ("llm",), "places": (*base.places, *two), "position": "phd"},
            {"tags": ("llm",), "places": (), "work_mode": "remote", "remote_from": ("FR", "DE")},
            {"tags": ("radiology",), "status": "filled"},
        )
    )
    assert numbers(trends.fields) == {"Large language models": 3, "Medical imaging": 1}
    assert numbers(trends.positions) == {"Postdoc": 2, "PhD": 1}
    assert numbers(trends.countries) == {"United Kingdom": 2, "France": 1, "Remote, no fixed place": 1}
    assert [figure.address for figure in trends.countries] == [
        "places/united-kingdom/",
        "places/france/",
        None,
    ]


def test_months_hold_open_and_closed_positions(base: Posting, board_of: BoardOf) -> None:
    """The last 24 months are counted, this one included, whatever became of the positions."""
    trends = measure_trends(
        board_of(
            {"date": dt.date(2026, 11, 1)},
            {"date": dt.date(2026, 11, 20), "status": "filled"},
            {"date": dt.date(2024, 12, 1)},
            {"date": dt.date(2024, 11, 30)},
        )
    )
    assert len(trends.months) == 24
    assert (trends.months[0].first, trends.months[0].announced) == (dt.date(2024, 12, 1), 1)
    assert (trends.months[-1].first, trends.months[-1].announced) == (dt.date(2026, 11, 1), 2)
    assert sum(month.announced for month in trends.months) == 3


def test_days_open_end_when_the_position_closed(base: Posting, board_of: BoardOf) -> None:
    """Days are counted to the deadline, or to the day a position closed early; where nobody said when, not at all."""
    announced = {"date": dt.date(2026, 10, 1)}
    board = board_of(
        {**announced, **until(base, "2026-10-31")},
        {**announced, "status": "filled", "updated": dt.date(2026, 10, 11)},
        {**announced, "status": "filled"},
        {**announced, "deadline": None, "listed_until": dt.date(2026, 11, 1)},
        {**announced, **until(base, "2026-10-21"), "status": "filled", "updated": dt.date(2026, 11, 11)},
    )
    found = {job.posting.slug: days_open(job) for job in board.closed}
    assert found == {"job-0": 30, "job-1": 10, "job-2": None, "job-3": None, "job-4": 20}


def test_a_median_needs_enough_positions(base: Posting, board_of: BoardOf) -> None:
    """Four closed positions have no median, five have one."""
    closed = [{"date": dt.date(2026, 10, 1), **until(base, f"2026-10-{day}")} for day in (11, 12, 13, 14, 31)]
    assert measure_trends(board_of(*closed[:4])).days_open is None
    trends = measure_trends(board_of(*closed))
    assert trends.days_open == 12
    assert numbers(trends.days_open_by_position) == {"Postdoc": 12}


def test_salaries_are_shown_over_time_when_there_are_enough(base: Posting, board_of: BoardOf) -> None:
    """The share of positions that state a salary is of the open ones; months need five announcements each."""
    stated = {"salary": Salary(text="TV-L E13")}
    months = [dt.date(2026, month, 2) for month in (9, 10, 11) for _ in range(5)]
    changes = [{"date": day, **(stated if number % 5 == 0 else {})} for number, day in enumerate(months)]
    trends = measure_trends(board_of(*changes))
    assert (trends.open_with_salary, trends.open) == (3, 15)
    assert [month.salary_percent for month in trends.months[-3:]] == [20, 20, 20]
    assert trends.shows_salary_by_month
    assert not measure_trends(board_of(*changes[:14])).shows_salary_by_month
    assert percent(1, 8) == 13


def test_deadlines_are_counted_by_week(base: Posting, board_of: BoardOf) -> None:
    """Deadlines fall into weeks from Monday on; one that is still open somewhere counts for this week."""
    board = board_of(
        until(base, "2026-11-22"),
        until(base, "2026-11-23"),
        until(base, "2027-01-10"),
        until(base, "2027-01-11"),
        {"deadline": None},
    )
    weeks = count_deadlines(board)
    assert [week.deadlines for week in weeks] == [1, 1, *[0] * 5, 1]
    assert weeks[0].monday == dt.date(2026, 11, 16)
    sunday = board_of({"deadline": base.deadline}, now="2027-01-01T06:00:00Z")
    assert count_deadlines(sunday)[0].deadlines == 1, "31 December is not over anywhere on earth"
