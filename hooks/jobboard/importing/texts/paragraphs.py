"""Lines of a plain text or mail to paragraphs, lists and headings of Markdown."""

from __future__ import annotations

import re
from itertools import pairwise

_ITEM = re.compile(r"[ \t]{0,8}(?:[-*+]|\d{1,2}[.)])\s")
_SECTION = re.compile(
    r"^(?:(?:the |your |our |key |main |about |what |who |why |how |job |role |position |project |company |essential |desired |desirable |preferred |required |minimum |nice )"
    r".{0,70}|responsibilities|qualifications?|requirements?|benefits|duties|tasks|eligibility(?: criteria)?|application(?:s| process| procedure)?|overview|description|skills"
    r"|summary|background|profile|we offer|we expect|experience|education|contact|conditions|equal opportunit.{0,40}|(?:role|position|job|project) \w+|additional information)$",
    re.IGNORECASE,
)
_MAX_HEADING = 70


def markdown_of_text(text: str) -> str:
    """*text* as Markdown: wrapped lines joined where that is certain, other lines a paragraph each, known headings marked."""
    lines = text.strip("\n").split("\n")
    is_wrapped, last = _is_wrapped(lines), len(lines) - 1
    written: list[str] = []
    for number, line in enumerate(lines):
        bare = line.strip()
        before = lines[number - 1].strip() if number else ""
        if not bare:
            written.append("")
        elif written and written[-1] and before and _continues(before, line, is_wrapped=is_wrapped):
            written[-1] += f" {bare}"
        elif _ITEM.match(line):
            if written and written[-1] and not _ITEM.match(written[-1]):
                written.append("")
            written.append(line.rstrip())
        else:
            if written and written[-1]:
                written.append("")
            written.append(f"## {bare.rstrip(':')}" if number < last and _is_heading(bare) else bare)
    return "\n".join(_keep_apart(written))


def join_wrapped(text: str) -> str:
    """Markdown with the lines of its wrapped paragraphs joined, where every sign says that a mail program broke them."""
    lines = text.split("\n")
    if not _is_wrapped(lines):
        return text
    joined: list[str] = []
    in_code = False
    for number, line in enumerate(lines):
        in_code ^= line.lstrip().startswith("```")
        before = lines[number - 1] if number else ""
        if (
            joined
            and before.strip()
            and line.strip()
            and not in_code
            and not before.lstrip().startswith(("```", "|", "#"))
            and _continues(before, line, is_wrapped=True)
        ):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a mail program broke the lines: many are followed by another, and none is longer than it allows."""
    filled = [line for line in lines if " " in line.strip()]
    pairs = [(one, two) for one, two in pairwise(lines) if len(one) >= 50 and two.strip() and not _ITEM.match(two)]
    return (
        len(pairs) >= 3
        and sum(len(line) <= 100 for line in filled) >= 0.95 * len(filled)
        and sum(two[:1].islower() for _, two in pairs) >= 0.3 * len(pairs)
    )


def _continues(before: str, line: str, *, is_wrapped: bool) -> bool:
    """Whether *line* goes on with the sentence of the line before it."""
    bare = line.strip()
    if (
        _ITEM.match(line)
        or bare.startswith(("#", "|", ">", "```", "**"))
        or before.lstrip().startswith(("#", "|", "```"))
    ):
        return False
    if before.endswith((":", ".", "!", "?")) and not is_wrapped:
        return False
    if bare[0].islower() and 40 <= len(before) <= 110 and not before.endswith((":", ";")):
        return True
    return is_wrapped and 50 <= len(before) <= 110 and not re.match(r"[\w /()-]{2,40}:\s", bare)


def _is_heading(bare: str) -> bool:
    if len(bare) > _MAX_HEADING or bare.endswith((".", ";", ",")) or bare.startswith(("#", "*", "|", ">", "[", "`")):
        return False
    return bare[0].isupper() and bool(_SECTION.match(bare.rstrip(":?!")))


def _keep_apart(written: list[str]) -> list[str]:
    """One empty line at most between two blocks, and one around each heading."""
    kept: list[str] = []
    for line in written:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept
