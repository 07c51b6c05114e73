"""The feed of positions in their last days."""

from __future__ import annotations

import json

import feedparser
import pytest

from building import Project

CLOSING = [
    ("first", "2026-11-22", (2026, 11, 16, 11, 59, 59)),
    ("fresh", "2026-11-24", (2026, 11, 19, 0, 0, 0)),
    ("third", "2026-11-26", (2026, 11, 20, 11, 59, 59)),
]


@pytest.mark.parametrize("name", ["closing-soon/feed.xml", "closing-soon/atom.xml"])
def test_the_feed_of_what_closes_soon(near_and_far: Project, name: str) -> None:
    """The next deadline first; each item is dated by the beginning of its last days and new again only for a new deadline."""
    feed = feedparser.parse((near_and_far.site / name).read_bytes())
    assert feed.bozo == 0
    assert feed.feed.link == "https://jobs.example.org/"
    for entry, (slug, day, began) in zip(feed.entries, CLOSING, strict=True):
        assert entry.link == f"https://jobs.example.org/jobs/{slug}/"
        assert entry.id == f"{entry.link}#closing-{day}"
        assert entry.published_parsed[:6] == began
        assert entry.title == f"Closes {day[-2:]} Nov: {slug.capitalize()} one – Northbridge University"
        assert "scans of the heart" in entry.content[0].value


def test_the_json_feed_of_what_closes_soon(near_and_far: Project) -> None:
    """The same in JSON, with the address of its own."""
    feed = json.loads(near_and_far.file("closing-soon/feed.json"))
    assert feed["feed_url"] == "https://jobs.example.org/closing-soon/feed.json"
    assert [item["url"].split("/")[-2] for item in feed["items"]] == [slug for slug, _, _ in CLOSING]
