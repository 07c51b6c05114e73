"""`board/feeds.json`: the filters for the feed finder on `/subscribe/`, and which of their values can be followed.

Its reader is `theme/assets/js/subscribe/`. It may change at any time, unlike `jobs.json`, which is for everybody else.
"""

from __future__ import annotations

from typing import Any

import orjson

from jobboard.board.board import Board
from jobboard.site.browser.filters import FILTERS, Filter
from jobboard.site.feeds.feeds import DAYS

FEED_LIST = "board/feeds.json"


def make_feed_list(board: Board) -> bytes:
    """What a feed holds, and every filter with what it is called; one that has feeds also with the values that have them.

    Of each value: slug, label and number of open positions, and for tags the number of their heading.
    """
    holds = {"items": board.policy.feed_items, "days": DAYS}
    return orjson.dumps(holds | {"filters": [_describe(each, board) for each in FILTERS]}) + b"\n"


def _describe(narrowing: Filter, board: Board) -> dict[str, Any]:
    named = {"name": narrowing.name, "one": narrowing.one}
    if not narrowing.kind:
        return named
    terms = board.policy.tags.terms
    headings = list(dict.fromkeys(term.group for term in terms.values()))
    values = [
        (
            facet.slug,
            facet.label,
            len(facet.open),
            headings.index(terms[facet.slug].group) if facet.kind == "tags" else 0,
        )
        for facet in board.facets[narrowing.kind].values()
    ]
    more = {"heading": narrowing.heading, "several": narrowing.several, "folder": narrowing.kind, "values": values}
    return named | more
