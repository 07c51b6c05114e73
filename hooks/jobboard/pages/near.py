"""Where a reader of a job page goes on: similar open positions, and the others of the same organization."""

import html
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from jobboard import phrases
from jobboard.addresses import slugify
from jobboard.board import Board, Job
from jobboard.dates import write_instant
from jobboard.pages import ROOT
from jobboard.similar import Neighbours


class Near(NamedTuple):
    """Two short lists of open jobs, as HTML; empty where there is none."""

    similar: str
    others: str
    """Of the same organization."""
    more_address: str | None
    """Page of the organization, when it has more than the list."""


class NearLists:
    """Makes the short lists of each job; a job's row is rendered once for all lists that show it."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._rendered: dict[tuple[str, bool], str] = {}

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._board)

    def near(self, job: Job) -> Near:
        """What stands near *job*."""
        organization = self._board.facet("organizations", slugify(job.posting.organization.name))
        has_more = self._neighbours.has_more_of_organization(job)
        return Near(
            similar=self._rows(self._neighbours.similar_to(job), names_organization=True),
            others=self._rows(self._neighbours.of_organization(job), names_organization=False),
            more_address=organization.address if organization and has_more else None,
        )

    def _rows(self, jobs: Iterable[Job], *, names_organization: bool) -> str:
        return "\n".join(self._row(job, names_organization=names_organization) for job in jobs)

    def _row(self, job: Job, *, names_organization: bool) -> str:
        key = job.posting.slug, names_organization
        if key not in self._rendered:
            where = phrases.say_short_where(job.posting)
            if names_organization:
                where = f"{job.posting.organization.name} · {where}"
            self._rendered[key] = (
                f'<li class="jb-row" data-closes="{write_instant(job.closes_at)}">'
                f'<a href="{ROOT}{job.address}">{html.escape(job.posting.title)}</a> <small>{html.escape(where)}</small> '
                f'<span class="jb-row__when">{phrases.say_closing(job, self._board.now)}</span></li>'
            )
        return self._rendered[key]
