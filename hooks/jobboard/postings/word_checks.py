"""Words in fields that would be published as nobody meant them: cut short by a comment, or with their markup."""

from __future__ import annotations

import html
import re

from jobboard.diagnostics.diagnostic import Edit
from jobboard.diagnostics.rules import CUT_TEXT, MARKUP_IN_FIELD
from jobboard.fields.reading import Reading
from jobboard.fields.table import TEXTS
from jobboard.source.characters import ENTITY
from jobboard.source.front_matter import Document
from jobboard.source.nodes import Entry, Mapping, Node, Scalar
from jobboard.source.yaml_lines import quote
from jobboard.standards.invisible import HIDDEN

_ELEMENT = re.compile(
    r"(?i)</?(?:a|abbr|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|ins|li|mark|ol|p|pre|q|s|small|span|strike"
    r"|strong|sub|sup|table|td|th|tr|tt|u|ul)(?:\s[^<>]{0,300})?/?>"
)
_STRONG = re.compile(r"\*\*(?=\S)([^*]{1,300})(?<=\S)\*\*")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((?:https?:|mailto:)[^()\s]{1,300}\)")
_MARKUP = (
    (_ELEMENT, "HTML"),
    (ENTITY, "a character written as an entity"),
    (_STRONG, "Markdown"),
    (_LINK, "a link in Markdown"),
)
_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?! |$)|(?<! )#)*(?<! )")
"""Words that need no quotes."""


def check_words(document: Document, entries: dict[str, Entry], reading: Reading) -> None:
    """Report the texts among *entries* that hold something else than the words that readers should see."""
    header = document.header
    if not ("#" in header or "&" in header or "<" in header or "*" in header or "(" in header):  # found at once
        return
    for field, entry in entries.items():
        for name, node in texts_of(field, entry.value):
            _check_comment(name, node, reading)
            _check_markup(name, node, reading)


def texts_of(name: str, node: Node) -> list[tuple[str, Scalar]]:
    """The values in the field *name* that hold words, each with its name, such as `organization.name`."""
    if isinstance(node, Scalar):
        return [(name, node)] if name in TEXTS and not node.is_empty else []
    if isinstance(node, Mapping):
        members = [(f"{name}.{key}", entry.value) for key, entry in node.entries.items()]
    else:
        members = [(name, item) for item in node.items]
    return [found for inner, value in members for found in texts_of(inner, value)]


def _check_comment(name: str, node: Scalar, reading: Reading) -> None:
    """Ask about a comment that touches words; one that keeps its distance on both sides is meant."""
    mark = reading.source.comment_behind(node, "not part of it")
    if mark is None:
        return
    comment = mark.text[mark.column - 1 :].rstrip()
    distance = len(mark.text[: mark.column - 1]) - len(mark.text[: mark.column - 1].rstrip())
    if distance > 1 and re.match(r"#+(?:\s|$)", comment):
        return
    whole = f"{name.rpartition('.')[2]}: {quote(f'{node.text} {comment}')}"
    help = (
        f"put the value in quotes, if all of it is meant: `{whole}`",
        f"or write `  # {comment.lstrip('# ')}`, with two spaces before the `#` and one behind it, if it is a comment",
    )
    reading.report(CUT_TEXT, f"`{name}` ends where a `#` begins a comment", mark, help=help)


def _check_markup(name: str, node: Scalar, reading: Reading) -> None:
    found = next((what for pattern, what in _MARKUP if pattern.search(node.text)), None)
    if found is None:
        return
    words = _without_markup(node.text)
    if not words:
        return
    match = next(match for pattern, _ in _MARKUP if (match := pattern.search(node.text)))
    written = reading.source.written(node)
    is_clean = not any(pattern.search(words) for pattern, _ in _MARKUP)
    fix: tuple[Edit, ...] = ()
    if is_clean and written.strip("\"'") == node.text:
        keeps_quotes = written[0] in "\"'" or not _PLAIN.fullmatch(words)
        fix = (Edit(node.line, node.column, len(written), quote(words) if keeps_quotes else words),)
    shown = words if _PLAIN.fullmatch(words) else quote(words)
    help = (
        (f"write `{name.rpartition('.')[2]}: {shown}`",)
        if is_clean and len(shown) <= 300
        else ("write the words alone",)
    )
    mark = reading.mark_part(node, match[0], "readers see this as it stands here")
    reading.report(MARKUP_IN_FIELD, f"`{name}` holds {found}", mark, help=help, fix=fix)


def _without_markup(text: str) -> str:
    """The words of *text* as a page would show them."""
    words = _LINK.sub(r"\1", _STRONG.sub(r"\1", _ELEMENT.sub("", text)))
    return " ".join(HIDDEN.sub("", html.unescape(words)).split())
