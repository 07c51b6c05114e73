"""What feedgen writes, cut where feeds and entries differ: filling it in takes a fiftieth of feedgen's time.

It is the same for every board, and feedgen takes as long to import as forty pages to write, so that what it has written
is kept for the next build.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from email.utils import format_datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

import orjson

from jobboard.channels import Entry

if TYPE_CHECKING:  # imported when there is nothing to read
    from feedgen.feed import FeedGenerator

_GENERATOR = "jobboard"

_KINDS = {"feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml"}
_OPEN, _CLOSE = "\ue000", "\ue001"
"""lxml takes no control characters. A value that holds these does no harm, as it is not searched for marks."""
_MARK = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")
_ENTRY = re.compile("<(item|entry)>.*?</\\1>", re.DOTALL)
_TAG = re.compile("<category>[^<]*</category>|<category [^>]*/>")
_FIRST, _SECOND = (dt.datetime(1970, 1, day, tzinfo=dt.UTC) for day in (1, 2))
_TIMES = {
    format_datetime(_FIRST): "date",
    format_datetime(_SECOND): "date",
    _FIRST.isoformat(): "published",
    _SECOND.isoformat(): "updated",
}


class Pattern:
    """XML with places for values."""

    def __init__(self, written: str) -> None:
        parts = _MARK.split(written)
        self._names = parts[1::2]
        self._parts = [part.encode() for part in parts]

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        """The XML with *values*, which are XML themselves; it need not have a place for each of them."""
        parts = self._parts.copy()
        parts[1::2] = [values[name] for name in self._names]
        return b"".join(parts)


class FeedPatterns(NamedTuple):
    """What feeds of one format are put together from."""

    head: Pattern
    """What precedes the entries: of `title`, `description`, `self` (the feed's own address), `home`, `language`, and `updated`, for which RSS has `date`."""
    end: Pattern
    """What follows them, without values."""
    page: Pattern
    """An entry that is a page: of `url`, `title`, `summary`, `content`, `author`, `tags`, and `published` and `updated`, for which RSS has `date`."""
    other: Pattern
    """Any other entry, which has an `id` besides."""
    tag: Pattern
    """One of an entry's `tags`: of `tag`."""


def read_patterns(cache: Path) -> tuple[FeedPatterns, FeedPatterns]:
    """Those of RSS and Atom, from the folder *cache* if they are what feedgen would write today; else they are put there."""
    path, key = cache / "feeds.json", _key()
    with suppress(OSError, ValueError, TypeError, KeyError):  # there is none, or something else
        kept = orjson.loads(path.read_bytes())
        if kept["key"] == key:
            return _cut(kept["written"])
    written = [_write_patterns(name) for name in _KINDS]
    with suppress(OSError):  # what cannot be kept is written again
        _replace(path, orjson.dumps({"key": key, "written": written}))
    return _cut(written)


def _cut(written: Iterable[Iterable[str]]) -> tuple[FeedPatterns, FeedPatterns]:
    rss, atom = (FeedPatterns(*map(Pattern, texts)) for texts in written)
    return rss, atom


def _replace(path: Path, content: bytes) -> None:
    """Whole, as another build may read it at any time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as new:
        new.write(content)
    try:
        Path(new.name).replace(path)
    finally:
        Path(new.name).unlink(missing_ok=True)


def _key() -> list[object]:
    """All that the patterns depend on."""
    return [version("feedgen"), version("lxml"), zlib.crc32(Path(__file__).read_bytes())]


def _write_patterns(name: str) -> list[str]:
    """The texts of a format's `FeedPatterns`; *name* is that of its files."""
    title, description, address, home, language = map(_mark, ("title", "description", "self", "home", "language"))
    feed = begin_feed(name, title, description, address, home, language, _SECOND)
    for entry_id in ("url", "id"):
        add_entry(feed, _blank_entry(entry_id))
    written = (feed.rss_str() if name == "feed.xml" else feed.atom_str()).decode()
    for time, label in _TIMES.items():
        written = written.replace(time, _mark(label))
    page, other = (found[0] for found in _ENTRY.finditer(written))
    head, end = written.split(page + other)
    tag = _TAG.findall(page)[0]
    return [head, end + "\n", page.replace(tag, _mark("tags")), other.replace(tag, _mark("tags")), tag]


def _mark(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


def _blank_entry(entry_id: str) -> Entry:
    texts = {name: _mark(name) for name in ("url", "title", "summary", "content", "author", "language")}
    return Entry(id=_mark(entry_id), published=_FIRST, updated=_SECOND, tags=(_mark("tag"),), **texts)


def begin_feed(
    name: str, title: str, description: str, address: str, home: str, language: str, changed: dt.datetime
) -> FeedGenerator:
    """A feed without entries, for a file called *name*; *address* is its own, *home* that of its page."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(address)
    feed.title(title)
    feed.description(description)
    feed.subtitle(description)
    feed.link(href=address, rel="self", type=_KINDS[name])
    feed.link(href=home, rel="alternate")  # last: feedgen makes it the channel's link
    feed.language(language)
    feed.generator(_GENERATOR)
    feed.updated(changed)
    feed.lastBuildDate(changed)
    return feed


def add_entry(feed: FeedGenerator, entry: Entry) -> None:
    """Add *entry* below those that *feed* has."""
    added = feed.add_entry(order="append")
    added.title(entry.title)
    added.link(href=entry.url)
    added.guid(entry.id, permalink=entry.id == entry.url)
    added.summary(entry.summary)
    added.content(entry.content, type="html")
    added.published(entry.published)
    added.updated(entry.updated)
    added.author(name=entry.author)
    added.dc.dc_creator(entry.author)  # RSS's own <author> needs an e-mail address
    for tag in entry.tags:
        added.category(term=tag)
