"""Everything that is published: all pages and files of a board, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial

from jobboard.board.board import Board
from jobboard.board.changes import History, newest_changes, without_history
from jobboard.diagnostics.rules import RULES
from jobboard.parallel.processes import WORTH_A_TWIN
from jobboard.policy import FACET_KINDS
from jobboard.site.address import Site
from jobboard.site.browser.index import DESCRIPTIONS_ENTRY, INDEX_ADDRESS, make_index
from jobboard.site.browser.subscriptions import FEED_LIST, make_feed_list
from jobboard.site.calendars import BOARD_CALENDAR, make_calendars
from jobboard.site.dataset import SCHEMA_NAME, make_dataset, make_schema
from jobboard.site.feeds.channels import FEED_NAMES
from jobboard.site.feeds.feeds import CHANGES, CLOSING_SOON, make_feeds
from jobboard.site.files import File
from jobboard.site.pages.job import JobPages
from jobboard.site.pages.lists import ListPages
from jobboard.site.pages.page import Page
from jobboard.site.pages.redirect import redirect_page
from jobboard.site.pages.rules import RulePages
from jobboard.site.pages.templates import Templates
from jobboard.site.pages.trends import TrendsPage
from jobboard.site.sitemap import SITEMAP, make_sitemap
from jobboard.site.wording.texts import Texts


class Contents:
    """What a board publishes; the same board and site give the same bytes."""

    def __init__(self, board: Board, site: Site, templates: Templates, history: History = without_history) -> None:
        self.board = board
        self.site = site
        self.templates = templates
        self.templates.add(closing_soon=board.policy.closing_soon)
        self.guides: list[tuple[str, str, str]] = []
        """Address, title and description of the guides, as the adapter finds them in the navigation."""
        self._history = history
        self._texts = Texts()

    @property
    def is_large(self) -> bool:
        """Whether a second process would be worth its start."""
        return len(self.board.jobs) > WORTH_A_TWIN

    @cached_property
    def pages(self) -> list[Page]:
        """Every page but those written by hand."""
        return list(self._make_pages())

    def _make_pages(self) -> Iterator[Page]:
        jobs = JobPages(self.board, self.site, self.templates, self._texts)
        lists = ListPages(self.board, self.site, self.templates)
        yield from lists.board_pages()
        for job in self.board.jobs:
            yield jobs.page(job)
        for kind in FACET_KINDS:
            yield lists.kind_index(kind)
            for facet in self.board.facets[kind].values():
                yield from lists.facet_pages(facet)
        yield lists.archive_index()
        for year, announced in self.board.years.items():
            yield from lists.archive_pages(year, announced)
        yield TrendsPage(self.board, self.site, self.templates).page()
        yield RulePages(self.templates).index()

    def rule_page(self, name: str, text: str) -> Page:
        """The page of one rule from its hand-written Markdown."""
        return RulePages(self.templates).explanation(name, text)

    def written_pages(self) -> list[tuple[str, str, str]]:
        """Address, title and description of the pages written by hand, for the search."""
        rules = [(f"rules/{rule.name}/", f"Rule: {rule.name}", rule.meaning) for rule in RULES]
        return [*self.guides, *rules]

    def batches(self) -> list[Callable[[], Iterable[File]]]:
        """Everything that is not a page, in parts that are best made by one process; first feeds and calendars, which go with open jobs."""
        return [self._feeds, partial(make_calendars, self.board, self.site), self._data, self._redirects]

    def landmarks(self) -> list[str]:
        """Addresses of the files that guides link to: the board's own feeds and calendar, and its dataset."""
        feeds = [f"{folder}{name}" for folder in ("", CLOSING_SOON, CHANGES) for name in FEED_NAMES]
        return [*feeds, BOARD_CALENDAR, "jobs.json", SCHEMA_NAME]

    def _feeds(self) -> Iterator[File]:
        changes = newest_changes(self.board, self._history)
        return make_feeds(self.board, self.site, self._texts, changes)

    def _data(self) -> Iterator[File]:
        yield File(INDEX_ADDRESS, make_index(self.board, self.written_pages()))
        yield File(DESCRIPTIONS_ENTRY, "{}\n")
        yield File(FEED_LIST, make_feed_list(self.board))
        yield File("jobs.json", make_dataset(self.board, self.site))
        yield File(SCHEMA_NAME, make_schema(self.site))
        listed = [(page.address, page.updated) for page in self.pages if page.is_listed]
        yield from make_sitemap([*((address, None) for address, _, _ in self.written_pages()), *listed], self.site)
        yield File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {self.site.absolute(SITEMAP)}\n")

    def _redirects(self) -> Iterator[File]:
        for job in self.board.jobs:
            for alias in job.posting.aliases:
                yield redirect_page(alias, job, self.site)
