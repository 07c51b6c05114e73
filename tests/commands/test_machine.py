"""What a machine refuses ends a command with one sentence, and leaves nothing half written."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from building import Project, make_project, posting
from commands.terminal import OPTIONS, make_project_of_ada
from listening import PATIENCE

JOBBOARD = Path(sys.executable).parent / "jobboard"
LONG = "x" * 300
ADVERTISEMENT = "Postdoc in imaging\n\nOrganization: Northbridge University\n" + "Text of it. " * 500


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose git knows a name, with one posting."""
    project = make_project_of_ada(tmp_path)
    project.write("postings/one.md", posting())
    project.write("advertisement.txt", ADVERTISEMENT)
    return project


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with one posting, which nothing here changes."""
    project = make_project(tmp_path_factory.mktemp("bare"))
    project.write("postings/one.md", posting())
    return project


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", LONG), ("import", LONG), ("import", "board.yml", "-o", LONG), ("index", LONG), ("index", "board.yml"),
        ("new", *OPTIONS, "-o", f"{LONG}.md"), ("new", *OPTIONS, "-o", f"{LONG}/a.md"), ("index", "postings"),
    ],
    ids=lambda arguments: " ".join(arguments[:2])[:20],
)  # fmt: skip
def test_what_cannot_be_a_file_is_told_so(bare: Project, arguments: tuple[str, ...]) -> None:
    """In one sentence, with the exit code of a wrong use."""
    result = bare.jobboard(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("jobboard: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "--format", "json"), ("rules",), ("schema",), ("new", "--template"), ("check", "--help")],
    ids=" ".join,
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not every system has a device that is full")
def test_an_output_that_takes_no_more_is_told(bare: Project, arguments: tuple[str, ...]) -> None:
    """Also when it is that of help."""
    result = _run_in_shell(bare, '"$@" > /dev/full', *arguments)
    assert result.returncode == 2
    assert result.stderr == "jobboard: a file cannot be read or written: no space left on device\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("arguments", [("check",), ("schema",), ("new", *OPTIONS, "--stdout")], ids=lambda a: a[0])
def test_closed_streams_are_no_fault(bare: Project, arguments: tuple[str, ...], closed: str) -> None:
    """Nobody reads what is printed, and nothing is read."""
    result = _run_in_shell(bare, f'"$@" {closed}', *arguments, GIT_AUTHOR_NAME="")
    assert "Traceback" not in result.stderr
    assert result.returncode == (2 if arguments[0] == "new" and not _has_name(bare) else 0)


def test_half_a_posting_is_none(project: Project) -> None:
    """A disk that takes no more leaves no empty file, whose name the next run would find taken."""
    before = sorted(project.root.rglob("*.md"))
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(0, resource.RLIMIT_FSIZE, (500, limit[1]))  # a child inherits it
    try:
        imported = _run_in_shell(project, '"$@"', "import", "advertisement.txt")
        new = _run_in_shell(project, '"$@"', "new", *OPTIONS, "--text", "advertisement.txt")
    finally:
        resource.prlimit(0, resource.RLIMIT_FSIZE, limit)
    assert imported.returncode == 1
    assert "the posting cannot be written: file too large" in imported.stderr
    assert new.returncode == 2
    assert new.stderr.endswith("imaging.md` cannot be written: file too large\n")
    assert sorted(project.root.rglob("*.md")) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_making_of_an_index(bare: Project, number: signal.Signals, tmp_path: Path) -> None:
    """Nothing is left of it."""
    assert bare.build().returncode == 0
    begun = tmp_path / "begun"
    waiting = (
        "import os, pathlib, sys, time\npathlib.Path(os.environ['BEGUN']).write_text(sys.argv[2])\ntime.sleep(600)\n"
    )
    (tmp_path / "pagefind.py").write_text(waiting)  # found before the real one
    environment = os.environ | bare.environment | {"PYTHONPATH": str(tmp_path), "BEGUN": str(begun)}
    process = subprocess.Popen([JOBBOARD, "index"], cwd=bare.root, env=environment, stderr=subprocess.PIPE, text=True)
    while not (begun.exists() and begun.read_text()):
        assert process.poll() is None
    process.send_signal(number)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == (1 if number == signal.SIGINT else 128 + number)
    assert "Traceback" not in said
    assert not Path(begun.read_text()).parent.exists()


def _run_in_shell(
    project: Project, script: str, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", script, "sh", str(JOBBOARD), *arguments],
        cwd=project.root,
        env=os.environ | project.environment | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def _has_name(project: Project) -> bool:
    asked = subprocess.run(["git", "config", "user.name"], cwd=project.root, capture_output=True, check=False)
    return asked.returncode == 0
