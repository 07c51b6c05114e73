"""Who writes what of a site: MkDocs the pages in its navigation and those written by hand, the core all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jobboard.board.board import Board
from jobboard.board.versions import Memory
from jobboard.diagnostics.rules import RULES
from jobboard.site.address import Site
from jobboard.site.browser.index import FoundPage
from jobboard.site.contents import LINKED_FILES, Batch, make_batches, make_pages
from jobboard.site.pages.page import Page
from jobboard.site.pages.rules import RulePages
from jobboard.site.pages.templates import Templates
from jobboard.site.texts import Texts

RULES_FOLDER = "rules/"
"""Below the folder of pages written by hand; the core makes the pages of rules from the files in it."""


PERSONAL = frozenset({"saved.md"})
"""Pages that show what is in a reader's own browser, and nothing to search engines."""


class MarkdownFile(NamedTuple):
    """A page written by hand."""

    uri: str
    """Its file, below the folder of such pages."""
    address: str
    """Of its page, below the site's root."""
    text: str
    """Markdown."""


class Plan(NamedTuple):
    """Each page of a site, once."""

    navigation: Mapping[str, Page]
    """By source file, the board's pages that the navigation names: MkDocs writes them."""
    pages: tuple[Page, ...]
    """The board's other pages."""
    batches: tuple[Batch, ...]
    """Everything that is not a page."""
    linked: tuple[str, ...]
    """MarkdownFile files of what MkDocs does not write and pages written by hand may link to."""


def make_plan(
    board: Board,
    site: Site,
    templates: Templates,
    memory: Memory,
    titles: Mapping[str, str],
    sources: Iterable[MarkdownFile],
    broken: Iterable[Page] = (),
) -> Plan:
    """The plan for a site with these pages written by hand; *titles* are those in the navigation, by source file.

    Pages in the place of *broken* postings give way to all others.
    """
    texts = Texts()
    rules = [source for source in sources if is_rule(source.uri)]
    guides = [source for source in sources if not is_rule(source.uri)]
    made = list(make_pages(board, site, templates, texts))
    explained = [
        RulePages(templates).explanation(rule.address.strip("/").rpartition("/")[2], rule.text) for rule in rules
    ]
    pages = {f"{page.address}index.md": page for page in made}
    pages |= {rule.uri: page for rule, page in zip(rules, explained, strict=True)}
    for page in broken:
        pages.setdefault(f"{page.address}index.md", page)
    found = [
        FoundPage(guide.address, titles[guide.uri], is_listed=guide.uri not in PERSONAL)
        for guide in guides
        if guide.uri in titles
    ]
    found += [FoundPage(f"{RULES_FOLDER}{rule.name}/", f"Rule: {rule.name}", rule.meaning) for rule in RULES]
    said = "".join(guide.text for guide in guides)
    return Plan(
        navigation={uri: page for uri, page in pages.items() if uri in titles},
        pages=tuple(page for uri, page in pages.items() if uri not in titles),
        batches=make_batches(board, site, texts, memory, made, found),
        linked=(
            *(uri for uri, page in pages.items() if uri not in titles and _may_link(said, page.address)),
            *LINKED_FILES,
        ),
    )


def is_rule(uri: str) -> bool:
    """Whether a file of pages written by hand explains a rule."""
    return uri.startswith(RULES_FOLDER)


def _may_link(said: str, address: str) -> bool:
    """Whether the text *said* may hold a link to the page at *address*; to jobs, which come and go, no guide links."""
    return not address.startswith("jobs/") and address.rstrip("/").rpartition("/")[2] in said
