"""ProperDocs, which goes on where MkDocs 1 rests, builds the same board."""

from __future__ import annotations

import re

import pytest

from building import ROOT, Project, make_project, posting, snapshot

PROPERDOCS = ROOT / ".cache" / "properdocs" / "bin" / "properdocs"
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
"""Where the theme names what built the page: of all that MkDocs and ProperDocs write, only this may differ."""

pytestmark = pytest.mark.skipif(not PROPERDOCS.exists(), reason="ProperDocs is not here: `make test-properdocs`")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board that is large enough for a second process, built by MkDocs."""
    project = make_project(tmp_path_factory.mktemp("board"))
    project.write("postings/open.md", posting("Open one", more="aliases: [old-name]\nwork_mode: hybrid\n"))
    project.write("postings/closed.md", posting("Closed one", date="2025-01-01", deadline="2025-02-01"))
    for number in range(60):
        project.write(f"postings/job-{number}.md", posting(f"Job {number}", organization=f"Institute {number % 7}"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    assert {"jobs.json", "feed.xml", "jobs/open/index.html"} <= set(snapshot(project.site))
    return project


def test_properdocs_builds_the_same_site(board: Project) -> None:
    """Byte for byte, but for the name of the generator."""
    result = board.build("-f", "mkdocs.yml", "-d", "properdocs", program=PROPERDOCS)
    assert result.returncode == 0, result.stdout
    made, expected = snapshot(board.root / "properdocs"), snapshot(board.site)
    assert made.keys() == expected.keys()
    assert [name for name in made if GENERATOR.sub(b"", made[name]) != GENERATOR.sub(b"", expected[name])] == []
