"""What messages tell people to type can be typed where they read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import Project, make_project, posting
from jobboard.program import name_program


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A folder with programs in `.venv/bin`."""
    for name in ("jobboard", "mkdocs"):
        path = tmp_path / ".venv" / "bin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("called", "folder", "search_path", "shown"),
    [
        (".venv/bin/jobboard", ".", "", ".venv/bin/jobboard"),
        ("{here}/.venv/bin/jobboard", ".", "", ".venv/bin/jobboard"),
        (".venv/bin/mkdocs", ".", "", ".venv/bin/jobboard"),
        ("../.venv/bin/jobboard", "postings", "", "../.venv/bin/jobboard"),
        ("{here}/.venv/bin/jobboard", "postings", "", "{here}/.venv/bin/jobboard"),
        ("{here}/.venv/bin/jobboard", ".", "{here}/.venv/bin", "jobboard"),
        ("{here}/.venv/bin/mkdocs", ".", "{here}/.venv/bin", "jobboard"),
        ("{here}/elsewhere/mkdocs", ".", "", "jobboard"),
        ("jobboard", ".", "", "jobboard"),
        ("-c", ".", "", "jobboard"),
    ],
)
def test_a_command_is_named_as_one_types_it(
    environment: Path, called: str, folder: str, search_path: str, shown: str
) -> None:
    """By its path, as short as it is, where the environment is not activated."""
    place = environment / folder
    place.mkdir(exist_ok=True)
    here = str(environment)
    assert name_program(called.format(here=here), str(place), search_path.format(here=here)) == shown.format(here=here)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a posting that can be repaired."""
    project = make_project(tmp_path_factory.mktemp("program"))
    project.write("postings/a.md", posting(date="1 November 2026"))
    return project


def test_messages_name_the_command_as_it_was_called(project: Project) -> None:
    """Its name alone would not be found in an environment that is not activated."""
    said = project.jobboard("check", PATH="/usr/bin:/bin").stdout
    assert "bin/jobboard check --fix`" in said
    assert "`jobboard" not in said
    assert "can be repaired with `jobboard check --fix`" in project.jobboard("check").stdout
