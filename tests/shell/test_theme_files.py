"""Which of the theme's files a site gets."""

from __future__ import annotations

from pathlib import Path

import jinja2

from jobboard.shell.theme_files import list_fewer_files

NEEDED = ["assets/javascripts/bundle.min.js", "assets/stylesheets/main.min.css"]
SEARCH = ["assets/javascripts/lunr/min/lunr.de.min.js", "assets/javascripts/workers/search.min.js"]
BALLAST = [
    "base.html",
    ".icons/material/magnify.svg",
    "assets/javascripts/bundle.min.js.map",
    "assets/stylesheets/main.min.css.map",
]


def make_environment(folder: Path) -> jinja2.Environment:
    for name in (*NEEDED, *SEARCH, *BALLAST):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return jinja2.Environment(loader=jinja2.FileSystemLoader(folder))


def test_what_no_page_asks_for_is_not_listed(tmp_path: Path) -> None:
    """Neither templates nor icons, which are read and not copied, nor source maps, nor a search that is switched off."""
    environment = list_fewer_files(make_environment(tmp_path), has_search=False)
    assert environment.list_templates() == NEEDED
    assert [environment.get_template(name).render() for name in BALLAST] == BALLAST


def test_the_themes_search_is_listed_where_it_is_switched_on(tmp_path: Path) -> None:
    """A fork may add the plugin."""
    environment = list_fewer_files(make_environment(tmp_path), has_search=True)
    assert environment.list_templates() == sorted(NEEDED + SEARCH)
