"""`jobboard check --fix` repairs files, and `--diff` shows what it would repair."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from building import Project, make_project, posting


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two postings to repair, and one that is right."""
    project = make_project(tmp_path)
    project.write("postings/good.md", posting("Engineer").replace("jobs/42", "jobs/41"))
    project.write("postings/a.md", posting(more="draft: fasle\nlanguages: en\n").replace("author:", "authors:"))
    project.write("postings/b.md", posting("Reader", deadline="2026/12/31").replace("jobs/42", "jobs/43"))
    return project


def test_fix_repairs_the_files_and_reports_what_is_left(project: Project) -> None:
    """After the repairs the report holds only what a person has to decide."""
    (project.root / "postings/b.md").chmod(0o640)
    result = project.jobboard("check", "--fix")
    assert result.returncode == 1
    assert "error[unknown-field]: unknown field `languages`" in result.stdout
    assert result.stdout.endswith("3 problems repaired in 2 files; 1 error in 1 of 3 postings; 2 open on 20 Nov 2026\n")
    assert project.root.joinpath("postings/b.md").read_text() == posting("Reader").replace("jobs/42", "jobs/43")
    assert stat.S_IMODE((project.root / "postings/b.md").stat().st_mode) == 0o640
    assert sorted(path.name for path in (project.root / "postings").iterdir()) == ["a.md", "b.md", "good.md"]
    again = project.jobboard("check", "--fix")
    assert again.stdout.endswith("1 error in 1 of 3 postings; 2 open on 20 Nov 2026\n")
    assert "repaired" not in again.stdout


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]])
def test_diff_shows_the_repairs_and_writes_nothing(project: Project, options: list[str]) -> None:
    """The difference is one that `git apply` takes, and the exit code says that there is one."""
    before = (project.root / "postings/b.md").read_bytes()
    result = project.jobboard("check", "postings/b.md", *options)
    assert result.returncode == 1
    assert result.stdout.startswith("--- a/postings/b.md\n+++ b/postings/b.md\n@@ ")
    assert "\n-deadline: 2026/12/31\n+deadline: 2026-12-31\n" in result.stdout
    assert result.stderr.startswith("1 problem can be repaired in 1 file; ")
    assert (project.root / "postings/b.md").read_bytes() == before
    clean = project.jobboard("check", "postings/good.md", *options)
    assert (clean.returncode, clean.stdout) == (0, "")
