"""What the feed finder in the browser reads."""

from __future__ import annotations

import json

from building import Project


def test_the_feed_finder_knows_what_has_feeds(near_and_far: Project) -> None:
    """Every filter of the board; where its values have feeds, slug, label and open positions of each with a page."""
    listed = json.loads(near_and_far.file("board/feeds.json"))
    assert (listed["items"], listed["days"]) == (20, 14)
    filters = {each.pop("name"): each for each in listed["filters"]}
    assert {name: each["values"] for name, each in filters.items() if "values" in each} == {
        "tag": [["imaging", "Medical imaging", 4, 1]],
        "position": [["postdoc", "Postdoc", 4, 0]],
        "country": [["united-kingdom", "United Kingdom", 4, 0]],
        "mode": [],
        "organization": [["northbridge-university", "Northbridge University", 4, 0]],
    }
    assert filters["country"] | {"values": []} == {
        "heading": "Country",
        "one": "country",
        "several": "countries",
        "folder": "places",
        "values": [],
    }
    assert filters["visa"] == {"one": "visa"}
    for folder in ("tags/imaging", "places/united-kingdom", "organizations/northbridge-university"):
        for name in ("feed.xml", "atom.xml", "feed.json", "deadlines.ics"):
            assert (near_and_far.site / folder / name).is_file()
