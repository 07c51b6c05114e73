"""A text as extractors see it: labelled lines ("Salary: …") and sentences, each with the section it stands in."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import NamedTuple

from jobboard.importing.texts.labels import field_of_label
from jobboard.importing.texts.links import clean_links_in
from jobboard.importing.texts.paragraphs import join_wrapped
from jobboard.importing.texts.sentences import MAX_SENTENCE, OPEN_END, goes_on, plain_line, split_sentences, write_link
from jobboard.standards.days import DayMention, find_days
from jobboard.standards.languages.words import ALL, LANGUAGES, cue, lower, tell_language

MAX_CHARACTERS = 64 * 1024
"""How much of a text is looked at for facts; longer ones are collections."""
_MAX_HEADING = 70
_MAX_VALUE = 300
_PARAGRAPH = 90
_ITEM = re.compile(r"^[ \t>]{0,12}(?:[-*+•·●▪■◦‣–]|\d{1,2}[.)])[ \t]")
_ESCAPED = re.compile(r"\\([~*_#$])")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\((?:mailto:)?([^)\s]{0,2000})(?:\s[^)\n]{0,200})?\)")
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][^:：|.!?\t\n]{0,70}?\??)\s{0,3}(?P<mark>[:：|\t]|\s[–—-]\s)\s{0,3}(?P<value>.{0,900})"
)
_BOLD_LABEL = re.compile(
    r"^[ \t>*+-]{0,8}(?:\*\*|__)(?P<label>[^*_\n]{2,60}?)\s?:?\s?(?:\*\*|__)\s{0,3}:?\s{0,3}(?P<value>\S.{0,900})$"
)
_PARTS = re.compile(r"\s{1,3}[|•·;]\s{1,3}|\s{2,}(?=[A-ZÀ-Þ])|(?<=\S)\|\s{0,2}")
_INSIDE = re.compile(r"(?<=[.;,)])\s{1,3}(?P<label>[^\W\d_][\w/ -]{2,40}?)\s?:\s{0,2}(?=\S)")
_NUMBERS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:20)\d\d(?!\d)")


class Stated(NamedTuple):
    """What a labelled line says."""

    field: str
    """Of the field table, or `unit`, `reference`, `email`, `city` …: parts of one."""
    label: str
    """In lower case."""
    value: str
    line: str
    """As evidence."""
    place: int
    """Number of its line."""


class Sentence(NamedTuple):
    """A sentence on one line."""

    text: str
    low: str
    """In lower case."""
    section: str
    """The kind of the heading above it: `apply`, `ask`, `profile`, `title`, or empty."""
    is_item: bool
    """Whether it is an item of a list."""
    place: int
    """Number of its line."""


class Passage:
    """One text, taken apart once for all extractors."""

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text = join_wrapped(clean_links_in(_LINK.sub(write_link, _ESCAPED.sub(r"\1", text[:MAX_CHARACTERS]))))
        self.language = tell_language(self.text) or language
        """As its little words tell it; else as the source says."""
        known = [code for code in (self.language, "en") if code in LANGUAGES]
        self.codes = tuple(dict.fromkeys(known)) if self.language in LANGUAGES else ALL
        """The languages whose words are looked for."""

    @cached_property
    def is_day_first(self) -> bool | None:
        """Whether days in numbers name the day before the month here; None where nothing shows it."""
        if self.language not in (None, "en"):
            return True
        orders = {
            int(first) > 12 for first, second in _NUMBERS.findall(self.text) if (int(first) > 12) != (int(second) > 12)
        }
        return orders.pop() if len(orders) == 1 else None

    def days(self, text: str, after: dt.date | None = None) -> list[DayMention]:
        """The days that a part of the text names."""
        return find_days(text, after, self.codes, is_day_first=self.is_day_first)

    def cue(self, name: str) -> re.Pattern[str]:
        """What finds the wordings called *name* in lower case."""
        return cue(name, self.codes)

    def stated(self, *fields: str) -> list[Stated]:
        """The labelled lines about one of *fields*, in their order."""
        return [stated for stated in self._stated if stated.field in fields]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without marks of lists, tables, headings and bold."""
        return [plain_line(line) for line in self.text_lines]

    @cached_property
    def text_lines(self) -> list[str]:
        """The lines as they are."""
        return self.text.split("\n")

    @cached_property
    def sections(self) -> list[str]:
        """For each line the kind of the heading above it."""
        found: list[str] = []
        kind, was_item = "", False
        for number, (raw, line) in enumerate(zip(self.text_lines, self.lines, strict=True)):
            if line and self._is_heading(raw, line, number):
                kind = self._kind_of_heading(line)
            elif kind == "profile" and len(line) > _PARAGRAPH and was_item and not _ITEM.match(raw):
                kind = ""  # the list of what is asked for has ended
            was_item = bool(_ITEM.match(raw)) if line else was_item
            found.append(kind)
        return found

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences; lines that a mail program broke are joined."""
        found: list[Sentence] = []
        for block, number, is_item in self._blocks():
            section = self.sections[number]
            for text in split_sentences(block):
                for at in range(0, len(text), MAX_SENTENCE):
                    part = text[at : at + MAX_SENTENCE]
                    found.append(Sentence(part, lower(part), section, is_item, number))
        return found

    @cached_property
    def labelled_lines(self) -> frozenset[int]:
        """Numbers of the lines that a label stands in."""
        return frozenset(stated.place for stated in self._stated)

    def _blocks(self) -> list[tuple[str, int, bool]]:
        """Paragraphs, items and labelled lines, each on one line with the number of its first line."""
        blocks: list[tuple[list[str], int, bool]] = []
        is_open = False
        for number, line in enumerate(self.lines):
            raw = self.text_lines[number]
            if not line:
                is_open = bool(blocks and is_open and OPEN_END.search(blocks[-1][0][-1][-20:]))
                continue
            is_item = bool(_ITEM.match(raw))
            stands_alone = is_item or raw.lstrip().startswith(("#", "|", "**")) or number in self.labelled_lines
            if is_open and blocks and not stands_alone and goes_on(blocks[-1][0][-1], line):
                blocks[-1][0].append(line)
            else:
                blocks.append(([line], number, is_item))
            is_open = not raw.lstrip().startswith(("#", "|"))
        return [(" ".join(lines), number, is_item) for lines, number, is_item in blocks]

    @cached_property
    def _stated(self) -> list[Stated]:
        found: list[Stated] = []
        bare: list[Stated] = []
        for number, line in enumerate(self.lines):
            if not line:
                continue
            parts = self._split_labels(line[:4000])
            for part in parts:
                if (stated := self._read_label(part, number)) is not None:
                    found.append(stated)
            if len(parts) > 1 or (found and found[-1].place == number):
                continue
            raw = self.text_lines[number]
            if bold := _BOLD_LABEL.match(raw[:1000]):
                if field := self._field(bold["label"]):
                    value = plain_line(bold["value"])
                    found.append(Stated(field, lower(bold["label"]), value, f"{bold['label']}: {value}", number))
            elif len(line) <= _MAX_HEADING and (field := self._field(line)) and (value := self._value_below(number)):
                stated = Stated(field, lower(line).rstrip(" :?"), value, f"{line.rstrip(':')}: {value}", number)
                is_marked = raw.lstrip().startswith(("#", "**", "__")) or line.endswith((":", "："))
                (found if is_marked else bare).append(stated)
        if len(bare) > 1 or (bare and (found or len(bare[0].label.split()) > 1)):
            found = sorted([*found, *bare], key=lambda stated: stated.place)
        return found + self._inner_labels()

    def _split_labels(self, line: str) -> list[str]:
        """The parts of a line that states several facts in a row; else the line alone."""
        if line.count(":") < 2 and "|" not in line:
            return [line]
        parts = [part for part in _PARTS.split(line) if part]
        known = sum(
            1 for part in parts if (match := _LABEL.match(part[:120])) and ":" in part and self._field(match["label"])
        )
        return parts if known > 1 else [line]

    def _read_label(self, line: str, number: int) -> Stated | None:
        match = _LABEL.fullmatch(line[:1000])
        field = self._field(match["label"]) if match else None
        if match is None or field is None or match["value"].startswith("//"):
            return None
        value = match["value"].strip(" |:")
        is_below = not value
        value = value or self._value_below(number)
        if not value:
            return None
        return Stated(field, lower(match["label"]), value, f"{match['label']}: {value}" if is_below else line, number)

    def _inner_labels(self) -> list[Stated]:
        """Labels in the middle of a line, behind the end of a sentence."""
        found = []
        for number, line in enumerate(self.lines):
            matches = list(_INSIDE.finditer(line[:4000])) if ":" in line else []
            for match, following in zip(matches, [*matches[1:], None], strict=False):
                if field := self._field(match["label"]):
                    rest = line[match.end() : following.start() if following else match.end() + _MAX_VALUE]
                    value = re.split(r"(?<=[a-z0-9)])[.;](?:\s|$)", rest)[0]
                    found.append(Stated(field, lower(match["label"]), value, f"{match['label']}: {value}", number))
        return found

    def _field(self, label: str) -> str | None:
        return field_of_label(label, self.codes)

    def _value_below(self, number: int) -> str:
        """The next line with words, unless it has a label or is a heading itself."""
        for at in range(number + 1, min(number + 4, len(self.lines))):
            if line := self.lines[at]:
                is_heading = self.text_lines[at].lstrip().startswith("#")
                match = _LABEL.fullmatch(line[:1000])
                is_label = (match is not None and self._field(match["label"])) or (
                    len(line) <= _MAX_HEADING and self._field(line)
                )
                return "" if is_heading or is_label else line[:_MAX_VALUE]
        return ""

    def _is_heading(self, raw: str, line: str, number: int) -> bool:
        if raw.lstrip().startswith("#"):
            return True
        if len(line) > _MAX_HEADING or _ITEM.match(raw):
            return False
        is_alone = number == 0 or not self.lines[number - 1] or raw.lstrip().startswith(("**", "__"))
        is_marked = raw.strip().startswith(("**", "__")) and raw.strip().rstrip(": ").endswith(("**", "__"))
        return is_alone and (
            is_marked
            or line.endswith((":", "?"))
            or line.isupper()
            or (not line.endswith((".", ",", ";")) and bool(self._kind_of_heading(line)))
        )

    def _kind_of_heading(self, line: str) -> str:
        low = lower(line).rstrip(" :?")
        field = self._field(low)
        if field in ("apply", "apply by"):
            return "apply"
        if field == "contact":
            return "ask"
        if field in (None, "eligibility") and self.cue("profile").search(low):
            return "profile"
        if self.cue("apply").search(low) and len(low) <= 50:
            return "apply"
        if self.cue("ask").search(low) and len(low) <= 40:
            return "ask"
        return ""
