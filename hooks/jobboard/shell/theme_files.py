"""The theme's files without those that a site has no use for: icons, source maps, and a search that is switched off."""

from __future__ import annotations

import os

import jinja2

_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Material's own search in thirty languages: nearly a megabyte that no page asks for while its plugin is not listed."""


class ThemeLoader(jinja2.FileSystemLoader):
    """Loads every template, and lists those that a site needs as files.

    MkDocs lists all templates at each build to copy the theme's files, eleven thousand icons among them, and then
    leaves out what is hidden or a template.
    """

    has_search = False

    def list_templates(self) -> list[str]:
        """Names relative to the theme's folders, with `/`; nothing in folders whose name begins with a dot."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, inner, names in os.walk(root, followlinks=self.followlinks):
                inner[:] = [name for name in inner if not name.startswith(".")]
                place = os.path.relpath(folder, root).replace(os.sep, "/")
                found.update(name if place == "." else f"{place}/{name}" for name in names)
        return sorted(name for name in found if self._is_needed(name))

    def _is_needed(self, name: str) -> bool:
        return not name.endswith((".html", ".js.map", ".css.map")) and (self.has_search or not name.startswith(_SEARCH))


def list_fewer_files(environment: jinja2.Environment, *, has_search: bool) -> jinja2.Environment:
    """*environment* with a `ThemeLoader` for the same folders; *has_search* when Material's search is switched on."""
    assert isinstance(environment.loader, jinja2.FileSystemLoader)
    environment.loader = ThemeLoader(environment.loader.searchpath)
    environment.loader.has_search = has_search
    return environment
