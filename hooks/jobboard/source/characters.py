"""Bytes to text, with what is wrong below the level of words: encoding, size, invisible characters, mojibake."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from jobboard.diagnostics.diagnostic import Diagnostic, Edit
from jobboard.diagnostics.rules import (
    FILE_TOO_LARGE,
    GARBLED_TEXT,
    HIDDEN_CHARACTERS,
    NOT_UTF_8,
    PILED_SIGNS,
    UNREADABLE_FILE,
)
from jobboard.source.source_text import SourceText
from jobboard.standards.english import say_count
from jobboard.standards.invisible import HIDDEN, INVISIBLE, show_hidden
from jobboard.standards.piles import HOW_PILES_ARE_WRITTEN, find_pile, say_pile, show_piles

MAX_BYTES = 256 * 1024
"""Largest file; the longest real posting seen has 30 KiB."""

_LEFT_BEHIND = re.compile(f"[{INVISIBLE}\xad\ufffc]")
"""Besides what is invisible, what word processors leave in a text: soft hyphens, and places of pictures."""

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""What may stand for such a character in Markdown."""

_PLAIN = bytes((0x09, 0x0A, 0x0D, *range(0x20, 0x7F)))
"""What most of every file consists of."""

_SUSPECT = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸŒ]|\ufffd")
"""The first bytes of a UTF-8 sequence read as Windows-1252 or Latin-1; cheap, so that ftfy sees few texts."""
_SUSPECT_BYTES = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")
"""How such a sequence begins once it is written in UTF-8 itself: bytes are searched faster."""


def decode_text(path: str, data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a file, or None when it is none; a byte order mark and CRLF are accepted.

    In what is returned, U+FFFD stands for each invisible character and each sign of a pile, so that no report and no later step
    meets one.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES // 1024} KiB"
        help = ("keep the position's text and link to the rest",)
        return None, [SourceText(path, "").report(FILE_TOO_LARGE, message, help=help)]
    data = data.removeprefix(BOM_UTF8)
    if _is_wide(data):
        return None, [_report_bytes(path, data, 0)]
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return None, [_report_bytes(path, data, error.start)]
    source = SourceText(path, text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    diagnostics: list[Diagnostic] = []
    rest = data.translate(None, _PLAIN).decode()  # the little that is left is searched faster
    is_suspect = _SUSPECT.search(rest) and ("\ufffd" in rest or _SUSPECT_BYTES.search(data))
    if is_suspect and _SUSPECT.search(source.text):
        diagnostics += _report_garbled(source)
    if find_pile(rest) and find_pile(source.text):
        shown = SourceText(path, show_piles(source.text))
        diagnostics += _report_piles(source, shown)
        source = shown
    if HIDDEN.search(rest):
        lines = source.lines
        source = SourceText(path, show_hidden(source.text))
        diagnostics += _report_hidden(source, lines, {diagnostic.line for diagnostic in diagnostics})
    return source, diagnostics


def _is_wide(data: bytes) -> bool:
    """Whether each letter takes two bytes or four, also where the file does not begin with the mark of that."""
    return b"\0" in data[:2] and 3 * data.count(0) > len(data) > 8


def _report_bytes(path: str, data: bytes, start: int) -> Diagnostic:
    """That *data* are no text from *start* on."""
    before = data[:start].decode()
    source = SourceText(path, show_hidden(before + data[start:].decode("cp1252", "replace")))
    mark = source.mark(before.count("\n") + 1, len(before) - before.rfind("\n"), 1, "not UTF-8")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(data):
        kind = "UTF-16"
    elif data.startswith((b"PK", b"%PDF", b"\xd0\xcf", b"{\\rtf")):
        kind = "a word processor's or PDF file"
    else:
        kind = "another encoding, such as Windows-1252"
    help = ("save the file as plain text in UTF-8",)
    return source.report(NOT_UTF_8, f"the file is not UTF-8 text but {kind}", mark, help=help)


def _report_hidden(source: SourceText, lines: list[str], garbled: set[int]) -> list[Diagnostic]:
    """The invisible characters of each of *lines*, at the first; in *garbled* ones, C1 controls are a wrong encoding's."""
    diagnostics = []
    for number, line in enumerate(lines, 1):
        hidden = [m for m in HIDDEN.finditer(line) if number not in garbled or not "\x80" <= m[0] <= "\x9f"]
        if hidden:
            match = hidden[0]
            others = f" and {say_count(len(hidden) - 1, 'other')} behind it" if len(hidden) > 1 else ""
            code = f"U+{ord(match[0]):04X}"
            mark = source.mark(number, match.start() + 1, 1, f"{code} stands here")
            message = f"an invisible character ({code})"
            help = (f"delete it{others}, or type the line anew",)
            diagnostics.append(source.report(HIDDEN_CHARACTERS, message, mark, help=help))
    return diagnostics


def _report_piles(source: SourceText, shown: SourceText) -> list[Diagnostic]:
    """The first pile of each line."""
    piles = [(number, pile) for number, line in enumerate(source.lines, 1) if (pile := find_pile(line))]
    return [
        shown.report(
            PILED_SIGNS,
            say_pile(pile[0]),
            shown.mark(number, pile.start() + 1, len(pile[0]), "on the letter before"),
            help=(HOW_PILES_ARE_WRITTEN,),
        )
        for number, pile in piles
    ]


def _report_garbled(source: SourceText) -> list[Diagnostic]:
    import ftfy  # slow to import, and few files need it

    shown = SourceText(source.path, show_hidden(source.text))
    diagnostics = []
    for number, line in enumerate(source.lines, 1):
        match = _SUSPECT.search(line)
        if match is None:
            continue
        if match[0] == "\ufffd":
            mark = shown.mark(number, match.start() + 1, 1, "a character was lost here")
            help: tuple[str, ...] = ("type the character that belongs here",)
            diagnostics.append(source.report(GARBLED_TEXT, "a character was replaced by `\ufffd`", mark, help=help))
            continue
        fixed = ftfy.fix_encoding(line)
        if fixed == line:
            continue
        shorter = min(len(line), len(fixed))
        start = next((n for n in range(shorter) if line[n] != fixed[n]), shorter)
        if start and _SUSPECT.match(line, start - 1):  # `Ãƒ`, which stands for `Ã`
            start -= 1
        most = shorter - start - 1  # so that there is something to show of both
        same = next((n for n in range(most) if line[-1 - n] != fixed[-1 - n]), most)
        garbled, meant = line[start : len(line) - same], show_hidden(fixed[start : len(fixed) - same])
        mark = shown.mark(number, start + 1, len(garbled), f"did you mean `{meant}`?")
        edit = Edit(number, start + 1, len(garbled), fixed[start : len(fixed) - same])
        if len(garbled) > 30:  # several places on one line
            garbled, mark = match[0], shown.mark(number, match.start() + 1, len(match[0]))
        message = f"`{show_hidden(garbled)}` is text in a wrong encoding"
        help = (f"the line should read: {_around(show_hidden(fixed), start)}",)
        fix = () if HIDDEN.search(fixed) or "\ufffd" in fixed else (edit,)
        diagnostics.append(source.report(GARBLED_TEXT, message, mark, help=help, fix=fix))
    return diagnostics


def _around(line: str, at: int, width: int = 60) -> str:
    start, end = max(0, at - width // 2), at + width // 2
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def drop_hidden(text: str) -> str:
    """*text*, which comes from elsewhere, without what nobody can see."""
    return text if text.isascii() and text.isprintable() else _LEFT_BEHIND.sub("", text)


def report_unreadable(path: str, error: OSError) -> Diagnostic:
    """Why the file at *path* (as a report names it) cannot be read."""
    message = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
    return SourceText(path, "").report(UNREADABLE_FILE, message, help=("check that it exists and may be read",))
