"""The `jobboard import` command as people use it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from building import NOW, Project, make_project

SOURCE = "---\ntitle: Postdoc in imaging\nauthor: Jane Doe\ndate: 2026-11-01\ntags: [imaging]\nemployer: Example University\n---\nTwo years.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project without postings."""
    return make_project(tmp_path_factory.mktemp("import"))


def run(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    return project.jobboard("import", *arguments, "--now", NOW)


def test_a_file_becomes_a_posting_and_a_table(project: Project) -> None:
    """The posting is in the folder of its year; what was found is on standard error."""
    project.write("old/one.md", SOURCE)
    result = run(project, "old/one.md")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "postings/2026/postdoc-in-imaging-example-university.md\n"
    assert "title         found     Postdoc in imaging" in result.stderr
    assert "deadline      missing" in result.stderr
    assert result.stderr.endswith("1 posting written in postings\n")


def test_nothing_is_overwritten(project: Project) -> None:
    """A taken name gets a number, and that is said."""
    project.write("old/two.md", SOURCE.replace("imaging", "radiology"))
    paths = [run(project, "old/two.md", "-o", "out") for _ in range(3)]
    assert [path.stdout.strip() for path in paths] == [
        f"out/2026/postdoc-in-radiology-example-university{number}.md" for number in ("", "-2", "-3")
    ]
    assert "`postdoc-in-radiology-example-university` is taken" in paths[1].stderr


def test_standard_output_gets_the_posting_alone(project: Project) -> None:
    """`--stdout` writes no file."""
    project.write("old/three.txt", "PhD position in sound\nLocation: Bern, Switzerland\n")
    result = run(project, "old/three.txt", "--stdout")
    assert result.stdout.startswith("---\ntitle: PhD position in sound")
    assert "location: Bern, Switzerland" in result.stdout
    assert not (project.root / "postings/2026/phd-position-in-sound.md").exists()


def test_standard_input_is_a_source(project: Project) -> None:
    """`-` reads what a pipe brings."""
    result = subprocess.run(
        [*_command(), "import", "-", "--stdout", "--now", NOW],
        cwd=project.root, input=SOURCE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "title: Postdoc in imaging" in result.stdout


def test_one_bad_source_stops_no_other(project: Project) -> None:
    """Each source that cannot be read is named with its reason and counted; the others are written."""
    project.write("mixed/a.md", SOURCE.replace("imaging", "one"))
    project.write("mixed/b.txt", "PhD position in two\nClosing date: 03/04/2027\n")
    project.write("mixed/c.txt", b"\x00\x01binary")
    project.write("mixed/d.txt", "")
    project.write("mixed/e.txt", "x" * 300_000)
    project.write("mixed/f.png", b"\x89PNG")
    project.write("mixed/README.md", "# Jobs")
    result = run(project, "mixed", "-o", "mixed-out")
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 2
    assert "mixed/b.txt: look at: `03/04/2027` is 2027-03-04 or 2027-04-03" in result.stderr
    for name, reason in (("c", "it is not text"), ("d", "it is empty"), ("e", "it is larger than 256 KiB")):
        assert f"not imported: mixed/{name}.txt: {reason}" in result.stderr
    assert result.stderr.endswith("2 postings written in mixed-out; 3 not imported\n")
    counts = next(line for line in result.stderr.splitlines() if line.startswith("title "))
    assert counts.split() == ["title", "1", "1", "0"]


@pytest.mark.parametrize(
    "arguments", [[], ["nowhere.txt"], ["old", "-o", "x", "--stdout"], ["old", "--now", "tomorrow"], ["empty"]]
)
def test_wrong_use_exits_with_two(project: Project, arguments: list[str]) -> None:
    """A call that cannot be carried out says why and exits with 2."""
    project.write("old/one.md", SOURCE)
    (project.root / "empty").mkdir(exist_ok=True)
    result = project.jobboard("import", *arguments)
    assert result.returncode == 2
    assert result.stderr


def test_it_runs_where_the_board_is(tmp_path: Path) -> None:
    """Without `board.yml` there is no vocabulary to import for."""
    (tmp_path / "a.txt").write_text("PhD position", encoding="utf-8")
    result = subprocess.run([*_command(), "import", "a.txt"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "board.yml" in result.stderr


def test_an_imported_posting_is_reported_until_it_is_curated(project: Project) -> None:
    """A check names what is missing; nothing else is wrong with the file."""
    project.write("old/four.md", SOURCE.replace("imaging", "trials"))
    path = run(project, "old/four.md").stdout.strip()
    report = project.jobboard("check", path).stdout
    assert "`deadline` is missing" in report
    assert "`apply` is missing" in report
    assert "`location` is missing" in report
    assert "invalid" not in report


def _command() -> list[str]:
    import sys

    return [str(Path(sys.executable).parent / "jobboard")]
