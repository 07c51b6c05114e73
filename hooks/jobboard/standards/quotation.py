"""The quotation marks that word processors and telephones put in the place of straight ones."""

from __future__ import annotations

import re

_OPENING = "“”„‟«»‘’‚"
_QUOTED = re.compile(r"[“”„‟«]([^“”„‟«»\n]*)[“”‟»]|»([^“”„‟«»\n]*)«|[‘’‚]([^‘’‚\n]*)[‘’]")
"""A text that is quoted as a whole, and holds no other quotation."""


def may_be_quoted(text: str) -> bool:
    """Whether *text* holds such a mark."""
    return not text.isascii() and any(sign in text for sign in _OPENING)


def words_between_printed_quotes(text: str) -> str | None:
    """What stands between the printed quotation marks around all of *text*; None where there are none."""
    quoted = _QUOTED.fullmatch(text.strip())
    return quoted[quoted.lastindex or 0].strip() if quoted else None
