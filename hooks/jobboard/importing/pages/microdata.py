"""Microdata and RDFa Lite as the same values that JSON-LD has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag

from jobboard.importing.pages.html_tree import attribute, text_of


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a way of marking up elements calls its attributes."""

    kind: str
    name: str
    scope: str


_DIALECTS = (Dialect("itemtype", "itemprop", "itemscope"), Dialect("typeof", "property", "typeof"))
_LONG = frozenset(
    [
        "description", "responsibilities", "qualifications", "skills", "educationRequirements", "incentives",
        "experienceRequirements", "jobBenefits", "benefits", "incentiveCompensation", "specialCommitments",
    ]
)  # fmt: skip
"""Whose paragraphs and lists matter."""


def read_microdata(soup: BeautifulSoup, kind: str) -> list[dict[str, Any]]:
    """The outermost items of type *kind*."""
    for dialect in _DIALECTS:
        items = [item for item in soup.find_all(attrs={dialect.kind: True}) if kind in _types(item, dialect)]
        inner = {id(part) for item in items for part in item.find_all(attrs={dialect.kind: True})}
        found = [_read_item(item, dialect, soup, 0) for item in items if id(item) not in inner]
        if found:
            return found
    return []


def _types(item: Tag, dialect: Dialect) -> list[str]:
    return [kind.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in attribute(item, dialect.kind).split()]


def _read_item(item: Tag, dialect: Dialect, soup: BeautifulSoup, depth: int) -> dict[str, Any]:
    values: dict[str, list[Any]] = {}
    for part in _properties(item, dialect, soup):
        is_item = part.has_attr(dialect.scope)
        for name in attribute(part, dialect.name).split():
            name = name.rsplit("/", 1)[-1].rsplit(":", 1)[-1]
            value = _read_item(part, dialect, soup, depth + 1) if is_item and depth < 8 else _read_value(part, name)
            if value not in ("", {}):
                values.setdefault(name, []).append(value)
    read: dict[str, Any] = {"@type": _types(item, dialect)}
    for name, several in values.items():
        if name in _LONG and all(isinstance(value, str) for value in several):
            read[name] = "\n".join(dict.fromkeys(several))
        else:
            read[name] = several[0] if len(several) == 1 else several
    if set(read) == {"@type"}:
        read["name"] = text_of(item)
    return read


def _properties(item: Tag, dialect: Dialect, soup: BeautifulSoup) -> Iterator[Tag]:
    """The elements that state a property of *item* itself, not of an item within; and those it refers to."""
    roots = [item, *(part for ref in attribute(item, "itemref").split() if isinstance(part := soup.find(id=ref), Tag))]
    for root in roots:
        if root is not item and root.has_attr(dialect.name):
            yield root
        for part in root.find_all(attrs={dialect.name: True}):
            around = part.find_parent(attrs={dialect.scope: True})
            if around is item or (root is not item and (around is None or root not in around.parents)):
                yield part


def _read_value(part: Tag, name: str) -> str:
    if part.has_attr("content"):
        return attribute(part, "content")
    for attribute_name in {"a": ("href",), "link": ("href",), "time": ("datetime",), "data": ("value",),
                           "meter": ("value",), "img": ("src",)}.get(part.name, ()):  # fmt: skip
        if part.has_attr(attribute_name) and (part.name != "a" or name in ("url", "sameAs")):
            return attribute(part, attribute_name)
    return part.decode_contents().strip() if name in _LONG else text_of(part)
