"""GitHub-flavoured Markdown as comrak reads it: how the text of a posting is rendered, and what is asked of it before."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

import comrak


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = True
    options.strikethrough = True
    options.autolink = True
    options.tasklist = True
    options.footnotes = True
    options.alerts = True
    return options


EXTENSIONS = _extensions()
RENDERING = comrak.RenderOptions()
RENDERING.alert_style = comrak.AlertStyle.Semantic

_WITH_IDS = _extensions()
_WITH_IDS.header_id_prefix = ""
_WITH_LINES = comrak.RenderOptions()
_WITH_LINES.sourcepos = True

_LINK_INSIDE = re.compile(r"\](?:\(<?#|: <?#)")
_ID = re.compile(r'<(?:h[1-6]|li|a) (?:[^<>]* )?id="([^"]*)"')
_SELF_LINK = re.compile(r'<a href="#[^"]*" aria-label="[^"]*" data-heading-content="[^"]*" class="anchor"></a>')
_LINK = re.compile(r'<a data-sourcepos="(\d+):(\d+)-[\d:]+" href="([^"]*)"(?: title="([^"]*)")?>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r'<pre data-sourcepos="(\d+):(\d+)-(\d+):\d+"')


def has_link_inside(text: str) -> bool:
    """Whether a link of *text* may lead to another place in it."""
    return bool(_LINK_INSIDE.search(text))


def render_with_ids(text: str) -> str:
    """*text* as HTML in which each heading has the id that GitHub would give it."""
    rendered = comrak.render_markdown(text, extension_options=_WITH_IDS, render_options=RENDERING)
    return _SELF_LINK.sub("", rendered)


def find_ids(text: str) -> list[str]:
    """What a link inside *text* can lead to: its headings, and its footnotes."""
    return _ID.findall(render_with_ids(text))


def find_code(text: str) -> list[tuple[int, int, int]]:
    """The first line, its column, and the last line (from 1) of each block of *text* that is shown as code."""
    rendered = comrak.render_markdown(text, extension_options=EXTENSIONS, render_options=_WITH_LINES)
    return [(int(first), int(column), int(last)) for first, column, last in _CODE.findall(rendered)]


class Link(NamedTuple):
    """A link of a text, as it is shown."""

    line: int
    """From 1."""
    column: int
    """From 1, in bytes."""
    target: str
    title: str
    words: str


def find_links(text: str) -> Iterator[Link]:
    """The links of *text*, whichever way they are written."""
    rendered = comrak.render_markdown(text, extension_options=EXTENSIONS, render_options=_WITH_LINES)
    for line, column, target, title, words in _LINK.findall(rendered):
        shown = html.unescape(_TAG.sub("", words))
        yield Link(int(line), int(column), html.unescape(target), html.unescape(title), shown)
