"""A posting with most fields filled in, and what can happen to it in an editor."""

from __future__ import annotations

from hypothesis import strategies as st

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
SLIPS = st.sampled_from([
    "---\n", "\n", "\r", "\t", ":", ": ", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!!b ", "- ", "|", "#", "%", "@", "?",
    "\0", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffd", "\U0010ffff", "Ã¼", "京", "u\u0308", "İ", "９",
    "9999-12-31", "0001-01-01", "2026-02-30", "24:00", "+99:99", "pm", "Remote (x)", "1e999999999", "http://[", "x" * 400,
])  # fmt: skip
MUTATIONS = st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 12), SLIPS | st.text(max_size=4)), max_size=6)


def damaged(text: str, mutations: list[tuple[int, int, str]]) -> str:
    """*text* after each of *mutations*: where, how many characters are taken away, and what comes instead."""
    for place, length, insert in mutations:
        at = place % (len(text) + 1)
        text = text[:at] + insert + text[at + length :]
    return text


def slips(*pieces: str) -> st.SearchStrategy[list[tuple[int, int, str]]]:
    """None, one or two small mutations, each with one of *pieces*."""
    return st.lists(st.tuples(st.integers(0, 400), st.integers(0, 2), st.sampled_from(pieces)), max_size=2)
