"""What can be wrong with a posting's text: nothing there, links that lead nowhere, markup that is not shown."""

from __future__ import annotations

import html
import re
import sys

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import EMPTY_BODY, HIDDEN_CHARACTERS, INVALID_LINK, NOT_CURATED, UNSUPPORTED_MARKUP
from jobboard.fields.links import email_fault, propose_address, web_address_fault
from jobboard.source.characters import ENTITY, HIDDEN
from jobboard.source.front_matter import Document

_LINK = re.compile(
    r"(?<!!)\[[^\]\n]{0,300}\]\(\s{0,9}+<?([^()\s>]*+(?:\([^()\s>]*+\)[^()\s>]*+)*)>?(?:\s{1,9}[\"'(][^)\n]{0,300})?\)"
)
"""Like the patterns below, with an end to every repetition: a hostile text of 256 KiB must not take minutes."""

_TARGET = re.compile(r"\]\((?=\s{0,9}+<?([^()\s>]*+(?:\([^()\s>]*+\)[^()\s>]*+)*)>?)")
"""The end of every such link, and of others: found in a tenth of the time, because it begins with what is rare."""
_OPENING_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9]*[\s>]")
_SIGNS = {"<": ("</", "/>"), "!": ("![", "!!!"), "{": ("{{", "{%"), "?": ("???",), ":": (":::",)}
"""What such markup holds, by a character without which it need not be looked for."""
_CODE = re.compile(r"`[^`\n]*`")
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

_NOT_CURATED = "<!-- not curated"
"""Begins the line that `jobboard import` writes above a text it took over."""


def check_body(document: Document) -> list[Diagnostic]:
    """Everything wrong with the text below the front matter."""
    source = document.source
    if document.closing_line > 1 and _is_blank(document.body):
        mark = source.mark_line(document.closing_line, "the text would follow here")
        help = ("describe the position below this line: the work, what is expected, what is offered, how to apply",)
        return [source.report(EMPTY_BODY, "there is no text below the front matter", mark, help=help)]
    diagnostics = _check_curation(document)
    if not _looks_suspect(document.body):
        return diagnostics
    in_fence = False
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.lstrip().startswith(("```", "~~~")):
            in_fence = not in_fence
        elif not in_fence and not line.startswith(_NOT_CURATED):
            text = _CODE.sub(lambda match: " " * len(match[0]), line) if "`" in line else line
            diagnostics += _check_links(document, number, text)
            diagnostics += _check_markup(document, number, text)
            diagnostics += _check_entities(document, number, text)
    return diagnostics


def _check_curation(document: Document) -> list[Diagnostic]:
    at = document.body.find(_NOT_CURATED) if "<" in document.body else -1
    if at < 0 or (at and document.body[at - 1] != "\n"):
        return []
    mark = document.source.mark_line(document.body_line + document.body.count("\n", 0, at), "written by the import")
    help = (
        "say in your own words in `summary` what the position is about",
        "shorten the employer's text to what a reader needs, then delete this line",
    )
    return [document.source.report(NOT_CURATED, "nobody has edited this text since it was imported", mark, help=help)]


def _is_blank(body: str) -> bool:
    """Whether nothing of *body* would be shown: it is empty, or holds nothing but HTML comments."""
    at = 0
    while body.startswith("<!--", at):
        end = body.find("-->", at)
        if end < 0:
            return True
        at = end + 3
        while at < len(body) and body[at].isspace():
            at += 1
    return at == len(body)


def _looks_suspect(body: str) -> bool:
    """Whether a look at each line, which most texts do not need, could find something."""
    if "<" in body and _OPENING_TAG.search(body):
        return True
    for character, signs in _SIGNS.items():
        if character in body and any(sign in body for sign in signs):
            return True
    return any(map(_link_fault, _TARGET.findall(body))) or any(map(_hidden_in, ENTITY.findall(body)))


def _check_links(document: Document, number: int, line: str) -> list[Diagnostic]:
    diagnostics = []
    for match in _LINK.finditer(line) if "](" in line else ():
        target = match[1]
        fault = _link_fault(target)
        if fault is None:
            continue
        meant = propose_address(target)
        mark = document.source.mark(
            number, match.start(1) + 1, len(target), f"did you mean `{meant}`?" if meant else ""
        )
        example = "mailto:jane.doe@example.org" if target.startswith("mailto:") else "https://example.org/jobs/42"
        help = (f"give the whole address, such as `{example}`",)
        diagnostics.append(document.source.report(INVALID_LINK, f"a link cannot be followed: {fault}", mark, help=help))
    return diagnostics


def _link_fault(target: str) -> str | None:
    if target.startswith("#"):
        return None
    if target.startswith("mailto:"):
        return email_fault(target.removeprefix("mailto:").split("?", 1)[0])
    return web_address_fault(target) if target else "it is empty"


def _check_entities(document: Document, number: int, line: str) -> list[Diagnostic]:
    diagnostics = []
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


def _check_markup(document: Document, number: int, line: str) -> list[Diagnostic]:
    if line.startswith(("    ", "\t")):  # code, mostly
        return []
    for pattern, message, help in _UNSUPPORTED:
        if match := pattern.search(line):
            mark = document.source.mark(number, match.start() + 1, len(match[0]))
            element = match[0].strip("</>").partition(" ")[0].casefold() if match[0][0] == "<" else ""
            help = _MARKDOWN.get(element, help)
            return [document.source.report(UNSUPPORTED_MARKUP, message, mark, help=(help,))]
    return []
