"""The `jobboard check` command as people and programs use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import Project, make_project, posting


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a good posting, one with an error and one with a warning."""
    project = make_project(tmp_path)
    project.write("postings/good.md", posting())
    project.write("postings/bad.md", posting(more="draft: fasle\n"))
    remote = (
        posting("Engineer", more="work_mode: remote\n")
        .replace("jobs/42", "jobs/43")
        .replace('location: "Edinburgh, United Kingdom"\n', "")
    )
    project.write("postings/warned.md", remote)
    return project


def test_errors_exit_with_one_and_warnings_with_zero(project: Project) -> None:
    """The exit code tells errors from warnings, and the closing line counts both."""
    result = project.jobboard("check")
    assert result.returncode == 1
    assert result.stdout.endswith(
        "1 error and 1 warning in 2 of 3 postings, 1 of them can be repaired with `jobboard check --fix`;"
        " 2 open on 20 Nov 2026\n"
    )
    assert project.jobboard("check", "postings/warned.md").returncode == 0
    clean = project.jobboard("check", "postings/good.md")
    assert clean.returncode == 0
    assert clean.stdout.startswith("1 posting checked, no problems found")


@pytest.mark.parametrize("arguments", [["nowhere.md"], ["--format", "yaml"], ["--now", "tomorrow"], ["--nope"]])
def test_wrong_use_exits_with_two(project: Project, arguments: list[str]) -> None:
    """A call that cannot be carried out says why and exits with 2."""
    result = project.jobboard("check", *arguments)
    assert result.returncode == 2
    assert result.stderr


def test_githubs_format_is_one_command_a_problem(project: Project) -> None:
    """Annotations name file, line and column, and escape what GitHub would misread."""
    result = project.jobboard("check", "--format", "github")
    commands = result.stdout.splitlines()
    assert commands[0].startswith(
        "::error file=postings/bad.md,line=11,col=8,endColumn=13,title=invalid-draft::`draft` must be"
    )
    assert "%0Ahelp: `draft: false` publishes" in commands[0]
    assert commands[1].startswith("::warning file=postings/warned.md,")
    assert len(commands) == 2


def test_json_is_for_programs(project: Project) -> None:
    """The JSON report holds every part of a diagnostic, and nothing else is on standard output."""
    problems = json.loads(project.jobboard("check", "--format", "json").stdout)
    assert problems[0] | {"help": []} == {
        "rule": "invalid-draft",
        "severity": "error",
        "path": "postings/bad.md",
        "line": 11,
        "column": 8,
        "message": "`draft` must be `true` or `false`, found `fasle`",
        "help": [],
        "marks": [{"line": 11, "column": 8, "length": 5, "label": "did you mean `false`?"}],
        "fix": [{"line": 11, "column": 8, "length": 5, "replacement": "false"}],
        "see": "https://jobs.example.org/rules/invalid-draft/",
    }


def test_states_are_counted_as_of_the_given_instant(project: Project) -> None:
    """`--now` decides what is open, as it would in a build."""
    result = project.jobboard("check", "postings/good.md", "--now", "2026-11-20T12:00:00Z")
    assert "1 open" in result.stdout
    result = project.jobboard("check", "postings/good.md", "--now", "2027-11-20")
    assert "1 closed" in result.stdout


def test_two_files_cannot_share_an_address(project: Project) -> None:
    """Postings in different folders with the same address are told apart by neither, so the second is refused."""
    project.write("postings/2026/2026-11-01-good.md", posting())
    result = project.jobboard("check")
    assert "error[duplicate-address]: the address `/jobs/good/` is already that of" in result.stdout
    alone = project.jobboard("check", "postings/good.md")
    assert "error[duplicate-address]: the address `/jobs/good/` is already that of" in alone.stdout


def test_an_alias_cannot_be_the_address_of_another(project: Project) -> None:
    """Nor that of the posting itself, which would lead to itself."""
    project.write("postings/other.md", posting(more="aliases: [good, other]\n"))
    report = project.jobboard("check", "postings/other.md").stdout
    assert "error[duplicate-address]: the address `/jobs/good/` is already that of `postings/good.md`" in report
    assert "help: remove `other` from `aliases`" in report


def test_ones_own_files_can_be_reported_first(project: Project) -> None:
    """Of a long report only the beginning is shown in some places; an unknown file changes nothing."""
    result = project.jobboard(
        "check", "--format", "github", "--first", "postings/warned.md", "--first", "postings/no.md"
    )
    commands = result.stdout.splitlines()
    assert [command.partition(",")[0] for command in commands] == [
        "::warning file=postings/warned.md",
        "::error file=postings/bad.md",
    ]
