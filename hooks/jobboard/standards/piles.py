"""Piles of signs that combine with one letter: nobody can read them, and they cover the lines above and below."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MAX_SIGNS = 5
"""On one letter; Hebrew with all its points has four."""
_RANGES = ((0x300, 0x1E00), (0x20D0, 0x2100), (0x2CEF, 0x2CF2), (0xA66F, 0xAC00), (0xFE00, 0xFE30), (0xE0100, 0xE01F0))
"""Where they are: between these there are none, and beyond them those of scripts that nobody writes any more."""
_JOINERS = "\xad\u200c\u200d"
"""What joins or parts letters, which would hide that signs stand in a row."""
_NEAR = re.compile(
    f"[{''.join(f'{chr(begin)}-{chr(end - 1)}' for begin, end in _RANGES)}{_JOINERS}]{{{MAX_SIGNS + 1}}}"
)
"""Also letters, such as those of Greek; texts of most boards have none in a row."""
HOW_PILES_ARE_WRITTEN = f"write the letter with the signs that it has, at most {MAX_SIGNS}"
"""What to do about one."""


def find_pile(text: str) -> re.Match[str] | None:
    """The first pile in *text*."""
    return _piles().search(text) if _NEAR.search(text) else None


def say_pile(pile: str) -> str:
    """What is wrong with *pile*."""
    return f"{len(pile)} signs stand on one letter"


def show_piles(text: str) -> str:
    """*text* with U+FFFD for each sign of a pile."""
    return _piles().sub(lambda pile: "\N{REPLACEMENT CHARACTER}" * len(pile[0]), text)


@cache
def _piles() -> re.Pattern[str]:
    everything = (chr(code) for begin, end in _RANGES for code in range(begin, end))
    signs = "".join(sign for sign in everything if unicodedata.category(sign) in ("Mn", "Me"))
    return re.compile(f"[{signs}{_JOINERS}]{{{MAX_SIGNS + 1},}}")
