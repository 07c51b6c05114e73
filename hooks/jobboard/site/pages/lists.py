"""Pages that list jobs: the board, facets, and the archive by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from jobboard.board import phrases
from jobboard.board.board import Board, Facet, Job
from jobboard.site.address import Site
from jobboard.site.browser.filters import PARAMETERS
from jobboard.site.feeds.channels import CHANGES, CLOSING_SOON
from jobboard.site.pages.job import Link
from jobboard.site.pages.page import LONG, Feeds, Page, PageText
from jobboard.site.pages.tags import TagLinks
from jobboard.site.pages.templates import Templates
from jobboard.site.pages.timeline import deadline_timeline
from jobboard.standards.dates import say_date, write_instant
from jobboard.standards.english import say_count

NOTHING_YET = "Nothing has been published yet."
RECENTLY_CLOSED = 10
"""Closed jobs shown below the open ones of a facet."""

KINDS = {
    "tags": ("Fields", "Open positions by field and method"),
    "positions": ("Kinds of position", "Open positions by kind"),
    "places": ("Places", "Open positions by country"),
    "modes": ("Work modes", "Open positions by where the work is done"),
    "organizations": ("Organizations", "Open positions by employer"),
}
"""Heading of the index of each kind of facet, and what it lists."""


class Rows:
    """Renders each job's row once."""

    def __init__(self, board: Board, site: Site, templates: Templates) -> None:
        self._board = board
        self._site = site
        self._templates = templates
        self._tags = TagLinks(board, templates)
        self._rendered: dict[str, bytes] = {}

    def render(self, jobs: Sequence[Job]) -> bytes:
        """The rows of *jobs*, in their order."""
        return b"\n".join([self._row(job) for job in jobs])

    def _row(self, job: Job) -> bytes:
        posting = job.posting
        row = self._rendered.get(posting.slug)
        if row is None:
            row = self._rendered[posting.slug] = self._templates.render(
                "row",
                job=job,
                words=phrases.say_row(job, self._board.now),
                tags=self._tags.of(posting),
                closes=write_instant(job.closes_at),
                remaining=phrases.say_remaining(job, self._board.now),
                language=posting.language if posting.language != self._site.language else None,
            ).encode()
        return row


class IndexEntry(NamedTuple):
    """A value in an index, with what it leads to."""

    address: str
    label: str
    jobs: str
    """How many."""


class IndexGroup(NamedTuple):
    """Entries under one heading; the heading may be empty."""

    label: str
    entries: list[IndexEntry]


class OpenCount(NamedTuple):
    """The sentence that says how many jobs of a list are open; the browser counts again, and says the same one."""

    number: int
    one: str
    """What is said when it is one."""
    many: str
    """What is said of another number, for which `#` stands."""

    @property
    def said(self) -> str:
        """The sentence with its number."""
        return self.one if self.number == 1 else self.many.replace("#", f"{self.number:,}")


class Listing(NamedTuple):
    """A list of jobs that may fill several pages."""

    address: str
    heading: str
    title: str
    open_count: OpenCount
    jobs: Sequence[Job]
    note: str = ""
    """What else is said of them."""
    empty: str = ""
    """What to say when there is no job."""
    has_closed: bool = False
    """Whether `jobs` are open and closed ones."""
    closed: Sequence[Job] = ()
    """The last that closed, shown on the last page."""
    feeds: Feeds | None = None
    crumb: Link | None = None
    """The page above."""
    selection: str = ""
    """The board's address that shows the same open jobs, to be narrowed further; empty for none."""
    updated: dt.date | None = None
    """Day on which a job was last announced, changed or closed."""

    def page_address(self, number: int) -> str:
        """Where page *number* (from 1) is."""
        return self.address if number == 1 else f"{self.address}page/{number}/"


class ListPages:
    """Makes every page of a board that lists jobs."""

    def __init__(self, board: Board, site: Site, templates: Templates) -> None:
        self._board = board
        self._site = site
        self._rows = Rows(board, site, templates)
        self._templates = templates
        self._today = say_date(board.now.date())

    def board_pages(self) -> Iterator[Page]:
        """The open positions: `/`, and `/page/2/` and on when there are many."""
        board = self._board
        nothing = "No position is open at the moment." if board.jobs else NOTHING_YET
        return self._pages(
            Listing(
                address="",
                heading=self._site.title,
                title=self._site.title,
                open_count=OpenCount(len(board.open), "1 open position.", "# open positions, the next deadline first."),
                jobs=board.open,
                empty=f"{nothing} Follow a feed to hear of the next one.",
                closed=() if board.open else board.closed[:RECENTLY_CLOSED],
                updated=_last_change(board.open, board.closed),
                feeds=Feeds(address="", title=self._site.title),
            )
        )

    def facet_pages(self, facet: Facet) -> Iterator[Page]:
        """The open jobs of one facet, and the last that closed."""
        heading, _ = KINDS[facet.kind]
        return self._pages(
            Listing(
                address=facet.address,
                heading=facet.label,
                title=f"{facet.label} – research positions",
                open_count=OpenCount(len(facet.open), "1 open position.", "# open positions."),
                note=self._say_remote(facet),
                jobs=facet.open,
                empty="No position is open here at the moment. Follow a feed to hear of the next one.",
                closed=facet.closed[:RECENTLY_CLOSED],
                updated=_last_change(facet.open, facet.closed),
                feeds=Feeds(address=facet.address, title=f"{facet.label} – {self._site.title}"),
                crumb=Link(f"{facet.kind}/", heading),
                selection=f"?{PARAMETERS[facet.kind]}={facet.slug}" if facet.open else "",
            )
        )

    def archive_pages(self, year: int, jobs: Sequence[Job]) -> Iterator[Page]:
        """Every job announced in *year*, open or closed, newest first."""
        return self._pages(
            Listing(
                address=f"archive/{year}/",
                heading=f"Announced in {year}",
                title=f"Research positions announced in {year}",
                open_count=OpenCount(
                    sum(job.is_open for job in jobs),
                    *(f"{say_count(len(jobs), 'position')}, {number} of them open, newest first." for number in "1#"),
                ),
                has_closed=True,
                jobs=jobs,
                crumb=Link("archive/", "Archive"),
                updated=_last_change(jobs),
            )
        )

    def kind_index(self, kind: str) -> Page:
        """All facets of one kind with a page, such as `/tags/`; tags by their group."""
        heading, listed = KINDS[kind]
        lead = f"{listed}, as of {self._today}."
        groups: dict[str, list[IndexEntry]] = {}
        terms = self._board.policy.tags.terms
        for facet in self._board.facets[kind].values():
            group = terms[facet.slug].group if kind == "tags" else ""
            groups.setdefault(group, []).append(IndexEntry(facet.address, facet.label, _say_number(facet)))
        ordered = dict.fromkeys(term.group for term in terms.values()) if kind == "tags" else groups
        shown = [IndexGroup(label, groups[label]) for label in ordered if label in groups]
        empty = self._say_why_empty(kind)
        return Page(address=f"{kind}/", render=partial(self._index_text, f"{kind}/", heading, lead, shown, empty))

    def _say_remote(self, facet: Facet) -> str:
        """How many of a country's jobs are in it, and how many are remote from it; empty without any of these."""
        remote, where = len(facet.remote), facet.label
        number = len(facet.open) - remote
        return f"As of {self._today}, {number:,} in {where} and {remote:,} remote from {where}." if remote else ""

    def _say_why_empty(self, kind: str) -> str:
        least = self._board.policy.pages[kind]
        if not self._board.jobs:
            return NOTHING_YET
        return "Nothing is listed here yet." + (f" A page needs {say_count(least, 'position')}." if least > 1 else "")

    def archive_index(self) -> Page:
        """The years, at `/archive/`."""
        years = self._board.years.items()
        entries = [IndexEntry(f"archive/{year}/", str(year), str(len(jobs))) for year, jobs in years]
        lead = "Every position that was published here, by the year of its announcement."
        groups = [IndexGroup("", entries)] if entries else []
        return Page(
            address="archive/", render=partial(self._index_text, "archive/", "Archive", lead, groups, NOTHING_YET)
        )

    def _pages(self, listing: Listing) -> Iterator[Page]:
        count = max(1, -(-len(listing.jobs) // self._board.policy.page_items))
        for number in range(1, count + 1):
            address = listing.page_address(number)
            yield Page(
                address=address, render=partial(self._listing_text, listing, number, count), updated=listing.updated
            )

    def _listing_text(self, listing: Listing, number: int, count: int) -> PageText:
        size = self._board.policy.page_items
        is_board = listing.address == "" and number == 1 and bool(listing.jobs)
        as_of = f"As of {self._today}: "
        rows = self._rows.render(listing.jobs[(number - 1) * size : number * size])
        content = self._templates.render(
            "listing",
            listing=listing,
            as_of=as_of,
            rows=LONG if rows else "",
            closed_rows=self._rows.render(listing.closed).decode() if number == count else "",
            is_board=is_board,
            timeline=deadline_timeline(self._board) if is_board else "",
            number=number,
            count=count,
        )
        page = f", page {number}" if number > 1 else ""
        address = listing.page_address(number)
        feeds = [listing.feeds] if listing.feeds else []
        if address == "":
            feeds += [
                Feeds(CLOSING_SOON, f"Closing soon – {self._site.title}"),
                Feeds(CHANGES, f"Changes – {self._site.title}"),
            ]
        return self._text(address, listing.title + page, as_of + listing.open_count.said, content, feeds)._replace(
            long=rows
        )

    def _index_text(self, address: str, heading: str, lead: str, groups: list[IndexGroup], empty: str) -> PageText:
        content = self._templates.render("index", heading=heading, lead=lead, groups=groups, empty=empty)
        return self._text(address, heading, lead, content)

    def _text(self, address: str, title: str, lead: str, content: str, feeds: Sequence[Feeds] = ()) -> PageText:
        description = f"{title}: {lead}" if address else self._site.description
        head = self._templates.render(
            "head",
            feeds=feeds,
            type="website",
            site=self._site,
            language=self._site.language,
            title=title,
            description=description,
            url=self._site.absolute(address),
        )
        return PageText(title=title, description=description, content=content, head=head)


def _say_number(facet: Facet) -> str:
    remote = len(facet.remote)
    return f"{len(facet.open) - remote:,} + {remote:,} remote" if remote else f"{len(facet.open):,}"


def _last_change(*jobs: Sequence[Job]) -> dt.date | None:
    """The day on which one of *jobs* was last announced, changed or closed; None without any."""
    return max([job.left or job.changed for job in chain(*jobs)], default=None)
