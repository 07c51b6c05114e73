"""A text that points at itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.diagnostics.diagnostic import Edit
from jobboard.source.nodes import Node, Scalar, Sequence
from jobboard.source.source_text import SourceText, show
from jobboard.source.yaml_reader import read_mapping


def value_of(text: str) -> tuple[SourceText, Node]:
    """A text, and the value of its first field."""
    source = SourceText("a.md", text)
    entries = read_mapping(source, text, 1, [])
    assert entries
    return source, next(iter(entries.values())).value


@pytest.mark.parametrize(("number", "line"), [(0, ""), (1, "\ra"), (2, "b "), (3, ""), (4, "")])
def test_a_line_has_no_end_and_there_is_none_beyond_the_text(number: int, line: str) -> None:
    """A carriage return is part of the end, but not of the beginning."""
    assert SourceText("a.md", "\ra\r\nb \n").line(number) == line


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_no_line_is_counted_from_the_end(number: int) -> None:
    """The first has the number 1."""
    assert SourceText("a.md", "a").line(number) == ""


@pytest.mark.parametrize(("line", "marked"), [("a b", "a b"), ("  a b", "a b"), ("a b  ", "a b"), ("  ", "")])
def test_a_line_is_marked_without_the_white_space_around_it(line: str, marked: str) -> None:
    """Without a word, unless one is given."""
    mark = SourceText("a.md", line).mark_line(1)
    assert (line[mark.column - 1 :][: mark.length], mark.label) == (marked, "")


def test_a_place_has_no_length_unless_one_is_given() -> None:
    """It stands before a character."""
    assert SourceText("a.md", "a").mark(1).length == 0


@pytest.mark.parametrize(
    ("text", "column", "length"),
    [
        ("a: b c  \n", 4, 3),
        ("  a:\n    b\n", 5, 1),
        ("a:", 3, 0),
        ("  a: b  \n   c\n", 6, 1),
        ("a: []", 4, 2),
        ("a: [b,  \n c]\n", 4, 3),
        ("a: \u3000\n  b", 4, 0),
    ],
)
def test_a_value_is_marked_on_its_first_line(text: str, column: int, length: int) -> None:
    """As far as it goes there, without white space behind it."""
    source, node = value_of(text)
    mark = source.mark_node(node)
    assert (mark.column, mark.length) == (column, length)


@pytest.mark.parametrize(
    ("text", "part", "column", "length"),
    [("a: b-b", "b", 4, 1), ("a: a-b", "b", 6, 1), ("a: 'b''b'", "b'b", 4, 6)],
)
def test_the_first_part_of_a_value_is_marked(text: str, part: str, column: int, length: int) -> None:
    """Or the whole value, when it is written in another way."""
    source, node = value_of(text)
    mark = source.mark_match(node, part)
    assert (mark.column, mark.length, mark.label) == (column, length, "")


def test_a_part_in_the_first_column_is_marked() -> None:
    """As in any other."""
    mark = SourceText("a.md", "b-cc").mark_match(Scalar("b-cc", True, 1, 1, 1, 5), "b")
    assert (mark.column, mark.length) == (1, 1)


@pytest.mark.parametrize(
    ("text", "written"), [("a: b", "b"), ("a: 'b' # c", "'b'"), ("a: b\n  c", ""), ("a: 'b\n  c'", "")]
)
def test_what_is_written_stands_on_one_line(text: str, written: str) -> None:
    """With its quotes; nothing when it stands on several."""
    source, node = value_of(text)
    assert source.written(node) == written


@pytest.mark.parametrize(
    ("text", "part", "edits"),
    [
        ("a: bb", "", (Edit(1, 4, 2, "new"),)),
        ("a: 'bb'", "", (Edit(1, 5, 2, "new"),)),
        ("a: b-b", "b", (Edit(1, 4, 1, "new"),)),
        ("a: '\"b\" c'", "", (Edit(1, 5, 5, "new"),)),
        ("a: 'b \"c\"'", "", (Edit(1, 5, 5, "new"),)),
        ('a: "\\x41 x"', "x", ()),
        ("a: b\n  c", "", ()),
        ("a: [b]", "", ()),
    ],
)
def test_a_value_is_written_anew_between_its_quotes(text: str, part: str, edits: tuple[Edit, ...]) -> None:
    """Nothing is written where an escape or a second line is in the way."""
    source, node = value_of(text)
    assert source.rewrite(node, "new", part) == edits


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("a: [b, c]", (Edit(1, 6, 3, ""),)),
        ("a: [b , c]", (Edit(1, 6, 4, ""),)),
        ("a:\n- b\n-  c  \n", (Edit(3, 1, 7, ""),)),
        ("a: [b,\n  c\n  ]", (Edit(2, 1, 4, ""),)),
        ("a: [b,\n  c]", ()),
        ("a: [b\n     , c]", ()),
        ("a:\n- b\n- c # d\n", ()),
        ("a:\n- b\n- >\n  c\n", ()),
        ("a: [b,\n  'c\n  d']", ()),
        ("a: [b, 'c\n  d']", ()),
    ],
)
def test_an_item_is_taken_out_with_its_comma_or_its_line(text: str, edits: tuple[Edit, ...]) -> None:
    """And stays where something else would go with it."""
    source, node = value_of(text)
    assert isinstance(node, Sequence)
    assert source.remove_item(node, 1) == edits


@pytest.mark.parametrize(
    ("here", "path", "shown"),
    [
        ("/usr", "/usr", "."),
        ("/usr", "/usr/lib/a.md", "lib/a.md"),
        ("/usr", "/etc/a.md", "/etc/a.md"),
        ("/usr", "/usrlib", "/usrlib"),
        ("/usr", "a\nb.md", "a\\nb.md"),
        ("/", "/usr/a.md", "usr/a.md"),
    ],
)
def test_a_path_is_shown_from_here(here: str, path: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If it lies below, and on one line."""
    monkeypatch.chdir(here)
    assert show(Path(path)) == shown


@pytest.mark.parametrize(
    ("text", "comment"),
    [("a: #b", "#b"), ("a:  # b c", "# b c"), ("a: b", None), ("a: '' # b", None), ("a: b # c", "# c")],
)
def test_a_comment_behind_a_plain_value_is_found(text: str, comment: str | None) -> None:
    """Behind quotes there is nothing to tell of it."""
    source, node = value_of(text)
    assert isinstance(node, Scalar)
    mark = source.comment_behind(node)
    assert (mark and text[mark.column - 1 :][: mark.length]) == comment


def test_a_comment_behind_a_list_is_not_its_items() -> None:
    """It stands behind the bracket."""
    source, node = value_of("a: [b] # c")
    assert isinstance(node, Sequence)
    (item,) = node.items
    assert isinstance(item, Scalar)
    assert source.comment_behind(item) is None
