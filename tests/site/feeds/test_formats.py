"""A feed that is put together from entries is the XML that feedgen writes of all of them at once."""

from __future__ import annotations

import datetime as dt
import json
from xml.etree import ElementTree

import pytest

from jobboard.site.address import Site
from jobboard.site.feeds import formats as feed_files
from jobboard.site.feeds.channels import Channel, Item
from jobboard.site.feeds.formats import render_channels

SITE = Site(url="https://e.org/?a&b/", title="T", description="D", language="pt-BR", repository=None, branch="main")
DAY = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
HOSTILE = "<b>&amp; \"quoted\" 'single' ]]> </channel></rss> </feed> 日本 \ue000"


@pytest.mark.parametrize("ending", ["", "]", "]]", "]]>"])
def test_a_feed_is_what_feedgen_writes(ending: str) -> None:
    """Every character that XML treats specially, and whatever looks like an end, comes through as feedgen writes it."""
    text = HOSTILE + ending
    entries = [_entry(text, id=f"https://e.org/a?b&c{anchor}") for anchor in ("", "#change-1", "")]
    for channel in (
        Channel(title=text, description=text, address="tags/a/", home="tags/a/", entries=entries),
        Channel(title=text, description=text, address="", home="", entries=[]),
    ):
        files = {file.address: file.content for file in render_channels([channel], SITE, DAY)}
        for name, write in (("feed.xml", "rss_str"), ("atom.xml", "atom_str")):
            changed = max((entry.updated for entry in channel.entries), default=DAY)
            feed = feed_files._begin_feed(channel, SITE, name, changed)
            for entry in channel.entries:
                made = feed_files._make_entry(entry)
                made.title(feed_files.write_title(text) if write == "rss_str" else text)
                feed.add_entry(made, order="append")
            assert _canonical(files[channel.address + name]) == _canonical(getattr(feed, write)())
            assert b"<generator>jobboard</generator>" in bytes(files[channel.address + name])  # type: ignore[arg-type]


def test_a_json_feed_holds_the_text() -> None:
    """As HTML."""
    channel = Channel(
        title="T", description="D", address="", home="", entries=[_entry("<p>E</p>", id="https://e.org/a")]
    )
    *_, feed = render_channels([channel], SITE, DAY)
    (item,) = json.loads(feed.content)["items"]
    assert item["content_html"] == "<p>E</p>"


def _canonical(feed: str | bytes) -> str:
    """As canonical XML, in which it does not matter how a text is escaped; without the language of Atom's entries."""
    root = ElementTree.fromstring(feed)
    for entry in root.iter("{http://www.w3.org/2005/Atom}entry"):
        entry.attrib.pop("{http://www.w3.org/XML/1998/namespace}lang", None)
    return ElementTree.canonicalize(ElementTree.tostring(root, encoding="unicode"))


def _entry(text: str, *, id: str) -> Item:
    return Item(
        id=id, url="https://e.org/a?b&c", title=text, summary=text, content=text, published=DAY,
        updated=DAY + dt.timedelta(days=2), author=text, tags=("x", "y&z"), language="en",
    )  # fmt: skip
