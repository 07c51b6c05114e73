"""Front matter that is too long, or does not begin as it should."""

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


@pytest.mark.parametrize(
    ("first", "help"),
    [
        ("––– ", "write `---`, which are three hyphens, in place of each line `–––`"),
        ("––– Postdoc", "put `---` on the first line, then the fields"),
        ("~~~ yaml", "put `---` on the first line, then the fields"),
    ],
)
def test_a_file_that_does_not_begin_with_hyphens_is_told_what_to_write(first: str, help: str) -> None:
    """Only a line of nothing but other dashes is taken for them."""
    document = read_document(SourceText("one.md", f"{first}\ntitle: Postdoc\n"))
    (problem,) = document.diagnostics
    assert problem.help[0].startswith(help)
    assert len(problem.help) == 1 + ("in place of" not in help)


def test_a_block_of_code_around_front_matter_is_taken_away() -> None:
    """However it is fenced."""
    document = read_document(SourceText("one.md", "~~~ yaml\n---\ntitle: Postdoc\n---\n~~~\n"))
    (problem,) = document.diagnostics
    assert problem.help == ("remove this line, and the one that ends the block of code",)


@pytest.mark.parametrize(
    ("line", "ends"),
    [("---", True), ("------ ", True), ("---\t", True), ("--", False), ("a ---", False), ("--- a", False)],
)
def test_a_line_of_hyphens_ends_the_front_matter(line: str, ends: bool) -> None:
    """At least three of them, and nothing else."""
    document = read_document(SourceText("one.md", f"---\na: b\n{line}\nc: d\n---\n"))
    assert document.header == ("a: b\n" if ends else f"a: b\n{line}\nc: d\n")


@pytest.mark.parametrize("line", ["--", *(sign * 3 for sign in "‐‑‒–—―−_*=~"), "=" * 10])
def test_a_line_of_other_dashes_is_to_be_hyphens(line: str) -> None:
    """Whatever a word processor or a person draws it with."""
    (problem,) = read_document(SourceText("one.md", f"{line}\ntitle: Postdoc\n{line}\n")).diagnostics
    assert problem.help == (f"write `---`, which are three hyphens, in place of each line `{line}`",)


def test_a_long_line_of_dashes_belongs_to_the_text() -> None:
    """Nobody draws one around front matter."""
    (problem,) = read_document(SourceText("one.md", f"{'=' * 11}\ntitle: Postdoc\n")).diagnostics
    assert problem.help[0].startswith("put `---` on the first line")
