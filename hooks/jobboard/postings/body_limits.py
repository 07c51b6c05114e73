"""What makes a text larger than its file: tables, quotes within quotes, notes and addresses, counted before it is rendered.

A row of a table is filled up to the table's width, each reference to a note is repeated behind it, and every level of a
quotation is an element: a file of 256 KiB could become a page of gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import OVERSIZED_TEXT
from jobboard.source.front_matter import Document
from jobboard.wording.markdown import render_markdown

MAX_CELLS = 2_000
"""In all tables together; a browser shows more of them slowly."""
MAX_QUOTES = 10
"""Levels of quotes within quotes."""
MAX_NOTES = 200
"""References to footnotes."""
MAX_ADDRESSES = 300
"""`@` in a text: the time and memory of finding e-mail addresses grow with their square."""
MAX_RENDERED = 512 * 1024
"""Bytes of the HTML; the longest real text seen has 40 KiB."""
_SURELY_FITS = 32 * 1024
"""Characters of a text that within the other limits cannot become longer than that."""

_DELIMITERS = re.compile(r"^[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE)
"""The line between the head of a table and its rows; nothing is tried twice, as a line may be as long as a file."""
_QUOTES = re.compile(rf"^[ \t]*(?:>[ \t]*){{{MAX_QUOTES + 1}}}", re.MULTILINE)

Excess = tuple[str, int, str]
"""What is too much, where in the text it begins, and what to do."""


def check_limits(document: Document) -> list[Diagnostic]:
    """The first thing that makes the text too large, if anything does."""
    excess = next((found for find in _FINDERS if (found := find(document.body))), None)
    if excess is None:
        return []
    message, start, help = excess
    line = document.body_line + document.body.count("\n", 0, start)
    mark = document.source.mark_line(line, "it begins here")
    return [document.source.report(OVERSIZED_TEXT, message, mark, help=(help,))]


def _find_cells(body: str) -> Excess | None:
    if "|" not in body:
        return None
    cells, first = 0, None
    for start, columns, rows in _tables(body):
        cells += columns * rows
        first = start if first is None else first
    if first is None or cells <= MAX_CELLS:
        return None
    return f"the tables have {cells:,} cells, at most {MAX_CELLS:,} fit", first, "write a list, or link to the data"


def _tables(body: str) -> Iterator[tuple[int, int, int]]:
    """Where each table's rows begin, how many columns it has at most, and how many rows.

    What looks like the beginning of a table may be a row of the one above, which then has at least its columns.
    """
    heads = [match for match in _DELIMITERS.finditer(body) if "|" in match[0]]
    starts = [head.start() for head in heads]
    end, widest = -1, 0
    for head, start, following in zip(heads, starts, [*starts[1:], len(body)], strict=False):
        if start > end:
            end, widest = _end_of_block(body, start), 0
        widest = max(widest, head[0].strip(" \t>").strip("|").count("|") + 1)
        yield start, widest, body.count("\n", start, min(following, end)) + (following >= end)


def _end_of_block(body: str, start: int) -> int:
    end = body.find("\n\n", start)
    return end if end >= 0 else len(body)


def _find_quotes(body: str) -> Excess | None:
    if body.count(">") <= MAX_QUOTES or not (match := _QUOTES.search(body)):
        return None
    return (
        f"quotes stand in quotes, more than {MAX_QUOTES} levels deep",
        match.start(),
        "remove the `>` that are not needed",
    )


def _find_notes(body: str) -> Excess | None:
    if (count := body.count("[^")) <= MAX_NOTES:
        return None
    message = f"the text refers to footnotes {count:,} times, at most {MAX_NOTES} fit"
    return message, body.index("[^"), "say it in the text, or in fewer notes"


def _find_addresses(body: str) -> Excess | None:
    if (count := body.count("@")) <= MAX_ADDRESSES:
        return None
    message = f"the text holds {count:,} e-mail addresses, at most {MAX_ADDRESSES} fit"
    return message, body.index("@"), "name those whom an applicant would write to"


def _find_length(body: str) -> Excess | None:
    if len(body) <= _SURELY_FITS or (size := len(render_markdown(body).encode())) <= MAX_RENDERED:
        return None
    message = f"the text becomes a page of {size // 1024:,} KiB, at most {MAX_RENDERED // 1024} fit"
    return message, 0, "shorten it to what a reader needs, and link to the rest"


_FINDERS: tuple[Callable[[str], Excess | None], ...] = (
    _find_cells, _find_quotes, _find_notes, _find_addresses, _find_length,
)  # fmt: skip
"""In this order: whether the text is too long is only asked when it may be rendered."""
