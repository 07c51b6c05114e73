"""What can be wrong with a posting's text: nothing there, links that lead nowhere, markup that is not shown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import EMPTY_BODY, NOT_CURATED, SECOND_FRONT_MATTER
from jobboard.fields.table import FIELDS_BY_NAME, FOREIGN_NAMES
from jobboard.postings.body_addresses import check_addresses, may_mislead
from jobboard.postings.body_code import check_code
from jobboard.postings.body_limits import check_limits
from jobboard.postings.body_links import check_links, find_places, has_broken_link
from jobboard.postings.body_markup import check_entities, check_markup, has_hidden_entity, may_have_markup
from jobboard.source.front_matter import Document
from jobboard.wording.github_markdown import find_code

_CODE = re.compile(r"`[^`\n]*`")
_NOT_CURATED = "<!-- not curated"
"""Begins the line that `jobboard import` writes above a text it took over."""
_BEGINS_WITH_WORDS = re.compile(r"[^\w<&]*+[^\W_]")
_ODD_LINE = re.compile(r"\n(?:---|    |\t|[-*+] {5}|\d{1,2}[.)] {5}|:::|!!!|\?\?\?)")
"""How a line begins that may end a second front matter, be shown as code, or hold other markup; few texts have one."""
_ODD_BEGINNINGS = ("---", ":::", "!!!", "???", "-     ", "*     ")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_RULE = re.compile(r"-{3,}[ \t]*")
_FIELD = re.compile(r"([a-z_]{2,30}):(?:\s|$)")
_PART_OF_FIELD = re.compile(r"[ \t]|- |#|$")


def check_body(document: Document) -> list[Diagnostic]:
    """Everything wrong with the text below the front matter."""
    source, body = document.source, document.body
    if document.closing_line > 1 and _is_blank(body):
        mark = source.mark_line(document.closing_line, "the text would follow here")
        help = ("describe the position below this line: the work, what is expected, what is offered, how to apply",)
        return [source.report(EMPTY_BODY, "there is no text below the front matter", mark, help=help)]
    if excess := check_limits(document):
        return excess
    diagnostics = _check_curation(document)
    has_odd_line = body.startswith(_ODD_BEGINNINGS) or _ODD_LINE.search(body) is not None
    if has_odd_line:
        if document.closing_line > 1 and (second := _find_second(document)):
            return [*diagnostics, second]
        diagnostics += check_code(document)
    looks: list[Callable[[int, str], list[Diagnostic]]] = []
    if has_broken_link(body):
        places = find_places(body)
        looks.append(lambda number, line: check_links(document, number, line, places))
    if has_hidden_entity(body):
        looks.append(lambda number, line: check_entities(document, number, line))
    if looks:
        diagnostics += [found for number, line in _lines(document) for look in looks for found in look(number, line)]
    if may_mislead(body):
        diagnostics += check_addresses(document)
    if has_odd_line or may_have_markup(body):
        diagnostics += check_markup(document, _lines(document))
    return diagnostics


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines of the text with their numbers; code is left out, or blank."""
    code = _lines_of_code(document.body)
    for number, line in enumerate(document.body.split("\n")):
        if number not in code and not line.startswith(_NOT_CURATED):
            shown = _CODE.sub(lambda match: " " * len(match[0]), line) if "`" in line else line
            yield document.body_line + number, shown


def _lines_of_code(body: str) -> set[int]:
    """Those (from 0) of the blocks that are shown as code."""
    return {number for first, _, last in find_code(body) for number in range(first - 1, last)}


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
    """Whether nothing of *body* would be read: it holds no letter and no digit, but for comments, tags and entities."""
    if _BEGINS_WITH_WORDS.match(body):
        return False
    shown = html.unescape(_TAG.sub("", _COMMENT.sub("", body)))
    return not any(character.isalnum() for character in shown)


def _find_second(document: Document) -> Diagnostic | None:
    """Fields between `---` lines in the text, of which Markdown makes a line and a heading."""
    lines = document.body.split("\n")
    first, names = 0, 0
    is_known = False
    code = _lines_of_code(document.body)
    for number, line in enumerate(lines):
        field = _FIELD.match(line)
        if field and number not in code:
            first, names = (first if names else number), names + 1
            is_known = is_known or field[1] in FIELDS_BY_NAME or field[1] in FOREIGN_NAMES
        elif is_known and _RULE.fullmatch(line) and (names > 1 or (first and _RULE.fullmatch(lines[first - 1]))):
            mark = document.source.mark_line(document.body_line + first, "it begins here")
            help = (
                "move what is missing in the first into it, and delete these lines",
                "or make two files, if these are two positions",
            )
            message = "a second front matter stands in the text, of which Markdown makes a heading"
            return document.source.report(SECOND_FRONT_MATTER, message, mark, help=help)
        elif not (names and _PART_OF_FIELD.match(line)) or (names and not line.strip()):
            names, is_known = 0, False
    return None
