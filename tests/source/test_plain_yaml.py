"""The short way through front matter: what it reads, it reads as PyYAML does."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from damage import damaged, slips
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.source.characters import decode_text
from jobboard.source.plain_yaml import read_plain
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping

WORDS = st.sampled_from((
    "a", "Postdoc", "Zürich", "日本", "É", "2026-11-20", "17:00", "1:30:00", "https://e.org/a?b=c#d", "C#", "O'Neill", "x", "null", "yes", "0x1F", "1e3",
))  # fmt: skip
"""Whatever stands first; what follows may also be one of the next."""
MORE = WORDS | st.sampled_from(
    ("&", "–", "(x)", "[a]", "{b}", "*a", "!a", "|", ">", "%", "@", "'a'", '"a"', "~", "-", "?", ".5", "🙂")
)
PLAIN = st.tuples(WORDS, st.lists(MORE, max_size=3)).map(lambda words: " ".join((words[0], *words[1])))
ITEMS = st.lists(PLAIN, min_size=1, max_size=3).map(lambda items: "".join(f"\n- {item}" for item in items))
JOINTS = st.sampled_from((", ", ", ", ", ", ", ", ",", ",  ", " , "))
VALUES = st.one_of(
    PLAIN.map(" {}".format),
    PLAIN.map(' "{}"'.format),
    st.builds(str.join, JOINTS, st.lists(st.sampled_from(("a", "b-c", "null", "1984", "é")), min_size=1, max_size=3)).map(" [{}]".format),
    ITEMS,
    st.tuples(st.sampled_from((" a", " [a]", "", "", "", "")), ITEMS).map("".join),
)  # fmt: skip
NAMES = st.sampled_from(("title", "tags", "date", "author", "a_b", "a" * 60))
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=4, unique_by=lambda field: field[0]).map(
    lambda fields: "".join(f"{name}:{value}\n" for name, value in fields)
)
SLIPS = slips(
    "", "", " ", "  ", ": ", ":", " :", " #", "#", "# ", "\n", "\n  ", "\n\n", "- ", "\n- ", "\t", ",", ", ", "[", "]", "{", "}", '"', "'", "\\", "\\n",
    "&a ", "*a", "!a ", "|", ">", "%", "@", "`", "~", "? ", "---\n", "...\n", "title: a\n", "a", "A", "é", "\xa0", "\u0301", "\r", "\x85", "\u2028", "\ufeff",
)  # fmt: skip


@settings(max_examples=2_000)
@given(st.builds(damaged, HEADERS, SLIPS))
def test_what_is_read_without_a_parser_is_what_the_parser_reads(text: str) -> None:
    """The same nodes, with the same places, and nothing to report.

    Fields in every form that needs no parser, mangled in no place, one or two by what has a meaning in YAML or looks
    like it; a quarter of them is still read without a parser. All come as the board reads files, without what is hidden.
    """
    source, _ = decode_text("a.md", text.encode())
    assert source is not None
    plain = read_plain(source.text, 2)
    event(f"read without a parser: {plain is not None}")
    if plain is not None:
        diagnostics: list[Diagnostic] = []
        assert plain == read_mapping(SourceText("a.md", f"---\n{source.text}"), source.text, 2, diagnostics)
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
