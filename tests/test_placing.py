"""A site's folders are placed where that helps, and nothing else is ever made, changed or left behind."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jobboard import placing
from jobboard.pages import Page, PageText
from jobboard.writing import Writer

NAMES = ["jobs", "tags"]
ODD_TARGETS = ["dangling", "file", "file/site"]


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is moved to its final place, where the disk would be one that places folders: ours may be none."""
    moves: list[Path] = []
    rename = os.rename

    def note(source: str, target: str) -> None:
        moves.append(Path(source))
        rename(source, target)

    monkeypatch.setattr(placing, "_avoids_deleted", lambda _: True)
    monkeypatch.setattr(placing, "_spread", lambda _: None)
    monkeypatch.setattr("os.rename", note)
    monkeypatch.setattr("sys.platform", "linux")
    return moves


@pytest.fixture
def target(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A place for a site where none can be made."""
    (tmp_path / "file").write_text("")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    return Path(tmp_path / request.param)


def tree(folder: Path) -> list[str]:
    """Everything below *folder*."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_site_is_placed(tmp_path: Path, moved: list[Path]) -> None:
    """As any other folder, but made under a name that was never there before, which decides its place."""
    (tmp_path / "usual").mkdir()
    placing.place(str(tmp_path / "site"), NAMES)
    placing.place(str(tmp_path / "deep/site"), NAMES)
    assert tree(tmp_path) == ["deep", "deep/site", "site", "usual"]
    assert len({path.name for path in moved}) == 2
    assert [path.parent.parent for path in moved] == [tmp_path, tmp_path / "deep"]
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_the_quickest_place_is_taken(tmp_path: Path, moved: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of those that were tried."""
    delays = {"0": 0.3, "1": 0.1, "2": 0.2}
    monkeypatch.setattr(placing, "_delay_in", lambda folder: delays[os.path.basename(folder)[0]])
    placing.place(str(tmp_path / "site"), NAMES)
    assert [path.name[0] for path in moved] == ["1"]


def test_in_a_folder_that_is_there_its_folders_are_placed(tmp_path: Path, moved: list[Path]) -> None:
    """The folder itself stays the same one: a server may be running in it."""
    for site in (tmp_path / "a", tmp_path / "b"):
        site.mkdir()
        (site / ".git").write_text("")
        before = site.stat().st_ino
        placing.place(str(site), NAMES)
        assert tree(site) == [".git", "jobs", "tags"]
        assert site.stat().st_ino == before
    assert tree(tmp_path) == [f"{site}{inside}" for site in "ab" for inside in ("", "/.git", "/jobs", "/tags")]
    assert len({path.parent.name for path in moved}) == 2


@pytest.mark.usefixtures("moved")
def test_what_is_there_stays(tmp_path: Path) -> None:
    """As after `mkdocs build --dirty`, which empties nothing."""
    (tmp_path / "jobs").mkdir(mode=0o750)
    before = (tmp_path / "jobs").stat()
    placing.place(str(tmp_path), NAMES)
    assert tree(tmp_path) == NAMES
    assert (tmp_path / "jobs").stat() == before


@pytest.mark.usefixtures("moved")
@pytest.mark.parametrize("target", ODD_TARGETS, indirect=True)
def test_an_odd_target_is_left_alone(tmp_path: Path, target: Path) -> None:
    """Whoever writes says why that is not possible."""
    before = tree(tmp_path)
    placing.place(str(target), NAMES)
    assert tree(tmp_path) == before


@pytest.mark.usefixtures("moved")
@pytest.mark.parametrize(
    "call", ["os.mkdir", "os.rename", "jobboard.placing._spread", "jobboard.placing._avoids_deleted"]
)
@pytest.mark.parametrize("is_new", [True, False])
def test_what_a_disk_refuses_is_left_to_who_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, *, is_new: bool
) -> None:
    """At whatever point it refuses."""
    site = tmp_path / "site"
    if not is_new:
        site.mkdir()
    before = tree(tmp_path)

    def refuse(*arguments: object) -> None:
        if call != "os.mkdir" or len(arguments) == 1:  # else the one of the temporary folder, with its mode
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        mkdir(*arguments)  # type: ignore[arg-type]

    mkdir = os.mkdir
    monkeypatch.setattr(call, refuse)
    placing.place(str(site), NAMES)
    assert tree(tmp_path) == before


@pytest.mark.usefixtures("moved")
def test_folders_that_cannot_be_removed_stop_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shares let their users make folders, but not remove them."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("os.rmdir", refuse)
    placing.place(str(tmp_path / "site"), NAMES)
    assert not (tmp_path / "site").exists()


def test_a_build_places_every_folder_of_its_pages(tmp_path: Path, moved: list[Path]) -> None:
    """Before it writes anything."""
    contents: Any = SimpleNamespace(batches=lambda: [list, list])
    pages = [Page(address, render=lambda: PageText("", "", "")) for address in ("", "jobs/a/", "jobs/b/", "page/2/")]
    for _ in range(2):
        Writer(contents, pages, lambda page: page.address.encode(), str(tmp_path / "site")).begin()
    assert tree(tmp_path) == ["site", "site/jobs", "site/page"]
    assert len(moved) == 3


def test_a_journal_is_noticed() -> None:
    """On every disk of this machine whose options say whether it has one; and what is no disk is none of ext4."""
    with pytest.raises(OSError, match="No such file"):
        placing._avoids_deleted("/proc" if os.path.exists("/proc/self") else "/dev")
    mounts = Path("/proc/mounts").read_text().splitlines() if os.path.exists("/proc/mounts") else []
    for device, folder, kind, *_ in map(str.split, mounts):
        options = Path("/proc/fs/ext4", os.path.basename(device), "options")
        if kind == "ext4" and options.exists():
            assert placing._avoids_deleted(folder) == ("data=" not in options.read_text())


def test_ext4_is_told(tmp_path: Path) -> None:
    """The attribute that the folder gets is the one that chattr(1) calls T, beside those it had."""
    if not (shutil.which("lsattr") and shutil.which("stat")):
        pytest.skip("no lsattr to ask")
    kind = subprocess.run(["stat", "-f", "-c", "%T", tmp_path], stdout=subprocess.PIPE, text=True, check=False)
    if kind.stdout.strip() != "ext2/ext3":
        pytest.skip("the tests' folder is not on ext4")

    def flags() -> set[str]:
        shown = subprocess.run(["lsattr", "-d", tmp_path], stdout=subprocess.PIPE, text=True, check=True)
        return set(shown.stdout.split()[0])

    before = flags()
    placing._spread(str(tmp_path))
    assert flags() - {"-"} == before - {"-"} | {"T"}
