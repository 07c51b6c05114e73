"""`jobboard new` asks its questions on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from building import Project, posting
from commands.terminal import OPTIONS, Session, make_project_of_ada


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose git knows who sits before it."""
    return make_project_of_ada(tmp_path)


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
