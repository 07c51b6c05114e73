"""What the commands say to somebody who misspells one, stands in another folder, or runs a preview twice."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from building import Project, make_project, posting, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a good posting and a bad one."""
    project = make_project(tmp_path)
    project.write("postings/2026/good.md", posting())
    project.write("postings/2026/bad.md", posting(more="draft: fasle\n").replace("jobs/42", "jobs/43"))
    return project


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chekc", "check"), ("validate", "check"), ("imprt", "import"), ("Create", "new"), ("rule", "rules")],
)
def test_a_misspelt_command_is_answered_with_the_nearest(project: Project, typed: str, meant: str) -> None:
    """Slips and other programs' names for it; what is close to nothing gets the list."""
    result = project.jobboard(typed)
    assert result.returncode == 2
    assert f"there is no command `{typed}`; did you mean `{meant}`?" in result.stderr
    assert "there are `import`, `check`," in project.jobboard("xyzzy").stderr


def test_the_board_is_found_from_any_folder_below_it(project: Project) -> None:
    """Commands work where the postings are, and name files from there."""
    below = Project(project.root / "postings" / "2026", project.environment)
    result = below.jobboard("check")
    assert result.returncode == 1
    assert "2 postings" in result.stdout
    assert " --> bad.md:11:8" in result.stdout
    assert " --> bad.md:11:8" in below.jobboard("check", "bad.md").stdout
    assert below.jobboard("explain", "invalid-draft").stdout.startswith("invalid-draft (error)")
    assert below.jobboard("new", "--template").stdout == project.jobboard("new", "--template").stdout
    written = below.jobboard(
        *("new", "--no-input", "--title", "Engineer", "--author", "A", "--organization", "B", "--position", "phd"),
        *("--deadline", "2026-12-31", "--location", "Oslo, Norway", "--tag", "llm", "--apply", "a@e.org"),
    )
    assert "Written: b-engineer.md" in written.stdout, written.stderr
    assert (project.root / "postings/2026/b-engineer.md").is_file()


def test_away_from_a_board_a_sentence_says_so(tmp_path: Path) -> None:
    """Where there is none above either, the command says what it looks for."""
    result = Project(tmp_path).jobboard("check")
    assert result.returncode == 2
    assert "there is no `board.yml` here, nor in a folder above; run jobboard where it is" in result.stderr


def test_a_taken_port_is_a_sentence(project: Project) -> None:
    """A second preview says which port is taken and how to take another one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [Path(sys.executable).parent / "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project.root, env=os.environ | project.environment | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert result.returncode == 1
    assert (
        f"port {port} of 127.0.0.1 is taken, perhaps by another preview; `make serve PORT={port + 1}`" in result.stdout
    )
    assert "Traceback" not in result.stdout


@pytest.mark.parametrize(
    ("stated", "proposed"), [("https://e.org/ ", "; did you mean `https://e.org/`?"), ("https://e .org/", "")]
)
def test_an_address_with_a_space_is_told_so(project: Project, stated: str, proposed: str) -> None:
    """A space is named, and taken away where that is all."""
    result = project.build(JOBBOARD_SITE_URL=stated)
    assert result.returncode == 1
    assert f"JOBBOARD_SITE_URL holds a space, found `{stated}`{proposed}\n" in result.stdout


def test_flat_addresses_are_refused(project: Project) -> None:
    """`use_directory_urls: false` would leave dead links, and is answered with a sentence; the site stays."""
    (project.root / "postings/2026/bad.md").unlink()
    assert project.build().returncode == 0
    before = snapshot(project.site)
    settings = project.root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("use_directory_urls: true\n", "")
    settings.write_text(f"{text}\nuse_directory_urls: false\n", "utf-8")
    result = project.build()
    assert result.returncode == 1
    assert "sets `use_directory_urls: false`, and every address of a board ends with `/`" in result.stdout
    assert snapshot(project.site) == before
