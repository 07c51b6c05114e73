"""What feeds tell: channels of entries, whatever the format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

FEED_NAMES = ("feed.xml", "atom.xml", "feed.json")
"""RSS, Atom and JSON Feed."""
CLOSING_SOON, CHANGES = "closing-soon/", "changes/"
"""Folders of the feeds that are not those of a page."""


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
    number: int = 1
    """Which of several pages (RFC 5005, 3) it is; the first one holds the newest entries."""
    last: int = 1

    def file(self, name: str, number: int | None = None) -> str:
        """The address of its feed called *name*, or of that of page *number*."""
        page = number or self.number
        stem, _, ending = name.partition(".")
        return f"{self.address}{name if page == 1 else f'{stem}-{page}.{ending}'}"

    @property
    def neighbours(self) -> dict[str, int]:
        """The other pages by what they are to this one; none where there is one page."""
        if self.last == 1:
            return {}
        around = {"first": 1, "previous": self.number - 1, "next": self.number + 1, "last": self.last}
        return {relation: page for relation, page in around.items() if 1 <= page <= self.last}
