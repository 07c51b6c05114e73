"""The commands together: their list, and what each says where it cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import Project, make_project
from jobboard.cli import COMMANDS


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose policy is broken."""
    project = make_project(tmp_path_factory.mktemp("project"))
    project.write("board.yml", "title: Board\n")
    project.write("a.txt", "PhD position")
    return project


def test_every_command_is_listed_with_its_meaning(project: Project) -> None:
    """In the order of use; a word that is no command is an error."""
    said = project.jobboard("--help").stdout.split("Commands:\n")[1]
    assert [line.split()[0] for line in said.splitlines() if line.startswith("  ") and line[2] != " "] == list(COMMANDS)
    wrong = project.jobboard("chek")
    assert wrong.returncode == 2
    assert "chek" in wrong.stderr


@pytest.mark.parametrize("command", [["new"], ["schema"], ["import", "a.txt"]])
def test_a_broken_policy_must_be_mended_first(project: Project, command: list[str]) -> None:
    """Its problems are reported as `check` does, and nothing else is done."""
    result = project.jobboard(*command)
    assert result.returncode == 2
    assert "error[missing-field]: `description` is missing" in result.stderr
    assert "mended first" in result.stderr


def test_a_check_under_a_broken_policy_reports_the_policy(project: Project) -> None:
    """The postings are left for when it is mended."""
    result = project.jobboard("check")
    assert result.returncode == 1
    assert "error[missing-field]: `description` is missing" in result.stdout


def test_only_a_built_site_can_be_indexed(tmp_path: Path) -> None:
    """A sentence says what to do first."""
    result = Project(tmp_path).jobboard("index", "nowhere")
    assert result.returncode == 2
    assert "there is no built site in `nowhere`" in result.stderr


def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    """As it is behind `--help`, in its lines."""
    project = Project(tmp_path)
    alone = project.jobboard()
    assert alone.returncode == 2
    assert alone.stderr == project.jobboard("--help").stdout
