"""Channels as files: RSS 2.0, Atom 1.0 and JSON Feed 1.1.

An entry is the same bytes in every feed that carries it, so that it is made once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from jobboard.site.address import Site
from jobboard.site.feeds.channels import Channel, Item
from jobboard.site.files import SiteFile

if TYPE_CHECKING:  # imported when feeds are written
    from feedgen.entry import FeedEntry
    from feedgen.feed import FeedGenerator

_GENERATOR = "jobboard"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
"""Namespace of an item's whole text, which RSS itself has no place for."""


class _Rendered(NamedTuple):
    """One entry in the three formats."""

    rss: bytes
    atom: bytes
    json: bytes


def render_channels(channels: Sequence[Channel], site: Site, built: dt.datetime) -> Iterator[SiteFile]:
    """Three files for each of *channels*; one without entries is dated *built*."""
    wanted = list(dict.fromkeys(entry for channel in channels for entry in channel.entries))
    rendered = dict(zip(wanted, _render_entries(wanted), strict=True))
    for channel in channels:
        own = [rendered[entry] for entry in channel.entries]
        changed = max((entry.updated for entry in channel.entries), default=built)
        rss = _begin_feed(channel, site, "feed.xml", "application/rss+xml", changed).rss_str()
        yield SiteFile(f"{channel.address}feed.xml", _fill(rss, b"</channel>", [entry.rss for entry in own]))
        atom = _begin_feed(channel, site, "atom.xml", "application/atom+xml", changed).atom_str()
        yield SiteFile(f"{channel.address}atom.xml", _fill(atom, b"</feed>", [entry.atom for entry in own]))
        yield SiteFile(f"{channel.address}feed.json", _write_json_feed(channel, site, [entry.json for entry in own]))


def _begin_feed(channel: Channel, site: Site, name: str, media_type: str, changed: dt.datetime) -> FeedGenerator:
    """A feed without entries, for the file called *name*."""
    from feedgen.feed import FeedGenerator

    address = site.absolute(f"{channel.address}{name}")
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False)
    feed.id(address)
    feed.title(channel.title)
    feed.description(channel.description)
    feed.subtitle(channel.description)
    feed.link(href=address, rel="self", type=media_type)
    feed.link(href=site.absolute(channel.home), rel="alternate")  # last: feedgen makes it the channel's link
    feed.language(site.language)
    feed.generator(_GENERATOR)
    feed.updated(changed)
    feed.lastBuildDate(changed)
    return feed


def _fill(feed: bytes, end: bytes, entries: Sequence[bytes]) -> bytes:
    """*feed*, which has none, with *entries* before its last *end*."""
    head, tag, rest = feed.rpartition(end)
    return b"".join((head, *entries, tag, rest, b"\n"))


def _render_entries(entries: Sequence[Item]) -> list[_Rendered]:
    from lxml import etree  # what feedgen's elements are of

    etree.register_namespace("content", _CONTENT)  # some readers know it by this name alone
    rendered = []
    for entry in entries:
        written = _make_entry(entry)
        rss, atom = (etree.tostring(each, encoding="utf-8") for each in (written.rss_entry(), written.atom_entry()))
        rendered.append(_Rendered(rss, atom, _write_json_item(entry)))
    return rendered


def _make_entry(entry: Item) -> FeedEntry:
    from feedgen.entry import FeedEntry

    made = FeedEntry()
    made.load_extension("dc", atom=False)
    made.title(entry.title)
    made.link(href=entry.url)
    made.guid(entry.id, permalink=entry.id == entry.url)
    made.summary(entry.summary)
    made.content(entry.content, type="html")
    made.published(entry.published)
    made.updated(entry.updated)
    made.author(name=entry.author)
    made.dc.dc_creator(entry.author)  # RSS's own <author> needs an e-mail address
    for tag in entry.tags:
        made.category(term=tag)
    return made


def _write_json_feed(channel: Channel, site: Site, items: Sequence[bytes]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": site.absolute(channel.home),
        "feed_url": site.absolute(f"{channel.address}feed.json"),
        "language": site.language,
    }
    return b"".join((orjson.dumps(feed)[:-1], b',"items":[', b",".join(items), b"]}\n"))


def _write_json_item(entry: Item) -> bytes:
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
