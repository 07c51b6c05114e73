"""What feeds are put together from is the XML that feedgen writes itself."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest

from jobboard.channels import Channel, Entry, _add_entry, _blank, render_channels
from jobboard.site import Site

SITE = Site(url="https://e.org/", title="T", description="D", language="en", repository=None, branch="main")
DAY = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize("ending", ["", "]", "]]", "]]>"])
@pytest.mark.parametrize("anchor", ["", "#change-1"])
def test_an_entry_is_what_feedgen_writes(anchor: str, ending: str) -> None:
    """Every character that XML treats specially, and every mark of the pattern, comes through as feedgen writes it."""
    hostile = "<b>&amp; \"quoted\" 'single' ]]> -title- -tags- -tag- -url- 日本" + ending
    entry = Entry(
        id=f"https://e.org/a?b&c{anchor}", url="https://e.org/a?b&c", title=hostile, summary=hostile, content=hostile,
        published=DAY, updated=DAY + dt.timedelta(days=2), author=hostile, tags=("x", "y&z"), language="en",
    )  # fmt: skip
    files = {file.address: file.content for file in render_channels([_channel(entry)], SITE, DAY)}
    for name, write, entry_name in (("feed.xml", "rss_str", "item"), ("atom.xml", "atom_str", "{*}entry")):
        feed = _blank(name, SITE)
        _add_entry(feed, entry)
        made, expected = (_part(entry_name, data) for data in (files[name], getattr(feed, write)()))
        assert made == expected


def _part(name: str, feed: str | bytes) -> str:
    """The entry as canonical XML, in which it does not matter how a text is escaped."""
    found = ElementTree.fromstring(feed).find(f".//{name}")
    assert found is not None
    return ElementTree.canonicalize(ElementTree.tostring(found, encoding="unicode"))


def _channel(entry: Entry) -> Channel:
    return Channel(title="T", description="D", address="", home="", entries=[entry])
