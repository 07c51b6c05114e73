"""Everything that is published: all pages of a board, and all files beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from jobboard.board.board import Board
from jobboard.board.changes import newest_changes
from jobboard.board.versions import Memory
from jobboard.policy import FACET_KINDS
from jobboard.site.address import Site
from jobboard.site.browser.index import DESCRIPTIONS_ENTRY, INDEX_ADDRESS, FoundPage, make_index
from jobboard.site.browser.subscriptions import FEED_LIST, make_feed_list
from jobboard.site.calendars import BOARD_CALENDAR, make_calendars
from jobboard.site.dataset import SCHEMA_NAME, make_dataset, make_schema
from jobboard.site.feeds.channels import CHANGES, CLOSING_SOON, FEED_NAMES
from jobboard.site.feeds.feeds import make_feeds
from jobboard.site.files import SiteFile
from jobboard.site.pages.job import JobPages
from jobboard.site.pages.lists import ListPages
from jobboard.site.pages.page import Page
from jobboard.site.pages.redirect import redirect_page
from jobboard.site.pages.rules import RulePages
from jobboard.site.pages.templates import Templates
from jobboard.site.pages.trends import TrendsPage
from jobboard.site.sitemap import SITEMAP, make_sitemap
from jobboard.site.texts import Texts

Batch: TypeAlias = Callable[[], Iterable[SiteFile]]
"""Makes files that are best made by one process."""

LINKED_FILES = (
    *(f"{folder}{name}" for folder in ("", CLOSING_SOON, CHANGES) for name in FEED_NAMES),
    BOARD_CALENDAR,
    "jobs.json",
    SCHEMA_NAME,
)
"""Addresses of the files that guides link to: the board's own feeds and calendar, and its dataset."""


def make_pages(board: Board, site: Site, templates: Templates, texts: Texts) -> Iterator[Page]:
    """Every page but those written by hand."""
    jobs = JobPages(board, site, templates, texts)
    lists = ListPages(board, site, templates)
    yield from lists.board_pages()
    for job in board.jobs:
        yield jobs.page(job)
    for kind in FACET_KINDS:
        yield lists.kind_index(kind)
        for facet in board.facets[kind].values():
            yield from lists.facet_pages(facet)
    yield lists.archive_index()
    for year, announced in board.years.items():
        yield from lists.archive_pages(year, announced)
    yield TrendsPage(board, site, templates).page()
    yield RulePages(templates).index()


def make_batches(
    board: Board, site: Site, texts: Texts, memory: Memory, pages: Sequence[Page], written: Sequence[FoundPage]
) -> tuple[Batch, ...]:
    """Everything that is not a page; first feeds and calendars, which go with open jobs.

    *pages* are those of `make_pages`, *written* those written by hand, which the search knows.
    """

    def feeds() -> Iterator[SiteFile]:
        return make_feeds(board, site, texts, newest_changes(board, memory.versions), memory.arrivals())

    def data() -> Iterator[SiteFile]:
        yield SiteFile(INDEX_ADDRESS, make_index(board, written))
        yield SiteFile(DESCRIPTIONS_ENTRY, "{}\n")
        yield SiteFile(FEED_LIST, make_feed_list(board))
        yield SiteFile("jobs.json", make_dataset(board, site, texts))
        yield SiteFile(SCHEMA_NAME, make_schema(site))
        listed = [(page.address, page.updated) for page in pages if page.is_listed]
        yield from make_sitemap([*((page.address, None) for page in written if page.is_listed), *listed], site)
        yield SiteFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(SITEMAP)}\n")

    def redirects() -> Iterator[SiteFile]:
        for job in board.jobs:
            for alias in job.posting.aliases:
                yield redirect_page(alias, job, site)

    return feeds, partial(make_calendars, board, site), data, redirects
