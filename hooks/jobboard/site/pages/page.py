"""A page without its shell: what it says, where it stands, and who makes it.

Links inside the site begin with `ROOT`, which the adapter replaces by the way from the page to the site's root,
so that a row rendered once serves pages at every depth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

ROOT = "\0"
"""Stands for the way to the site's root; no text can hold it, because the reader refuses control characters."""

LONG = "\1"
"""Stands for the longest part of a page, which is encoded once for all pages that hold it."""


class Feeds(NamedTuple):
    """The feeds that belong to a page."""

    address: str
    """Folder of the three feeds, below the site's root."""
    title: str


class PageText(NamedTuple):
    """What a page says, without its shell."""

    title: str
    """Plain text."""
    description: str
    """Plain text, for search engines and previews."""
    content: str
    """HTML with `ROOT` in its links, and perhaps with `LONG`; its h1 has the id `top`."""
    long: bytes = b""
    """What stands in `content` for `LONG`: the text of a job, or the rows of a list."""
    head: str = ""
    """HTML for the head: preview, feeds."""
    data: bytes = b""
    """HTML for the end of the head: structured data."""


class Page(NamedTuple):
    """One page of the site; its text is made when it is asked for, by whichever process writes it."""

    address: str
    """Below the site's root, with `/` at the end; empty for the board itself."""
    render: Callable[[], PageText]
    prepare: Callable[[Sequence[str]], None] | None = None
    """Makes what many pages print, which are given by their addresses; the same for all that can be made together."""
    is_listed: bool = True
    """Whether the sitemap names it."""
    updated: dt.date | None = None
    """Day of the last change, for the sitemap."""

    @property
    def to_root(self) -> str:
        """The way from it to the site's root."""
        return "../" * self.address.count("/") or "./"
