"""Channels as files: RSS 2.0, Atom 1.0 and JSON Feed 1.1.

An entry is the same bytes in every feed that carries it, so that it is made once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import orjson
from markupsafe import escape

from jobboard.channels import Channel, Entry
from jobboard.dates import MANY_DAYS
from jobboard.feed_patterns import FeedPatterns
from jobboard.files import File
from jobboard.site import Site


class _Rendered(NamedTuple):
    """One entry in the three formats."""

    rss: bytes
    atom: bytes
    json: bytes


def render_channels(
    channels: Sequence[Channel], site: Site, patterns: tuple[FeedPatterns, FeedPatterns], built: dt.datetime
) -> Iterator[File]:
    """Three files for each channel, after the *patterns* of RSS and Atom; a channel without entries is dated *built*."""
    rss, atom = patterns
    wanted = list(dict.fromkeys(entry for channel in channels for entry in channel.entries))
    rendered = dict(zip(wanted, _render_entries(wanted, rss, atom), strict=True))
    for channel in channels:
        own = [rendered[entry] for entry in channel.entries]
        changed = max((entry.updated for entry in channel.entries), default=built)
        yield _join(f"{channel.address}feed.xml", rss, [entry.rss for entry in own], channel, site, changed)
        yield _join(f"{channel.address}atom.xml", atom, [entry.atom for entry in own], channel, site, changed)
        yield File(f"{channel.address}feed.json", _json(channel, own, site))


def _join(
    address: str, patterns: FeedPatterns, entries: list[bytes], channel: Channel, site: Site, changed: dt.datetime
) -> File:
    values = {
        "title": _escape(channel.title),
        "description": _escape(channel.description),
        "self": _escape(site.absolute(address)),
        "home": _escape(site.absolute(channel.home)),
        "language": _escape(site.language),
        "date": _rfc_2822(changed),
        "updated": changed.isoformat().encode(),
    }
    return File(address, b"".join([patterns.head.fill(values), *entries, patterns.end.fill({})]))


def _render_entries(entries: Sequence[Entry], rss: FeedPatterns, atom: FeedPatterns) -> list[_Rendered]:
    """Made step by step for all, as each step keeps the processor's caches for itself."""
    values = list(map(_entry_values, entries))
    in_rss, in_atom = (_fill_entries(patterns, entries, values) for patterns in (rss, atom))
    return list(map(_Rendered, in_rss, in_atom, map(_json_item, entries)))


def _fill_entries(patterns: FeedPatterns, entries: Sequence[Entry], values: Sequence[dict[str, bytes]]) -> list[bytes]:
    used = set(chain.from_iterable(entry.tags for entry in entries))
    tags = {tag: patterns.tag.fill({"tag": _escape(tag)}) for tag in used}
    filled = []
    for entry, own in zip(entries, values, strict=True):
        pattern = patterns.page if entry.id == entry.url else patterns.other
        filled.append(pattern.fill(own | {"tags": b"".join([tags[tag] for tag in entry.tags])}))
    return filled


def _entry_values(entry: Entry) -> dict[str, bytes]:
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
    return str(escape(text)).encode()


def _section(text: str) -> bytes:
    """HTML as a CDATA section: a sixth shorter than with each of its tags escaped."""
    return b"<![CDATA[%b]]>" % text.encode().replace(b"]]>", b"]]]]><![CDATA[>")


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
