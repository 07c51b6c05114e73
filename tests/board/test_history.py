"""The versions of a position, found in a real repository."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from building import posting
from jobboard.board.history import read_history
from jobboard.policy import Policy
from reading import Read
from repository import Repository, updated


def test_history_is_the_same_inside_a_git_hook(
    read: Read, policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables that git sets for its hooks do not lead to another repository."""
    repository = Repository(tmp_path)
    repository.commit("2026-11-01", a=posting(deadline="2026-12-01"))
    repository.commit("2026-11-05", a=updated("2026-11-04"))
    repository.commit("2026-12-24", a=updated("2026-12-24", deadline="2027-03-31"))
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    one = read(updated("2026-11-04"), "a.md")
    found = read_history(repository.postings, policy, [one])
    assert [version.day.day for version in found["a"]] == [1, 5, 24]
    late = one._replace(updated=dt.date(2027, 11, 4))
    found = read_history(repository.postings, policy, [late])
    assert len(found["a"]) == 3, "what stood before the days that are read is known from the first change in them"


@pytest.mark.parametrize("obstacle", ["no git", "no repository", "slow", "not tracked"])
def test_a_board_without_history_is_published(
    read: Read, policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    """Whatever keeps git from answering, there are no changes and no failure."""
    if obstacle == "no git":
        monkeypatch.setenv("PATH", str(tmp_path))
    if obstacle == "not tracked":
        Repository(tmp_path)
    if obstacle == "slow":
        Repository(tmp_path).commit("2026-11-01", one=posting())
        monkeypatch.setattr("jobboard.board.git._SECONDS", 0)
    assert read_history(tmp_path, policy, [read(updated("2026-11-10"))]) == {}
    assert read_history(tmp_path, policy, [read()]) == {}, "what was never updated has not changed"
