"""A site is replaced as a whole or not at all, whatever happens to who writes it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from building import BIN, Project, make_project, posting, snapshot
from jobboard.site import staging
from jobboard.site.staging import StagedFolder, StagingError

KILLS = 25
"""In each run of the suite; the moments are spread evenly over a build."""


def write(stage: StagedFolder, text: str) -> None:
    (stage.path / "index.html").write_text(text)


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """With its rights and its hidden files, which no build writes; nothing is left beside it."""
    target = tmp_path / "site"
    for text in ("first", "second"):
        stage = StagedFolder(str(target))
        write(stage, text)
        stage.publish()
        if text == "first":
            target.chmod(0o755)
            (target / ".git").mkdir()
            (target / ".git" / "HEAD").write_text("kept")
    assert snapshot(tmp_path) == {"site/index.html": b"second", "site/.git/HEAD": b"kept"}
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_is_discarded_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    """Also where the system cannot let two folders change places at once."""
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    target = tmp_path / "site"
    for text, is_good in (("first", True), ("second", False), ("third", True)):
        stage = StagedFolder(str(target))
        write(stage, text)
        (stage.publish if is_good else stage.discard)()
    assert snapshot(tmp_path) == {"site/index.html": b"third"}


def test_two_do_not_write_one_folder(tmp_path: Path) -> None:
    """The second one is told so, and may begin when the first one has ended."""
    first = StagedFolder(str(tmp_path / "site"))
    with pytest.raises(StagingError, match=r"another build is writing `.*site`; wait for its end, or name another"):
        StagedFolder(str(tmp_path / "site"))
    first.discard()
    StagedFolder(str(tmp_path / "site")).discard()
    assert not list(tmp_path.iterdir())


def test_who_was_killed_leaves_nothing(tmp_path: Path) -> None:
    """Neither half a folder nor an old one; what was taken away and not yet replaced is put back."""
    half, old = tmp_path / ".site.new", tmp_path / ".site.old.7"
    for folder in (half, old):
        (folder / ".git").mkdir(parents=True)
        (folder / "a" / "b").mkdir(parents=True)
    stage = StagedFolder(str(tmp_path / "site"))
    assert (tmp_path / "site" / "a" / "b").is_dir()
    assert not list(stage.path.iterdir())
    stage.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with enough postings for two processes."""
    project = make_project(tmp_path / "project")
    for number in range(60):
        project.write(f"postings/job-{number}.md", posting(f"Title {number}", deadline=f"2026-12-{number % 28 + 1:02}"))
    return project


def test_a_kill_at_any_moment_leaves_a_whole_site(project: Project) -> None:
    """The old one or the new one; the next build leaves nothing beside it."""
    sites = {}
    for name in ("old", "new"):
        project.environment["JOBBOARD_NOW"] = f"2026-11-{'20' if name == 'old' else '21'}T12:00:00Z"
        assert project.build().returncode == 0
        sites[name] = snapshot(project.site)
    project.environment["JOBBOARD_NOW"] = "2026-11-20T12:00:00Z"
    assert project.build().returncode == 0
    environment = (
        os.environ | project.environment | {"JOBBOARD_NOW": "2026-11-21T12:00:00Z", "NO_MKDOCS_2_WARNING": "1"}
    )
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "-q", "--strict"]
    whole = []
    for number in range(KILLS):
        process = subprocess.Popen(command, cwd=project.root, env=environment, start_new_session=True)
        try:
            process.wait(0.03 * number)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        found = snapshot(project.site)
        whole.append(next((name for name, site in sites.items() if site == found), "half"))
        if whole[-1] == "new":
            break
    assert "half" not in whole
    assert project.build().returncode == 0
    assert not [path.name for path in project.root.iterdir() if path.name.startswith(".site")]


def test_a_disk_that_takes_no_more_leaves_the_old_site(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, exit code 2, and nothing beside it."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)  # what is measured would have to be written, too
    assert project.build().returncode == 0
    before = snapshot(project.site)
    resource.prlimit(0, resource.RLIMIT_FSIZE, (9_000, resource.RLIM_INFINITY))  # a child inherits it
    try:
        result = project.build("-q", program=BIN / "mkdocs")
    finally:
        resource.prlimit(0, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert result.returncode == 2, result.stdout
    assert "Traceback" not in result.stdout
    assert result.stdout.strip().splitlines()[-1].startswith("jobboard: the site cannot be written: ")
    assert snapshot(project.site) == before
    assert not [path.name for path in project.root.iterdir() if path.name.startswith(".site")]


def test_a_path_that_is_a_file_is_told_so(project: Project) -> None:
    """Nothing is overwritten."""
    file = project.write("place", "text")
    result = project.build("-q", "-d", "place")
    assert (result.returncode, file.read_text()) == (2, "text")
    assert "place` is a file; remove it, or name another folder" in result.stdout


def test_a_failing_build_leaves_the_old_site(project: Project) -> None:
    """Also one that fails at its end, because a page written by hand leads nowhere."""
    assert project.build().returncode == 0
    before = snapshot(project.site)
    project.write("docs/subscribe.md", "# Subscribe\n\n[nowhere](nowhere.md)\n")
    assert project.build().returncode == 1
    assert snapshot(project.site) == before


@pytest.mark.parametrize("spoiled", ["a file", "of nobody's"])
def test_a_spoiled_cache_stops_no_build(project: Project, spoiled: str) -> None:
    """What cannot be kept is made again."""
    if spoiled == "a file":
        project.write(".cache", "")
    else:
        project.build()
        for kept in (project.root / ".cache").rglob("*.cache"):
            kept.write_bytes(kept.read_bytes()[:100])
    assert project.build().returncode == 0
