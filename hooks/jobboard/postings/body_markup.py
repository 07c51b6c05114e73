"""Markup in a posting's text that is not shown, or that stands for what nobody can see."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import HIDDEN_CHARACTERS, PILED_SIGNS, UNSUPPORTED_MARKUP
from jobboard.source.characters import ENTITY
from jobboard.source.front_matter import Document
from jobboard.standards.invisible import HIDDEN
from jobboard.standards.piles import HOW_PILES_ARE_WRITTEN, MAX_SIGNS, find_pile, say_pile

_OPENING_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9]*[\s>]")
_UNSUPPORTED = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]*\)?"), "an image is not shown",
     "remove the `!`, which leaves a link to it, or describe it in words"),
    (re.compile(r"\{\{[<%].{0,300}?[>%]\}\}|\{%.{0,300}?%\}"), "a shortcode of another site generator is not run", "write its content out"),
    (re.compile(r"^(?:!!!|\?\?\?)\+? \w+"), "a note in another dialect is not shown as one",
     "begin it with a line `> [!NOTE]`, and each line of its text with `> `"),
    (re.compile(r"^:::+"), "a fenced block in another dialect is not shown as one", "use plain paragraphs"),
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>"), "HTML is not shown", "use Markdown instead"),
)  # fmt: skip
_MARKDOWN = {
    "a": "write `[text](https://…)` instead", "b": "write `**text**` instead", "strong": "write `**text**` instead",
    "i": "write `*text*` instead", "em": "write `*text*` instead", "h1": "write `## Heading` instead",
    "h2": "write `## Heading` instead", "h3": "write `### Heading` instead", "li": "write `- item` instead",
    "ul": "write `- item` on a line for each item instead", "ol": "write `1. item` on a line for each item instead",
    "p": "leave an empty line between paragraphs instead", "br": "leave an empty line between paragraphs instead",
}  # fmt: skip
"""What stands for an HTML element in Markdown."""


_MOST_LINES = 6
"""That are named of those with the same markup."""
_MOST_HELPS = 4


def may_have_markup(body: str) -> bool:
    """Whether a look at each line, which most texts do not need, could find markup inside one that is not shown."""
    if "<" in body and (_OPENING_TAG.search(body) or "</" in body or "/>" in body):
        return True
    return ("{" in body and ("{{" in body or "{%" in body)) or ("!" in body and "![" in body)


def check_markup(document: Document, lines: Iterable[tuple[int, str]]) -> list[Diagnostic]:
    """Each kind of markup in *lines* (with their numbers) that is not shown, at its first place."""
    places: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for number, line in lines:
        if line.startswith(("    ", "\t")):  # code, mostly
            continue
        for pattern, message, _ in _UNSUPPORTED:
            if match := pattern.search(line):
                places.setdefault(message, []).append((number, match))
                break
    return [_report(document, message, help, places[message]) for _, message, help in _UNSUPPORTED if message in places]


def _report(document: Document, message: str, help: str, places: list[tuple[int, re.Match[str]]]) -> Diagnostic:
    number, first = places[0]
    others = [str(other) for other, _ in places[1:]]
    label = ""
    if others:
        more = len(others) - _MOST_LINES
        named = ", ".join(others[:_MOST_LINES]) + (f" and {more:,} more" if more > 0 else "")
        label = f"and in {'line' if len(others) == 1 else 'lines'} {named}"
    elements = [match[0].strip("</>").partition(" ")[0].casefold() for _, match in places if match[0][0] == "<"]
    helps = dict.fromkeys(_MARKDOWN.get(element, help) for element in elements) or {help: None}
    mark = document.source.mark(number, first.start() + 1, len(first[0]), label)
    return document.source.report(UNSUPPORTED_MARKUP, message, mark, help=tuple(helps)[:_MOST_HELPS])


def has_hidden_entity(body: str) -> bool:
    """Whether an entity of a text stands for an invisible character, or for a part of a pile."""
    if "&" not in body or not (entities := ENTITY.findall(body)):
        return False
    return any(map(_hidden_in, entities)) or (
        len(entities) > MAX_SIGNS // 2 and find_pile(html.unescape(body)) is not None
    )


def check_entities(document: Document, number: int, line: str) -> list[Diagnostic]:
    """Each entity of *line* that stands for an invisible character, and the first pile that entities are a part of."""
    diagnostics = []
    if (pile := find_pile(html.unescape(line))) and not find_pile(line):
        mark = document.source.mark(number, line.index("&") + 1, 1, "entities stand for them")
        diagnostics.append(document.source.report(PILED_SIGNS, say_pile(pile[0]), mark, help=(HOW_PILES_ARE_WRITTEN,)))
    for match in ENTITY.finditer(line):
        if hidden := _hidden_in(match[0]):
            mark = document.source.mark(number, match.start() + 1, len(match[0]), f"stands for U+{ord(hidden):04X}")
            message = f"`{match[0]}` stands for an invisible character"
            diagnostics.append(document.source.report(HIDDEN_CHARACTERS, message, mark, help=("delete it",)))
    return diagnostics


def _hidden_in(entity: str) -> str:
    """The invisible character that an entity stands for, if it does."""
    if entity[1] != "#":
        meant = html.unescape(entity)
    else:
        code = int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1])
        meant = chr(code) if code <= sys.maxunicode else ""
    hidden = HIDDEN.search(meant)
    return hidden[0] if hidden else ""
