"""`jobboard new`: a posting from questions on a terminal, or from options alone."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from building import NOW, Project, make_project, posting
from jobboard.fields.table import FIELDS
from listening import PATIENCE, Listener

OPTIONS = [
    "--no-input",
    *("--title", "Postdoc: imaging", "--organization", "Northbridge University", "--position", "Post-doc"),
    *("--deadline", "2026-12-31", "--location", "Edinburgh, United Kingdom", "--apply", "https://example.org/jobs/42"),
    *("--tag", "Medical imaging", "--tag", "deep-learning"),
]
"""A complete posting."""
WRITTEN = "postings/2026/northbridge-university-postdoc-imaging.md"
_OWN_TERMINAL = "import os, sys; os.open(os.ttyname(0), os.O_RDWR); os.execv(sys.argv[1], sys.argv[1:])"
"""Opening a terminal as the leader of a session makes it the one whose Ctrl-C counts (`man 4 tty_ioctl`)."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose git knows who sits before it."""
    project = make_project(tmp_path)
    config = project.write(".gitconfig", "[user]\n\tname = Ada Lovelace\n")
    project.environment |= {"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1"}
    return project


class Session(Listener):
    """`jobboard new` on a terminal of its own."""

    def __init__(self, project: Project, *arguments: str) -> None:
        self._terminal, inside = pty.openpty()
        super().__init__(self._terminal)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("JOBBOARD_")}
        command = Path(sys.executable).parent / "jobboard"
        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, command, "new", *arguments],
            cwd=project.root,
            env=kept | project.environment | {"TERM": "dumb", "COLUMNS": "100"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def answer(self, prompt: str, line: str) -> None:
        """Wait for *prompt* and type *line*."""
        self.expect(f"\n{prompt}: ")
        os.write(self._terminal, f"{line}\n".encode())

    def leave(self, key: str) -> None:
        """Press *key* when the process waits for one: Python misses a Ctrl-C in the instant before."""
        status = Path(f"/proc/{self.process.pid}/status")
        end = time.monotonic() + PATIENCE
        while status.is_file() and "State:\tS" not in status.read_text() and time.monotonic() < end:
            time.sleep(0.001)  # no event tells that a process has begun to wait; only Linux tells at all
        os.write(self._terminal, key.encode())
        self.expect("Nothing was written.")

    def finish(self) -> int:
        """Everything to the end; the exit code."""
        while self.hear():
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Leave nothing running."""
        self.process.kill()
        self.process.wait()
        os.close(self._terminal)


@pytest.fixture
def session(project: Project) -> Iterator[Session]:
    """A session that has just begun."""
    session = Session(project)
    yield session
    session.close()


def test_questions_lead_to_a_posting(project: Project, session: Session) -> None:
    """Every wrong answer is explained as `check` explains it and asked again; the file is what was answered."""
    session.answer("title", "Postdoc: imaging")
    session.answer("author [Ada Lovelace]", "")
    session.answer("organization", "")
    session.expect("`organization` is required, such as `Northbridge University`")
    session.answer("organization", "Northbridge University")
    session.expect("phd, postdoc, research-scientist")
    session.answer("position", "postdok")
    session.expect("error[unknown-position]: `postdok` is not a kind of position of this board")
    session.expect("did you mean `postdoc`?")
    session.answer("position", "Postdoctoral researcher")
    session.answer("date [2026-11-20]", "")
    session.answer("deadline", "01/02/2027")
    session.expect("`2027-01-02` or `2027-02-01`?")
    session.answer("deadline", "2025-12-31")
    session.expect("error[deadline-before-date]")
    session.answer("deadline", "31.12.2026")
    session.expect("read as 2026-12-31")
    session.expect("The board's own is AoE, anywhere on earth.")
    session.answer("timezone [AoE]", "Europe/London")
    session.answer("location (optional)", "Edinburgh")
    session.expect("error[invalid-location]")
    session.answer("location (optional)", "Edinburgh, United Kingdom")
    session.answer("work_mode (optional)", "Hybrid")
    session.answer("tags", "imagin, deep learning")
    session.expect("did you mean `imaging`?")
    session.expect("rules/unknown-tag/")
    session.answer("tags", "Medical imaging, deep learning")
    session.answer("apply", "example.org")
    session.expect("did you mean `https://example.org`?")
    session.answer("apply", "https://example.org/jobs/42")
    session.answer("salary (optional)", "{min: 45000, max: 52000, currency: EUR, period: year}")
    session.answer("address /jobs/… [northbridge-university-postdoc-imaging]", "Northbridge Imaging")
    session.expect("rename it to `northbridge-imaging.md`")
    session.answer("address /jobs/… [northbridge-university-postdoc-imaging]", "northbridge-imaging")
    assert session.finish() == 0
    assert not (project.root / ".cache/answers.json").exists()
    assert "Written: postings/2026/northbridge-imaging.md" in session.said
    assert "The fields pass the check; the text is still to be written." in session.said
    header = (project.root / "postings/2026/northbridge-imaging.md").read_text("utf-8").partition("\n\n")[0]
    assert header == (
        '---\ntitle: "Postdoc: imaging"\nauthor: Ada Lovelace\norganization: Northbridge University\nposition: postdoc\n'
        "date: 2026-11-20\ntimezone: Europe/London\ndeadline: 2026-12-31\nlocation: Edinburgh, United Kingdom\n"
        "work_mode: hybrid\nsalary: {min: 45000, max: 52000, currency: EUR, period: year}\n"
        "tags: [imaging, deep-learning]\napply: https://example.org/jobs/42"
    )


def test_a_list_of_choices_cuts_no_name(project: Project) -> None:
    """What one may type stands whole on its line."""
    board = project.root / "board.yml"
    longer = board.read_text("utf-8").replace("    epidemiology:", "    epidemiology-of-rare-diseases:")
    board.write_text(longer, "utf-8")
    with closing(
        Session(project, "--title", "Postdoc: imaging", "--author", "Ada Lovelace", *OPTIONS[3:-4])
    ) as session:
        session.answer("date [2026-11-20]", "")
        session.answer("timezone [AoE]", "")
        session.answer("work_mode (optional)", "")
        session.expect("imaging,\n    mental-health")


def test_what_is_given_as_an_option_is_asked_only_when_it_is_wrong(project: Project) -> None:
    """Options answer their questions; a wrong one is explained and asked; remote work is asked for its countries."""
    project.write("postings/2025/northbridge-postdoc.md", posting())
    given = (*OPTIONS[1:3], "--organization", "Northbridge", "--position", "nurse", "--deadline", "rolling")
    with closing(Session(project, *given)) as session:
        session.answer("author [Ada Lovelace]", "The curators")
        session.expect("`nurse` is not a kind of position of this board")
        session.answer("position", "postdoc")
        session.answer("date [2026-11-20]", "2026-12-01")
        session.answer("location (optional)", "")
        session.answer("remote_from (optional)", "Europe")
        session.answer("tags", "llm")
        session.answer("apply", "jobs@example.org")
        session.answer("salary (optional)", "")
        session.answer("address /jobs/… [northbridge-postdoc-imaging]", "northbridge-postdoc")
        session.expect("`northbridge-postdoc` is the address of another posting")
        session.answer("address /jobs/… [northbridge-postdoc-imaging]", "")
        assert session.finish() == 0
    text = (project.root / "postings/2026/northbridge-postdoc-imaging.md").read_text("utf-8")
    assert "\nwork_mode: remote\nremote_from: Europe\ntags: [llm]\napply: jobs@example.org\n" in text


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_in_the_middle_writes_no_posting_and_keeps_the_answers(
    project: Project, session: Session, key: str
) -> None:
    """Ctrl-C and the end of input end the questions with a word; the next time the answers stand in brackets."""
    session.answer("title", "Postdoc")
    session.expect("author [Ada Lovelace]: ")
    session.leave(key)
    assert session.finish() == 1
    assert session.said.rstrip().endswith("Your answers are kept: run the command again to go on.")
    assert "Traceback" not in session.said
    assert not list((project.root / "postings").iterdir())
    with closing(Session(project)) as second:
        second.answer("title [Postdoc]", "")
        second.expect("author [Ada Lovelace]: ")
        second.leave(key)


def test_the_way_back_help_and_arrow_keys(project: Project) -> None:
    """`<` asks the question before again, with its answer in brackets; `?` explains; `-` leaves out; a line can be edited."""
    with closing(
        Session(project, *OPTIONS[1:3], "--author", "Ada", "--tag", "llm", "--deadline", "rolling")
    ) as session:
        session.answer("organization", "<")
        session.expect("This is the first question.")
        session.answer("organization", "Nothbridge\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[Dr")
        session.answer("position", "?")
        session.expect("More: https://jobs.example.org/post/")
        session.answer("position", "<")
        session.answer("organization [Northbridge]", "")
        session.answer("position", "phd")
        session.answer("date [2026-11-20]", "")
        session.answer("location (optional)", "-")
        session.answer("remote_from (optional)", "<")
        session.answer("location (optional)", "Oslo, Norway")
        session.answer("work_mode (optional)", "hybrid")
        session.answer("apply", "jobs@example.org")
        session.answer("salary (optional)", "")
        session.answer("address /jobs/… [northbridge-postdoc-imaging]", "<")
        session.answer("salary (optional)", "?")
        session.answer("salary (optional)", "TV-L E13")
        session.answer("address /jobs/… [northbridge-postdoc-imaging]", "?")
        session.answer("address /jobs/… [northbridge-postdoc-imaging]", "")
        assert session.finish() == 0
    text = (project.root / "postings/2026/northbridge-postdoc-imaging.md").read_text("utf-8")
    assert "\nlocation: Oslo, Norway\nwork_mode: hybrid\nsalary: TV-L E13\n" in text
    assert not (project.root / ".cache/answers.json").exists()


@pytest.mark.parametrize("kept", [b"[1]", b"\xff", b'{"title": 1, "nothing": "x", "author": "a\\nb"}'])
def test_answers_that_are_damaged_are_forgotten(project: Project, kept: bytes) -> None:
    """Whatever stands in the file, the first question is asked as if there were none."""
    project.write(".cache/answers.json", kept)
    with closing(Session(project)) as session:
        session.expect("\ntitle: ")


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
