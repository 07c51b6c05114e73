"""Numbers and texts in English sentences."""

from __future__ import annotations


def say_count(number: int, noun: str) -> str:
    """Like "1 posting" or "1,200 postings"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def cut(text: str, most: int) -> str:
    """*text*, ended by "…" where it has more than *most* characters."""
    return text if len(text) <= most else text[: most - 1].rstrip(" .…") + "…"
