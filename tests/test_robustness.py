"""Whatever a file holds, reading it ends in a posting or in reports that point into it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.diagnostics.diagnostic import Mark
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.diagnostics.rules import RULES
from jobboard.policy import Policy
from jobboard.postings.reader import PostingFile, read_posting

VALID = """\
---
title: Postdoc in medical imaging
author: Jane Doe
organization: {name: Northbridge University, unit: Radiology, url: https://example.org/}
position: postdoc
date: 2026-11-20
deadline: 2026-12-31 17:00 Europe/London
location:
  - Northbridge, United Kingdom
  - {city: Zürich, country: CH}
work_mode: hybrid
contract: {type: fixed-term, duration_months: 24, fte: 0.5}
salary: {min: 45000, max: 52000, currency: EUR, period: year}
tags: [imaging, "deep-learning"]
apply: {url: https://example.org/jobs/42, email: jobs@example.org}
source: {url: https://example.org/, retrieved: 2026-11-19}
summary: >-
  Two years on deep learning
  for chest X-rays.
draft: false
---

Two years on [deep learning](https://example.org/) for chest X-rays.
"""
RULE_NAMES = {rule.name for rule in RULES}
SLIPS = st.sampled_from([
    "---\n", "\n", "\r", "\t", ":", ": ", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!!b ", "- ", "|", "#", "%", "@", "?",
    "\0", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffd", "\U0010ffff", "Ã¼", "京", "u\u0308", "İ", "９",
    "9999-12-31", "0001-01-01", "2026-02-30", "24:00", "+99:99", "pm", "Remote (x)", "1e999999999", "http://[", "x" * 400,
])  # fmt: skip
MUTATIONS = st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 12), SLIPS | st.text(max_size=4)), max_size=6)


@given(data=st.binary(max_size=400))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_any_bytes_can_be_read(policy: Policy, data: bytes) -> None:
    """A file of any bytes never crashes the check."""
    _read(data, policy)


@given(header=st.text(max_size=200), body=st.text(max_size=100))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_any_text_can_be_read(policy: Policy, header: str, body: str) -> None:
    """Any text between and below `---` lines never crashes the check."""
    _read(f"---\n{header}\n---\n{body}".encode(), policy)


@given(value=SLIPS | st.text(max_size=40), line=st.integers(1, 18))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_value_of_any_field_can_be_read(policy: Policy, value: str, line: int) -> None:
    """A field that holds something absurd never crashes the check."""
    lines = VALID.split("\n")
    lines[line] = lines[line].partition(":")[0] + ": " + value
    _read("\n".join(lines).encode(), policy)


@given(mutations=MUTATIONS)
@settings(derandomize=True, max_examples=400, deadline=None)
def test_a_damaged_posting_can_be_read(policy: Policy, mutations: list[tuple[int, int, str]]) -> None:
    """A valid posting that was mangled in an editor never crashes the check."""
    text = VALID
    for at, length, insert in mutations:
        text = text[:at] + insert + text[at + length :]
    _read(text.encode(), policy)


@pytest.mark.parametrize("unit", ["{{<", "{%", '[a](b "c ', "[a](", "[", "<a ", " ", "`", "Ã© ", "http://", "\0"])
def test_a_long_hostile_text_is_read_in_its_length(policy: Policy, unit: str) -> None:
    """A text of 200 KiB made to keep a careless pattern busy for minutes is read in less than a second."""
    _read((VALID + "[a](x" + unit * (200 * 1024 // len(unit))).encode()[: 250 * 1024], policy)


def test_the_posting_that_is_damaged_is_valid(policy: Policy) -> None:
    """A posting with most fields filled in is accepted without a word."""
    posting, diagnostics = read_posting(PostingFile(path="a.md", shown="a.md", data=VALID.encode()), policy)
    assert posting is not None
    assert diagnostics == []


def _read(data: bytes, policy: Policy) -> None:
    """Check what holds for every file, whatever is in it."""
    posting, diagnostics = read_posting(PostingFile(path="a.md", shown="a.md", data=data), policy)
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
