"""`jobboard new`: a posting from questions on a terminal, or from options alone."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from building import NOW, ROOT, Project, make_project, posting
from jobboard.board.policy_reader import load_policy
from jobboard.diagnostics.diagnostic import Diagnostic, has_errors
from jobboard.fields.table import FIELDS, FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.postings.writer import write_template, write_value
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping

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


class Session:
    """`jobboard new` on a terminal of its own."""

    def __init__(self, project: Project, *arguments: str) -> None:
        self.said = ""
        self._terminal, inside = pty.openpty()
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
        self._read = 0

    def expect(self, text: str) -> None:
        """Wait until *text* is said, after what was expected before."""
        while (found := self.said.find(text, self._read)) < 0:
            assert self._hear(), f"never said {text!r}:\n{self.said}"
        self._read = found + len(text)

    def answer(self, prompt: str, line: str) -> None:
        """Wait for *prompt* and type *line*."""
        self.expect(f"\n{prompt}: ")
        os.write(self._terminal, f"{line}\n".encode())

    def leave(self, key: str) -> None:
        """Press *key* until it is heard: Python misses a Ctrl-C in the instant before it waits for the keyboard."""
        while "Nothing was written." not in self.said:
            os.write(self._terminal, key.encode())
            while self._hear(seconds=5) and "Nothing was written." not in self.said:
                pass

    def finish(self) -> int:
        """Everything to the end; the exit code."""
        while self._hear():
            pass
        return self.process.wait(timeout=20)

    def close(self) -> None:
        """Leave nothing running."""
        self.process.kill()
        self.process.wait()
        os.close(self._terminal)

    def _hear(self, seconds: int = 30) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            heard = os.read(self._terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.said += heard.decode().replace("\r\n", "\n")
        return bool(heard)


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
    session.answer("deadline", "31.12.2026")
    session.expect("did you mean `2026-12-31`?")
    session.expect("help: write `deadline: 2026-12-31`")
    session.answer("deadline", "2025-12-31")
    session.expect("error[deadline-before-date]")
    session.answer("deadline", "2026-12-31")
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
    assert "Written: postings/2026/northbridge-imaging.md" in session.said
    assert "The fields pass the check; the text is still to be written." in session.said
    header = (project.root / "postings/2026/northbridge-imaging.md").read_text("utf-8").partition("\n\n")[0]
    assert header == (
        '---\ntitle: "Postdoc: imaging"\nauthor: Ada Lovelace\norganization: Northbridge University\nposition: postdoc\n'
        "date: 2026-11-20\ntimezone: Europe/London\ndeadline: 2026-12-31\nlocation: Edinburgh, United Kingdom\n"
        "work_mode: hybrid\nsalary: {min: 45000, max: 52000, currency: EUR, period: year}\n"
        "tags: [imaging, deep-learning]\napply: https://example.org/jobs/42"
    )


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
def test_leaving_in_the_middle_leaves_nothing(project: Project, session: Session, key: str) -> None:
    """Ctrl-C and the end of input end the questions with one sentence, and no file is there."""
    session.answer("title", "Postdoc")
    session.expect("author [Ada Lovelace]: ")
    session.leave(key)
    assert session.finish() == 1
    assert session.said.rstrip().endswith("Nothing was written.")
    assert "Traceback" not in session.said
    assert not list((project.root / "postings").iterdir())


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


def test_the_template_is_the_field_tables() -> None:
    """`postings/_template.md` is what `jobboard new --template > postings/_template.md` writes."""
    policy, _ = load_policy(ROOT / "board.yml")
    assert policy is not None
    committed = (ROOT / "postings" / "_template.md").read_text("utf-8")
    assert committed == write_template(policy), "run: jobboard new --template > postings/_template.md"


def test_every_example_of_the_template_passes(policy: Policy) -> None:
    """The template with its text written passes as it stands, and with each example in use."""
    template = write_template(policy).partition("<!--")[0] + "Two years on scans.\n"
    template = template.replace(FIELDS_BY_NAME["title"].example, "Postdoc in imaging")  # else it is one not filled in
    in_use = re.sub(r"^# ", "", template, flags=re.MULTILINE)
    for text in (template, in_use):
        found, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=text.encode()), policy)
        assert found is not None, problems
        assert not has_errors(problems)


@pytest.mark.parametrize(
    "word",
    ["Postdoc: imaging", "[Draft] #1", "- x", "1984", "no", "null", '"quoted"', "it's", "a # b", "x {y}", "@lab", "ü"],
)
def test_words_are_read_back_as_they_were_given(word: str, policy: Policy) -> None:
    """Whatever a title looks like in YAML, it stays the same words."""
    line = f"title: {write_value('title', [word], policy)}"
    problems: list[Diagnostic] = []
    entries = read_mapping(SourceText("", line), line, 1, problems)
    assert entries is not None
    assert not problems
    assert entries["title"].value.text == word  # type: ignore[union-attr]  # a scalar, or the test fails


def test_a_folder_without_a_board_is_a_sentence(tmp_path: Path) -> None:
    """Where there is no board.yml, the commands say where to run them."""
    for command in ("new", "schema"):
        result = Project(tmp_path, {"JOBBOARD_NOW": NOW}).jobboard(command)
        assert result.returncode == 2
        assert "there is no `board.yml` here" in result.stderr
