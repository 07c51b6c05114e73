"""Front matter that is too long."""

from __future__ import annotations

import pytest

from jobboard.source.front_matter import read_document
from jobboard.source.source_text import SourceText


@pytest.mark.parametrize(("length", "is_read"), [(16_384, True), (16_385, False)])
def test_front_matter_has_at_most_16_384_characters(length: int, is_read: bool) -> None:
    """And not a character more."""
    header = f"title: {'a' * (length - 8)}\n"
    document = read_document(SourceText("one.md", f"---\n{header}---\n"))
    assert len(document.header) == length
    assert [problem.rule for problem in document.diagnostics] == ["file-too-large"] * (not is_read)
    assert (document.entries is not None) == is_read
