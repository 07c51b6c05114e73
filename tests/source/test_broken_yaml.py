"""Fields that can be read although the front matter cannot."""

from __future__ import annotations

import pytest

from jobboard.diagnostics.diagnostic import Diagnostic, Edit
from jobboard.diagnostics.rules import DUPLICATE_FIELD
from jobboard.diagnostics.rules import INVALID_YAML as RULE
from jobboard.source.broken_yaml import read_pieces
from jobboard.source.source_text import SourceText

NO_FIELD = "this line is not a field"


@pytest.mark.parametrize(
    ("text", "names", "doubtful", "problems"),
    [
        ("\n  \na: b\n", "a", "", []),
        ("a: b\nwords\nand more\nc: d\n", "a c", "words and", [(2, NO_FIELD)]),
        ("a: b\n1c: d\n", "a", "", [(2, NO_FIELD)]),
        ("words\nCː d\n", "", "words c", [(1, NO_FIELD), (2, "no colon stands behind `C`")]),
        ("a: b\nC = d\n", "a", "c", [(2, "no colon stands behind `C`")]),
        (
            "a: b\nc: {d\ne: f\na: g\n",
            "a e",
            "c",
            [(2, "a group that begins with `{` is not closed"), (4, "`a` is given twice")],
        ),
        ("a:\n  b: 'c\n  D: e\nf: g\n", "f", "a b d", [(2, "a quotation mark is never closed")]),
        ("a: 'b\nc: d'\ne: f\n", "a e", "", []),
        ("a: {b: c,\nb: d}\ne: f\n", "a e", "", [(2, "`b` is given twice")]),
        ("a:  'b\nc: d'\ne: f\n", "a e", "", []),
        ("a: [b,\nc: d]\ne: f\n", "a e", "", []),
        ("a: b\n@c: d\n", "a", "", [(2, NO_FIELD)]),
        ("a: b\n_c: d\n", "a", "", [(2, NO_FIELD)]),
        ("words\n**c**: d\n", "", "words", [(1, NO_FIELD), (2, "asterisks stand around `c`")]),
        (
            "a:\n- b: 'c\n  {d: e\n  _f: g\n  h-i: j\nk: l\n",
            "k",
            "a b d h-i",
            [(2, "a quotation mark is never closed")],
        ),
    ],
)
def test_each_field_is_read_by_itself(text: str, names: str, doubtful: str, problems: list[tuple[int, str]]) -> None:
    """And what stands in the lines that cannot be read is known to be doubtful."""
    found: list[Diagnostic] = []
    entries, unsure = read_pieces(SourceText("a.md", text), text.removesuffix("\n"), 1, found, lambda *_: ())
    assert (" ".join(entries), unsure) == (names, frozenset(doubtful.split()))
    assert [(problem.marks[0].line, problem.message) for problem in found] == problems


@pytest.mark.parametrize(("line", "told"), [(1, 1), (2, 1), (3, 2)])
def test_what_is_told_of_a_line_is_not_told_again(line: int, told: int) -> None:
    """Of the lines of a field, and of no other."""
    source = SourceText("a.md", "a: {b\n  c\nd: e")
    known = [source.report(RULE, "broken", source.mark(line))]
    read_pieces(source, source.text, 1, known, lambda *_: ())
    assert len(known) == told


def test_what_mends_a_field_goes_to_the_first_report_of_it_that_has_no_remedy() -> None:
    """One report, of these lines, of which nothing else would mend them."""
    source = SourceText("a.md", "a: {b: c, b: d, e: [\n  c\nd: e")
    other, remedy = (Edit(3, 1, 1, "other"),), (Edit(1, 1, 1, "remedy"),)
    known = [
        source.report(RULE, "another line", source.mark(3)),
        source.report(DUPLICATE_FIELD, "twice", source.mark(1)),
        source.report(RULE, "mended", source.mark(1), fix=other),
        source.report(RULE, "meant", source.mark(2), source.mark(3)),
        source.report(RULE, "later", source.mark(1)),
    ]
    read_pieces(source, source.text, 1, known, lambda *_: remedy)
    assert [problem.fix for problem in known] == [(), (), other, remedy, ()]


@pytest.mark.parametrize(("faults", "names", "doubtful"), [(100, "a d e", ""), (101, "a", "d e")])
def test_behind_a_hundred_problems_nothing_more_is_read(faults: int, names: str, doubtful: str) -> None:
    """What stands there is doubtful, so that no field of it is said to be missing."""
    text = "\n".join(["a: b", *["c = d"] * faults, "d: e", "e: f"])
    found: list[Diagnostic] = []
    entries, unsure = read_pieces(SourceText("a.md", f"---\n{text}"), text, 2, found, lambda *_: ())
    assert (" ".join(entries), unsure) == (names, frozenset(["c", *doubtful.split()]))
    assert len(found) == faults
