"""Groups, lists and folded texts that are read without a YAML parser, compared with what the parser makes of them."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from building import ROOT
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.source.characters import decode_text
from jobboard.source.front_matter import PostingHandler
from jobboard.source.plain_yaml import read_plain
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping

WORDS = st.sampled_from((
    "a", "Postdoc", "Zürich", "2026-11-20", "17:00", "https://e.org/a?b=c#d", "C#", "O'Neill", "null", "0x1F", "x y", "a  b", "R&D", "a? b", "a?", "a-b", "x:y", "é!",
))  # fmt: skip
QUOTED = st.sampled_from(('"a: b"', '"a, b"', "'it #1'", '""', "''", '"{a: b}"', '" a "', "'\"'", '"a\tb"', "'a: b'"))
SCALARS = WORDS | WORDS | QUOTED
NAMES = st.sampled_from(("name", "unit", "url", "min", "type", "a_b", "null"))
LISTS = st.lists(SCALARS, min_size=1, max_size=3).map(lambda items: f"[{', '.join(items)}]")


def _unique(values: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(st.tuples(NAMES, values), min_size=1, max_size=3, unique_by=lambda member: member[0])


GROUPS = _unique(SCALARS | LISTS).map(lambda members: f"{{{', '.join(f'{name}: {value}' for name, value in members)}}}")
ITEMS = st.lists(SCALARS, min_size=1, max_size=3)
BLOCKS = st.one_of(
    ITEMS.map(lambda items: "".join(f"\n- {item}" for item in items)),
    ITEMS.map(lambda items: "".join(f"\n  - {item}" for item in items)),
    _unique((SCALARS | LISTS).map(" {}".format) | ITEMS.map(lambda items: "".join(f"\n    - {item}" for item in items))).map(
        lambda members: "".join(f"\n  {name}:{value}" for name, value in members)
    ),
    st.lists(st.sampled_from(("a b", "# no comment", "x: y", "- z", "[", "it's")), min_size=1, max_size=3).map(
        lambda lines: " >-" + "".join(f"\n  {line}" for line in lines)
    ),
)  # fmt: skip
VALUES = (SCALARS | LISTS | GROUPS).map(" {}".format) | BLOCKS
COMMENTS = st.sampled_from(("", "", "", "", "# a comment\n", "\n", "#\n## b: c\n", "#a\n\n"))
FIELDS = st.tuples(st.sampled_from(("title", "tags", "date", "summary", "apply")), VALUES, COMMENTS)
HEADERS = st.builds(
    lambda first, fields: first + "".join(f"{name}:{value}\n{after}" for name, value, after in fields),
    COMMENTS,
    st.lists(FIELDS, min_size=1, max_size=4, unique_by=lambda field: field[0]),
)
SLIPS = st.sampled_from((
    "", "", " ", "  ", "    ", ": ", ":", " #", "#", "# ", "\n", "\n  ", "\n    ", "\n\n", "- ", "\n- ", "\n  - ", "\t", ",", ", ", "[", "]", "{", "}", '"',
    "'", "''", "\\", "&a ", "*a", "!a ", "|", ">", ">-", ">- ", "%", "@", "`", "~", "?", "? ", "---\n", "...\n", "title: a\n", "  name: b\n", "a", "É", "\xa0",
    "\r", "\x85", "\u2028", "\ufeff", ",a", ":a", "a:", "]:", "\n# c\n", "\n  # c\n", "\nx", " \n",
))  # fmt: skip
MUTATIONS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), SLIPS), max_size=2)


@settings(derandomize=True, deadline=None, max_examples=2_000)
@given(HEADERS, MUTATIONS)
def test_every_form_is_read_as_the_parser_reads_it(header: str, mutations: list[tuple[float, int, str]]) -> None:
    """The same nodes with the same places, mangled in no place, one or two by what has a meaning in YAML."""
    for where, length, slip in mutations:
        at = int(where * len(header))
        header = header[:at] + slip + header[at + length :]
    source, _ = decode_text("a.md", header.encode())
    assert source is not None
    plain = read_plain(source.text, 2)
    event(f"read without a parser: {plain is not None}")
    if plain is not None:
        diagnostics: list[Diagnostic] = []
        assert plain == read_mapping(SourceText("a.md", f"---\n{source.text}"), source.text, 2, diagnostics)
        assert list(plain) == list(read_mapping(source, source.text, 2, diagnostics) or {})
        assert diagnostics == []


EXAMPLES = (
    "title: a\n",
    "\n# a comment\n\ntitle: a\n# another\n\ndate: b\n",
    "title: \"a: b\"\ndate: 'c # d'\n",
    "title: a:b#c\n",
    'tags: [a, "b, c"]\ndate: d\n',
    "salary: {min: 1, text: 'a, b', max: [2, \"3\"]}\ndate: d\n",
    "summary: >-\n  one\ndate: d\n",
    "summary: >-\n  one\n  two three\n  four\ndate: d\n",
    "summary: >-\n  one\n  two\n",
    "tags:\n- a\n- 'b'\ndate: d\n",
    'tags:\n  - a\n  - "b"\n\n# a comment\ndate: d\n',
    "tags:\n  - a\n",
    "apply:\n  url: a\n  materials: [b, 'c']\n  letters: 'd'\n\ndate: d\n",
    "apply:\n  url: a\n  materials:\n    - b\n    - 'c'\ndate: d\n",
    "apply:\n  materials:\n    - b\n    - c\n  url: a\n\ndate: d\n",
    "apply:\n  materials:\n    - b\n",
    "apply:\n  materials:\n    - b\n\n# a comment\ndate: d\n",
    'tags:\n- the "a"\n- X-rays\n',
)
"""Each form first, in the middle and last."""


@pytest.mark.parametrize("header", EXAMPLES)
def test_an_example_of_each_form_is_read_as_the_parser_reads_it(header: str) -> None:
    """Without a parser, wherever in its file it begins."""
    plain = read_plain(header, 5)
    assert plain is not None
    assert plain == read_mapping(SourceText("a.md", "\n" * 4 + header), header, 5, [])


@pytest.mark.parametrize("header", ["apply: {url: a, url: b}\n", "apply:\n  url: a\n  url: b\n", "url: a\nurl: b\n"])
def test_what_is_given_twice_needs_the_parser(header: str) -> None:
    """Which reports it, at whatever depth."""
    assert read_plain(header, 2) is None


@settings(derandomize=True, deadline=None, max_examples=300)
@given(HEADERS)
def test_these_forms_need_no_parser(header: str) -> None:
    """Whatever is written in them, unless a comment stands below a folded text, which may belong to it."""
    if not any(line.endswith(" >-") for line in header.split("\n")):
        assert read_plain(header, 2) is not None


def test_the_template_needs_no_parser() -> None:
    """As it is copied, with all its comments."""
    name = "postings/_template.md"
    text = (ROOT / name).read_text("utf-8")
    header, _ = PostingHandler(SourceText(name, text), lambda *_: ()).split(text)
    assert read_plain(header, 2) is not None
