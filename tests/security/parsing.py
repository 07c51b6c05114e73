"""Published files, read as browsers, feed readers and calendar programs read them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import html5lib

ELEMENTS = {
    "a", "aside", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "input", "li", "ol", "p", "pre",
    "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
"""What a posting's text may consist of."""
ATTRIBUTES = {
    "a": {"href", "title", "id", "aria-label", "rel"}, "aside": {"class"}, "code": {"class"},
    "input": {"type", "disabled", "checked"}, "li": {"id"}, "ol": {"start"}, "p": {"class"}, "section": {"class"},
    "sup": {"class"}, "td": {"align"}, "th": {"align"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}  # fmt: skip
_LINK = re.compile(r"(?:https?://[^/\\\s]|mailto:[^/]|tel:[+\d]|#text-)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_LOADING = {"src", "srcset", "data", "poster", "background", "ping", "formaction", "xlink:href", "manifest", "action"}


def parse_page(text: str) -> ET.Element:
    """A whole page, as a browser without scripts sees it."""
    page: ET.Element = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return page


def parse_text(html: str) -> ET.Element:
    """A part of a page."""
    part: ET.Element = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return part


def faults_of_text(part: ET.Element) -> Iterator[str]:
    """Whatever a posting's text must not hold."""
    for element in part.iter():
        if element is part:
            continue
        if not isinstance(element.tag, str):
            yield "a comment"
            continue
        if element.tag not in ELEMENTS:
            yield f"<{element.tag}>"
        for name, value in element.items():
            if name not in ATTRIBUTES.get(element.tag, ()):
                yield f"<{element.tag} {name}={value!r}>"
            elif name == "id" and not value.startswith("text-"):
                yield f"the id {value!r}"
            elif name == "href" and not _LINK.match(value):
                yield f"a link to {value!r}"
        if (
            element.tag == "a"
            and element.get("href", "#").startswith("h")
            and element.get("rel") != "nofollow noopener ugc"
        ):
            yield f"a link with rel={element.get('rel')!r}"


def faults_of_page(page: ET.Element) -> Iterator[str]:
    """Whatever no page may hold, wherever it comes from."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("iframe", "object", "embed", "base", "frame", "applet", "style", "plaintext", "marquee"):
            yield f"<{element.tag}>"
        for name, value in element.items():
            if name.startswith("on") or name == "style":
                yield f"<{element.tag} {name}={value!r}>"
            scheme = _SCHEME.match(value.strip()) if name in ("href", *_LOADING) else None
            if scheme and scheme[0].lower() not in ("https:", "http:", "mailto:", "tel:", "data:"):
                yield f"<{element.tag} {name}={value!r}>"
            if name in _LOADING and (value.startswith("//") or _SCHEME.match(value)):
                yield f"<{element.tag} {name}={value!r}>"
        if (
            element.tag == "meta"
            and element.get("http-equiv", "").lower() == "refresh"
            and "://" in element.get("content", "")
        ):
            yield "a refresh to elsewhere"


def find(page: ET.Element, name: str) -> ET.Element:
    """The element with the class *name*, of which there is one."""
    found = [element for element in page.iter() if name in element.get("class", "").split()]
    assert len(found) == 1, f"{len(found)} elements are .{name}"
    return found[0]


def outline(page: ET.Element, *left_out: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element in order, with its classes and the names of its attributes; but for those with a class in *left_out*."""
    found: list[Any] = []

    def walk(element: ET.Element) -> None:
        if not isinstance(element.tag, str):
            found.append("comment")
            return
        classes = element.get("class", "").split()
        if not any(name in left_out for name in classes):
            found.append((element.tag, tuple(sorted(element.keys())), *sorted(classes)))
            for child in element:
                walk(child)

    walk(page)
    return found


def words(element: ET.Element) -> str:
    """The text in an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())
