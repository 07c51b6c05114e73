"""A site is replaced as a whole or not at all, whatever happens to who writes it."""

from __future__ import annotations

import errno
import os
import resource
import shutil
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


@pytest.mark.parametrize("is_mounted", [False, True])
def test_what_was_begun_in_the_old_one_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_mounted: bool
) -> None:
    """An index that was killed, or is still being made for the old site, is none of the new one."""
    target = tmp_path / "site"
    begun = StagedFolder(str(target / "pagefind"))
    write(begun, "half")
    (target / ".pagefind.old.7").mkdir()
    (target / ".nojekyll").write_text("kept")
    monkeypatch.setattr(os.path, "ismount", lambda path: is_mounted and Path(path) == target)
    stage = StagedFolder(str(target))
    write(stage, "new")
    stage.publish()
    assert snapshot(tmp_path) == {"site/index.html": b"new", "site/.nojekyll": b"kept"}
    assert sorted(path.name for path in target.iterdir()) == [".nojekyll", "index.html"]
    with pytest.raises(FileNotFoundError):
        begun.publish()


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
            process.wait(0.05 * number)
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


@pytest.mark.parametrize("largest", [9_000, 60_000], ids=["a page", "what is copied"])
def test_a_disk_that_takes_no_more_leaves_the_old_site(
    project: Project, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    """One sentence, exit code 2, and nothing beside it."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)  # what is measured would have to be written, too
    assert project.build().returncode == 0
    before = snapshot(project.site)
    resource.prlimit(0, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))  # a child inherits it
    try:
        result = project.build("-q", program=BIN / "mkdocs")
    finally:
        resource.prlimit(0, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert result.returncode == 2, result.stdout
    assert "Traceback" not in result.stdout
    assert result.stdout.strip() == "jobboard: the site cannot be written: file too large"
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


@pytest.mark.parametrize(
    "spoiled", ["a file", "cut off", "cut off near its beginning", "changed", "a folder", "a link that never ends"]
)
def test_a_spoiled_cache_stops_no_build(project: Project, spoiled: str) -> None:
    """What cannot be kept, or is not what was kept, is made again."""
    if spoiled == "a file":
        project.write(".cache", "")
    else:
        assert project.build().returncode == 0
        kept = [path for path in (project.root / ".cache").rglob("*") if path.is_file()]
        assert len(kept) > 20
        for number, path in enumerate(kept):
            _spoil(path, spoiled, number)
    result = project.build()
    assert result.returncode == 0, result.stdout


def _spoil(path: Path, how: str, number: int) -> None:
    content = path.read_bytes()
    path.unlink()
    if how == "a folder":
        path.mkdir()
    elif how == "a link that never ends":
        path.symlink_to("/dev/zero")
    elif how == "changed":
        at = (number * 997 + 100) % len(content)
        path.write_bytes(content[:at] + bytes([content[at] ^ 32]) + content[at + 1 :])
    else:
        path.write_bytes(content[: 100 if how == "cut off" else 20 + number])


@pytest.mark.parametrize("place", ["postings", "postings/site", "linked", "hooks", "theme/assets/x", ".git", "around"])
def test_a_site_replaces_nothing_that_it_is_made_of(project: Project, place: str) -> None:
    """Neither a folder of sources, under any of its names, nor one around it or in it."""
    (project.root / ".git").mkdir()
    (project.root / "linked").symlink_to("postings")
    (project.root / "around" / "postings").mkdir(parents=True)
    for name in ("hooks", "theme"):
        folder = (project.root / name).resolve()
        (project.root / name).unlink()
        shutil.copytree(folder, project.root / name, ignore=shutil.ignore_patterns("__pycache__"))
    before = snapshot(project.root)
    postings = "around/postings" if place == "around" else "postings"
    result = project.build("-q", "-d", place, JOBBOARD_POSTINGS=postings)
    assert result.returncode == 2, result.stdout
    assert "which the site is made of; name another folder" in result.stdout
    after = snapshot(project.root)
    assert {name for name in after if "__pycache__" not in name and not name.startswith(".cache")} == set(before)


def test_a_link_that_leads_in_a_circle_is_told_so(project: Project) -> None:
    """Before anything is built."""
    (project.root / "place").symlink_to("place")
    result = project.build("-q", "-d", "place")
    assert result.returncode == 2
    assert "place` is a link that leads in a circle; remove it, or name another folder" in result.stdout
    assert not list(project.root.glob(".place*"))


@pytest.mark.parametrize("is_known", [True, False], ids=["seen", "seen only when it is renamed"])
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_mounted_folder_keeps_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool, is_known: bool
) -> None:
    """What is in it changes when the new site is whole, and a failing build changes nothing."""
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    target = tmp_path / "site"
    (target / "only-old").mkdir(parents=True)
    for name in ("index.html", "only-old/index.html", ".kept"):
        (target / name).write_text("old")
    identity = target.stat().st_ino
    rename = os.rename

    def refuse(source: str | Path, destination: str | Path) -> None:
        if Path(source) == target:
            raise OSError(errno.EBUSY, "mounted")
        rename(source, destination)

    if is_known:
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == target)
    else:
        monkeypatch.setattr(staging, "_exchange", lambda *_: False)
        monkeypatch.setattr(os, "rename", refuse)
    for text, is_good in (("bad", False), ("new", True)):
        stage = StagedFolder(str(target))
        write(stage, text)
        (stage.path / "more").mkdir()
        (stage.path / "more" / "index.html").write_text(text)
        (stage.publish if is_good else stage.discard)()
        if not is_good:
            assert set(snapshot(tmp_path)) == {"site/index.html", "site/only-old/index.html", "site/.kept"}
    assert snapshot(tmp_path) == {"site/index.html": b"new", "site/more/index.html": b"new", "site/.kept": b"old"}
    assert target.stat().st_ino == identity


def test_names_with_stars_touch_no_other(tmp_path: Path) -> None:
    """What another build left beside another site stays its own."""
    (tmp_path / ".abc.old.7").mkdir()
    stage = StagedFolder(str(tmp_path / "a*"))
    stage.publish()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".abc.old.7", "a*"]


def test_a_link_in_the_new_folders_place_is_not_followed(tmp_path: Path) -> None:
    """Somebody else may have put it into a folder that all may write."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "file").write_text("kept")
    (tmp_path / ".site.new").symlink_to("private")
    StagedFolder(str(tmp_path / "site")).discard()
    assert snapshot(tmp_path) == {"private/file": b"kept"}
