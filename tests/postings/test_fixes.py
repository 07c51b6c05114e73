"""Repairs of a posting: what is certain is repaired, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import posting
from damage import MUTATIONS, VALID, damaged
from golden import Case, cases_of
from jobboard.diagnostics.diagnostic import Edit
from jobboard.policy import Policy
from jobboard.postings.fixes import apply_edits, repair_posting
from jobboard.postings.reader import examine_posting
from reading import file_of

VALUES = st.sampled_from([
    "draft: fasle", "draft: Ture", "draft: yes", "draft: maybe", "authors: [Jane Doe]", "authors: [A B, C D]",
    "authors:\n- Jane Doe", "Keywords: [Deep Learning, imaging, imaging]", "categories:\n  - ML\n  - ml\n  - ai",
    "tags: AI, cv, AI", "position: Post-Doc", "position: 'PHD'", "closing_date: 31 May 2027", "deadline: 2027/5/31",
    "deadline: 03/04/2027", "date: Friday, 20 November 2026", "date: Monday, 20 November 2026", "work_mode: Onsite",
    "organization:\n\tname: UniversitÃ¤t", "title: Postdoc: machine learning", "title:\tPostdoc", "position:postdoc",
    "summary: >-\n  Zwei Jahre fÃ¼r: Herz", "employment: [Full Time, full-time]", "timezone: aoe", "url: https://e.org/1",
    "contract: {type: Fixed term, duration_months: 2 years}", "salary: {min: 1, currency: eur, period: yearly}", "# kept",
])  # fmt: skip


@pytest.mark.parametrize("case", cases_of("fix"), ids=lambda case: case.path.stem)
def test_a_case_keeps_the_promises_of_repairs(case: Case, policy: Policy) -> None:
    """What is not certain stays as it is, which the name of a case says."""
    _check_promises(case.path.read_bytes(), policy)
    if case.path.stem.endswith(("-stay", "-stays")):
        assert case.expected.read_bytes() == case.path.read_bytes()


@given(
    lines=st.lists(VALUES, max_size=5),
    at=st.integers(1, 18),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    bom=st.booleans(),
)
def test_usual_slips_are_repaired_once_and_for_all(
    policy: Policy, lines: list[str], at: int, end: str, bom: bool
) -> None:
    """Whatever slips come together, one run is enough, and the text below the front matter stays as it is."""
    whole = VALID.split("\n")
    text = end.join([*whole[:at], *"\n".join(lines).split("\n"), *whole[at + len(lines) :]])
    _check_promises(("\ufeff" * bom + text).encode(), policy)


@given(mutations=MUTATIONS)
def test_a_damaged_posting_is_not_damaged_further(policy: Policy, mutations: list[tuple[int, int, str]]) -> None:
    """The promises hold for a posting that was mangled in an editor."""
    _check_promises(damaged(VALID, mutations).encode("utf-8", "replace"), policy)


def test_overlapping_edits_wait_for_the_next_pass() -> None:
    """Of two repairs of one place the first is made, and a repair of several places is made as a whole or not at all."""
    groups = [(Edit(1, 1, 2, "x"),), (Edit(1, 2, 2, "y"), Edit(2, 1, 1, "z")), (Edit(1, 3, 2, "\n"),)]
    assert apply_edits("abc\r\nd", groups) == ("x\nd", [0, 2])


def _check_promises(data: bytes, policy: Policy) -> None:
    """Check what holds for every file that is repaired."""
    file = file_of(data)
    before = examine_posting(file, policy)
    once = repair_posting(file, policy)
    mended = file_of(once.data)
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


def test_a_repair_that_does_not_settle_ends(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some passes, with what was repaired until then."""
    text = posting(deadline="2026/12/31", more="draft: fasle\n")
    monkeypatch.setattr("jobboard.postings.fixes.MAX_PASSES", 1)
    assert repair_posting(file_of(text), policy).problems == 2


def test_a_repair_that_makes_worse_is_not_made(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays as it is."""
    text = posting(deadline="2026/12/31").encode()
    monkeypatch.setattr("jobboard.postings.fixes._is_worse", lambda *_, **__: True)
    assert repair_posting(file_of(text), policy).data == text
