"""`jobboard new`: a posting from options alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from building import NOW, Project
from commands.terminal import OPTIONS, make_project_of_ada
from jobboard.fields.table import FIELDS

WRITTEN = "postings/2026/northbridge-university-postdoc-imaging.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose git knows who sits before it."""
    return make_project_of_ada(tmp_path)


def test_options_alone_make_a_posting(project: Project) -> None:
    """With `--no-input` everything comes from options; `check` then waits for the text and nothing else."""
    result = project.jobboard("new", *OPTIONS)
    assert result.returncode == 0, result.stderr
    assert f"Written: {WRITTEN}" in result.stdout
    assert f"2. jobboard check {WRITTEN}" in result.stdout
    assert "make serve" in result.stdout
    checked = project.jobboard("check")
    assert re.findall(r"^\w+\[.*", checked.stdout, re.MULTILINE) == [
        "error[empty-body]: there is no text below the front matter"
    ]


def test_a_given_text_completes_the_posting(project: Project) -> None:
    """With `--text` the posting passes at once, and nothing is left to be written."""
    text = project.write("text.md", "Two years on models that read scans of the heart.\n")
    result = project.jobboard("new", *OPTIONS, "--text", str(text))
    assert "It passes the check." in result.stdout
    assert "write the text" not in result.stdout
    assert project.jobboard("check").returncode == 0


def test_every_missing_option_is_named_at_once(project: Project) -> None:
    """Missing and wrong options are all reported in one run, and nothing is written."""
    result = project.jobboard("new", "--no-input", "--title", "Postdoc", "--tag", "imagin", "--deadline", "soon")
    assert result.returncode == 2
    assert "not given: `--organization`, `--position`, `--location`, `--apply`" in result.stderr
    assert "error[unknown-tag]" in result.stderr
    assert "error[invalid-date]" in result.stderr
    assert not list((project.root / "postings").iterdir())
    wrong = project.jobboard("new", *OPTIONS, "--salary", "{min: 4")
    assert wrong.returncode == 1
    assert "Nothing was written." in wrong.stderr
    remote = [option for option in OPTIONS if option not in ("--location", "Edinburgh, United Kingdom")]
    assert project.jobboard("new", *remote, "--work-mode", "remote", "--remote-from", "NO").returncode == 0


def test_a_board_may_require_the_salary(project: Project) -> None:
    """Where `board.yml` requires the salary, so do the command, the template and the schema."""
    board = project.root / "board.yml"
    board.write_text(board.read_text("utf-8") + "salary: required\n", "utf-8")
    assert "not given: `--salary`" in project.jobboard("new", *OPTIONS).stderr
    assert "\nsalary: {min:" in project.jobboard("new", "--template").stdout
    assert project.jobboard("new", "--template", "-o", "a.md").stdout == "Written: a.md\n"
    assert "\nsalary: {min:" in (project.root / "a.md").read_text("utf-8")
    assert "salary" in json.loads(project.jobboard("schema").stdout)["required"]


def test_no_file_is_overwritten(project: Project) -> None:
    """A file that is there stays as it is, wherever it is, and an address is given once."""
    assert project.jobboard("new", *OPTIONS).returncode == 0
    before = (project.root / WRITTEN).read_bytes()
    again = project.jobboard("new", *OPTIONS)
    assert again.returncode == 2
    assert "has the address `/jobs/northbridge-university-postdoc-imaging/` already" in again.stderr
    same = project.jobboard("new", *OPTIONS, "-o", WRITTEN)
    assert same.returncode == 2
    assert "exists already, and is not overwritten" in same.stderr
    assert (project.root / WRITTEN).read_bytes() == before
    assert project.jobboard("new", *OPTIONS, "-o", "postings/other.md").returncode == 0
    assert (project.root / "postings/other.md").is_file()


def test_what_cannot_be_read_or_written_is_a_sentence(project: Project) -> None:
    """A text in another encoding, and a folder that is a file."""
    text = project.write("text.txt", "Bildgebung für Ärzte".encode("cp1252"))
    encoded = project.jobboard("new", *OPTIONS, "--text", str(text))
    assert (encoded.returncode, encoded.stderr.strip()) == (
        2,
        "jobboard: the file given with `--text` is not UTF-8 text",
    )
    inside = project.jobboard("new", *OPTIONS, "-o", "text.txt/2026/a.md")
    assert inside.returncode == 2
    assert "`text.txt/2026/a.md` cannot be written: " in inside.stderr
    beside = project.jobboard("new", *OPTIONS, "-o", "text.txt/a.md")
    assert beside.returncode == 2
    assert "`text.txt/a.md` cannot be written: a file stands where its folder would be" in beside.stderr
    assert not list((project.root / "postings").iterdir())


def test_a_long_name_is_cut_at_a_word(project: Project) -> None:
    """The proposed address has no more than a line's length."""
    options = [option.replace("Northbridge University", "Northbridge " * 12) for option in OPTIONS]
    assert project.jobboard("new", *options).returncode == 0
    (path,) = project.root.glob("postings/2026/*.md")
    assert path.stem == "northbridge-" * 5 + "northbridge"


def test_warnings_are_shown_with_what_is_next(project: Project) -> None:
    """A posting that a curator should look at is written, and its warnings are told."""
    result = project.jobboard("new", *OPTIONS, "--title", "Postdoc at Northbridge University")
    assert result.returncode == 0
    assert "warning[title-with-employer]" in result.stdout
    assert "The fields pass the check" in result.stdout


@pytest.mark.parametrize("git", ["", "#!/bin/sh\nexit 1\n"], ids=["is missing", "knows nobody"])
def test_without_git_nobody_is_proposed(project: Project, git: str) -> None:
    """The author is asked for like any other field."""
    folder = project.root / "bin"
    folder.mkdir()
    if git:
        (folder / "git").write_text(git)
        (folder / "git").chmod(0o755)
    result = project.jobboard("new", *OPTIONS, PATH=str(folder))
    assert result.returncode == 2
    assert "not given: `--author`" in result.stderr


def test_stdout_writes_no_file(project: Project) -> None:
    """`--stdout` prints the posting and nothing else."""
    result = project.jobboard("new", *OPTIONS, "--stdout")
    assert result.stdout.startswith('---\ntitle: "Postdoc: imaging"\n')
    assert result.stdout.endswith("-->\n")
    assert not list((project.root / "postings").iterdir())


def test_every_field_is_in_a_new_posting_and_an_option(project: Project) -> None:
    """What was not given stands in the file as a commented example, and can be given."""
    text = project.jobboard("new", *OPTIONS, "--stdout").stdout
    options = project.jobboard("new", "--help").stdout
    for field in FIELDS:
        assert re.search(rf"^(# )?{field.name}: ", text, re.MULTILINE), field.name
        option = {"tags": "tag", "aliases": "alias"}.get(field.name, field.name.replace("_", "-"))
        assert f"--{option} VALUE" in options


def test_a_folder_without_a_board_is_a_sentence(tmp_path: Path) -> None:
    """Where there is no board.yml, the commands say where to run them."""
    for command in ("new", "schema"):
        result = Project(tmp_path, {"JOBBOARD_NOW": NOW}).jobboard(command)
        assert result.returncode == 2
        assert "there is no `board.yml` here" in result.stderr


def test_file_elsewhere_is_not_promised_on_the_site(project: Project) -> None:
    """Only what stands below the folder of postings is published."""
    written = project.jobboard("new", *OPTIONS, "-o", "elsewhere.md").stdout
    assert "3. move it into postings, to publish it\n  4. make serve" in written
