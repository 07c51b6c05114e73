"""The short way through front matter: what it reads, it reads as PyYAML does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.source.plain_yaml import read_plain
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping

PIECES = (
    "title", "tags", "a_b", "null", "yes", ": ", ":", " :", " ", "  ", "- ", "-", "\n", "\n- ", "\n  ", "a", "Zürich", "日本", "2026-11-20",
    "17:00", "https://e.org/a?b=c#d", "#", " #", "# ", "[", "]", "[a, b]", "[a-b,c]", ", ", ",", "{", "}", "{a: b}", '"', '""', '"a: b # c"',
    '"\\n"', "'", "'a'", "&a", "*a", "!a", "|", ">", "%", "@", "~", "?", "? ", "---", "...", "\t", "x: y", "\\", "é", "\xa0", "🙂", "0x1F",
)  # fmt: skip
LINES = (
    "title: A b", 'title: "A: b"', "date: 2026-11-20", "tags:", "tags: [a, b-c]", "- a", "- b c", "- d: e", "apply: https://e.org/?a=b#c",
    "position: postdoc", "draft: false", "summary: A b, [c] {d} & e!", "author: O'Neill", "deadline: 2026-12-31 17:00", "",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(LINES), max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines))
    | st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: "title: " + "".join(pieces) + "\n")
    | st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: "".join(pieces) + "\n")
)
def test_what_is_read_without_a_parser_is_what_the_parser_reads(text: str) -> None:
    """The same nodes, with the same places, and nothing to report."""
    plain = read_plain(text, 2)
    if plain is not None:
        diagnostics: list[Diagnostic] = []
        assert plain == read_mapping(SourceText("a.md", f"---\n{text}"), text, 2, diagnostics)
        assert diagnostics == []


@pytest.mark.parametrize(
    "line", ["title: A b (c) & d – e", 'location: "Praha, Czechia"', "tags:\n- a\n- b", "tags: [a, b]"]
)
def test_usual_lines_need_no_parser(line: str) -> None:
    """The forms that postings and the template are written in."""
    assert read_plain(f"{line}\ndate: 2026-11-20\n", 2) is not None


@pytest.mark.parametrize(
    "text",
    [
        "title: a\ntitle: b\n",
        "tags:\n",
        "- a\n",
        "title: a\n- b\n",
        "title: a # b\n",
        "title: a: b\n",
        "title: yes \n",
        "a: *b\n",
    ],
)
def test_what_is_doubtful_is_left_to_the_parser(text: str) -> None:
    """Duplicates, empty fields, comments and whatever has a meaning in YAML."""
    assert read_plain(text, 2) is None
