"""Characters that nobody can see, and texts in which all can be seen."""

from __future__ import annotations

import re

INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff0-\ufffb\ufdd0-\ufdef\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
) + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
"""As it stands in a set of a pattern."""
HIDDEN = re.compile(f"[{INVISIBLE}]")
"""Control, direction and zero-width characters (Trojan Source, CVE-2021-42574), fillers, and non-characters.

Joiners (U+200C, U+200D) stay: Persian and Indic scripts need them. So do signs that choose another form of the one before,
such as that of an emoji.
"""
_NOT_OF_ONE_LINE = re.compile(f"[{INVISIBLE}\\t\\n\\r\\ud800-\\udfff]")
"""What a name or value of one line must not show as it is; half a surrogate is a byte that is not UTF-8."""
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def show_hidden(text: str) -> str:
    """*text* with U+FFFD for each invisible character."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def show_in_columns(text: str) -> str:
    """A line in which nothing is hidden, and every character has the column that it had."""
    return _NOT_OF_ONE_LINE.sub(lambda match: " " if match[0] in _SHORT else "\N{REPLACEMENT CHARACTER}", text)


def write_visibly(text: str) -> str:
    r"""*text* on one line, in which nothing is hidden: `\n` for a line break, `\x1b` for an escape character."""
    return text if text.isascii() and text.isprintable() else _NOT_OF_ONE_LINE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name (PEP 383)
        code -= 0xDC00
    if short := _SHORT.get(match[0]):
        return short
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
