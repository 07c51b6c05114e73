"""What the theme is given to print. Texts are escaped, because Material prints nearly everything as it is."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from jobboard.shell.content_security import CSP_MARK, CSP_MARK_WITH_SEARCH
from jobboard.shell.modules import Modules
from jobboard.site.address import Site
from jobboard.site.pages.page import LONG, ROOT, Page, PageText
from jobboard.site.publication import Publication


def has_search(plugins: Collection[str]) -> bool:
    """Whether Material's own search is switched on among MkDocs' *plugins*."""
    return not {"search", "material/search"}.isdisjoint(plugins)


def variables_of(publication: Publication, plugins: Collection[str], theme: str) -> dict[str, Any]:
    """What templates ask of the board; *theme* is the folder of its own theme."""
    return {
        "is_preview": publication.is_preview,
        "has_search": has_search(plugins),
        "repository": publication.site.repository,
        "csp_mark": CSP_MARK_WITH_SEARCH if has_search(plugins) else CSP_MARK,
        "imported_by": Modules(Path(theme, "assets", "js")).imported_by,
    }


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
