"""Piles of signs that combine with one letter: nobody can read them, and they cover the lines above and below."""

from __future__ import annotations

import re
import unicodedata

MAX_SIGNS = 5
"""On one letter; Hebrew with all its points has four."""
_RANGES = ((0x300, 0x1E00), (0x20D0, 0x2100), (0x2CEF, 0x2CF2), (0xA66F, 0xAC00), (0xFE00, 0xFE30), (0xE0100, 0xE01F0))
"""Where they are: between these there are none, and beyond them those of scripts that nobody writes any more."""
_SIGNS = "".join(
    chr(code) for begin, end in _RANGES for code in range(begin, end) if unicodedata.category(chr(code)) in ("Mn", "Me")
)
PILE = re.compile(f"[{_SIGNS}\xad\u200c\u200d]{{{MAX_SIGNS + 1},}}")
"""Also of what joins or parts letters, which would hide that signs stand in a row."""
HOW_PILES_ARE_WRITTEN = f"write the letter with the signs that it has, at most {MAX_SIGNS}"
"""What to do about one."""


def say_pile(pile: str) -> str:
    """What is wrong with *pile*."""
    return f"{len(pile)} signs stand on one letter"


def show_piles(text: str) -> str:
    """*text* with U+FFFD for each sign of a pile."""
    return PILE.sub(lambda pile: "\N{REPLACEMENT CHARACTER}" * len(pile[0]), text)
