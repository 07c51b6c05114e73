"""A site that several rooms read."""

from __future__ import annotations

import pytest

from building import Project, make_project, posting


@pytest.fixture(scope="session")
def near_and_far(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with deadlines near and far."""
    project = make_project(tmp_path_factory.mktemp("near-and-far"))
    project.write("postings/later.md", posting("Later one", deadline="2026-12-31"))
    project.write("postings/third.md", posting("Third one", deadline="2026-11-26", date="2026-11-02"))
    project.write("postings/first.md", posting("First one", deadline="2026-11-22"))
    project.write("postings/fresh.md", posting("Fresh one", deadline="2026-11-24", date="2026-11-19"))
    project.write("postings/past.md", posting("Past one", deadline="2026-11-18", organization="Elsewhere"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project
