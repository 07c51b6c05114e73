"""A report of thousands of problems is one that a person can read."""

from __future__ import annotations

import pytest

from diagnostics.reports.by_hand import diagnostic
from jobboard.diagnostics.diagnostic import Severity, first_of
from jobboard.diagnostics.reports.formats import RENDERERS

WARNINGS = [diagnostic(f"found {number}", path=f"postings/{number:04}.md") for number in range(2000)]
WARNINGS = [found._replace(severity=Severity.WARNING) for found in WARNINGS]
LAST = diagnostic("the last one", path="postings/last.md")


@pytest.mark.parametrize(
    ("layout", "more"), [("text", "1,001 problems more"), ("github", "1,001 problems more"), ("markdown", "1,501 more")]
)
def test_a_person_is_told_as_much_as_anybody_reads(layout: str, more: str) -> None:
    """The others are counted, and what stops publication is never among them."""
    said = RENDERERS[layout]([*WARNINGS, LAST], None)
    assert "found 0" in said
    assert "found 1500" not in said
    assert "the last one" in said
    assert more in said


@pytest.mark.parametrize("layout", ["json", "sarif"])
def test_programs_are_told_everything(layout: str) -> None:
    """They leave out nothing."""
    said = RENDERERS[layout]([*WARNINGS, LAST], None)
    assert "found 1500" in said
    assert "the last one" in said


def test_what_is_told_stands_in_its_order() -> None:
    """Errors are chosen first, and told where they stand."""
    mixed = [WARNINGS[0], LAST, WARNINGS[1], LAST, WARNINGS[2]]
    assert list(first_of(mixed, 4)) == mixed[:4]
    assert list(first_of(mixed, 2)) == [LAST, LAST]
    assert list(first_of(mixed, 5)) == mixed
