"""`board/feeds.json`: the facets that can be followed, for the feed finder on `/subscribe/`.

Its reader is `theme/assets/js/subscribe/`; it may change at any time, unlike `jobs.json`, which is for everybody else.
"""

from __future__ import annotations

import json

from jobboard.board.board import Board

FEED_LIST = "board/feeds.json"

_FILTERS = {
    "tag": "tags",
    "position": "positions",
    "country": "places",
    "mode": "modes",
    "organization": "organizations",
}
"""The board's filters that have feeds, each with its kind of facet."""


def make_feed_list(board: Board) -> str:
    """By filter: slug, label and number of open positions of every value that has a page, and so feeds."""
    values = {
        name: [[facet.slug, facet.label, len(facet.open)] for facet in board.facets[kind].values()]
        for name, kind in _FILTERS.items()
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"
