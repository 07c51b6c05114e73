"""`jobboard check --fix` repairs files, and `--diff` shows what it would repair."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from building import Project, make_project, posting, snapshot
from jobboard.cli import main


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


def test_the_command_that_repairs_names_what_was_checked(project: Project) -> None:
    """Without the file's name it would repair others, and not this one where it lies elsewhere."""
    project.write("else where/b.md", posting("Reader", deadline="2026/12/31"))
    named = project.jobboard("check", "else where/b.md").stdout
    assert "can be repaired with `jobboard check --fix 'else where/b.md'`" in named
    many = project.jobboard("check", *["postings/b.md"] * 4).stdout
    assert "can be repaired with `jobboard check --fix`" in many


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


def test_a_file_that_cannot_be_written_is_left_as_it_was(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence names it, and no half of it lies beside."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(project.root)
    monkeypatch.setattr("os.replace", refuse)
    before = snapshot(project.root / "postings")
    result = CliRunner().invoke(main, ["check", "--fix", "postings/b.md"])
    assert result.exit_code == 2
    assert "`postings/b.md` cannot be written: permission denied" in result.stderr
    assert snapshot(project.root / "postings") == before


def test_what_is_no_posting_is_not_repaired(project: Project) -> None:
    """Links and files that are too long are left to the check."""
    (project.root / "postings/link.md").symlink_to("a.md")
    project.write("postings/long.md", posting(body="x" * 300_000))
    result = project.jobboard("check", "--fix", "postings/link.md", "postings/long.md", "postings/gone.md")
    assert result.returncode == 2
    result = project.jobboard("check", "--fix", "postings/link.md", "postings/long.md")
    assert "repaired" not in result.stdout
    assert (project.root / "postings/link.md").is_symlink()
