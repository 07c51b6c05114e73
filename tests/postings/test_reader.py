"""Whatever a file holds, reading it ends in a posting or in reports that point into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from damage import MUTATIONS, SLIPS, VALID, damaged
from golden import Case, cases_of
from jobboard.diagnostics.diagnostic import Mark
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.diagnostics.rules import RULES
from jobboard.policy import Policy
from jobboard.postings.reader import read_posting
from reading import file_of

RULE_NAMES = {rule.name for rule in RULES}


@given(data=st.binary(max_size=400))
def test_any_bytes_can_be_read(policy: Policy, data: bytes) -> None:
    """A file of any bytes never crashes the check."""
    _read(data, policy)


@given(header=st.text(max_size=200), body=st.text(max_size=100))
def test_any_text_can_be_read(policy: Policy, header: str, body: str) -> None:
    """Any text between and below `---` lines never crashes the check."""
    _read(f"---\n{header}\n---\n{body}".encode(), policy)


@given(value=SLIPS | st.text(max_size=40), line=st.integers(1, 18))
def test_any_value_of_any_field_can_be_read(policy: Policy, value: str, line: int) -> None:
    """A field that holds something absurd never crashes the check."""
    lines = VALID.split("\n")
    lines[line] = lines[line].partition(":")[0] + ": " + value
    _read("\n".join(lines).encode(), policy)


@given(mutations=MUTATIONS)
def test_a_damaged_posting_can_be_read(policy: Policy, mutations: list[tuple[int, int, str]]) -> None:
    """A valid posting that was mangled in an editor never crashes the check."""
    _read(damaged(VALID, mutations).encode(), policy)


@pytest.mark.parametrize("unit", ["{{<", "{%", '[a](b "c ', "[a](", "[", "<a ", " ", "`", "Ã© ", "http://", "\0"])
def test_a_long_hostile_text_is_read_in_its_length(policy: Policy, unit: str) -> None:
    """A text of 200 KiB made to keep a careless pattern busy for minutes is read in less than a second."""
    _read((VALID + "[a](x" + unit * (200 * 1024 // len(unit))).encode()[: 250 * 1024], policy)


@pytest.mark.parametrize("case", cases_of("check"), ids=lambda case: case.path.stem)
def test_a_case_is_a_posting_or_has_errors(case: Case, policy: Policy) -> None:
    """Never both, and never neither."""
    _read(case.path.read_bytes(), policy)


def test_the_posting_that_is_damaged_is_valid(policy: Policy) -> None:
    """A posting with most fields filled in is accepted without a word."""
    posting, diagnostics = read_posting(file_of(VALID), policy)
    assert posting is not None
    assert diagnostics == []


def _read(data: bytes, policy: Policy) -> None:
    """Check what holds for every file, whatever is in it."""
    posting, diagnostics = read_posting(file_of(data), policy)
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (posting is None) == any(diagnostic.is_error for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        assert diagnostic.rule in RULE_NAMES
        for mark in diagnostic.marks:
            assert mark.line <= len(lines), diagnostic
            assert _is_inside(mark), diagnostic
            if diagnostic.rule != "not-utf-8":  # which shows the line as it would look in the likely encoding
                assert len(mark.text) == len(lines[mark.line - 1]), diagnostic
    for render in RENDERERS.values():
        assert "\x1b" not in render(diagnostics, None), "a report must not control the reader's terminal"


def _is_inside(mark: Mark) -> bool:
    return mark.line >= 1 and mark.column >= 1 and mark.column - 1 + mark.length <= len(mark.text)
