"""What feeds tell: channels of entries, whatever the format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

FEED_NAMES = ("feed.xml", "atom.xml", "feed.json")
"""RSS, Atom and JSON Feed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """What a subscriber is told, once."""

    id: str
    """Permanent; the same as `url` where the entry is the page itself."""
    url: str
    title: str
    """Plain text."""
    summary: str
    """Plain text."""
    content: str
    """Sanitised HTML."""
    published: dt.datetime
    updated: dt.datetime
    author: str
    tags: tuple[str, ...]
    language: str


class Channel(NamedTuple):
    """What one set of three feeds is about."""

    title: str
    description: str
    address: str
    """Folder of the three feeds, below the site's root."""
    home: str
    """The page they belong to, below the site's root."""
    entries: Sequence[Item]
