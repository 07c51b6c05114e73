"""Posts of other sites: whatever stands above a text, a posting is made of it."""

from __future__ import annotations

from jobboard.importing.posts.headers import read_header


def test_every_line_of_a_broken_header_is_kept() -> None:
    """Lines that are no fields become text."""
    header = read_header("---\ntitle: a\n!!! nonsense [\nanother line\n---\nthe text\n")
    assert header.fields == {"title": "a"}
    assert "nonsense" in header.body
    assert "another line" in header.body
    assert "the text" in header.body
