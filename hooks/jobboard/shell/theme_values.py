"""What the theme is given to print: escaped, because Material prints nearly everything as it is."""

from __future__ import annotations

from markupsafe import Markup, escape

from jobboard.site.address import Site
from jobboard.site.pages.page import LONG, ROOT, Page, PageText


def names_of(site: Site) -> tuple[Markup, Markup, str]:
    """Title, description and address for Material, which escapes some of what it prints: `Markup` is escaped once."""
    return escape(site.title), escape(site.description), site.url


def values_of(page: Page, site: Site) -> dict[str, str]:
    """What the theme prints for a page that MkDocs writes."""
    text = page.render()
    values = escape_values(text, site.absolute(page.address))
    values["head"] += text.data.decode()
    values["content"] = values["content"].replace(LONG, text.long.decode(), 1)
    return {name: value.replace(ROOT, page.to_root) for name, value in values.items()}


def escape_values(text: PageText, canonical: str) -> dict[str, str]:
    """What differs between two pages, by the name of its place in the theme's template; *canonical* is the whole address."""
    return {
        "title": str(escape(text.title)),
        "description": str(escape(text.description)),
        "canonical": str(escape(canonical)),
        "head": text.head,
        "content": text.content,
    }
