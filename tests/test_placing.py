"""A site's folders are placed where the disk can, and nothing else is ever made, changed or left behind."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jobboard import placing
from jobboard.pages import Page, PageText
from jobboard.writing import Writer

NAMES = ["jobs", "tags"]


@pytest.fixture
def spread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders whose content a file system that can do so was asked to spread; the system's own may not know how."""
    asked: list[str] = []
    monkeypatch.setattr(placing, "_spread", asked.append)
    monkeypatch.setattr("sys.platform", "linux")
    return asked


def tree(folder: Path) -> list[str]:
    """Everything below *folder*."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_site_is_placed(tmp_path: Path, spread: list[str]) -> None:
    """Its own folder is made, as any other folder is, in the place of one whose name nobody chose."""
    (tmp_path / "usual").mkdir()
    placing.place(str(tmp_path / "site"), NAMES)
    placing.place(str(tmp_path / "again"), NAMES)
    assert tree(tmp_path) == ["again", "site", "usual"]
    assert len(set(spread)) == 2
    assert {os.path.dirname(folder) for folder in spread} == {str(tmp_path)}
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_in_a_folder_that_is_there_its_folders_are_placed(tmp_path: Path, spread: list[str]) -> None:
    """The folder itself stays the same one: a server may be running in it."""
    site = tmp_path / "site"
    site.mkdir()
    (site / ".git").write_text("")
    before = site.stat().st_ino
    placing.place(str(site), NAMES)
    assert tree(tmp_path) == ["site", "site/.git", "site/jobs", "site/tags"]
    assert site.stat().st_ino == before
    assert len(spread) == 1


def test_what_is_there_stays(tmp_path: Path, spread: list[str]) -> None:
    """As after `mkdocs build --dirty`, which empties nothing."""
    site = tmp_path / "site"
    (site / "jobs/a").mkdir(parents=True)
    (site / "jobs/a/index.html").write_text("kept")
    placing.place(str(site), NAMES)
    assert (site / "jobs/a/index.html").read_text() == "kept"
    assert {name.partition("/")[0] for name in tree(site)} <= set(NAMES)


@pytest.mark.parametrize("where", ["site", "there", "none/site", "dangling", "file"])
def test_a_system_that_cannot_place_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """Whoever writes makes the folders, or says why that is not possible."""

    def refuse(_: str) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(placing, "_spread", refuse)
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = tree(tmp_path)
    placing.place(str(tmp_path / where), NAMES)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("where", ["none/site", "dangling", "file"])
def test_an_odd_target_is_left_alone(tmp_path: Path, spread: list[str], where: str) -> None:
    """Also where the disk could."""
    (tmp_path / "file").write_text("")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = tree(tmp_path)
    placing.place(str(tmp_path / where), NAMES)
    assert tree(tmp_path) == before


def test_a_build_places_every_folder_of_its_pages(tmp_path: Path, spread: list[str]) -> None:
    """Before it writes anything."""
    contents: Any = SimpleNamespace(batches=lambda: [list, list])
    pages = [Page(address, render=lambda: PageText("", "", "")) for address in ("", "jobs/a/", "jobs/b/", "page/2/")]
    for _ in range(2):
        Writer(contents, pages, lambda page: page.address.encode(), str(tmp_path / "site")).begin()
    assert tree(tmp_path) == ["site", "site/jobs", "site/page"]
    assert len(spread) == 2


def test_ext4_is_told(tmp_path: Path) -> None:
    """The attribute that the folder gets is the one that chattr(1) calls T, beside those it had."""
    kind = subprocess.run(["stat", "-f", "-c", "%T", tmp_path], stdout=subprocess.PIPE, text=True, check=False)
    if kind.stdout.strip() != "ext2/ext3":
        pytest.skip("the tests' folder is not on ext4")
    placing._spread(str(tmp_path))
    shown = subprocess.run(["lsattr", "-d", tmp_path], stdout=subprocess.PIPE, text=True, check=True).stdout.split()[0]
    assert "T" in shown
    assert "e" in shown
