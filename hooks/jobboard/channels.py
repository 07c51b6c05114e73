"""Channels of entries in RSS 2.0, Atom 1.0 and JSON Feed 1.1.

An entry is the same bytes in every feed that carries it, and two channels differ in six values, so feedgen
renders one entry and one channel with marks where others differ, and a feed is put together from them.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from jobboard.dates import MANY_DAYS
from jobboard.files import File
from jobboard.site import Site

if TYPE_CHECKING:  # feedgen takes 0.05 s to import, which only a build that writes feeds should spend
    from feedgen.feed import FeedGenerator

GENERATOR = "jobboard"
FEED_NAMES = ("feed.xml", "atom.xml", "feed.json")
"""RSS, Atom and JSON Feed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
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
    entries: Sequence[Entry]


class _Rendered(NamedTuple):
    """One entry in the three formats, encoded once for all feeds that carry it."""

    rss: bytes
    atom: bytes
    json: bytes


def render_channels(channels: Sequence[Channel], site: Site, built: dt.datetime) -> Iterator[File]:
    """Three files for each channel; one without entries is dated *built*."""
    wanted = list(dict.fromkeys(entry for channel in channels for entry in channel.entries))
    rendered = dict(zip(wanted, _render_entries(wanted, site), strict=True))
    rss, atom = _blank("feed.xml", site).rss_str().decode(), _blank("atom.xml", site).atom_str().decode()
    for channel in channels:
        own = [rendered[entry] for entry in channel.entries]
        changed = max((entry.updated for entry in channel.entries), default=built)
        yield File(f"{channel.address}feed.xml", _fill(rss, channel, changed, (one.rss for one in own), "</channel>"))
        yield File(f"{channel.address}atom.xml", _fill(atom, channel, changed, (one.atom for one in own), "</feed>"))
        yield File(f"{channel.address}feed.json", _json(channel, own, site))


def _render_entries(entries: Sequence[Entry], site: Site) -> list[_Rendered]:
    """Made step by step for all, as each step keeps the processor's caches for itself."""
    patterns = [_patterns(site, is_page=entry.id == entry.url) for entry in entries]
    values = list(map(_escaped_values, entries))
    tags = [tuple(map(_escape, entry.tags)) for entry in entries]
    rss = [pattern.fill(value, own) for (pattern, _), value, own in zip(patterns, values, tags, strict=True)]
    atom = [pattern.fill(value, own) for (_, pattern), value, own in zip(patterns, values, tags, strict=True)]
    return list(map(_Rendered, rss, atom, map(_json_item, entries)))


def _escaped_values(entry: Entry) -> dict[str, bytes]:
    return {
        "id": _escape(entry.id),
        "url": _escape(entry.url),
        "title": _escape(entry.title),
        "summary": _escape(entry.summary),
        "content": _section(entry.content),
        "author": _escape(entry.author),
        "date": _rfc_2822(entry.published),
        "published": entry.published.isoformat().encode(),
        "updated": entry.updated.isoformat().encode(),
    }


@lru_cache(MANY_DAYS)
def _rfc_2822(instant: dt.datetime) -> bytes:
    """*instant* (in UTC) as RSS dates an item; positions announced on one day share it."""
    return format_datetime(instant).encode()


def _escape(text: str) -> bytes:
    """For the text of an element; addresses and tags, which stand between quotes in Atom, hold none. Bytes are faster."""
    return text.encode().replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def _section(text: str) -> bytes:
    """The same for HTML, as a CDATA section: a sixth shorter than with each of its tags escaped."""
    return b"<![CDATA[%b]]>" % text.encode().replace(b"]]>", b"]]]]><![CDATA[>")


class _Pattern:
    """An entry as feedgen writes it (but for how its HTML is escaped), cut where two entries differ: filling it in takes a fiftieth of feedgen's time."""

    def __init__(self, written: str) -> None:
        self._category = _CATEGORY.findall(written)[0].encode()
        parts = _MARK.split(_CATEGORY.sub("-tags-", written))
        self._names = parts[1::2]
        self._parts = [part.encode() for part in parts]

    def fill(self, values: dict[str, bytes], tags: Iterable[bytes]) -> bytes:
        """The entry with *values* and *tags*, which are escaped."""
        categories = b"".join([self._category.replace(b"-tag-", tag) for tag in tags])
        parts = self._parts.copy()
        parts[1::2] = [categories if name == "tags" else values[name] for name in self._names]
        return b"".join(parts)


_CATEGORY = re.compile('<category>-tag-</category>|<category term="-tag-"/>')
_MARK = re.compile("-(id|url|title|summary|content|author|date|published|updated|tags)-")


@cache
def _patterns(site: Site, *, is_page: bool) -> tuple[_Pattern, _Pattern]:
    """The pattern of an entry in RSS and in Atom; its id is its page's address or not."""
    first, second = _BLANK_TIME, _BLANK_TIME + dt.timedelta(days=1)
    feed = _blank("feed.xml", site)
    blank = Entry(
        id="-url-" if is_page else "-id-", url="-url-", title="-title-", summary="-summary-", content="-content-",
        published=first, updated=second, author="-author-", tags=("-tag-",), language=site.language,
    )  # fmt: skip
    _add_entry(feed, blank)
    rss = feed.rss_str().decode().split("<item>")[1].split("</item>")[0]
    atom = feed.atom_str().decode().split("<entry>")[1].split("</entry>")[0]
    rss = rss.replace(format_datetime(first), "-date-")
    atom = atom.replace(first.isoformat(), "-published-").replace(second.isoformat(), "-updated-")
    return _Pattern(f"<item>{rss}</item>"), _Pattern(f"<entry>{atom}</entry>")


def _add_entry(feed: FeedGenerator, entry: Entry) -> None:
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


_BLANK_TITLE, _BLANK_DESCRIPTION, _BLANK_ADDRESS, _BLANK_HOME = "-title-", "-description-", "-address-/", "-home-/"
_BLANK_TIME = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _blank(name: str, site: Site) -> FeedGenerator:
    """A feed without entries, with marks where two channels differ."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(site.absolute(_BLANK_ADDRESS + name))
    feed.title(_BLANK_TITLE)
    feed.description(_BLANK_DESCRIPTION)
    feed.subtitle(_BLANK_DESCRIPTION)
    kind = "application/rss+xml" if name == "feed.xml" else "application/atom+xml"
    feed.link(href=site.absolute(_BLANK_ADDRESS + name), rel="self", type=kind)
    feed.link(href=site.absolute(_BLANK_HOME), rel="alternate")  # last: feedgen makes it the channel's link
    feed.language(site.language)
    feed.generator(GENERATOR)
    feed.updated(_BLANK_TIME)
    feed.lastBuildDate(_BLANK_TIME)
    return feed


def _fill(blank: str, channel: Channel, changed: dt.datetime, entries: Iterable[bytes], end: str) -> bytes:
    """A feed: *blank* with the channel's own values, and its entries before *end*."""
    values = {
        _BLANK_TITLE: html.escape(channel.title, quote=False),
        _BLANK_DESCRIPTION: html.escape(channel.description, quote=False),
        _BLANK_ADDRESS: channel.address,
        _BLANK_HOME: channel.home,
        _BLANK_TIME.isoformat(): changed.isoformat(),
        format_datetime(_BLANK_TIME): format_datetime(changed),
    }
    for mark, value in values.items():
        blank = blank.replace(mark, value)
    at = blank.rindex(end)
    return b"".join((blank[:at].encode(), *entries, blank[at:].encode(), b"\n"))


def _json(channel: Channel, entries: list[_Rendered], site: Site) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": site.absolute(channel.home),
        "feed_url": site.absolute(f"{channel.address}feed.json"),
        "language": site.language,
    }
    return b"".join((orjson.dumps(feed)[:-1], b',"items":[', b",".join([entry.json for entry in entries]), b"]}\n"))


def _json_item(entry: Entry) -> bytes:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": entry.author}],
        "tags": entry.tags,
        "language": entry.language,
    }
    return orjson.dumps(item)
