"""Channels as files: RSS 2.0, Atom 1.0 and JSON Feed 1.1.

An entry is the same bytes in every feed that carries it, so that it is made once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from markupsafe import escape

from jobboard.site.address import Site
from jobboard.site.feeds.channels import Channel, Item
from jobboard.site.files import SiteFile

if TYPE_CHECKING:  # imported when feeds are written
    from feedgen.entry import FeedEntry
    from feedgen.feed import FeedGenerator

_GENERATOR = "jobboard"
_MEDIA_TYPES = {"feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml"}
_MINUTES_BETWEEN_BUILDS = 24 * 60
_ATOM = "http://www.w3.org/2005/Atom"
_LIKE_TAG = re.compile(r"<[/!?a-zA-Z]")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
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
        rss = _write_rss_head(_begin_feed(channel, site, "feed.xml", changed), channel, site)
        yield SiteFile(channel.file("feed.xml"), _fill(rss, b"</channel>", [entry.rss for entry in own]))
        atom = _begin_feed(channel, site, "atom.xml", changed).atom_str()
        yield SiteFile(channel.file("atom.xml"), _fill(atom, b"</feed>", [entry.atom for entry in own]))
        yield SiteFile(channel.file("feed.json"), _write_json_feed(channel, site, [entry.json for entry in own]))


def _begin_feed(channel: Channel, site: Site, name: str, changed: dt.datetime) -> FeedGenerator:
    """A feed without entries, for the file called *name*."""
    from feedgen.ext.dc import DcExtension
    from feedgen.feed import FeedGenerator

    address = site.absolute(channel.file(name))
    feed = FeedGenerator()
    feed.register_extension("dc", DcExtension, atom=False)
    feed.id(address)
    feed.title(write_title(channel.title) if name == "feed.xml" else channel.title)
    feed.description(channel.description)
    feed.subtitle(channel.description)
    feed.link(href=address, rel="self", type=_MEDIA_TYPES[name])
    for relation, page in channel.neighbours.items():
        feed.link(href=site.absolute(channel.file(name, page)), rel=relation, type=_MEDIA_TYPES[name])
    feed.link(href=site.absolute(channel.home), rel="alternate")  # last: feedgen makes it the channel's link
    feed.language(site.language)
    feed.ttl(_MINUTES_BETWEEN_BUILDS)
    feed.generator(_GENERATOR)
    feed.updated(changed)
    feed.lastBuildDate(changed)
    return feed


def _write_rss_head(feed: FeedGenerator, channel: Channel, site: Site) -> bytes:
    """The feed as RSS, with the links to other pages, which feedgen writes for Atom only."""
    written: bytes = feed.rss_str()
    if not channel.neighbours:
        return written
    from lxml import etree

    root = etree.fromstring(written)
    for relation, page in channel.neighbours.items():
        address = site.absolute(channel.file("feed.xml", page))
        etree.SubElement(root[0], f"{{{_ATOM}}}link", href=address, rel=relation, type=_MEDIA_TYPES["feed.xml"])
    head: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return head


def _fill(feed: bytes, end: bytes, entries: Sequence[bytes]) -> bytes:
    """*feed*, which has none, with *entries* before its last *end*."""
    head, tag, rest = feed.rpartition(end)
    return b"".join((head, *entries, tag, rest, b"\n"))


def _render_entries(entries: Sequence[Item]) -> list[_Rendered]:
    from lxml import etree  # what feedgen's elements are of

    etree.register_namespace("content", _CONTENT)  # some readers know it by this name alone
    rendered = []
    for entry in entries:
        made = _make_entry(entry)
        atom = made.atom_entry()
        atom.set(_LANGUAGE, entry.language)
        made.title(write_title(entry.title))
        rss, atom = (etree.tostring(each, encoding="utf-8") for each in (made.rss_entry(), atom))
        rendered.append(_Rendered(rss, atom, _write_json_item(entry)))
    return rendered


def write_title(title: str) -> str:
    """*title* as RSS has it: what would be taken for markup, as readers of RSS do, is escaped as HTML."""
    return str(escape(title)) if _LIKE_TAG.search(title) or unescape(title) != title else title


def _make_entry(entry: Item) -> FeedEntry:
    from feedgen.entry import FeedEntry
    from feedgen.ext.dc import DcEntryExtension

    made = FeedEntry()
    made.register_extension("dc", DcEntryExtension, atom=False)
    made.title(entry.title)
    made.link(href=entry.url)
    made.guid(entry.id, permalink=entry.id == entry.url)
    made.description(str(escape(entry.summary)))  # readers of RSS take it for HTML
    made.summary(entry.summary)
    made.content(entry.content, type="html")
    made.published(entry.published)
    made.updated(entry.updated)
    made.author(name=entry.author)
    made.dc.dc_creator(entry.author)  # RSS's own <author> needs an e-mail address
    made.dc.dc_language(entry.language)
    for tag in entry.tags:
        made.category(term=tag)
    return made


def _write_json_feed(channel: Channel, site: Site, items: Sequence[bytes]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": site.absolute(channel.home),
        "feed_url": site.absolute(channel.file("feed.json")),
        "language": site.language,
    }
    if following := channel.neighbours.get("next"):
        feed["next_url"] = site.absolute(channel.file("feed.json", following))
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
