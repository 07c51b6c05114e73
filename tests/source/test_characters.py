"""Files that are too large, and characters that nobody sees."""

from __future__ import annotations

import pytest

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.source.characters import decode_text, drop_hidden, report_unreadable


def mark_of(problem: Diagnostic) -> tuple[int, int, int]:
    """Line, column and length of the place of a problem."""
    (mark,) = problem.marks
    return mark.line, mark.column, mark.length


@pytest.mark.parametrize(("size", "is_read"), [(262_144, True), (262_145, False)])
def test_a_file_has_at_most_256_kib(size: int, is_read: bool) -> None:
    """And not a byte more."""
    source, problems = decode_text("one.md", b"a" * size)
    assert (source is not None, [problem.rule for problem in problems]) == (is_read, ["file-too-large"] * (not is_read))


@pytest.mark.parametrize("character", "\0\b\v\f\x0e\x1f\x7f\x80\x9f\u200b\U000e007f")
def test_what_nobody_sees_is_reported(character: str) -> None:
    """Each such character, where it is the only one of a file; what reads the text further does not meet it."""
    source, problems = decode_text("one.md", f"\n\na{character}b\n".encode())
    assert source is not None
    assert source.text == "\n\na\ufffdb\n"
    assert [(problem.rule, mark_of(problem)) for problem in problems] == [("hidden-characters", (3, 2, 1))]


@pytest.mark.parametrize(
    ("line", "delete"),
    [("a\u200bb", "it"), ("\u200ba\0", "it and 1 other behind it"), ("\0\0\0a", "it and 2 others behind it")],
)
def test_a_line_with_what_nobody_sees_is_reported_once(line: str, delete: str) -> None:
    """With how many more there are."""
    _, (problem,) = decode_text("one.md", line.encode())
    assert problem.help == (f"delete {delete}, or type the line anew",)


@pytest.mark.parametrize("data", [b"a\0b\0c\0d\0", b"a\0b\0c\0d\0efgh", b"ab\0\0\0\0\0\0\0\0"])
def test_a_few_letters_or_other_signs_make_no_wide_file(data: bytes) -> None:
    """It is text that holds what nobody sees."""
    source, problems = decode_text("one.md", data)
    assert source is not None
    assert [problem.rule for problem in problems] == ["hidden-characters"]


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


@pytest.mark.parametrize(
    ("data", "kind", "place"),
    [
        (b"one\ncaf\xe9\n\n", "another encoding, such as Windows-1252", (2, 4, 1)),
        (b"\xef\xbb\xbfcaf\xe9", "another encoding, such as Windows-1252", (1, 4, 1)),
        (b"caf\xe9\x81\x00", "another encoding, such as Windows-1252", (1, 4, 1)),
        ("\ufeffa".encode("utf-16-le"), "UTF-16", (1, 1, 1)),
        ("\ufeffa".encode("utf-16-be"), "UTF-16", (1, 1, 1)),
        ("\ufeffa\u0100".encode("utf-16-le"), "UTF-16", (1, 1, 1)),
        ("Postdoc".encode("utf-16-le"), "UTF-16", (1, 1, 1)),
        ("Postdoc".encode("utf-16-be"), "UTF-16", (1, 1, 1)),
        ("Doc".encode("utf-32-le"), "UTF-16", (1, 1, 1)),
        (b"a\0\0b\0\0c\0\0", "UTF-16", (1, 1, 1)),
        (b"a\0b\0c\0d\0\0efg", "UTF-16", (1, 1, 1)),
        (b"PK\x03\x04\xff", "a word processor's or PDF file", (1, 5, 1)),
        (b"%PDF-1.7\n%\xe2\xe3", "a word processor's or PDF file", (2, 2, 1)),
        (b"\xd0\xcf\x11\xe0", "a word processor's or PDF file", (1, 1, 1)),
        (b"{\\rtf1 caf\xe9}", "a word processor's or PDF file", (1, 11, 1)),
    ],
)
def test_a_file_that_is_no_text_is_told_by_its_kind(data: bytes, kind: str, place: tuple[int, int, int]) -> None:
    """With the first byte that is not UTF-8."""
    source, (problem,) = decode_text("one.md", data)
    assert source is None
    assert problem.message == f"the file is not UTF-8 text but {kind}"
    assert mark_of(problem) == place


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a\nb\n", "a\nb\n"),
        ("a\r\nb\r", "a\nb\n"),
        ("a\rb\n\r\n", "a\nb\n\n"),
        ("\ufeffé", "é"),
        ("\ufeffa", "a"),
    ],
)
def test_byte_order_marks_and_ends_of_lines_of_all_systems_are_accepted(written: str, meant: str) -> None:
    """And no later step meets them."""
    source, problems = decode_text("one.md", written.encode())
    assert source is not None
    assert (source.text, problems) == (meant, [])


@pytest.mark.parametrize(
    ("line", "garbled", "meant", "is_fixed"),
    [
        ("UniversitÃ¤t", "Ã¤", "ä", True),
        ("SÃƒO PAULO", "Ãƒ", "Ã", True),
        ("Ãƒ", "Ãƒ", "Ã", True),
        ("Â£45,000 a year", "Â£", "£", True),
        ("costs Â£45", "Â£", "£", True),
        ("straÃ\x9fe", "Ã\ufffd", "ß", True),
        ("UniversitÃ¤t \u200b", "Ã¤", "ä", False),
        ("UniversitÃ¤t \ufffd", "Ã¤", "ä", False),
        (f"Ã¤{'-' * 26}Ã¤", f"Ã¤{'-' * 26}Ã¤", f"ä{'-' * 26}ä", True),
        (f"Ã¤{'-' * 27}Ã¤", "Ã¤", None, True),
    ],
)
def test_what_a_wrong_encoding_made_of_letters_is_shown(
    line: str, garbled: str, meant: str | None, is_fixed: bool
) -> None:
    """No more and no less; where several places are far from each other, the first one."""
    _, (problem, *others) = decode_text("one.md", f"é\n{line}\n".encode())
    (mark,) = problem.marks
    assert mark.text[mark.column - 1 :][: mark.length] == garbled
    assert problem.message == f"`{garbled}` is text in a wrong encoding"
    assert mark.label == (f"did you mean `{meant}`?" if meant else "")
    assert bool(problem.fix) == is_fixed
    assert [other.rule for other in others] == ["hidden-characters"] * ("\u200b" in line)


def test_each_line_that_lost_characters_is_reported_once() -> None:
    """At the first of them."""
    _, problems = decode_text("one.md", "a\ufffd\ufffd\nb\n\ufffdUniversitÃ¤t\n".encode())
    assert [mark_of(problem) for problem in problems] == [(1, 2, 1), (3, 1, 1)]
    assert {problem.message for problem in problems} == {"a character was replaced by `\ufffd`"}


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        ("c" * 28 + " cc", f"…{'b' * 30}ä{'c' * 28}…"),
        ("c" * 28, f"…{'b' * 30}ä{'c' * 28}"),
        ("c" * 29, f"…{'b' * 30}ä{'c' * 29}"),
        ("c" * 30, f"…{'b' * 30}ä{'c' * 29}…"),
    ],
)
def test_thirty_characters_around_what_is_garbled_are_shown(behind: str, shown: str) -> None:
    """As they should read; points stand for what is left out."""
    _, (problem,) = decode_text("one.md", f"{'a' * 10}{'b' * 30}Ã¤{behind}\n".encode())
    assert problem.help == (f"the line should read: {shown}",)


@pytest.mark.parametrize(
    ("error", "why"), [(FileNotFoundError(2, "No such file"), "no such file"), (OSError("Odd"), "odd")]
)
def test_a_file_that_cannot_be_read_says_why(error: OSError, why: str) -> None:
    """In the system's words."""
    problem = report_unreadable("one.md", error)
    assert problem.message == f"the file cannot be read: {why}"
    assert problem.help == ("check that it exists and may be read",)
