"""Whether a text is about several positions at once, and where each begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.positions import kinds_in
from jobboard.standards.languages.words import lower

_COUNT = r"(?:two|three|four|five|six|several|multiple|various|[2-9]|zwei|drei|mehrere|deux|trois|plusieurs|dos|tres|varias|due|tre|diverse|duas|três|várias|twee|drie|meerdere|två|flera)"
_SEVERAL = re.compile(
    rf"\b{_COUNT}\s(?:[\w-]+\s){{0,4}}?(?:positions|posts|jobs|openings|vacancies|postdocs|fellowships|studentships|professorships|stellen|postes|plazas|puestos|posizioni|vagas|bolsas|vacatures|functies|tjänster|anställningar|roles)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^[ \t>]{0,8}(?:[-*+•]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_TERMS = re.compile(
    r"\d|\b(?:full[- ]time|part[- ]time|permanent|year|month|vollzeit|teilzeit|jahre?n?|monate|funded|project|tv-?l)\b",
    re.IGNORECASE,
)
_HEADING_NUMBER = re.compile(
    r"^(?:position|job|stelle|poste|vacancy|project|role|opening|phd|postdoc|pos\.)\s?#?(?:\d|[A-D]\b)", re.IGNORECASE
)
_MOST = 20


class Part(NamedTuple):
    """One of several positions in a text."""

    title: str
    first: int
    """Number of its first line."""
    last: int
    """Number of the line behind its last."""
    is_section: bool
    """Whether it has a section of its own, with a heading; else it is an item of a list."""


def find_parts(passage: Passage) -> list[Part]:
    """The positions that headings or items of *passage* are about; empty unless there are several."""
    sections = _find_sections(passage)
    if len(sections) > 1:
        return sections
    if not _SEVERAL.search(passage.text[:2500]):
        return []
    items = []
    for number, raw in enumerate(passage.text_lines):
        line = passage.lines[number]
        kinds = kinds_in(line[:90], passage.codes)
        is_named = bool(kinds) or re.match(
            r"(?:one|a|an|1|eine?|une?|un[ao]?|een|en|ett)\b.{0,60}\b(?:job|position|post|stelle|poste|plaza|posto|vaga|functie|tjänst)\b",
            line,
            re.IGNORECASE,
        )
        is_item = _ITEM.match(raw) or (kinds and kinds[0][1] == 0 and ": " in line[:40])
        if is_item and is_named and _TERMS.search(line) and passage.sections[number] != "profile":
            items.append(Part(line, number, number + 1, is_section=False))
    return _with_what_follows(items, passage) if 1 < len(items) <= _MOST else []


def _with_what_follows(items: list[Part], passage: Passage) -> list[Part]:
    """Items with the lines up to the next one; the last with the links and indented lines right below it."""
    end = items[-1].last
    while end < len(passage.lines) and (
        not passage.lines[end] or re.match(r"\s+\S|<?https?://", passage.text_lines[end])
    ):
        end += 1
    ends = [*(item.first for item in items[1:]), end]
    return [item._replace(last=last) for item, last in zip(items, ends, strict=True)]


def says_several(text: str) -> bool:
    """Whether *text* counts several positions."""
    return bool(_SEVERAL.search(text))


def _find_sections(passage: Passage) -> list[Part]:
    """Headings of one level that each name a position, with what stands below them."""
    headings: list[tuple[int, int, str]] = []
    for number, raw in enumerate(passage.text_lines):
        stripped = raw.strip()
        marks = len(stripped) - len(stripped.lstrip("#"))
        is_bold = stripped.startswith("**") and stripped.rstrip(": ").endswith("**") and len(stripped) < 140
        if marks or is_bold:
            headings.append((number, marks or 9, passage.lines[number]))
    named = [
        (number, level, line)
        for number, level, line in headings
        if (kinds_in(line, passage.codes) or _HEADING_NUMBER.match(line)) and len(line) > 8 and not _is_about_all(line)
    ]
    levels = {level for _, level, _ in named}
    for level in sorted(levels):
        same = [entry for entry in named if entry[1] == level]
        if 1 < len(same) <= _MOST and len({lower(line) for *_, line in same}) == len(same):
            parts = []
            for at, (number, _, line) in enumerate(same):
                following = [other for other, other_level, _ in headings if other > number and other_level <= level]
                end = same[at + 1][0] if at + 1 < len(same) else (following[0] if following else len(passage.lines))
                if end - number < 2:
                    break
                parts.append(Part(line, number, end, is_section=True))
            if len(parts) > 1:
                return parts
    return []


def _is_about_all(line: str) -> bool:
    """Whether a heading is about what applicants bring or get, and no position's own."""
    return bool(
        re.search(
            r"\b(?:requirements?|qualifications?|how to|application|profile|tasks|offer|benefits|about|your|who|what|why|contact|candidates?|salary|responsibilities|duties|conditions|eligib\w+|funding|supervis\w+|experience|skills|we|other|former|current|positions$|students?:?$|life|programme|details)\b",
            lower(line),
        )
    )
