"""A text as extractors see it: labelled lines ("Salary: …") and sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from jobboard.importing.texts.labels import FIELD_OF_LABEL, fold_label
from jobboard.importing.texts.links import clean_links_in
from jobboard.importing.texts.paragraphs import join_wrapped

MAX_CHARACTERS = 64 * 1024
"""How much of a text is looked at for facts; longer ones are collections."""
MAX_SENTENCE = 500
"""A longer stretch without a full stop is looked at in parts."""

_MARKS = re.compile(r"^[\s>|•·●▪*–#_+-]{1,12}")
_BOLD = re.compile(r"(?<!\w)__|__(?!\w)")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:|.!?\n]{0,60}?)\s{0,3}(?P<mark>[:：|]|\s[–—-]\s)\s{0,3}(?P<value>.{0,600})")
_INSIDE = re.compile(
    r"(?<=[.;,)])\s{1,3}(?P<label>(?:Application |Starting |Start |Closing )?(?:Location|Salary|Deadline|Date|Duration|Contract))"
    r"\s?:\s{0,2}(?P<value>[^\n]{1,200})",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[.!?;])[\"”’)]?\s{1,3}(?=[A-Z\[(“\"„*•–-])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Prof|St|No|Nr|Mr|Ms|Mrs|e\.g|i\.e|approx|incl|ca|bzw|z\.B|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a labelled line says."""

    field: str
    """Of the field table, or `unit`, `reference`, `email`, `contact`: parts of one."""
    value: str
    line: str


class Passage:
    """One text, taken apart once for all extractors."""

    def __init__(self, text: str) -> None:
        self.text = join_wrapped(clean_links_in(text[:MAX_CHARACTERS]))

    def stated(self, *fields: str) -> list[Stated]:
        """The labelled lines about one of *fields*, in their order."""
        return [stated for stated in self._stated if stated.field in fields]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without marks of lists, tables, headings and bold."""
        return [_plain(line) for line in self.text.split("\n")]

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences, each on one line; lines that a mail program broke are joined."""
        joined = re.sub(r"(?<=[a-z,0-9(])[ \t]{0,3}\n[ \t>]{0,4}(?=[a-z0-9(])", " ", self.text)
        sentences: list[str] = []
        is_open = False
        for part in _END.split(joined):
            part = _plain(part)
            if is_open and sentences and len(sentences[-1]) < MAX_SENTENCE:
                sentences[-1] += f" {part}"
            else:
                sentences += [part[at : at + MAX_SENTENCE] for at in range(0, len(part), MAX_SENTENCE)]
            is_open = bool(_ABBREVIATION.search(part[-12:]))
        return [sentence for sentence in sentences if sentence]

    @cached_property
    def _stated(self) -> list[Stated]:
        found: list[Stated] = []
        for number, line in enumerate(self.lines):
            if not line:
                continue
            raw = self.text_lines[number]
            match = _LABEL.fullmatch(line[:700])
            field = FIELD_OF_LABEL.get(fold_label(match["label"])) if match else None
            if match and field and not match["value"].startswith("//"):
                value = match["value"].strip(" |") or self._value_below(number)
                if value:
                    found.append(Stated(field, value, f"{match['label']}: {value}" if not match["value"] else line))
            elif field is None and (heading := self._heading(line, raw)) and (value := self._value_below(number)):
                found.append(Stated(heading, value, f"{line}: {value}"))
            found += [
                Stated(inner, match["value"], match[0].strip())
                for match in (_INSIDE.finditer(line[:4000]) if ":" in line else ())
                if (inner := FIELD_OF_LABEL.get(fold_label(match["label"])))
            ]
        return found

    @cached_property
    def text_lines(self) -> list[str]:
        """The lines as they are."""
        return self.text.split("\n")

    def _heading(self, line: str, raw: str) -> str | None:
        is_heading = raw.lstrip().startswith(("#", "**", "__"))
        return FIELD_OF_LABEL.get(fold_label(line)) if is_heading and len(line) <= 60 else None

    def _value_below(self, number: int) -> str:
        """The next line with words, unless it has a label or is a heading itself."""
        for at in range(number + 1, min(number + 3, len(self.lines))):
            if line := self.lines[at]:
                is_heading = self.text_lines[at].lstrip().startswith("#")
                return "" if is_heading or _known_label(line) else line[:300]
        return ""


def _known_label(line: str) -> bool:
    match = _LABEL.fullmatch(line[:700])
    return bool(match and fold_label(match["label"]) in FIELD_OF_LABEL)


def _plain(line: str) -> str:
    """*line* without marks of lists, tables, headings and bold."""
    line = _BOLD.sub("", _MARKS.sub("", line).replace("**", ""))
    return line.strip(" \t|*").rstrip("#").rstrip() if line else ""
