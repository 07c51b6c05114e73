"""MkDocs' door to the board: each event becomes calls to the core, and nothing is decided here."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from jobboard import pages, shell
from jobboard.contents import Contents
from jobboard.guide import fill_guide
from jobboard.publication import Publication, PublicationError, prepare

log = get_plugin_logger("jobboard")


class BoardPage(Page):
    """A page made by the core. Outside the navigation it is spliced into a shell that is rendered only once."""

    def __init__(
        self, page: pages.Page, file: File, config: MkDocsConfig, values: dict[str, str] | None = None
    ) -> None:
        super().__init__(None, file, config)
        self.update_date = (page.updated or _build.publication.board.now.date()).isoformat()
        self.is_listed = page.is_listed
        to_root = get_relative_url(".", self.url).rstrip("/") + "/"
        self.values = values or shell.values_of(page, self.canonical_url or "", to_root)
        self.title, self.head, self.canonical_url = (self.values[name] for name in ("title", "head", "canonical"))

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Nothing to read; what Material prints as it is, is escaped here."""
        self.markdown = ""
        self.meta = {name: self.values[name] for name in ("title", "description")} | {"hide": ["navigation", "toc"]}
        if self.file.inclusion is InclusionLevel.NOT_IN_NAV:
            self.meta["template"] = "board/spliced.html"

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Nothing to render; the table of contents is what the skip link leads to."""
        self.content = self.values["content"]
        self.toc = TableOfContents([AnchorLink("Top", "top", 1)])

    @property
    def html(self) -> str:
        """The whole page, for the template of spliced pages."""
        return _build.shell(self.url.count("/")).fill(self.values)


class Build:
    """What the events of one build share; `serve` keeps this module, so each build makes a new one."""

    is_preview = False
    """Whether `mkdocs serve` runs; its live reload is an inline script, which a content policy would stop."""
    publication: Publication
    contents: Contents
    config: MkDocsConfig
    environment: jinja2.Environment
    nav: Navigation

    def __init__(self) -> None:
        self._shells: dict[int, shell.Shell] = {}

    def shell(self, depth: int) -> shell.Shell:
        """The theme's page around a page *depth* folders below the root."""
        if depth not in self._shells:
            page = pages.Page(address="-/" * depth, title="", description="", content="")
            file = File.generated(self.config, f"{page.address}index.md", content="")
            blank = BoardPage(page, file, self.config, {name: shell.hole(name) for name in shell.HOLES})
            blank.read_source(self.config)
            blank.render(self.config, Files([]))
            context = get_context(self.nav, [], self.config, blank)
            self._shells[depth] = shell.Shell(self.environment.get_template("main.html").render(context))
        return self._shells[depth]


_build = Build()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs' signature
    """Remember whether this is a preview."""
    Build.is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the site's folder, so that the last good site stays."""
    global _build
    _build = Build()
    root = Path(config.config_file_path).parent
    try:
        _build.publication = prepare(root, os.environ, site_url=config.site_url if Build.is_preview else None)
    except PublicationError as error:
        raise Abort(str(error)) from None
    if _build.publication.notes:
        log.info("\n%s", _build.publication.notes)  # not a warning: those fail a strict build
    site = _build.publication.site
    config.site_name, config.site_description, config.site_url = site.title, site.description, site.url
    config.extra["is_preview"] = Build.is_preview
    config.extra["csp_mark"] = shell.CSP_MARK
    _build.config = config
    _build.contents = Contents(_build.publication.board, site, root / "theme" / "board")
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    """Follow the postings, too."""
    server.watch(str(_build.publication.folder))
    return server


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the board's pages and files, and give the rules' pages to the core."""
    in_nav = _nav_addresses(config.nav)
    for page in _build.contents.pages():
        uri = f"{page.address}index.md"
        inclusion = InclusionLevel.INCLUDED if uri in in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, uri, content="", inclusion=inclusion)
        files.append(file)
        BoardPage(page, file, config)
    for file in list(files):
        if file.src_uri.startswith("rules/") and file.page is None:
            BoardPage(_build.contents.rule_page(file.name, file.content_string), file, config)
            file.inclusion = InclusionLevel.NOT_IN_NAV
    for made in _build.contents.files():
        files.append(File.generated(config, made.address, content=made.content, inclusion=InclusionLevel.INCLUDED))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs' signature
    """Keep the navigation for the shells."""
    _build.nav = nav


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Fill in what the guide says about fields and vocabulary."""
    return fill_guide(markdown, _build.publication.board.policy) if markdown else markdown


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs' signature
    """Keep the theme's environment for the shells."""
    _build.environment = env


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs' signature
    """Secure the pages that the theme rendered in full."""
    return shell.secure(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Secure the page for addresses that do not exist."""
    return shell.secure(output)


def _nav_addresses(nav: Any) -> set[str]:
    """All source files that the navigation names, at any depth."""
    if isinstance(nav, str):
        return {nav}
    children = nav.values() if isinstance(nav, dict) else nav or ()
    return set().union(*(_nav_addresses(child) for child in children))
