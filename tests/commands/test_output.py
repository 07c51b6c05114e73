"""What the commands print comes out whole, whatever the output's encoding is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import Project, make_project, posting
from jobboard.diagnostics.reports.formats import RENDERERS


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a posting whose letters Windows-1252 lacks."""
    project = make_project(tmp_path_factory.mktemp("project"))
    project.write("postings/lodz.md", posting("Łódź: postdoc"))
    return project


def run(
    project: Project, encoding: str, *arguments: str, program: str = "jobboard"
) -> subprocess.CompletedProcess[bytes]:
    """A command whose output goes to a file in that encoding."""
    command = Path(sys.executable).parent / program
    environment = os.environ | project.environment | {"PYTHONIOENCODING": encoding}
    return subprocess.run(
        [command, *arguments], cwd=project.root, env=environment, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("layout", RENDERERS)
@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_letter_that_the_output_lacks_is_shown_in_another_way(project: Project, layout: str, encoding: str) -> None:
    """The report is complete, and the exit code is that of an error in a posting."""
    result = run(project, encoding, "check", "--format", layout)
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert b"invalid-yaml" in result.stdout
    assert b"postdoc" in result.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_a_build_says_what_is_wrong_on_any_console(project: Project, encoding: str) -> None:
    """The report of a build is that of the check."""
    result = run(project, encoding, "build", "--strict", program="mkdocs")
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert b"invalid-yaml" in result.stdout
    assert result.stdout.endswith(b"Nothing was published" + os.linesep.encode())


def test_carets_hold_their_place(project: Project) -> None:
    """In a report for people a letter takes one column, also when another one stands for it."""
    lines = run(project, "cp1252", "check").stdout.decode("cp1252").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("2 | title: "))
    assert lines[at].strip() == "2 | title: ?ód?: postdoc"
    assert lines[at + 1].index("^") == lines[at].index(":", len("2 | title: "))


def test_what_will_be_a_file_is_utf_8(project: Project) -> None:
    """The template, a schema, a new posting and a difference are the same bytes whatever the terminal's encoding is."""
    new: tuple[str, ...] = (
        "new",
        "--no-input",
        "--stdout",
        "--title",
        "Łódź",
        "--organization",
        "Łódź",
        "--position",
        "postdoc",
    )
    new = (*new, "--author", "Łukasz", "--deadline", "rolling", "--location", "Łódź, Poland", "--tag", "imaging")
    for arguments in (("new", "--template"), ("schema",), (*new, "--apply", "a@e.org"), ("check", "--diff")):
        result = run(project, "cp1252", *arguments)
        assert result.stdout == run(project, "utf-8", *arguments).stdout, result.stderr
        result.stdout.decode("utf-8")
    assert "\nauthor: Łukasz\n".encode() in run(project, "cp1252", *new, "--apply", "a@e.org").stdout
