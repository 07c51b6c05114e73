"""What a preview keeps between two builds."""

from __future__ import annotations

import gc
import os
import shutil
import weakref
from pathlib import Path

import pytest

from jobboard.preview import watching
from jobboard.preview.preview import Preview


class _Knot:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.own = self


def test_a_preview_frees_what_earlier_builds_left_behind() -> None:
    """What was set apart at the end of a build is freed in the next pause, but never while a build runs."""
    preview = Preview()
    knot = _Knot()
    left = weakref.ref(knot)
    del knot
    gc.freeze()
    try:
        preview.begin_build()
        preview._tidy_up()
        assert left() is not None
        preview.is_building.release()
        preview._tidy_up()
        assert left() is None
    finally:
        gc.unfreeze()


def test_files_that_vanish_while_they_are_looked_at_are_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is looked at with the folders below it."""
    (tmp_path / "2026").mkdir()
    for name in ("a.md", "2026/b.md"):
        (tmp_path / name).write_text("text")
    assert sorted(Path(state[0]).name for state in watching._state(str(tmp_path))) == ["2026", "a.md", "b.md"]
    entries = list(os.scandir(tmp_path))
    shutil.rmtree(tmp_path / "2026")
    (tmp_path / "a.md").unlink()
    monkeypatch.setattr(os, "scandir", lambda folder: entries if folder == str(tmp_path) else iter(()))
    assert list(watching._state(str(tmp_path))) == []
    monkeypatch.undo()
    assert list(watching._state(str(tmp_path / "2026"))) == []
