"""Facts of a page that stand in a grid: a label in one element, its value in the next."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from jobboard.importing.pages.html_text import complete_link
from jobboard.importing.pages.html_tree import attribute, clean_characters
from jobboard.importing.texts.labels import field_of_label

_MAX_LABEL = 60
_MAX_VALUE = 400
_LEVELS = 3
"""How many elements may stand around a label alone."""
_SIBLINGS = 2
_IN_TEXT = ("li", "a", "nav", "button", "option", "select", "script", "style", "title", "head")
"""Elements whose words are no label of a grid."""


def find_grid_facts(soup: BeautifulSoup, url: str | None) -> list[str]:
    """The page's labels with the values beside or below them, as "Label: value" lines."""
    found: dict[str, None] = {}
    for string in soup.find_all(string=True):
        label = " ".join(clean_characters(str(string)).split())
        if not 1 < len(label) <= _MAX_LABEL or type(string) is not NavigableString or string.parent is None:
            continue
        if string.parent.name in _IN_TEXT or field_of_label(label) is None:
            continue
        if value := _value_beside(string, url):
            found.setdefault(f"{label.rstrip(' :')}: {value}", None)
    return list(found)


def _value_beside(label: NavigableString, url: str | None) -> str:
    """The words of the element behind the outermost one that holds nothing but *label*."""
    element: Tag | None = label.parent
    if element is None or not _is_alone(label):
        return ""
    for _ in range(_LEVELS):
        if element is None or element.name in ("body", "html", "[document]", "main", "article"):
            return ""
        for number, sibling in enumerate(_next_elements(element)):
            if number >= _SIBLINGS:
                break
            words = _words_of(sibling, url)
            if words and len(words) <= _MAX_VALUE:
                return "" if field_of_label(words) else words
            if words:
                return ""
        if not _is_alone(element):
            return ""
        element = element.parent
    return ""


def _is_alone(part: NavigableString | Tag) -> bool:
    """Whether nothing with words stands beside *part* in its parent."""
    for sibling in (*_near(part, "previous_sibling"), *_near(part, "next_sibling")):
        if isinstance(sibling, Tag) or str(sibling).strip():
            return False
    return True


def _near(part: NavigableString | Tag, direction: str) -> Iterator[NavigableString | Tag]:
    sibling = getattr(part, direction)
    for _ in range(3):
        if sibling is None:
            return
        yield sibling
        sibling = getattr(sibling, direction)


def _next_elements(element: Tag) -> Iterator[Tag]:
    sibling = element.next_sibling
    for _ in range(6):
        if sibling is None:
            return
        if isinstance(sibling, Tag):
            yield sibling
        elif str(sibling).strip(" :\t\n"):
            return
        sibling = sibling.next_sibling


def _words_of(element: Tag, url: str | None) -> str:
    """The words of *element*, with the address of a link in it; cut off where they are too long for a fact."""
    parts: list[str] = []
    length = 0
    for string in element.stripped_strings:
        parts.append(string)
        length += len(string)
        if length > _MAX_VALUE:
            break
    words = " ".join(clean_characters(" ".join(parts)).split())
    link = element if element.name == "a" else element.find("a", href=True)
    if words and isinstance(link, Tag) and (target := complete_link(attribute(link, "href"), url)):
        shown = target.removeprefix("mailto:")
        return words if shown in words else f"{words} <{shown}>"
    return words
