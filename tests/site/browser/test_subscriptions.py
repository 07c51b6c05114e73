"""What the feed finder in the browser reads."""

from __future__ import annotations

import json

import pytest

from building import Project, make_project, posting


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with deadlines near and far."""
    project = make_project(tmp_path_factory.mktemp("board"))
    project.write("postings/later.md", posting("Later one", deadline="2026-12-31"))
    project.write("postings/third.md", posting("Third one", deadline="2026-11-26", date="2026-11-02"))
    project.write("postings/first.md", posting("First one", deadline="2026-11-22"))
    project.write("postings/fresh.md", posting("Fresh one", deadline="2026-11-24", date="2026-11-19"))
    project.write("postings/past.md", posting("Past one", deadline="2026-11-18", organization="Elsewhere"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


def test_the_feed_finder_knows_what_has_feeds(board: Project) -> None:
    """Every filter of the board; where its values have feeds, slug, label and open positions of each with a page."""
    listed = json.loads(board.file("board/feeds.json"))
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
            assert (board.site / folder / name).is_file()
