"""When a posting came to the board: what git tells, for warnings and for the order of feeds."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest

from building import Project, make_project, posting
from jobboard.board.arrivals import read_arrivals, read_days

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
LONG_AGO = dt.date(2026, 1, 1)


class Repository:
    """A project in git, whose commits have the days they are given."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.git("init", "-q", "-b", "main")
        project.write(".gitignore", "site\n.cache\n")
        self.commit("2026-01-01", "begin")

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        moment = f"{day}T12:00:00Z"
        names = {
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@e.org",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@e.org",
        }
        subprocess.run(
            ["git", *arguments], cwd=self.project.root, check=True, capture_output=True,
            env=names | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "HOME": str(self.project.root), "PATH": "/usr/bin:/bin"},
        )  # fmt: skip

    def commit(self, day: str, message: str = "x") -> None:
        self.git("add", "-A", day=day)
        self.git("commit", "-q", "-m", message, day=day)

    def add(self, name: str, text: str, day: str) -> None:
        self.project.write(f"postings/{name}", text)
        self.commit(day, f"add {name}")

    @property
    def folder(self) -> Path:
        return self.project.root / "postings"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A board that began in January."""
    project = make_project(tmp_path)
    project.write("postings/seed.md", posting("Seed"))
    return Repository(project)


def test_a_posting_came_on_the_day_of_its_commit(repository: Repository) -> None:
    """Moved and changed, it has not come anew; what the first commit holds may have been there before."""
    repository.add("one.md", posting("One"), "2026-05-01")
    repository.add("2026/two.md", posting("Two"), "2026-06-01")
    (repository.folder / "2026" / "one.md").write_text((repository.folder / "one.md").read_text("utf-8"), "utf-8")
    (repository.folder / "one.md").unlink()
    repository.commit("2026-07-01", "move")
    repository.add("2026/two.md", posting("Two", more="updated: 2026-08-01\n"), "2026-08-01")
    assert read_days(repository.folder, LONG_AGO) == {"one": dt.date(2026, 5, 1), "two": dt.date(2026, 6, 1)}
    assert read_days(repository.folder, dt.date(2026, 5, 15)) == {"two": dt.date(2026, 6, 1)}


def test_what_is_not_committed_is_new(repository: Repository) -> None:
    """A file that is only in the folder, or only in the index, has just come."""
    repository.project.write("postings/three.md", posting("Three"))
    arrivals = read_arrivals(repository.folder, NOW.date() - dt.timedelta(days=14))
    assert arrivals.is_new("three.md")
    assert not arrivals.is_new("seed.md")


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    """Outside of a repository nothing is called new."""
    project = make_project(tmp_path)
    project.write("postings/one.md", posting())
    assert read_days(tmp_path / "postings", LONG_AGO) == {}
    assert not read_arrivals(tmp_path / "postings", LONG_AGO).is_new("one.md")


@pytest.mark.parametrize("deadline", ["2027-12-31", "rolling"])
def test_a_new_posting_with_an_old_date_is_told(repository: Repository, deadline: str) -> None:
    """With the day to write, and with how to keep it in the archive; one that has been here for long is let be."""
    repository.add("older.md", posting("Older", date="2026-01-15", deadline=deadline), "2026-02-01")
    repository.add("old.md", posting("Old", date="2026-01-15", deadline=deadline), "2026-11-19")
    repository.project.write("postings/newest.md", posting("Newest", date="2026-01-15", deadline=deadline))
    said = repository.project.jobboard("check", "--format", "json").stdout
    found = [problem for problem in json.loads(said) if problem["rule"] == "old-date-on-new-posting"]
    assert [problem["path"] for problem in found] == ["postings/newest.md", "postings/old.md"]
    assert found[0]["help"][0] == "write `date: 2026-11-20`, the day it is announced here"
    assert ("status: closed" in found[0]["help"][-1]) == (deadline == "rolling")


def test_a_shallow_clone_knows_nothing_of_what_it_holds(repository: Repository, tmp_path: Path) -> None:
    """The first commit that a clone has is not the day on which everything came."""
    repository.add("old.md", posting("Old", date="2026-01-15", deadline="2027-12-31"), "2026-02-01")
    repository.add("one.md", posting("One"), "2026-11-19")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{tmp_path}", clone], check=True, capture_output=True)
    assert read_days(clone / "postings", LONG_AGO) == {}
    assert not read_arrivals(clone / "postings", LONG_AGO).is_new("old.md")


def test_feeds_tell_what_came_last(repository: Repository) -> None:
    """A posting that waited for its review is told before one announced since; without git, dates decide."""
    project = repository.project
    policy = project.root / "board.yml"
    policy.write_text(policy.read_text("utf-8").replace("feed_items: 20", "feed_items: 2"), "utf-8")
    for number, day in enumerate(("2026-11-02", "2026-11-05", "2026-11-08")):
        repository.add(f"job-{number}.md", posting(f"Job {number}", date=day), day)
    repository.add("waited.md", posting("Waited", date="2026-10-01"), "2026-11-19")
    assert project.build().returncode == 0
    assert [item["title"].partition(" –")[0] for item in json.loads(project.file("feed.json"))["items"]] == [
        "Waited",
        "Job 2",
    ]
    (project.root / ".git").rename(project.root / "nothing")
    assert project.build().returncode == 0
    assert [item["title"].partition(" –")[0] for item in json.loads(project.file("feed.json"))["items"]] == [
        "Job 2",
        "Job 1",
    ]
