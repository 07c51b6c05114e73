"""What changed in a position: told from two versions, and found in a real repository."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from pathlib import Path

import feedparser
import pytest

from building import Project, make_project, posting
from jobboard.board.changes import Kind, find_changes, tell_changes
from jobboard.board.history import read_history
from jobboard.board.versions import Version
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.reader import PostingFile, read_posting

DAY = dt.date(2026, 11, 10)
PAY = "salary: {min: 41000, currency: GBP, period: year}\n"


def read(text: str, policy: Policy) -> Posting:
    found, problems = read_posting(PostingFile(path="one.md", shown="one.md", data=text.encode()), policy)
    assert found is not None, problems
    return found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (posting(), posting(), {}),
        (posting(), posting("Another title", more="updated: 2026-11-10\n"), {}),
        (
            posting(deadline="2026-12-01"),
            posting(deadline="2026-12-31"),
            {
                "deadline-extended": "Applications are now welcome until 31 Dec 2026, 23:59 AoE; "
                "before, until 1 Dec 2026, 23:59 AoE."
            },
        ),
        (
            posting(deadline="2026-12-01"),
            posting(deadline="rolling"),
            {
                "deadline-extended": "Applications are now welcome until the position is filled; "
                "before, until 1 Dec 2026, 23:59 AoE."
            },
        ),
        (
            posting(deadline="2026-12-31"),
            posting(deadline="2026-12-01T12:00 Europe/Berlin"),
            {
                "deadline-shortened": "Applications are now welcome until 1 Dec 2026, 12:00 Europe/Berlin; "
                "before, until 31 Dec 2026, 23:59 AoE."
            },
        ),
        (
            posting(deadline="rolling"),
            posting(deadline="2026-12-01"),
            {
                "deadline-set": "Applications are now welcome until 1 Dec 2026, 23:59 AoE; "
                "before, until the position is filled."
            },
        ),
        (
            posting(),
            posting(more="status: filled\n" + PAY),
            {"closed-early": "The position was filled before the deadline, 31 Dec 2026, 23:59 AoE."},
        ),
        (
            posting(deadline="rolling"),
            posting(deadline="rolling", more="status: withdrawn\n"),
            {"closed-early": "The position was withdrawn."},
        ),
        (posting(more="status: filled\n"), posting(more="status: withdrawn\n"), {}),
        (posting(deadline="2026-11-05"), posting(deadline="2026-11-05", more="status: filled\n"), {}),
        (
            posting(more="status: closed\n"),
            posting(),
            {"reopened": "Applications are welcome again, until 31 Dec 2026, 23:59 AoE."},
        ),
        (
            posting(deadline="2026-11-05"),
            posting(deadline="2026-12-31"),
            {"reopened": "Applications are welcome again, until 31 Dec 2026, 23:59 AoE."},
        ),
        (posting(deadline="2026-11-05"), posting(deadline="2026-11-06"), {}),
        (posting(), posting(more=PAY), {"salary-added": "The pay is now stated: from £41,000 a year."}),
        (posting(more="draft: true\n"), posting(deadline="2027-01-31"), {}),
        (posting(date="2026-11-20"), posting(date="2026-11-20", deadline="2027-01-31"), {}),
    ],
)
def test_what_two_versions_tell(policy: Policy, before: str, after: str, expected: dict[str, str]) -> None:
    """Readers hear of what matters to them, and of nothing that was not public or was over already."""
    changes = find_changes(read(before, policy), read(after, policy), DAY)
    assert {change.kind.value: change.sentence for change in changes} == expected


def test_every_kind_has_words_and_a_test(policy: Policy) -> None:
    """A kind's label begins its title in the feed."""
    assert [kind.label for kind in Kind] == [
        "Deadline extended",
        "Deadline shortened",
        "Deadline set",
        "Closed early",
        "Reopened",
        "Salary added",
    ]


def test_the_author_dates_a_change(policy: Policy) -> None:
    """`updated` dates a change when it changed itself, else the commit's day; twice on a day is told once."""
    texts = [
        (1, posting(deadline="2026-12-01")),
        (12, posting(deadline="2026-12-10", more="updated: 2026-11-10\n")),
        (15, posting(deadline="2026-12-20", more="updated: 2026-11-10\n")),
        (15, posting(deadline="2026-12-30", more="updated: 2026-11-10\n")),
    ]
    versions = [Version(day=dt.date(2026, 11, day), posting=read(text, policy)) for day, text in texts]
    told = [(change.day.day, change.sentence[35:46]) for change in tell_changes(versions)]
    assert told == [(10, "10 Dec 2026"), (15, "30 Dec 2026")]


class Repository:
    """A project under git, whose commits have days of their own."""

    def __init__(self, root: Path) -> None:
        self.project = make_project(root)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-11-01") -> None:
        """Run git as nobody in particular, on *day*."""
        identity = {f"GIT_{who}_{what}": "a@e.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T08:00:00+00:00")
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(
            ["git", *arguments], cwd=self.project.root, env=os.environ | identity | dates | alone, check=True
        )

    def commit(self, day: str, **texts: str | None) -> None:
        """Write (or with None delete) postings and commit them."""
        for slug, text in texts.items():
            path = self.project.root / "postings" / f"{slug}.md"
            if text is None:
                path.unlink()
            else:
                self.project.write(f"postings/{slug}.md", text)
        self.git("add", "postings", day=day)
        self.git("commit", "-q", "-m", "-", day=day)


def changed(day: str, **more: str) -> str:
    lines = "".join(f"{name}: {value}\n" for name, value in {"updated": day, **more}.items() if name != "deadline")
    return posting("Heart & soul", deadline=more.get("deadline", "2026-12-31"), more=lines)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A board with a history: extended, broken for a while, filled, merged."""
    repository = Repository(tmp_path_factory.mktemp("repository"))
    repository.commit("2026-11-01", a=posting("Heart & soul", deadline="2026-12-01"), b=posting(), c=posting())
    repository.commit("2026-11-05", a=changed("2026-11-04"), b=posting(more="draft: fasle\n"))
    repository.commit("2026-11-08", b=changed("2026-11-08", status="filled"))
    repository.git("checkout", "-q", "-b", "proposal")
    repository.commit("2026-11-11", c=posting(deadline="2027-01-15"))
    repository.commit("2026-11-12", c=changed("2026-11-12", deadline="2027-01-31"))
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "-", "proposal", day="2026-11-14")
    repository.commit("2026-12-24", c=changed("2026-12-24", deadline="2027-03-31"))
    result = repository.project.build()
    assert result.returncode == 0, result.stdout
    return repository


EXPECTED = [
    ("c", "2026-11-12", "deadline-extended"),
    ("b", "2026-11-08", "closed-early"),
    ("a", "2026-11-04", "deadline-extended"),
]


def test_the_change_feed_tells_the_history(repository: Repository) -> None:
    """Each change is one item, the newest first: past a broken version and through a merge, up to the instant of the build."""
    items = json.loads(repository.project.file("changes/feed.json"))["items"]
    page = "https://jobs.example.org/jobs/{}/#change-{}-{}"
    assert [item["id"] for item in items] == [page.format(*expected) for expected in EXPECTED]
    assert items[2]["title"] == "Deadline extended: Heart & soul – Northbridge University"
    assert items[0]["summary"].endswith("31 Jan 2027, 23:59 AoE; before, until 31 Dec 2026, 23:59 AoE.")


@pytest.mark.parametrize("name", ["changes/feed.xml", "changes/atom.xml"])
def test_feed_readers_accept_the_changes(repository: Repository, name: str) -> None:
    """An item has a permanent id of its own, the day of its change, and leads to the position."""
    feed = feedparser.parse((repository.project.site / name).read_bytes())
    assert feed.bozo == 0
    assert feed.feed.title == "Changes – Example board"
    for entry, (slug, day, kind) in zip(feed.entries, EXPECTED, strict=True):
        assert entry.link == f"https://jobs.example.org/jobs/{slug}/"
        assert entry.id == f"{entry.link}#change-{day}-{kind}"
        assert dt.date(*entry.published_parsed[:3]).isoformat() == day
        assert entry.title.startswith(Kind(kind).label)


def test_a_shallow_clone_knows_no_changes(repository: Repository, tmp_path: Path) -> None:
    """Where history ends, the first version seen is no change."""
    source = repository.project.root.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, tmp_path / "clone"], check=True)
    project = make_project(tmp_path / "site")
    found = project.build(JOBBOARD_POSTINGS=str(tmp_path / "clone" / "postings"))
    assert found.returncode == 0, found.stdout
    assert json.loads(project.file("changes/feed.json"))["items"] == []


def test_history_is_the_same_inside_a_git_hook(
    repository: Repository, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables that git sets for its hooks do not lead to another repository."""
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    one = read(changed("2026-11-04"), policy)._replace(path="a.md", slug="a")
    found = read_history(repository.project.root / "postings", policy, [one])
    assert [version.day.day for version in found["a"]] == [1, 5]
    late = one._replace(updated=dt.date(2027, 11, 4))
    found = read_history(repository.project.root / "postings", policy, [late])
    assert len(found["a"]) == 2, "what stood before the days that are read is known from the first change in them"


@pytest.mark.parametrize("obstacle", ["no git", "no repository", "slow", "not tracked"])
def test_a_board_without_history_is_published(
    policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    """Whatever keeps git from answering, there are no changes and no failure."""
    if obstacle == "no git":
        monkeypatch.setenv("PATH", str(tmp_path))
    if obstacle == "not tracked":
        Repository(tmp_path)
    if obstacle == "slow":
        Repository(tmp_path).commit("2026-11-01", one=posting())
        monkeypatch.setattr("jobboard.board.history._SECONDS", 0)
    assert read_history(tmp_path, policy, [read(posting(more="updated: 2026-11-10\n"), policy)]) == {}


def test_a_project_without_git_has_an_empty_change_feed(tmp_path: Path) -> None:
    """The feeds of changes exist before there is a change."""
    project: Project = make_project(tmp_path)
    project.write("postings/one.md", changed("2026-11-10"))
    assert project.build().returncode == 0
    for name in ("feed.xml", "atom.xml"):
        feed = feedparser.parse((project.site / "changes" / name).read_bytes())
        assert feed.bozo == 0
        assert feed.entries == []
