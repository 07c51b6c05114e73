"""Pages that list jobs: the board, facets, and the archive by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobboard import phrases
from jobboard.board import Board, Facet, Job
from jobboard.pages import Feeds, Page, Templates
from jobboard.pages.job import Link, tag_links
from jobboard.site import Site

RECENTLY_CLOSED = 10
"""Closed jobs shown below the open ones of a facet."""

KINDS = {
    "tags": ("Fields", "Open positions by field and method."),
    "positions": ("Kinds of position", "Open positions by kind."),
    "places": ("Places", "Open positions by country."),
    "modes": ("Work modes", "Open positions by where the work is done."),
    "organizations": ("Organizations", "Open positions by employer."),
}
"""Heading and lead of the index of each kind of facet."""


class Rows:
    """Renders each job's row once."""

    def __init__(self, board: Board, templates: Templates) -> None:
        self._board = board
        self._template = templates.get("row.html")
        self._rendered: dict[str, str] = {}

    def render(self, jobs: Sequence[Job]) -> str:
        """The rows of *jobs*, in their order."""
        return "\n".join(self._row(job) for job in jobs)

    def _row(self, job: Job) -> str:
        posting = job.posting
        row = self._rendered.get(posting.slug)
        if row is None:
            where = (posting.organization.name, phrases.say_short_where(posting), _mode(job))
            row = self._rendered[posting.slug] = self._template.render(
                job=job,
                closes=job.closes_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                where=" · ".join(part for part in where if part),
                tags=tag_links(job, self._board),
                closing=phrases.say_closing(job, self._board.now),
                remaining=phrases.say_remaining(job, self._board.now),
                pay=phrases.say_pay(posting.salary) if posting.salary else None,
            )
        return row


def _mode(job: Job) -> str | None:
    """The work mode, unless the place says it already."""
    return phrases.say_mode(job.posting) if job.posting.places else None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A value in an index, with what it leads to."""

    address: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries under one heading; the heading may be empty."""

    label: str
    entries: list[IndexEntry]


class ListPages:
    """Makes every page of a board that lists jobs."""

    def __init__(self, board: Board, site: Site, templates: Templates) -> None:
        self._board = board
        self._site = site
        self._rows = Rows(board, templates)
        self._listing = templates.get("listing.html")
        self._index = templates.get("index.html")
        self._head = templates.get("head.html")

    def board_pages(self) -> Iterator[Page]:
        """The open positions: `/`, and `/page/2/` and on when there are many."""
        board = self._board
        closed = "" if board.open else self._rows.render(board.closed[:RECENTLY_CLOSED])
        yield from self._list(
            "",
            heading=self._site.title,
            title=self._site.title,
            lead=f"{_count(len(board.open), 'open position')}, the next deadline first.",
            jobs=board.open,
            empty="No position is open at the moment. Follow a feed to hear of the next one.",
            closed_rows=closed,
            feeds=Feeds(address="", title=self._site.title),
        )

    def facet_pages(self, facet: Facet) -> Iterator[Page]:
        """The open jobs of one facet, and the last that closed."""
        heading, _ = KINDS[facet.kind]
        yield from self._list(
            facet.address,
            heading=facet.label,
            title=f"{facet.label} – research positions",
            lead=f"{_count(len(facet.open), 'open position')}.",
            jobs=facet.open,
            empty="No position is open here at the moment. Follow a feed to hear of the next one.",
            closed_rows=self._rows.render(facet.closed[:RECENTLY_CLOSED]),
            feeds=Feeds(address=facet.address, title=f"{facet.label} – {self._site.title}"),
            crumb=Link(f"{facet.kind}/", heading),
        )

    def archive_pages(self, year: int, jobs: Sequence[Job]) -> Iterator[Page]:
        """Every job announced in *year*, open or closed, newest first."""
        yield from self._list(
            f"archive/{year}/",
            heading=f"Announced in {year}",
            title=f"Research positions announced in {year}",
            lead=f"{_count(len(jobs), 'position')}, {sum(job.is_open for job in jobs)} of them open, newest first.",
            jobs=jobs,
            crumb=Link("archive/", "Archive"),
        )

    def kind_index(self, kind: str) -> Page:
        """All facets of one kind with a page, such as `/tags/`; tags by their group."""
        heading, lead = KINDS[kind]
        groups: dict[str, list[IndexEntry]] = {}
        terms = self._board.policy.tags.terms
        for facet in self._board.facets[kind].values():
            group = terms[facet.slug].group if kind == "tags" else ""
            groups.setdefault(group, []).append(IndexEntry(facet.address, facet.label, str(len(facet.open))))
        ordered = dict.fromkeys(term.group for term in terms.values()) if kind == "tags" else groups
        listed = [IndexGroup(label, groups[label]) for label in ordered if label in groups]
        return self._indexed(f"{kind}/", heading, lead, listed)

    def archive_index(self) -> Page:
        """The years, at `/archive/`."""
        entries = [
            IndexEntry(f"archive/{year}/", str(year), str(len(jobs))) for year, jobs in self._board.years.items()
        ]
        lead = "Every position that was published here, by the year of its announcement."
        return self._indexed("archive/", "Archive", lead, [IndexGroup("", entries)] if entries else [])

    def _list(
        self,
        address: str,
        *,
        heading: str,
        title: str,
        lead: str,
        jobs: Sequence[Job],
        empty: str = "",
        closed_rows: str = "",
        feeds: Feeds | None = None,
        crumb: Link | None = None,
    ) -> Iterator[Page]:
        size = self._board.policy.page_items
        pages = max(1, -(-len(jobs) // size))
        for number in range(1, pages + 1):
            own_address = _page_address(address, number)
            own_title = title if number == 1 else f"{title}, page {number}"
            content = self._listing.render(
                crumb=crumb,
                heading=heading,
                lead=lead,
                feeds=feeds,
                rows=self._rows.render(jobs[(number - 1) * size : number * size]),
                rows_label=heading,
                empty=empty,
                closed_rows=closed_rows if number == pages else "",
                number=number,
                pages=pages,
                page_address=lambda wanted: _page_address(address, wanted),
            )
            yield self._page(own_address, own_title, lead if number == 1 else f"{lead} Page {number}.", content, feeds)

    def _indexed(self, address: str, heading: str, lead: str, groups: list[IndexGroup]) -> Page:
        content = self._index.render(heading=heading, lead=lead, groups=groups)
        return self._page(address, heading, lead, content, None)

    def _page(self, address: str, title: str, lead: str, content: str, feeds: Feeds | None) -> Page:
        description = f"{title}: {lead}" if address else self._site.description
        url = self._site.absolute(address)
        head = self._head.render(
            feeds=feeds, type="website", site=self._site, title=title, description=description, url=url
        )
        return Page(address=address, title=title, description=description, content=content, head=head)


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
