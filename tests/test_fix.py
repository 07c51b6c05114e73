"""`jobboard check --fix`: what is certain is repaired, and nothing else is touched."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import Project, make_project, posting
from jobboard.diagnostics.diagnostic import Edit
from jobboard.policy import Policy
from jobboard.postings.fixes import apply_edits, repair_posting
from jobboard.postings.reader import PostingFile, examine_posting
from test_robustness import MUTATIONS, VALID

CASES = sorted(
    path for path in (Path(__file__).parent / "cases" / "fix").glob("*.md") if not path.stem.endswith(".fixed")
)
VALUES = st.sampled_from([
    "draft: fasle", "draft: Ture", "draft: yes", "draft: maybe", "authors: [Jane Doe]", "authors: [A B, C D]",
    "authors:\n- Jane Doe", "Keywords: [Deep Learning, imaging, imaging]", "categories:\n  - ML\n  - ml\n  - ai",
    "tags: AI, cv, AI", "position: Post-Doc", "position: 'PHD'", "closing_date: 31 May 2027", "deadline: 2027/5/31",
    "deadline: 03/04/2027", "date: Friday, 20 November 2026", "date: Monday, 20 November 2026", "work_mode: Onsite",
    "organization:\n\tname: UniversitÃ¤t", "title: Postdoc: machine learning", "title:\tPostdoc", "position:postdoc",
    "summary: >-\n  Zwei Jahre fÃ¼r: Herz", "employment: [Full Time, full-time]", "timezone: aoe", "url: https://e.org/1",
    "contract: {type: Fixed term, duration_months: 2 years}", "salary: {min: 1, currency: eur, period: yearly}", "# kept",
])  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_posting_is_repaired_to_exactly_this(case: Path, policy: Policy, is_update: bool) -> None:
    """A posting becomes the file beside it, byte for byte."""
    repaired = repair_posting(PostingFile(path="a.md", shown="a.md", data=case.read_bytes()), policy).data
    expected = case.with_suffix(".fixed.md")
    if is_update:
        expected.write_bytes(repaired)
    assert repaired == expected.read_bytes()
    if case.stem.endswith(("-stay", "-stays")):
        assert repaired == case.read_bytes()
    _check_promises(case.read_bytes(), policy)


@given(
    lines=st.lists(VALUES, max_size=5),
    at=st.integers(1, 18),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    bom=st.booleans(),
)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_usual_slips_are_repaired_once_and_for_all(
    policy: Policy, lines: list[str], at: int, end: str, bom: bool
) -> None:
    """Whatever slips come together, one run is enough, and the text below the front matter stays as it is."""
    whole = VALID.split("\n")
    text = end.join([*whole[:at], *"\n".join(lines).split("\n"), *whole[at + len(lines) :]])
    _check_promises(("\ufeff" * bom + text).encode(), policy)


@given(mutations=MUTATIONS)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_damaged_posting_is_not_damaged_further(policy: Policy, mutations: list[tuple[int, int, str]]) -> None:
    """The promises hold for a posting that was mangled in an editor."""
    text = VALID
    for at, length, insert in mutations:
        text = text[:at] + insert + text[at + length :]
    _check_promises(text.encode("utf-8", "replace"), policy)


def test_overlapping_edits_wait_for_the_next_pass() -> None:
    """Of two repairs of one place the first is made, and a repair of several places is made as a whole or not at all."""
    groups = [(Edit(1, 1, 2, "x"),), (Edit(1, 2, 2, "y"), Edit(2, 1, 1, "z")), (Edit(1, 3, 2, "\n"),)]
    assert apply_edits("abc\r\nd", groups) == ("x\nd", [0, 2])


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


def _check_promises(data: bytes, policy: Policy) -> None:
    """Check what holds for every file that is repaired."""
    file = PostingFile(path="a.md", shown="a.md", data=data)
    before = examine_posting(file, policy)
    once = repair_posting(file, policy)
    mended = PostingFile(path="a.md", shown="a.md", data=once.data)
    after = examine_posting(mended, policy)
    assert repair_posting(mended, policy).data == once.data
    assert not [diagnostic for diagnostic in after.diagnostics if diagnostic.fix]
    assert (once.data == data) == (not once.problems and not once.tidied)
    assert once.data.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    if before.posting is not None:
        assert after.posting is not None
        assert after.posting == before.posting or any(diagnostic.fix for diagnostic in before.diagnostics)
    rules = {diagnostic.rule for diagnostic in before.diagnostics}
    is_closed = (
        before.document is not None and before.document.closing_line > 1 and "unclosed-front-matter" not in rules
    )
    if is_closed and rules.isdisjoint({"garbled-text", "text-shown-as-code"}):
        tail = data.rsplit(b"---", 1)[1].lstrip(b"-\r\n ")
        assert once.data.endswith(tail)
