"""The full-text index that `jobboard index` adds to a built site."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from building import make_project, posting, snapshot
from jobboard.site.browser import descriptions
from jobboard.site.browser.descriptions import IndexingError, index_descriptions
from jobboard.site.staging import StagedFolder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a few positions."""
    project = make_project(tmp_path_factory.mktemp("project"))
    for number in range(3):
        project.write(f"postings/job-{number}.md", posting(f"Position {number}"))
    project.write("postings/gone.md", posting("Gone", more="status: closed\n"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project.site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    return shutil.copytree(built, tmp_path / "site")


@pytest.mark.parametrize("memory", ["/dev/shm", "/no/such/folder"])
def test_every_open_position_is_found_by_its_id(site: Path, memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the scratch files in memory or on the disk; nothing is published that the board does not load."""
    monkeypatch.setattr(descriptions, "_MEMORY", memory)
    positions = json.loads((site / "board/index.json").read_bytes())["jobs"]["slug"]
    assert index_descriptions(site) == len(positions) == 3
    ids = json.loads((site / "pagefind/descriptions.json").read_bytes())
    assert len(set(ids)) == len(positions)
    assert all(ids)
    made = {path.relative_to(site / "pagefind").as_posix() for path in (site / "pagefind").rglob("*") if path.is_file()}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind"} <= made
    assert any(name.startswith("index/") for name in made)
    assert not any(name.startswith("fragment") or name.endswith((".css", "ui.js")) for name in made)


def test_a_board_without_open_positions_has_nothing_to_index(tmp_path: Path) -> None:
    """That is no failure: a new board begins so, and publishing must go on."""
    project = make_project(tmp_path)
    project.write("postings/gone.md", posting("Gone", more="status: closed\n"))
    assert project.build().returncode == 0
    before = snapshot(project.site)
    assert index_descriptions(project.site) == 0
    assert snapshot(project.site) == before


def test_an_index_that_cannot_be_made_leaves_the_last_one(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure is an error with what Pagefind said."""
    index_descriptions(site)
    before = snapshot(site)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(IndexingError, match="pagefind failed"):
        index_descriptions(site)
    assert snapshot(site) == before


def test_memory_without_room_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container may have 64 MB of it."""
    monkeypatch.setattr(descriptions, "_MEMORY", "/")
    assert descriptions._memory_for(10**12) is None


def test_a_disk_that_takes_no_more_leaves_the_last_index(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so in one sentence, and nothing is left beside it."""
    index_descriptions(site)
    before = snapshot(site)
    copied: list[Path] = []

    def copy(source: Path, target: Path) -> None:
        if len(copied) == 3:
            raise OSError(28, "No space left on device")
        copied.append(target)
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr(shutil, "copyfile", copy)
    with pytest.raises(IndexingError, match=r"the index cannot be written into `.*site`: no space left on device"):
        index_descriptions(site)
    assert len(copied) == 3
    assert snapshot(site) == before


def test_two_do_not_write_one_index(site: Path) -> None:
    """The second one is told so."""
    first = StagedFolder(str(site / "pagefind"))
    with pytest.raises(IndexingError, match="another build is writing"):
        index_descriptions(site)
    first.discard()
    assert index_descriptions(site) == 3
