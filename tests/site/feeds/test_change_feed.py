"""The feed of what changed in positions, told from a real repository."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

import feedparser
import pytest

from building import Project, make_project, posting
from jobboard.board.changes import Kind
from repository import Repository, updated


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with a history: extended, broken for a while, filled, merged."""
    project = make_project(tmp_path_factory.mktemp("board"))
    repository = Repository(project.root)
    repository.commit("2026-11-01", a=posting("Heart & soul", deadline="2026-12-01"), b=posting(), c=posting())
    repository.commit("2026-11-05", a=updated("2026-11-04"), b=posting(more="draft: fasle\n"))
    repository.commit("2026-11-08", b=updated("2026-11-08", status="filled"))
    repository.git("checkout", "-q", "-b", "proposal")
    repository.commit("2026-11-11", c=posting(deadline="2027-01-15"))
    repository.commit("2026-11-12", c=updated("2026-11-12", deadline="2027-01-31"))
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "-", "proposal", day="2026-11-14")
    repository.commit("2026-12-24", c=updated("2026-12-24", deadline="2027-03-31"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


EXPECTED = [
    ("c", "2026-11-12", "deadline-extended"),
    ("b", "2026-11-08", "closed-early"),
    ("a", "2026-11-04", "deadline-extended"),
]


def test_the_change_feed_tells_the_history(board: Project) -> None:
    """Each change is one item, the newest first: past a broken version and through a merge, up to the instant of the build."""
    items = json.loads(board.file("changes/feed.json"))["items"]
    page = "https://jobs.example.org/jobs/{}/#change-{}-{}"
    assert [item["id"] for item in items] == [page.format(*expected) for expected in EXPECTED]
    assert items[2]["title"] == "Deadline extended: Heart & soul – Northbridge University"
    assert items[0]["summary"].endswith("31 Jan 2027, 23:59 AoE; before, until 31 Dec 2026, 23:59 AoE.")


@pytest.mark.parametrize("name", ["changes/feed.xml", "changes/atom.xml"])
def test_feed_readers_accept_the_changes(board: Project, name: str) -> None:
    """An item has a permanent id of its own, the day of its change, and leads to the position."""
    feed = feedparser.parse((board.site / name).read_bytes())
    assert feed.bozo == 0
    assert feed.feed.title == "Changes – Example board"
    for entry, (slug, day, kind) in zip(feed.entries, EXPECTED, strict=True):
        assert entry.link == f"https://jobs.example.org/jobs/{slug}/"
        assert entry.id == f"{entry.link}#change-{day}-{kind}"
        assert dt.date(*entry.published_parsed[:3]).isoformat() == day
        assert entry.title.startswith(Kind(kind).label)


def test_a_shallow_clone_knows_no_changes(board: Project, tmp_path: Path) -> None:
    """Where history ends, the first version seen is no change."""
    source = board.root.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, tmp_path / "clone"], check=True)
    project = make_project(tmp_path / "site")
    found = project.build(JOBBOARD_POSTINGS=str(tmp_path / "clone" / "postings"))
    assert found.returncode == 0, found.stdout
    assert json.loads(project.file("changes/feed.json"))["items"] == []


def test_a_project_without_git_has_an_empty_change_feed(tmp_path: Path) -> None:
    """The feeds of changes exist before there is a change."""
    project = make_project(tmp_path)
    project.write("postings/one.md", updated("2026-11-10"))
    assert project.build().returncode == 0
    for name in ("feed.xml", "atom.xml"):
        feed = feedparser.parse((project.site / "changes" / name).read_bytes())
        assert feed.bozo == 0
        assert feed.entries == []
