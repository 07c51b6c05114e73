"""GitHub-flavoured Markdown to HTML that is safe to publish: rendered, then sanitized, always in this order.

What a contributor sees in GitHub's preview is what the site shows. Raw HTML and images are dropped,
links are http, https, mailto, tel, or lead to a heading or note of the same text.
"""

from __future__ import annotations

import html
import re

import comrak
from markupsafe import escape

from jobboard.source.characters import ENTITY
from jobboard.standards.invisible import show_hidden
from jobboard.wording.github_markdown import EXTENSIONS, RENDERING, has_link_inside, render_with_ids
from jobboard.wording.sanitizing import sanitize

_HEADING = re.compile(r"<(/?)h([1-5])(?=[ >])")
_TAG = re.compile(r"<[^>]*>")


def render_markdown(text: str) -> str:
    """*text* as sanitised HTML; its `#` becomes h2, as the page's title is the h1."""
    if has_link_inside(text):
        raw = render_with_ids(text)
    else:
        raw = comrak.render_markdown(text, extension_options=EXTENSIONS, render_options=RENDERING)
    demoted = _HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) + 1}", raw) if "<h1" in raw else raw
    # What nobody can see is refused in a text; only an entity in it can stand for that.
    return sanitize(show_hidden(demoted) if ENTITY.search(text) else demoted)


def make_links_whole(rendered: str, url: str) -> str:
    """A rendered text whose links to its own parts, such as footnotes, lead to the page at *url*."""
    return rendered.replace('<a href="#', f'<a href="{escape(url)}#')


def first_paragraph(rendered: str, characters: int) -> str:
    """The plain text of the first paragraph of rendered HTML, cut at a word after at most *characters*."""
    start = rendered.find("<p>")
    if start < 0:
        return ""
    text = html.unescape(_TAG.sub("", rendered[start + 3 : rendered.find("</p>", start)]))
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    at = text.rfind(" ", 0, characters)
    return text[: at if at > 0 else characters - 1].rstrip(",;:–- ") + "…"  # Chinese and Japanese have no spaces
