"""Lines as people write them, and quotation marks in them."""

from __future__ import annotations

import pytest
import yaml

from jobboard.source.yaml_lines import is_quoted, opens_quote, quote, write_field


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("Imaging: hearts", '"Imaging: hearts"'),
        ("it's", '"it\'s"'),
        ('say "a"', "'say \"a\"'"),
        ('it\'s "a"', "'it''s \"a\"'"),
        (r"C:\dir", r"'C:\dir'"),
    ],
)
def test_a_quoted_value_is_read_back(value: str, quoted: str) -> None:
    """In double quotation marks, but where it holds what has a meaning in them."""
    assert quote(value) == quoted
    assert yaml.safe_load(quoted) == value


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ('summary: "Imaging', True),
        ('  - summary: "Imaging" of "', False),
        ('summary: "Imaging" of', True),
        ('summary: "Imaging"', False),
        ('summary: "', True),
        ('summary: ""', False),
        ('summary: "Imaging" # of "hearts', False),
        ('summary: "Imaging #1"', False),
        ('summary: "Imaging #1" of hearts', True),
        ('summary: "Imaging # of hearts', True),
        ("summary: Imaging", False),
        ("summary: 'Imaging", False),
        ('"Imaging', False),
        ('two words: "Imaging', False),
        ('- "Imaging', True),
        ('  -  "Imaging', True),
        ('- "Imaging"', False),
        ('- "Imaging"  # of hearts', False),
        ('-"Imaging', False),
        ("- Imaging", False),
        ("-", False),
    ],
)
def test_a_value_that_begins_with_a_quotation_mark_alone_opens_it(line: str, is_open: bool) -> None:
    """A mark inside the value does not close it."""
    assert opens_quote(line, '"') == is_open


@pytest.mark.parametrize(
    ("line", "are_quoted"),
    [
        ("tags: [a, #b]", [False]),
        ('tags: ["a #b", #c, "#d"]', [True, False, True]),
        ("tags: ['a #b', #c, '#d']", [True, False, True]),
        ("organization: {name: 'a #b', unit: #c}", [True, False]),
        ("tags: [it's, #a, \"it's #b\", #c]", [False, True, False]),
        ('tags: [the "a", #b, 5\', #c]', [False, False]),
        ("tags: ['a \"#b', #c]", [True, False]),
        ("tags:[{'a #b', 'c', #d}]", [True, False]),
        ("tags: [a,'b #c',#d]", [True, False]),
    ],
)
def test_what_stands_between_quotation_marks_is_quoted(line: str, are_quoted: list[bool]) -> None:
    """An apostrophe opens nothing, and a mark of the other kind closes nothing."""
    assert [is_quoted(line, at) for at, sign in enumerate(line) if sign == "#"] == are_quoted


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("", "a: …"),
        ("b", "a: b"),
        ("https://e.org", "a: https://e.org"),
        *((f"{sign}b", f'a: "{sign}b"') for sign in "@`%&*!,]}"),
        *((f"{sign}b: c", f"a: {sign}b: c") for sign in "\"'[{|>#"),
        ("b: c", 'a: "b: c"'),
        ("b c:", 'a: "b c:"'),
        ('b: "c"', "a: 'b: \"c\"'"),
    ],
)
def test_a_value_is_quoted_where_it_would_be_no_text(value: str, field: str) -> None:
    """What begins as a list, a group, quoted text or one of several lines is left as it is."""
    assert write_field("a", value) == field
