"""Texts that are short to write and long to read: each is read, and rendered if it is taken, in no time and to no size."""

from __future__ import annotations

import time

import pytest

from jobboard.policy import Policy
from jobboard.postings.body_limits import MAX_RENDERED
from jobboard.site.browser.folding import fold, other_spellings
from jobboard.wording.markdown import render_markdown
from security.kit import read, write

CHARACTERS = 240_000
"""Nearly as many as a file may have."""
SECONDS = 5
"""Of the processor; none takes a fifth of it on a machine of today."""

REPEATED = (
    "*a_", "**a *b ", "[", "[a](", "![a](b ", "http://a.b ", "www.a.b ", "a://", "<a b=", "<!-- ", "<![CDATA[", "&#1;", "&lt;",
    "|a|\n|-|\n|b|\n\n", "> [!NOTE]\n> x\n\n", "- [x] a\n", "~~a ", "a\n=\n", "# a\n", "---\n\n", "a  \n", "\t", "a\r", "&nbsp;",
    "`a` ", "```\n", "_", "*", "~", "<", "&", "![", "|", ".", "- ", "- > ", "1. ", "{{ a }} ", "\\", "a@b.c ", "\u0301", "[^1]",
    "[b.com](//c.de) ", "[b.com](https://c.de) ", "mailto:?", "é://", "www.", "[b.c", "](b \"",
)  # fmt: skip
"""Repeated up to the size of a file."""
BUILT = {
    "lists in lists": "\n".join("  " * depth + "- x" for depth in range(480)),
    "quotes in lists": "\n".join("> - > - > - > - > - > - > - > - x" for _ in range(5000)),
    "one long address, many links to it": f"[a]: https://e.org/{'x' * 5000}\n\n" + "[a] " * 50_000,
    "one long title, many links with it": f'[a]: https://e.org/ "{"x" * 9000}"\n\n' + "[a] " * 50_000,
    "notes in notes": "".join(f"[^{number}]: a[^{number + 1}]\n\n" for number in range(190)) + "x[^0]",
    "backticks of all lengths": "".join("`" * (number % 50) + "a" for number in range(9000)),
    "a table without a mark at its ends": "a | b\n- | -\n" + "c\n" * 100_000,
    "a table in a list": "* a|b\n  -|-\n" + "  c\n" * 60_000,
    "a table of nothing but marks": "|" * 100_000 + "\n" + "|-" * 60_000 + "\n|",
    "strong in strong": "**a " * 30_000 + "**" * 30_000,
    "links in links": "[a" * 20_000 + "](b)" * 20_000,
    "addresses of the longest": ("x" * 700 + "@b.c ") * 290,
    "an unending address": "https://e.org/" + "a" * CHARACTERS,
    "an unending link": "[x](" + "(" * CHARACTERS,
    "a line of spaces": " " * CHARACTERS + "x",
    "a line of spaces below a table": "a|b\n-|-\n" + " " * CHARACTERS + "x",
    "a line of tabs below a table": "a|b\n-|-\n" + "\t" * CHARACTERS + "x",
    "a mark, and a line of spaces": "|\n-" + " " * CHARACTERS + "x",
    "tables that begin in each line": "|-|\n" * (CHARACTERS // 4),
}
BOMBS = {repr(unit): unit * (CHARACTERS // len(unit.encode())) for unit in REPEATED} | BUILT


@pytest.mark.parametrize("body", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_harmless(policy: Policy, body: str) -> None:
    """It is refused, or becomes a page that can be shown."""
    begun = time.process_time()
    posting, _ = read(write({}, body), policy)
    if posting is not None:
        assert len(render_markdown(posting.body).encode()) <= MAX_RENDERED
    assert time.process_time() - begun < SECONDS


HEADERS = {
    "lists in lists": "x: " + "[" * 8000,
    "groups in groups": "x: " + "{a: " * 4000,
    "aliases": "a: &a [x, x]\n"
    + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)),
    "many fields": "\n".join(f"x{number}: 1" for number in range(1500)),
    "one field many times": "title: x\n" * 1500,
    "a key of its own": "? " * 4000 + "x",
    "tags": "tags: [" + "x, " * 4000 + "]",
    "places": "location: [" + "'A, B, C', " * 1200 + "]",
    "an unending title": "title: " + "x " * 7000,
    "a number": "salary: {min: 1" + "0" * 9000 + ", max: 1e99999999}",
    "dates": "deadline: " + "2026-" * 3000,
    "escapes": 'title: "' + "\\U0001F600" * 1200 + '"',
    "a text in lines": "summary: >\n" + " x\n" * 4000,
    "comments": "# x\n" * 3500,
    "colons": "a" + ": a" * 5000,
    "quotes": "title: " + "'" * 15_000,
    "lists that are never closed": "a: [\n" * 2700,
    "quotes that are never closed": "a: 'b\n" * 2200,
    "places with nothing between them": "location: " + "/" * 15_000,
    "places that are joined": "location: " + "Bern and " * 1600,
    "an unending name of a field": f"title: a: {'b' * 15_000}",
    "blanks inside a value": f"title: a: b{' ' * 15_000}c",
    "blanks inside a value without a quotation mark": f"title: 'a{' ' * 15_000}b",
    "blanks behind a sign that is no colon": f"title=a{' ' * 15_000}b",
    "blanks behind a name that no space follows": f"title:a{' ' * 15_000}b",
    "a link of one letter": "apply: " + "a" * 15_000,
    "a link in many brackets": "apply: https://e.org/" + ")" * 15_000,
    "lists that are closed in a comment": "x: [#]\n" * 2000,
    "quotation marks that are never closed": "x: \"'\n" * 2500,
    "words behind quotation marks": "x: 'a'b\n" * 1800,
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_header_is_read_in_no_time(policy: Policy, header: str) -> None:
    """Whatever stands above or below the fields that there must be."""
    begun = time.process_time()
    plain = write({})
    read(plain.replace("---\n", f"---\n{header}\n", 1), policy)
    read(plain.replace("\n---\n", f"\n{header}\n---\n", 1), policy)
    assert time.process_time() - begun < SECONDS


def test_a_text_below_a_broken_header_is_read_in_no_time(policy: Policy) -> None:
    """What looks for fields in all lines of a file meets a line as long as that."""
    begun = time.process_time()
    read(write({}, f"note: a{' ' * CHARACTERS}b").replace("---\n", "---\ntitle: a: b\n", 1), policy)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("unit", ["a", "a-", "1.", "é’", "ae", "&a", "c+"])
def test_a_text_is_folded_in_no_time(unit: str) -> None:
    """The words of a description, for the search."""
    begun = time.process_time()
    text = unit * (CHARACTERS // len(unit))
    fold(text)
    other_spellings(text)
    assert time.process_time() - begun < SECONDS
