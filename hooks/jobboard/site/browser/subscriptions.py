"""`board/feeds.json`: the filters for the feed finder on `/subscribe/`, and which of their values can be followed.

Its reader is `theme/assets/js/subscribe/`. It may change at any time, unlike `jobs.json`, which is for everybody else.
"""

from __future__ import annotations

import orjson

from jobboard.board.board import Board
from jobboard.site.browser.filters import FILTERS

FEED_LIST = "board/feeds.json"


def make_feed_list(board: Board) -> bytes:
    """Every filter with what it is called; one that has feeds also with the values that have a page, and so feeds.

    Of each value: slug, label and number of open positions.
    """
    filters = [
        {"name": each.name, "heading": each.heading, "one": each.one, "several": each.several, "folder": each.kind}
        | {"values": [(facet.slug, facet.label, len(facet.open)) for facet in board.facets[each.kind].values()]}
        if each.kind
        else {"name": each.name, "one": each.one}
        for each in FILTERS
    ]
    return orjson.dumps(filters) + b"\n"
