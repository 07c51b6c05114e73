"""Links in a posting's text that lead nowhere, or somewhere else than they seem to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from urllib.parse import unquote

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import INVALID_LINK, LOOK_ALIKE_LETTERS
from jobboard.fields.links import email_fault, find_look_alike, propose_address, web_address_fault
from jobboard.source.front_matter import Document
from jobboard.vocabulary import nearest
from jobboard.wording.github_markdown import find_ids, has_link_inside

_LINK = re.compile(
    r"(?<!!)\[[^\]\n]{0,300}\]\(\s{0,9}+<?([^()\s>]*+(?:\([^()\s>]*+\)[^()\s>]*+)*)>?(?:\s{1,9}[\"'(][^)\n]{0,300})?\)"
)
"""With an end to every repetition: a hostile text of 256 KiB must not take minutes."""
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]{1,9}<?([^\s>]{1,2000})")
"""Of a link that is named elsewhere in the text."""

_TARGET = re.compile(r"\](?:\((?=\s{0,9}+<?([^()\s>]*+(?:\([^()\s>]*+\)[^()\s>]*+)*)>?)|:[ \t])")
"""The end of every such link, and of others: found faster, because it begins with what is rare; empty for a definition."""
_TELEPHONE = re.compile(r"tel:\+?[\d().-]{3,30}(?:;ext=\d{1,10})?", re.ASCII)
_EXAMPLES = {"mailto": "mailto:jane.doe@example.org", "tel": "tel:+44-20-7946-0000"}
_MOST_NAMED = 6
"""Headings that a help proposes to link to."""


def has_broken_link(body: str) -> bool:
    """Whether any link of a text cannot be followed, or is worth a closer look."""
    return any(map(_may_be_broken, _TARGET.findall(body)))


def check_links(document: Document, number: int, line: str, ids: Sequence[str]) -> list[Diagnostic]:
    """Each link of *line*, the *number*th of the file, that cannot be followed; *ids* are the places within the text."""
    if "](" not in line and "]:" not in line:
        return []
    definition = _DEFINITION.match(line)
    found = [*_LINK.finditer(line), *([definition] if definition else [])]
    check = partial(_check_link, document, number, ids=ids)
    return [problem for link in found if (problem := check(link.start(1) + 1, link[1]))]


def find_places(body: str) -> list[str]:
    """What a link inside a text can lead to; nothing where there is no such link."""
    return find_ids(body) if has_link_inside(body) else []


def _check_link(document: Document, number: int, column: int, target: str, *, ids: Sequence[str]) -> Diagnostic | None:
    report = partial(document.source.report, INVALID_LINK)
    if target.startswith("#"):
        place = unquote(target[1:])
        if place in ids:
            return None
        meant = nearest(place.casefold().replace(" ", "-"), ids) if place else None
        mark = document.source.mark(number, column, len(target), f"did you mean `#{meant}`?" if meant else "")
        named = ", ".join(f"`#{name}`" for name in ids if not name.startswith(("fn-", "fnref-")))
        help = f"link to one of {named}" if 0 < len(ids) <= _MOST_NAMED and named else _HOW_HEADINGS_ARE_LINKED
        message = f"a link leads to `{target}`, and the text has no such heading"
        return report(message, mark, help=(help,))
    if fault := _link_fault(target):
        meant = propose_address(target)
        mark = document.source.mark(number, column, len(target), f"did you mean `{meant}`?" if meant else "")
        if alike := find_look_alike(target):
            mark = document.source.mark(number, column, len(target), alike.label)
            return report(f"a link cannot be followed: it {alike.message}", mark, help=alike.help)
        example = _EXAMPLES.get(target.partition(":")[0], "https://example.org/jobs/42")
        help = f"give the whole address, such as `{example}`"
        return report(f"a link cannot be followed: {fault}", mark, help=(help,))
    if alike := find_look_alike(target):
        mark = document.source.mark(number, column, len(target), alike.label)
        return document.source.report(LOOK_ALIKE_LETTERS, f"a link {alike.message}", mark, help=alike.help)
    return None


_HOW_HEADINGS_ARE_LINKED = (
    "a heading is linked by its words in lower case, with hyphens between them: `[text](#what-we-offer)`"
)


def _may_be_broken(target: str) -> bool:
    return _link_fault(target) is not None or find_look_alike(target) is not None


def _link_fault(target: str) -> str | None:
    if target.startswith("mailto:"):
        return email_fault(target.removeprefix("mailto:").split("?", 1)[0])
    if target.startswith("tel:"):
        return None if _TELEPHONE.fullmatch(target) else "it is not a telephone number"
    return web_address_fault(target) if target else "it is empty"
