"""Front matter and body of one file, through python-frontmatter with a handler of our own.

The library's default handler strips the text (so that lines shift), takes an unclosed block for body,
loses positions and duplicate keys, and loads with a parser that crashes on deep nesting.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import frontmatter
from frontmatter.default_handlers import BaseHandler

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import FILE_TOO_LARGE, MISSING_FRONT_MATTER, UNCLOSED_FRONT_MATTER
from jobboard.program import spell_call
from jobboard.source.broken_yaml import read_pieces
from jobboard.source.nodes import Entry
from jobboard.source.plain_yaml import read_plain
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import Repairer, read_mapping
from jobboard.standards.invisible import write_visibly

MAX_HEADER_CHARACTERS = 16 * 1024
"""Longest front matter; the fullest posting needs 3 KiB."""

_OPENING = re.compile(r"-{3,}[ \t]*(?:\n|$)")
CLOSING = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
"""The line that ends a front matter."""
_DASHES = re.compile(r"[-‐‑‒–—―−_*=~]{1,10}")
"""What a word processor makes of three hyphens, and what people draw lines with."""
_LATER_OPENING = re.compile(r"(?m)^-{3,}[ \t]*\n(?:title|author|organization|position|date)\s*:")
_FIELD = re.compile(r"[\w-]+:\s")
_FIELD_LINE = re.compile(r"[\w-]+:(?:\s|$)|\s+\S|-\s|#")

_EXAMPLE = "put `---` on the first line, then the fields (`title: …`, `author: …`), then `---` again, then the text"


class Document(NamedTuple):
    """One file, read but not yet understood."""

    source: SourceText
    entries: dict[str, Entry] | None
    """The fields in the order written; None when there are none to read (and a diagnostic says why)."""
    header: str
    """The front matter as it is written, without the lines around it; empty where there is none."""
    doubtful: frozenset[str]
    """Names of fields that stand where the front matter cannot be read, which is reported."""
    closing_line: int
    """Line of the `---` that ends the front matter: where a missing field would go."""
    body: str
    """The Markdown text, without the blank lines around it."""
    body_line: int
    """Line on which the body begins."""
    diagnostics: list[Diagnostic]


def read_document(source: SourceText, repair: Repairer = lambda *_: ()) -> Document:
    """Split a file into front matter and body; *repair* proposes what mends a front matter that is not YAML."""
    handler = PostingHandler(source, repair)
    entries, body = frontmatter.parse(source.text, handler=handler)
    return Document(
        source=source,
        header=handler.header,
        doubtful=handler.doubtful,
        entries=entries if handler.is_loaded else None,  # type: ignore[arg-type]  # our handler's values are Entry
        closing_line=handler.closing_line,
        body=body,
        body_line=handler.body_line,
        diagnostics=handler.diagnostics,
    )


class PostingHandler(BaseHandler):
    """Splits and loads the front matter of one file; python-frontmatter calls it."""

    def __init__(self, source: SourceText, repair: Repairer) -> None:
        super().__init__(fm_boundary=CLOSING)
        self._source = source
        self._repair = repair
        self._text_line = 1 + _leading_lines(source.text)
        self.diagnostics: list[Diagnostic] = []
        self.is_loaded = False
        self.header = ""
        self.doubtful: frozenset[str] = frozenset()
        self.closing_line = 1
        self.body_line = self._text_line

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body; raises ValueError (as the library expects) when there is none."""
        opening = _OPENING.match(text)
        if opening is None:
            self._report_missing(text)
            raise ValueError("no front matter")
        closing = CLOSING.search(text, opening.end())
        if closing is None:
            header, body = self._report_unclosed(text)
        else:
            header, body = text[opening.end() : closing.start()], text[closing.end() :]
        self.header = header
        self.closing_line = self._text_line + 1 + header.count("\n")
        self.body_line = self.closing_line + _leading_lines(body)
        return header, body

    def load(self, fm: str, **_: object) -> dict[str, Entry]:
        """The fields with their places; empty when they cannot be read."""
        if len(fm) > MAX_HEADER_CHARACTERS:
            message = f"the front matter is longer than {MAX_HEADER_CHARACTERS:,} characters"
            help = ("move the text below the closing `---`",)
            self.diagnostics.append(
                self._source.report(FILE_TOO_LARGE, message, self._source.mark(self._text_line), help=help)
            )
            return {}
        entries = read_plain(fm, self._text_line + 1)
        if entries is None:
            entries = read_mapping(self._source, fm, self._text_line + 1, self.diagnostics, self._repair)
        if entries is None:
            entries, doubtful = read_pieces(self._source, fm, self._text_line + 1, self.diagnostics, self._repair)
            self.doubtful |= doubtful
        self.is_loaded = bool(entries or not self.diagnostics)
        return entries

    def _report_missing(self, text: str) -> None:
        help = _EXAMPLE
        first = text.partition("\n")[0].rstrip()
        if (later := _LATER_OPENING.search(text)) and first.startswith(("```", "~~~")):
            help = "remove this line, and the one that ends the block of code"
        elif later:
            help = f"move what stands above line {self._text_line + text.count(chr(10), 0, later.start())} below the front matter"
        elif _DASHES.fullmatch(first):
            help = f"write `---`, which are three hyphens, in place of each line `{first}`"
        elif text.startswith("+++"):
            help = "write `---` instead of `+++`, and each field as `title: …` instead of `title = …`"
        mark = self._source.mark_line(self._text_line, "expected `---` above this line")
        message = "the file does not begin with front matter"
        is_foreign = text and not later and not _FIELD.match(text) and not _DASHES.fullmatch(first)
        helps = (help, _how_to_import(self._source.path)) if is_foreign else (help,)
        self.diagnostics.append(self._source.report(MISSING_FRONT_MATTER, message, mark, help=helps))

    def _report_unclosed(self, text: str) -> tuple[str, str]:
        """The front matter as far as it seems to go, and what follows."""
        lines = text.split("\n")
        last = 1
        while last < len(lines) and _FIELD_LINE.match(lines[last]):
            last += 1
        self.diagnostics.append(
            self._source.report(
                UNCLOSED_FRONT_MATTER,
                "the front matter that begins here is never closed",
                self._source.mark_line(self._text_line, "opened here"),
                help=(f"put a line `---` behind line {self._text_line + last - 1}, where the fields end",),
            )
        )
        self.doubtful = frozenset(line.partition(":")[0].strip().casefold() for line in lines[last:] if ":" in line)
        return "".join(f"{line}\n" for line in lines[1:last]), "\n".join(lines[last:])


def _how_to_import(path: str) -> str:
    """What makes a posting of the file at *path*, whatever it is."""
    return f"or run `{spell_call('import', write_visibly(path))}`, which makes a posting of what is there"


def _leading_lines(text: str) -> int:
    """Line breaks before the first visible character."""
    return text[: len(text) - len(text.lstrip())].count("\n")
