"""What feeds are put together from equals what feedgen writes itself."""

from __future__ import annotations

import datetime as dt

import pytest

from jobboard.channels import Channel, Entry, _add_entry, _blank, render_channels
from jobboard.site import Site

SITE = Site(url="https://e.org/", title="T", description="D", language="en", repository=None, branch="main")
DAY = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize("anchor", ["", "#change-1"])
def test_an_entry_is_what_feedgen_writes(anchor: str) -> None:
    """Every character that XML treats specially, and every mark of the pattern, comes through as feedgen writes it."""
    hostile = "<b>&amp; \"quoted\" 'single' ]]> -title- -tags- -tag- -url- 日本"
    entry = Entry(
        id=f"https://e.org/a?b&c{anchor}", url="https://e.org/a?b&c", title=hostile, summary=hostile, content=hostile,
        published=DAY, updated=DAY + dt.timedelta(days=2), author=hostile, tags=("x", "y&z"), language="en",
    )  # fmt: skip
    files = {file.address: file.content for file in render_channels([_channel(entry)], SITE, DAY)}
    for name, write, (start, end) in (
        ("feed.xml", "rss_str", (b"<item>", b"</item>")),
        ("atom.xml", "atom_str", (b"<entry>", b"</entry>")),
    ):
        feed = _blank(name, SITE)
        _add_entry(feed, entry)
        expected = getattr(feed, write)()
        expected = expected[expected.index(start) : expected.index(end) + len(end)]
        assert expected in files[name]


def _channel(entry: Entry) -> Channel:
    return Channel(title="T", description="D", address="", home="", entries=[entry])
