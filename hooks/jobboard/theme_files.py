"""The theme's files without its eleven thousand icons, which are never copied as they are."""

from __future__ import annotations

import os

import jinja2


class ThemeLoader(jinja2.FileSystemLoader):
    """Loads every template, and lists those that a site could hold: nothing in folders whose name begins with a dot.

    MkDocs lists all templates at each build to copy the theme's files, and then leaves out what is hidden.
    """

    def list_templates(self) -> list[str]:
        """Names relative to the theme's folders, with `/`."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, inner, names in os.walk(root, followlinks=self.followlinks):
                inner[:] = [name for name in inner if not name.startswith(".")]
                place = os.path.relpath(folder, root).replace(os.sep, "/")
                found.update(name if place == "." else f"{place}/{name}" for name in names)
        return sorted(found)


def without_icons(environment: jinja2.Environment) -> jinja2.Environment:
    """*environment* with such a loader for the same folders."""
    assert isinstance(environment.loader, jinja2.FileSystemLoader)
    environment.loader = ThemeLoader(environment.loader.searchpath)
    return environment
