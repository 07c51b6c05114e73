"""Markdown of our own pages as people read it on a terminal."""

from __future__ import annotations

import re
import textwrap
from urllib.parse import urljoin

_FENCE = re.compile(r"^```\w*(?P<options>[^\n]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="([^"]*)"')
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


def render_plain_text(markdown: str, width: int, base: str = "") -> str:
    """*markdown* with headings underlined, text wrapped at *width*, code indented and links written out.

    *base* is the address that relative links start from; without it they are left out.
    """
    parts: list[str] = []
    end = 0
    for fence in _FENCE.finditer(markdown):
        parts += _render_prose(markdown[end : fence.start()], width, base)
        title = _TITLE.search(fence["options"])
        head = f"    {title[1]}:\n\n" if title else ""
        parts.append(head + textwrap.indent(fence["code"].rstrip(), "    "))
        end = fence.end()
    parts += _render_prose(markdown[end:], width, base)
    return "\n\n".join(parts) + "\n"


def _render_prose(markdown: str, width: int, base: str) -> list[str]:
    return [_render_block(block, width, base) for block in re.split(r"\n{2,}", markdown.strip()) if block]


def _render_block(block: str, width: int, base: str) -> str:
    if block.startswith("#"):
        heading = block.lstrip("#").strip()
        return f"{heading}\n{'-' * len(heading)}"
    text = _LINK.sub(lambda match: _write_link(match[1], match[2], base), _STRONG.sub(r"\1", block))
    lines: list[str] = []
    for line in text.split("\n"):
        if _ITEM.match(line) or not lines:
            lines.append(line)
        else:
            lines[-1] += " " + line.strip()
    return "\n".join(_wrap(line, width) for line in lines)


def _wrap(line: str, width: int) -> str:
    item = _ITEM.match(line)
    indent = " " * len(item[0]) if item else ""
    return textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _write_link(text: str, target: str, base: str) -> str:
    address = urljoin(base, target) if base else target
    return f"{text} ({address})" if "://" in address else text
