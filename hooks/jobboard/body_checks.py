"""What can be wrong with a posting's text: nothing there, links that lead nowhere, markup that is not shown."""

from __future__ import annotations

import re

from jobboard.diagnostics import Diagnostic
from jobboard.fields.links import email_fault, web_address_fault
from jobboard.front_matter import Document
from jobboard.rules import EMPTY_BODY, INVALID_LINK, UNSUPPORTED_MARKUP

_LINK = re.compile(r"(?<!!)\[[^\]\n]{0,300}\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'(][^)\n]*)?\)")
_CODE = re.compile(r"`[^`\n]*`")
_UNSUPPORTED = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\("), "an image is not shown", "describe it in words, or link to it"),
    (re.compile(r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}"), "a shortcode of another site generator is not run", "write its content out"),
    (re.compile(r"^(?:!!!|\?\?\?)\+? \w+"), "a note in another dialect is not shown as one", "begin it with `> [!NOTE]`"),
    (re.compile(r"^:::+"), "a fenced block in another dialect is not shown as one", "use plain paragraphs"),
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>"), "HTML is not shown", "use Markdown instead"),
)  # fmt: skip


def check_body(document: Document) -> list[Diagnostic]:
    """Everything wrong with the text below the front matter."""
    source = document.source
    if not document.body:
        mark = source.mark_line(document.closing_line, "the text would follow here")
        help = ("describe the position below this line: the work, what is expected, what is offered, how to apply",)
        return [source.report(EMPTY_BODY, "there is no text below the front matter", mark, help=help)]
    if not any(sign in document.body for sign in ("](", "<", "{{", "{%", "!!!", "???", ":::")):
        return []
    diagnostics: list[Diagnostic] = []
    in_fence = False
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.lstrip().startswith(("```", "~~~")):
            in_fence = not in_fence
        elif not in_fence:
            text = _CODE.sub(lambda match: " " * len(match[0]), line) if "`" in line else line
            diagnostics += _check_links(document, number, text)
            diagnostics += _check_markup(document, number, text)
    return diagnostics


def _check_links(document: Document, number: int, line: str) -> list[Diagnostic]:
    diagnostics = []
    for match in _LINK.finditer(line) if "](" in line else ():
        target = match[1]
        fault = _link_fault(target)
        if fault is None:
            continue
        label = "did you mean `https://" + target + "`?" if target.startswith("www.") else ""
        mark = document.source.mark(number, match.start(1) + 1, len(target), label)
        help = ("give the whole address, such as `https://example.org/jobs/42`",)
        diagnostics.append(document.source.report(INVALID_LINK, f"a link cannot be followed: {fault}", mark, help=help))
    return diagnostics


def _link_fault(target: str) -> str | None:
    if target.startswith("#"):
        return None
    if target.startswith("mailto:"):
        return email_fault(target.removeprefix("mailto:").split("?", 1)[0])
    return web_address_fault(target) if target else "it is empty"


def _check_markup(document: Document, number: int, line: str) -> list[Diagnostic]:
    for pattern, message, help in _UNSUPPORTED:
        if match := pattern.search(line):
            mark = document.source.mark(number, match.start() + 1, len(match[0]))
            return [document.source.report(UNSUPPORTED_MARKUP, message, mark, help=(help,))]
    return []
