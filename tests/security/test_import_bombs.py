"""Sources that are short to send and long to read: each becomes a posting, or is refused, in no time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from importing.expectations import NOW
from jobboard.importing.assessment import assess
from jobboard.importing.posting_file import render_posting
from jobboard.importing.sources import SourceError, draft_documents
from jobboard.policy import Policy

CHARACTERS = 200_000
"""Nearly as many as a text may have."""
SECONDS = 10
"""Of the processor; none takes a fifth of it on a machine of today, and the languages' words are read once."""
SOURCES = {
    "a.txt": ("Postdoc in imaging\n\nDeadline: 31 December 2026\n\n", "\n"),
    "a.md": ("---\ntitle: Postdoc in imaging\n---\n\n", "\n"),
    "head.txt": ("Postdoc in imaging\nLocation: ", "\nDeadline: 31 December 2026\n"),
    "title.html": ("<title>", "</title><h1>Postdoc</h1>"),
    "pre.html": ("<h1>Postdoc in imaging</h1><pre>", "</pre>"),
    "description.html": (
        '<title>x</title><script type="application/ld+json">{"@type":"JobPosting","title":"Postdoc","description":"',
        '"}</script>',
    ),
}
"""By its name, what stands before and behind."""
BOMBS = {
    "a.txt": ("<!-- ", "<svg>", "<script>", "a@b?", "{%", "[a](", "<a href=href="),
    "a.md": ("<!-- ", "{% ", "> ", "a@b?subject="),
    "head.txt": ("/", "Bern, ", "A and ", "1-"),
    "title.html": ("Bern, ", " | A", " at A", "(A", "/"),
    "pre.html": (" ", " \n", "- a ", "&amp;"),
    "description.html": ("- a\\n", "a\\n", "\\u003cb>", "&lt;p&gt;", "&amp;lt;p&amp;gt;"),
}
"""Repeated in each."""


@pytest.mark.parametrize(("name", "unit"), [(name, unit) for name, units in BOMBS.items() for unit in units])
def test_a_bomb_is_harmless(policy: Policy, name: str, unit: str) -> None:
    """Whatever can be repeated: marks of comments, places, addresses, blanks."""
    before, behind = SOURCES[name]
    begun = time.process_time()
    with suppress(SourceError):
        for draft in draft_documents(f"{before}{unit * (CHARACTERS // len(unit))}{behind}".encode(), name, name):
            render_posting(draft, assess(draft, policy, NOW), NOW)
    assert time.process_time() - begun < SECONDS
