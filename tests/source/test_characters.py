"""Characters that nobody sees."""

from __future__ import annotations

import pytest

from jobboard.source.characters import drop_hidden


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
