"""Lists and sentences that are shown as code, because they are indented by four blanks or more."""

from __future__ import annotations

import re

from jobboard.diagnostics.diagnostic import Diagnostic, Edit, Mark
from jobboard.diagnostics.rules import TEXT_SHOWN_AS_CODE
from jobboard.source.front_matter import Document
from jobboard.standards.english import cut
from jobboard.wording.github_markdown import find_code

_FENCE = re.compile(r"`{3}|~{3}")
_LIST_MARK = re.compile(r"(?:[-*+•·–]|\d{1,2}[.)])\s+\S")
_SENTENCE = re.compile(r"[\w(\"“'*_\[]")
_CODE_SIGNS = re.compile(r"[{}$\\|=;]|::|->|\(\)|\w\(\w*\)|^(?:[#@/<]|>>>|import |def |class |pip |git |sudo |cd )")
_FEW_WORDS = 4
"""Lines of fewer may be anything: an address, a table, a program."""
_SENTENCE_WORDS = 8
"""Of a block that is no list."""


def check_code(document: Document) -> list[Diagnostic]:
    """The lists and sentences of a text that are shown as code, if there are any."""
    lines = document.body.split("\n")
    marks: list[Mark] = []
    edits: list[Edit] = []
    shown = ""
    for first, column, last in find_code(document.body):
        numbers = [number for number in range(first, last + 1) if number <= len(lines) and lines[number - 1].strip()]
        written = [lines[number - 1][max(column - 5, 0) :] for number in numbers]
        is_item = bool(lines[first - 1][: max(column - 5, 0)].strip(" \t>"))
        if _FENCE.match(lines[first - 1][column - 1 :]) or not written or not _are_words(written, is_item=is_item):
            continue
        indent = min(len(text) - len(text.lstrip()) for text in written)
        shown = shown or written[0].strip()
        label = f"to line {document.body_line + numbers[-1] - 1}" if len(numbers) > 1 else ""
        marks.append(document.source.mark_line(document.body_line + first - 1, label))
        if not any("\t" in text for text in written):
            start = max(column - 4, 1)
            edits += [Edit(document.body_line + number - 1, start, indent, "") for number in numbers]
    if not marks:
        return []
    help = (
        f"take the blanks before it away: `{cut(shown, 60)}`",
        "or put it between two lines of three backticks, if it is code",
    )
    message = "text indented by four blanks or more is shown as code"
    return [document.source.report(TEXT_SHOWN_AS_CODE, message, *marks[:5], help=help, fix=tuple(edits))]


def _are_words(lines: list[str], *, is_item: bool) -> bool:
    """Whether *lines* are (or begin in) items of a list, or are sentences; a program and an address are not."""
    texts = [line.strip() for line in lines]
    if any(_CODE_SIGNS.search(text) for text in texts):
        return False
    words = sum(len(text.split()) for text in texts)
    if is_item or _LIST_MARK.match(texts[0]):
        return words >= _FEW_WORDS
    return words >= max(_SENTENCE_WORDS, _FEW_WORDS * len(texts)) and bool(_SENTENCE.match(texts[0]))
