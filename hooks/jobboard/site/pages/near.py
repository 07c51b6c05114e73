"""Where a reader of a job page goes on: similar open positions, and the others of the same organization."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from markupsafe import escape

from jobboard.board import phrases
from jobboard.board.board import Board, Job
from jobboard.board.similar import Neighbours
from jobboard.site.pages.page import ROOT
from jobboard.source.addresses import organization_slug
from jobboard.standards.dates import write_instant


class Near(NamedTuple):
    """Two short lists of open jobs, as HTML; empty where there is none."""

    similar: str
    others: str
    """Of the same organization."""
    more_address: str | None
    """Page of the organization, when it has more than the list."""


class NearLists:
    """Makes the short lists of each job."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._rows = _ShortRows(board)

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._board)

    def near(self, job: Job) -> Near:
        """What stands near *job*."""
        organization = self._board.facet("organizations", organization_slug(job.posting.organization.name))
        has_more = self._neighbours.has_more_of_organization(job)
        return Near(
            similar="\n".join([self._rows[other].named for other in self._neighbours.similar_to(job)]),
            others="\n".join([self._rows[other].bare for other in self._neighbours.of_organization(job)]),
            more_address=organization.address if organization and has_more else None,
        )


class _ShortRow(NamedTuple):
    named: str
    """With the organization's name."""
    bare: str


class _ShortRows(dict[Job, _ShortRow]):
    """The row of each job, rendered when it is first met, for all lists that show it."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._now = board.now

    def __missing__(self, job: Job) -> _ShortRow:
        name, where = escape(job.posting.organization.name), escape(phrases.say_short_where(job.posting))
        head = (
            f'<li class="jb-row" data-closes="{write_instant(job.closes_at)}">'
            f'<a href="{ROOT}{job.address}">{escape(job.posting.title)}</a> <small>'
        )
        tail = f'</small> <span class="jb-row__when">{phrases.say_closing(job, self._now)}</span></li>'
        row = self[job] = _ShortRow(f"{head}{name} · {where}{tail}", f"{head}{where}{tail}")
        return row
