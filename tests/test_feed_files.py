"""What feeds are put together from is the XML that feedgen writes itself, however old it is."""

from __future__ import annotations

import datetime as dt
import json
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jobboard import feed_patterns
from jobboard.channels import Channel, Entry
from jobboard.feed_files import render_channels
from jobboard.feed_patterns import add_entry, begin_feed, read_patterns
from jobboard.site import Site

SITE = Site(url="https://e.org/?a&b/", title="T", description="D", language="pt-BR", repository=None, branch="main")
DAY = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
HOSTILE = "<b>&amp; \"quoted\" 'single' ]]> title \ue000title\ue001 \ue000url\ue001 1970-01-01T00:00:00+00:00 日本"


@pytest.mark.parametrize("ending", ["", "]", "]]", "]]>"])
def test_a_feed_is_what_feedgen_writes(tmp_path: Path, ending: str) -> None:
    """Every character that XML treats specially, and whatever looks like a mark, comes through as feedgen writes it."""
    text = HOSTILE + ending
    entries = [_entry(text, id=f"https://e.org/a?b&c{anchor}") for anchor in ("", "#change-1", "")]
    for channel in (
        Channel(title=text, description=text, address="tags/a/", home="tags/a/", entries=entries),
        Channel(title=text, description=text, address="", home="", entries=[]),
    ):
        files = {file.address: file.content for file in render_channels([channel], SITE, read_patterns(tmp_path), DAY)}
        for name, write in (("feed.xml", "rss_str"), ("atom.xml", "atom_str")):
            address, home = SITE.absolute(channel.address + name), SITE.absolute(channel.home)
            changed = max((entry.updated for entry in channel.entries), default=DAY)
            feed = begin_feed(name, text, text, address, home, SITE.language, changed)
            for entry in channel.entries:
                add_entry(feed, entry)
            assert _canonical(files[channel.address + name]) == _canonical(getattr(feed, write)())
            assert b"<generator>jobboard</generator>" in bytes(files[channel.address + name])  # type: ignore[arg-type]


def test_a_json_feed_holds_the_text(tmp_path: Path) -> None:
    """As HTML."""
    channel = Channel(
        title="T", description="D", address="", home="", entries=[_entry("<p>E</p>", id="https://e.org/a")]
    )
    *_, feed = render_channels([channel], SITE, read_patterns(tmp_path), DAY)
    (item,) = json.loads(feed.content)["items"]
    assert item["content_html"] == "<p>E</p>"


@pytest.mark.parametrize("spoiled", ["cut", "empty", "[]", "null", '{"key": 1}', "newer feedgen", "newer lxml"])
def test_feedgen_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoiled: str) -> None:
    """The next build takes what is there, whatever its site; what was spoiled or is out of date is written anew."""
    asked = _count_questions(monkeypatch)
    cache = tmp_path / ".cache"
    other = SITE._replace(url="https://other.org/", language="de")
    first = _write(SITE, cache), _write(other, cache)
    assert asked == ["feed.xml", "atom.xml"]
    assert b"https://other.org/feed.xml" in first[1][0]
    assert b"<language>de</language>" in first[1][0]
    (kept,) = cache.iterdir()
    if spoiled.startswith("newer"):
        package = spoiled.removeprefix("newer ")
        monkeypatch.setattr(feed_patterns, "version", lambda name: "99" if name == package else version(name))
    else:
        kept.write_bytes({"cut": kept.read_bytes()[:-9], "empty": b""}.get(spoiled, spoiled.encode()))
    assert (_write(SITE, cache), _write(other, cache)) == first
    assert asked == ["feed.xml", "atom.xml"] * 2


def test_a_cache_that_takes_nothing_stops_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As that of a checkout which may only be read; and nothing is left in it."""
    asked = _count_questions(monkeypatch)
    place = tmp_path / "feeds.json"
    place.mkdir()
    assert _write(SITE, tmp_path) == _write(SITE, tmp_path)
    assert asked == ["feed.xml", "atom.xml"] * 2
    assert list(tmp_path.iterdir()) == [place]


def _count_questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    write = feed_patterns._write_patterns

    def count(name: str) -> list[str]:
        asked.append(name)
        return write(name)

    monkeypatch.setattr(feed_patterns, "_write_patterns", count)
    return asked


def _write(site: Site, cache: Path) -> list[bytes]:
    channel = Channel(title="T", description="D", address="", home="", entries=[_entry("E", id="https://e.org/a")])
    return [bytes(file.content) for file in render_channels([channel], site, read_patterns(cache), DAY)]  # type: ignore[arg-type]


def _canonical(feed: str | bytes) -> str:
    """As canonical XML, in which it does not matter how a text is escaped."""
    return ElementTree.canonicalize(ElementTree.tostring(ElementTree.fromstring(feed), encoding="unicode"))


def _entry(text: str, *, id: str) -> Entry:
    return Entry(
        id=id, url="https://e.org/a?b&c", title=text, summary=text, content=text, published=DAY,
        updated=DAY + dt.timedelta(days=2), author=text, tags=("x", "y&z"), language="en",
    )  # fmt: skip
