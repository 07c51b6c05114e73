"""Each file in `cases/check` is a posting and, beside it, the exact report it gets (empty for none)."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.policy import Policy
from jobboard.postings.reader import PostingFile, read_posting

CASES = sorted((Path(__file__).parent / "cases" / "check").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_posting_gets_exactly_this_report(case: Path, policy: Policy, is_update: bool) -> None:
    """A posting is reported in the words of the file beside it."""
    posting, diagnostics = read_posting(PostingFile(path=case.name, shown=case.name, data=case.read_bytes()), policy)
    report = render_terminal(diagnostics, None)
    expected = case.with_suffix(".errors.txt")
    if is_update:
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text("utf-8")
    assert (posting is None) == any(diagnostic.is_error for diagnostic in diagnostics)


def test_every_report_belongs_to_a_posting() -> None:
    """No expected report is left behind when its case goes."""
    reports = {path.name for path in CASES[0].parent.glob("*.errors.txt")}
    assert reports == {f"{case.stem}.errors.txt" for case in CASES}
