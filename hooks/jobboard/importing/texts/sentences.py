"""A text as lines without marks, and as sentences."""

from __future__ import annotations

import re

from jobboard.standards.languages.words import lower, month_numbers

MAX_SENTENCE = 500
"""A longer stretch without a full stop is looked at in parts."""
_MARKS = re.compile(r"^[\s>|•·●▪■◦‣→►➢✓✔*–—#_+-]{1,12}")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s(?=\D)")
_BOLD = re.compile(r"(?<!\w)__|__(?!\w)")
_END = re.compile(r"(?<=[.!?;])[\"”’)]?\s{1,3}(?=[A-ZÀ-Þ\[(“\"„«¿*•–-])|(?<=[.!?])[\"”’)]?\s{1,3}(?=https?://)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|dr|Drs|drs|prof|ir|ing|mr|Prof|Profs|St|Ste|No|Nr|Mr|Ms|Mrs|Mme|M|Sr|Sra|Dott|Ing|Ir|e\.g|i\.e|approx|incl|ca|bzw|z\.B|d\.h|u\.a|ggf|max|min|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Abt|Ref|ref|Tel|vs|cf|resp|p\.a|etc|Univ|Inst|Dept|Str|art|vgl)|\b[A-Z])\.$"
)
_DAY_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.$")
OPEN_END = re.compile(
    r"(?:,|\b(?:to|the|and|of|at|for|with|in|by|or|a|an|und|der|die|an|à|de|et|y|e|en|naar|till|och|per))$"
)


def write_link(match: re.Match[str]) -> str:
    """A link of Markdown as text: its words and its address."""
    words, address = match[1].strip(), match[2]
    return (
        words
        if words in (address, f"mailto:{address}") and "://" not in address
        else f"{words} <{address}>"
        if words not in ("", address)
        else address
    )


def goes_on(before: str, line: str) -> bool:
    """Whether *line* continues the sentence of the text *before* it."""
    if before.endswith((".", "!", "?", ":", "。")):
        return len(before) >= 55 and not before.endswith(":")
    return line[0].islower() or line[0] in "(0123456789" or bool(OPEN_END.search(before[-20:])) or len(before) >= 55


def split_sentences(block: str) -> list[str]:
    """The sentences of a paragraph; abbreviations and numbers of days end none."""
    block = " ".join(block.split())
    sentences: list[str] = []
    is_open = False
    for part in _END.split(block):
        goes_on = is_open and (not _DAY_NUMBER.search(sentences[-1]) or _first_word(part) in month_numbers())
        if sentences and goes_on and len(sentences[-1]) < MAX_SENTENCE:
            sentences[-1] += f" {part}"
        else:
            sentences.append(part)
        is_open = bool(_ABBREVIATION.search(part[-12:]) or _DAY_NUMBER.search(part[-5:]))
    return [sentence for sentence in sentences if sentence]


def _first_word(text: str) -> str:
    return lower(text[:20]).split(" ", 1)[0].rstrip(",.")


def plain_line(line: str) -> str:
    """*line* without marks of lists, tables, headings and bold."""
    if not line:
        return ""
    line = _NUMBERED.sub("", _MARKS.sub("", line))
    line = _BOLD.sub("", line.replace("**", "")).replace("\u00ad", "")
    line = re.sub(r"^[^\w\s\"'“„«(\[<$€£¥@~&+¿¡]{1,4}\s(?=\w)", "", line)  # an emoji or bullet of whatever kind
    return line.strip(" \t|*").rstrip("#").rstrip()
