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
    """By filter of the board: slug, label and open positions of each value with a page, and no other."""
    lists = json.loads(board.file("board/feeds.json"))
    assert lists == {
        "tag": [["imaging", "Medical imaging", 4]],
        "position": [["postdoc", "Postdoc", 4]],
        "country": [["united-kingdom", "United Kingdom", 4]],
        "mode": [],
        "organization": [["northbridge-university", "Northbridge University", 4]],
    }
    for folder in ("tags/imaging", "places/united-kingdom", "organizations/northbridge-university"):
        for name in ("feed.xml", "atom.xml", "feed.json", "deadlines.ics"):
            assert (board.site / folder / name).is_file()
