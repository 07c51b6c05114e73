"""Links in a posting's text that lead nowhere."""

from __future__ import annotations

import re

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import INVALID_LINK
from jobboard.fields.links import email_fault, propose_address, web_address_fault
from jobboard.source.front_matter import Document

_LINK = re.compile(
    r"(?<!!)\[[^\]\n]{0,300}\]\(\s{0,9}+<?([^()\s>]*+(?:\([^()\s>]*+\)[^()\s>]*+)*)>?(?:\s{1,9}[\"'(][^)\n]{0,300})?\)"
)
"""With an end to every repetition: a hostile text of 256 KiB must not take minutes."""

_TARGET = re.compile(r"\]\((?=\s{0,9}+<?([^()\s>]*+(?:\([^()\s>]*+\)[^()\s>]*+)*)>?)")
"""The end of every such link, and of others: found faster, because it begins with what is rare."""


def has_broken_link(body: str) -> bool:
    """Whether any link of a text cannot be followed."""
    return any(map(_link_fault, _TARGET.findall(body)))


def check_links(document: Document, number: int, line: str) -> list[Diagnostic]:
    """Each link of *line*, the *number*th of the file, that cannot be followed."""
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
