"""The page about the whole board in figures, each as a picture with its table."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobboard.board.board import Board
from jobboard.board.trends import ENOUGH, MONTHS, Figure, Month, Trends, measure_trends, percent
from jobboard.site.address import Site
from jobboard.site.pages.charts import draw_bars, draw_columns
from jobboard.site.pages.job import Link
from jobboard.site.pages.page import Page, PageText
from jobboard.site.pages.templates import Templates
from jobboard.standards.dates import say_date

TRENDS_ADDRESS = "trends/"
SHOWN = 15
"""Values in one picture."""
NONE_OPEN = "No position is open at the moment."


class Line(NamedTuple):
    """One line of a table."""

    label: str
    values: tuple[str, ...]
    address: str | None = None
    """Page of the site that the label leads to."""


class Picture(NamedTuple):
    """A question, its answer in a sentence, and the answer as picture and table."""

    name: str
    """Its id, and the beginning of the ids in it."""
    heading: str
    lead: str
    svg: str = ""
    """Empty when there is nothing to show; the lead says why."""
    columns: tuple[str, ...] = ()
    """Headings of the table."""
    lines: tuple[Line, ...] = ()
    more: Link | None = None
    """Where the values are that had no room."""


class TrendsPage:
    """Makes the page of trends."""

    def __init__(self, board: Board, site: Site, templates: Templates) -> None:
        self._board = board
        self._site = site
        self._templates = templates

    def page(self) -> Page:
        """The page, at `/trends/`."""
        return Page(address=TRENDS_ADDRESS, render=self._text)

    def _text(self) -> PageText:
        board = self._board
        title, description = (
            "Trends",
            "Open positions in figures: by field, kind, country and month, with their salaries.",
        )
        content = self._templates.render(
            "trends",
            as_of=board.now.date(),
            said_as_of=say_date(board.now.date()),
            pictures=list(_pictures(measure_trends(board))) if board.jobs else [],
        )
        url = self._site.absolute(TRENDS_ADDRESS)
        head = self._templates.render(
            "head",
            site=self._site,
            type="website",
            title=title,
            description=description,
            url=url,
            language=self._site.language,
        )
        return PageText(title=title, description=description, content=content, head=head)


def _pictures(trends: Trends) -> Iterator[Picture]:
    noun = "Open positions"
    for value, figures, lead, address in (
        ("field", trends.fields, "A position counts for each of its tags.", "tags/"),
        ("country", trends.countries, "A position counts once for each of its countries.", "places/"),
        ("kind", trends.positions, "Every position is of one kind.", "positions/"),
    ):
        if figures:
            yield _bars(value, f"{noun} by {value}", lead, figures, (value.capitalize(), "Open"), address)
        else:
            yield Picture(name=value, heading=f"{noun} by {value}", lead=NONE_OPEN)
    yield _days_open(trends)
    yield _announced(trends.months)
    yield from _salaries(trends)


def _bars(
    name: str, heading: str, lead: str, figures: Sequence[Figure], columns: tuple[str, str], address: str
) -> Picture:
    shown = figures[:SHOWN]
    more = len(figures) - len(shown)
    description = f"The largest is {shown[0].label}: {shown[0].number:,}. All numbers are in the table below."
    return Picture(
        name=name,
        heading=heading,
        lead=lead,
        svg=draw_bars(name, heading, description, shown),
        columns=columns,
        lines=tuple(Line(figure.label, (f"{figure.number:,}",), figure.address) for figure in shown),
        more=Link(address, f"and {more} more") if more else None,
    )


def _announced(months: Sequence[Month]) -> Picture:
    total = sum(month.announced for month in months)
    most = max(months, key=lambda month: month.announced)
    heading = "Announced by month"
    if not total:
        return Picture(name="months", heading=heading, lead=f"Nothing was announced in the last {MONTHS} months.")
    lead = f"{total:,} in the last {MONTHS} months, open and closed ones; {_say_month(months[-1])} is not over."
    description = f"The most were in {_say_month(most)}: {most.announced:,}. All numbers are in the table below."
    columns = [(_say_month(month), month.announced) for month in months]
    return Picture(
        name="months",
        heading=heading,
        lead=lead,
        svg=draw_columns("months", heading, description, columns, top=most.announced),
        columns=("Month", "Announced"),
        lines=tuple(Line(label, (f"{number:,}",)) for label, number in columns),
    )


def _days_open(trends: Trends) -> Picture:
    heading = "Days from announcement to closing"
    if trends.days_open is None:
        return Picture(name="days", heading=heading, lead="Too few positions with a deadline have closed to say.")
    lead = f"{trends.days_open} days are typical (median of the closed positions that had a deadline)."
    if not trends.days_open_by_position:
        return Picture(name="days", heading=heading, lead=lead)
    lead += f" By kind, where at least {ENOUGH} have closed:"
    return _bars("days", heading, lead, trends.days_open_by_position, ("Kind", "Median days"), "positions/")


def _salaries(trends: Trends) -> Iterator[Picture]:
    heading = "Salary stated"
    if not trends.open:
        yield Picture(name="salaries", heading=heading, lead=NONE_OPEN)
    else:
        share = percent(trends.open_with_salary, trends.open)
        lead = f"{share} % of the open positions say what they pay."
        figures = (
            Figure("Stated", trends.open_with_salary),
            Figure("Not stated", trends.open - trends.open_with_salary),
        )
        yield _bars("salaries", heading, lead, figures, ("Salary", "Open"), "")
    if trends.shows_salary_by_month:
        heading = "Salary stated, by month of announcement"
        columns = [(_say_month(month), month.salary_percent) for month in trends.months]
        description = "From 0 to 100 %. All numbers are in the table below."
        yield Picture(
            name="salaries-by-month",
            heading=heading,
            lead=f"Months with at least {ENOUGH} announcements, open and closed ones.",
            svg=draw_columns("salaries-by-month", heading, description, columns, top=100, unit=" %"),
            columns=("Month", "Stated"),
            lines=tuple(Line(label, (f"{share} %" if share is not None else "too few",)) for label, share in columns),
        )


def _say_month(month: Month) -> str:
    return f"{calendar.month_abbr[month.first.month]} {month.first.year}"
