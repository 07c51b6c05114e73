"""A project with problems, for the reports that tell them."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import Project, make_project, posting


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with an error and a warning in different files."""
    project = make_project(tmp_path)
    project.write("postings/good.md", posting())
    project.write("postings/bad.md", posting(more="draft: fasle\ntitle: Again\n"))
    remote = posting(more="work_mode: remote\n").replace('location: "Edinburgh, United Kingdom"\n', "")
    project.write("postings/warned.md", remote)
    return project
