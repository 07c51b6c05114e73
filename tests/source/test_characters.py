"""Files that are too large, and characters that nobody sees."""

from __future__ import annotations

import pytest

from jobboard.source.characters import decode_text, drop_hidden


@pytest.mark.parametrize(("size", "is_read"), [(262_144, True), (262_145, False)])
def test_a_file_has_at_most_256_kib(size: int, is_read: bool) -> None:
    """And not a byte more."""
    source, problems = decode_text("one.md", b"a" * size)
    assert (source is not None, [problem.rule for problem in problems]) == (is_read, ["file-too-large"] * (not is_read))


@pytest.mark.parametrize("character", "\0\b\v\f\x0e\x1f\x7f\x80\x9f\u200b\U000e007f")
def test_what_nobody_sees_is_reported(character: str) -> None:
    """Each such character, where it is the only one of a file."""
    assert [problem.rule for problem in decode_text("one.md", f"a{character}b\n".encode())[1]] == ["hidden-characters"]


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("two\nlines, é", "two\nlines, é"),
        ("a\0b", "ab"),
        ("a\xadb", "ab"),
        ("a\ufffcb", "ab"),
        ("a\u200bb\u202ec", "abc"),
    ],
)
def test_what_nobody_sees_is_dropped(text: str, visible: str) -> None:
    """Of control characters, soft hyphens and places of pictures nothing is left."""
    assert drop_hidden(text) == visible
