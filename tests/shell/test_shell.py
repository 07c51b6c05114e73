"""Splicing: what is put together from a shell and values is what the theme's template would print."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import make_project, posting
from jobboard.shell.shell import HOLES, Shell, hole

COMPARE = r'''
"""Renders every page of the board through the theme's full template, too, and compares."""
import re
import sys
from urllib.parse import urljoin

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File

from jobboard.shell.shell import tidy


def resolve(html, address):
    """*html* with whole addresses, because a shell may link by a longer way to the same place."""
    return re.sub(r'(href|src|action)="([^"]*)"', lambda m: f'{m[1]}="{urljoin("https://e.org/" + address, m[2])}"', html)


def is_above(tab, address):
    """Whether the page at the address belongs to the section of a tab; positions belong to the board's."""
    return address.startswith(tab) if tab.strip("./") else address.startswith(("jobs/", "page/"))


def on_env(env, *, config, files):
    global environment
    environment = env


def on_post_build(*, config):
    publish = sys.modules["hooks/publish.py"]  # as MkDocs has loaded it
    site, plan = publish.publication.site, publish.production.plan
    for written in plan.pages:
        file = File.generated(config, f"{written.address}index.md", content="")
        mark = lambda item: " md-tabs__item--active" if is_above(item.url, written.address) else ""
        page = publish.BoardPage(lambda: publish.values_of(written, site), None, file, config, mark)
        page.read_source(config)
        full = environment.get_template("main.html").render(get_context(publish.navigation, [], config, page))
        printed = publish.production.print_page(written).decode()
        printed, expected = (resolve(tidy(html), written.address) for html in (printed, publish.secure(full)))
        difference = [(a, b) for a, b in zip(expected.splitlines(), printed.splitlines()) if a != b]
        assert expected == printed, (page.url, difference[:3])
    print("compared", len(plan.pages), *sorted(page.address for page in plan.pages))
'''


def test_a_spliced_page_is_what_the_full_template_prints(tmp_path: Path) -> None:
    """Every job, facet, archive and rule page equals the same page rendered in full, but for the space around lines."""
    project = make_project(tmp_path)
    for number in range(3):
        more = "status: closed\n" if number == 2 else "work_mode: hybrid\n"
        project.write(f"postings/job-{number}.md", posting(f'Title {number} & "<b>"'.replace('"', "'"), more=more))
    project.write("compare.py", COMPARE)
    configuration = (project.root / "mkdocs.yml").read_text("utf-8")
    project.write("mkdocs.yml", f"{configuration}\nhooks: [hooks/publish.py, compare.py]\n")
    result = project.build()
    assert result.returncode == 0, result.stdout
    compared = result.stdout.split("compared ")[1].split()
    assert {"jobs/job-0/", "jobs/job-2/", "tags/imaging/", "archive/2026/", "modes/hybrid/"} <= set(compared)
    assert any(address.startswith("rules/") for address in compared)


def test_a_theme_without_a_place_for_something_is_refused() -> None:
    """A fork that overrides main.html learns what it left out, instead of publishing pages without it."""
    with pytest.raises(ValueError, match="the theme's page has no place for: canonical, content"):
        Shell("".join(hole(name) for name in HOLES if name not in ("content", "canonical")))
