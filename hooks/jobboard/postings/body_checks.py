"""What can be wrong with a posting's text: nothing there, links that lead nowhere, markup that is not shown."""

from __future__ import annotations

import re

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import EMPTY_BODY, NOT_CURATED
from jobboard.postings.body_limits import check_limits
from jobboard.postings.body_links import check_links, has_broken_link
from jobboard.postings.body_markup import check_entities, check_markup, has_hidden_entity, may_have_markup
from jobboard.source.front_matter import Document

_CODE = re.compile(r"`[^`\n]*`")
_NOT_CURATED = "<!-- not curated"
"""Begins the line that `jobboard import` writes above a text it took over."""


def check_body(document: Document) -> list[Diagnostic]:
    """Everything wrong with the text below the front matter."""
    source = document.source
    if document.closing_line > 1 and _is_blank(document.body):
        mark = source.mark_line(document.closing_line, "the text would follow here")
        help = ("describe the position below this line: the work, what is expected, what is offered, how to apply",)
        return [source.report(EMPTY_BODY, "there is no text below the front matter", mark, help=help)]
    if excess := check_limits(document):
        return excess
    diagnostics = _check_curation(document)
    if not any(suspects(document.body) for suspects in (may_have_markup, has_broken_link, has_hidden_entity)):
        return diagnostics
    in_fence = False
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.lstrip().startswith(("```", "~~~")):
            in_fence = not in_fence
        elif not in_fence and not line.startswith(_NOT_CURATED):
            text = _CODE.sub(lambda match: " " * len(match[0]), line) if "`" in line else line
            diagnostics += check_links(document, number, text)
            diagnostics += check_markup(document, number, text)
            diagnostics += check_entities(document, number, text)
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
