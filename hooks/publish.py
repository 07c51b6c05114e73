"""MkDocs' door to the board: each event becomes calls to the core, and nothing is decided here."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from jobboard.preview.preview import PortError, Preview
from jobboard.preview.session import Session
from jobboard.shell.content_security import CSP_MARK, CSP_MARK_WITH_SEARCH, secure
from jobboard.shell.modules import imported_by
from jobboard.shell.navigation import titles_in
from jobboard.shell.production import Production
from jobboard.shell.shell import HOLES, hole, tab_hole
from jobboard.shell.theme_files import list_fewer_files
from jobboard.shell.theme_values import names_of, values_of
from jobboard.site.guide import begin_posting, fill_guide
from jobboard.site.pages.templates import keep_compiled
from jobboard.site.plan import MarkdownFile, Plan, is_rule
from jobboard.site.publication import Publication, PublicationError
from jobboard.site.sitemap import SITEMAP
from jobboard.site.staging import StagingError

log = get_plugin_logger("jobboard")

session = Session(is_preview=False)
"""Outlasts a build where `mkdocs serve` runs; all below is one build's."""
publication: Publication
plan: Plan
production: Production | None = None
navigation: Navigation


class MachineError(Abort):
    """The machine does not let the site be written, which is no fault of the postings."""

    exit_code = 2


class BoardPage(Page):
    """A page of the board that the theme prints."""

    mark_tab: Callable[[Any], str]
    """What the theme prints into the class of the tab that leads to an item of the navigation; only a shell has it."""

    def __init__(
        self, values: Callable[[], dict[str, str]], title: str | None, file: File, config: MkDocsConfig
    ) -> None:
        super().__init__(title, file, config)
        self._values = values

    def read_source(self, config: MkDocsConfig) -> None:
        """Take from the core what the theme prints; there is no file to read."""
        values = self._values()
        self.markdown = ""
        self.meta = {"title": values["title"], "description": values["description"], "hide": ["navigation", "toc"]}
        self.head, self.content, self.canonical_url = values["head"], values["content"], values["canonical"]
        self.toc = TableOfContents([AnchorLink("Top", "top", 1)])  # where the skip link leads

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render: the content is HTML."""


def on_startup(*, command: str, dirty: bool) -> None:
    """Begin a single build, or a preview."""
    global session
    session = Session(is_preview=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the site's folder, so that the last good site stays."""
    global publication, production
    production = None
    try:
        publication = session.begin_build(
            Path(config.config_file_path).parent,
            os.environ,
            config.site_dir,
            config.site_url,
            has_folder_addresses=config.use_directory_urls,
        )
        config.site_dir = session.stage(config.site_dir)
    except PublicationError as error:
        raise Abort(str(error)) from None
    except StagingError as error:
        raise MachineError(f"jobboard: {error}") from None
    config.site_name, config.site_description, config.site_url = names_of(publication.site)
    get_env, has_search = config.theme.get_env, not {"search", "material/search"}.isdisjoint(config.plugins)
    mark = CSP_MARK_WITH_SEARCH if has_search else CSP_MARK
    config.extra |= {
        "is_preview": publication.is_preview,
        "has_search": has_search,
        "repository": publication.site.repository,
        "csp_mark": mark,
        "imported_by": partial(imported_by, Path(config.theme.dirs[0], "assets", "js")),
    }
    # MkDocs has no other way to list fewer files.
    config.theme.get_env = lambda: list_fewer_files(get_env(), has_search=has_search)  # type: ignore[method-assign]
    return config


def on_serve(server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
    """Follow the postings, too, and write each page when it is asked for."""
    assert session.preview
    server.build_delay = 0.02  # a look at the postings tells of all that changed since the last one
    session.preview.follow(publication.folder, os.path.abspath(config.docs_dir), server.observer.event_queue.put)
    server.set_app(session.preview.wrap(server.get_app(), server.mount_path))
    server.server_bind = partial(_take_port, server.server_bind, *server.server_address[:2])
    return server


def _take_port(bind: Callable[[], None], host: str, port: int) -> None:
    try:
        Preview.take_port(bind, host, port)
    except PortError as error:
        raise Abort(f"jobboard: {error}") from None


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Begin to write what the core writes, and give MkDocs what it writes and what guides link to."""
    global plan, production
    titles = titles_in(config.nav)
    config.theme.static_templates.discard(SITEMAP)  # the core writes its own
    sources = [MarkdownFile(file.src_uri, file.url, file.content_string) for file in files.documentation_pages()]
    plan = publication.plan(titles, sources)
    production = Production(plan, publication, config.site_dir)
    if report := publication.report():
        log.info("\n%s", report)  # not a warning: those fail a strict build
    for file in [file for file in files if is_rule(file.src_uri)]:
        files.remove(file)
    for uri, page in plan.navigation.items():
        file = File.generated(config, uri, content="", inclusion=InclusionLevel.INCLUDED)
        files.append(file)
        BoardPage(partial(values_of, page, publication.site), titles[uri], file, config)
    for uri in plan.linked:
        files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation for the shells."""
    global navigation
    navigation = nav


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what the guide says about fields and vocabulary."""
    return html if isinstance(page, BoardPage) else fill_guide(html, publication.board.policy, _begin_url())


def _begin_url() -> str | None:
    board = publication.board
    return begin_posting(publication.site, board.policy, board.now.date())


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the compiled form of the theme's sixty templates for the next build, and let the theme print the shells."""
    assert production
    for uri in plan.linked:
        files.remove(files.src_uris[uri])  # guides have found it, and the core writes it
    env.trim_blocks = env.lstrip_blocks = True  # else pages are full of the white space between template tags
    keep_compiled(env, publication.cache)
    production.take_theme(partial(_print_shell, env, config))
    if session.preview:
        session.preview.production = production


def _print_shell(env: jinja2.Environment, config: MkDocsConfig, address: str) -> str:
    file = File.generated(config, f"{address}index.md", content="")
    page = BoardPage(lambda: {name: hole(name) for name in HOLES}, None, file, config)
    page.read_source(config)
    page.mark_tab = lambda item: tab_hole(item.url)
    return env.get_template("main.html").render(get_context(navigation, [], config, page))


def on_post_page(output: str, **_: Any) -> str:
    """Secure the pages that MkDocs writes, and the one for addresses that do not exist."""
    return secure(output)


on_post_template = on_post_page


@event_priority(100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish what the two processes write."""
    if production and not production.finish():
        raise MachineError("The process that writes the other half of the pages failed or was stopped (see above)")
    session.end_build(is_built=True)


def on_build_error(*, error: Exception) -> None:
    """Leave neither the other process behind nor half a site."""
    if production:
        production.stop()
    session.end_build(is_built=False)
    if isinstance(error, OSError) and not session.preview:
        raise MachineError(f"jobboard: the site cannot be written: {(error.strerror or str(error)).lower()}") from None


def on_shutdown() -> None:
    """Put the new site in the place of the old one."""
    try:
        session.publish()
    except OSError as error:
        raise MachineError(
            f"jobboard: the new site cannot take its place: {(error.strerror or str(error)).lower()}"
        ) from None
