"""What editors leave beside postings is passed over with a word, and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import make_project, posting

LEFT = (
    "job.md~", ".job.md.swp", "#job.md#", ".#job.md", "job.md.orig", "job.md.bak", "job.md.save", "4913", "~$job.docx",
    ".~lock.job.odt#", "2026/job.md.rej", "job.md.old", "job.md.part",
)  # fmt: skip
QUIET = (".gitkeep", "_draft.md", "README.md", "schema.json")


def test_copies_of_editors_are_told_and_stop_nothing(tmp_path: Path) -> None:
    """`check` and a strict build name each of them, and the postings are published."""
    project = make_project(tmp_path)
    project.write("postings/job.md", posting())
    for name in (*LEFT, *QUIET):
        project.write(f"postings/{name}", "nothing of a posting")
    (project.root / "postings/.#other.md").symlink_to("nobody@nowhere")
    checked = project.jobboard("check")
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("warning[left-by-editor]") == len(LEFT) + 1
    for name in LEFT:
        assert f"`{name.rpartition('/')[2]}` is a copy that an editor left behind" in checked.stdout
    assert not any(f"`{name}`" in checked.stdout for name in QUIET)
    built = project.build()
    assert built.returncode == 0, built.stdout
    assert built.stdout.count("warning[left-by-editor]") == len(LEFT) + 1
    assert (project.site / "jobs/job/index.html").is_file()


@pytest.mark.parametrize("name", ["job.txt", "job.markdown", "Job.md", "swap.md", "old.md", "orig.md"])
def test_other_files_are_still_postings_or_wrong(tmp_path: Path, name: str) -> None:
    """Only what a program left behind is passed over."""
    project = make_project(tmp_path)
    project.write(f"postings/{name}", posting())
    checked = project.jobboard("check")
    assert "left-by-editor" not in checked.stdout
    assert (checked.returncode == 0) == (name in ("swap.md", "old.md", "orig.md"))
