"""HTML that is safe to publish: only known elements, and links that lead elsewhere or into the same text.

nh3 builds a tree of every text, which takes longer than to render it. Nearly every posting
holds nothing but paragraphs, lists, tables and plain links, which pass nh3 as they are but for three ways of writing.
Such a text is recognized by its tags, each of them named here letter by letter; all others go through nh3.
A test compares the two ways.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import nh3

ID_PREFIX = "text-"
"""Keeps the ids of a text apart from the page's own."""

_REL = "nofollow noopener ugc"
_TAGS = {
    "a", "aside", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "input", "li", "ol", "p",
    "pre", "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href", "title", "id", "aria-label"}, "aside": {"class"}, "code": {"class"}, "li": {"id"}, "h2": {"id"},
    "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"}, "ol": {"start"}, "p": {"class"}, "section": {"class"},
    "sup": {"class"}, "td": {"align"}, "th": {"align"},
}  # fmt: skip
"""By element; without `*`, nh3 lets `lang` and `title` pass on all of them."""
_CHECKBOX = {"input": {"type": {"checkbox"}, "disabled": {""}, "checked": {""}}}

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    tag_attribute_values=_CHECKBOX,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=_REL,
    id_prefix=ID_PREFIX,
)

_NOT_BARE = re.compile(r"<(?!/?(?:p|li|h[2-6]|ul|ol|strong|em|code|blockquote|t[dhr]|table|thead|tbody)>)[^>]*>?")
"""Every tag but the bare ones that comrak writes in pairs."""
_CELLS = {f'<{cell} align="{side}">' for cell in ("td", "th") for side in ("left", "center", "right")}
_LINK_NOWHERE = re.compile(r'<a href="(?!#|https?://|mailto:|tel:)[^"]*"', re.IGNORECASE)
"""Would lead to another page of whatever site shows the text, or to its root; comrak empties an address that it refuses."""
_PLAIN_LINK = re.compile(
    r'<a href="(?:https?://(?!\S*xn--)(?:[a-z0-9][a-z0-9-]{0,60}\.)+[a-z]{2,20}'
    r'(?:[/?#][\w./?#=%~+,:@!$()*-]*(?:&amp;[\w./?#=%~+,:@!$()*-]*)*)?|mailto:[\w.+-]+@[\w.-]+)">',
    re.ASCII,
)


def sanitize(html: str) -> str:
    """*html* as comrak renders it, without whatever is not known to be harmless."""
    tags = [tag for tag in _NOT_BARE.finditer(html) if tag[0] not in _CELLS]
    links, ends = tags[::2], tags[1::2]
    if not _are_plain_links(links, ends) or "\r" in html:
        return sanitize_any(html)
    parts, at = [], 0
    for link in links:
        parts.append(html[at : link.end() - 1])
        at = link.end()
    parts.append(html[at:])
    return f' rel="{_REL}">'.join(parts).replace("&quot;", '"').replace("\N{NO-BREAK SPACE}", "&nbsp;")


def sanitize_any(html: str) -> str:
    """*html* without whatever is not known to be harmless, the way that every text can go."""
    # nh3 prefixes ids but not the links to them, which footnotes are made of. `<` in a text is always escaped.
    return _LINK_NOWHERE.sub("<a", _CLEANER.clean(html).replace('<a href="#', f'<a href="#{ID_PREFIX}'))


def _are_plain_links(links: Sequence[re.Match[str]], ends: Sequence[re.Match[str]]) -> bool:
    """Whether each of *links* begins a plain link, and the tag behind it, which is not inside another, ends it."""
    return len(links) == len(ends) and all(
        _PLAIN_LINK.fullmatch(link[0]) and end[0] == "</a>" for link, end in zip(links, ends, strict=True)
    )
