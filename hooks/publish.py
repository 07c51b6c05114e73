"""MkDocs' door to the board: each event becomes calls to the core, and nothing is decided here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

from jobboard.preview.session import Session
from jobboard.shell.content_security import secure
from jobboard.shell.navigation import titles_in
from jobboard.shell.production import Production
from jobboard.shell.shell import HOLES, hole, tab_hole
from jobboard.shell.theme_files import list_fewer_files
from jobboard.shell.theme_values import has_search, names_of, values_of, variables_of
from jobboard.site.guide import fill_guide
from jobboard.site.pages.templates import keep_compiled
from jobboard.site.plan import MarkdownFile, is_rule
from jobboard.site.publication import MachineError, Publication, PublicationError
from jobboard.site.sitemap import SITEMAP

log = get_plugin_logger("jobboard")


class MachineAbort(Abort):
    """The end of a build for which the postings are not at fault."""

    exit_code = 2


@contextmanager
def stopping() -> Iterator[None]:
    """End MkDocs when nothing can be published."""
    try:
        yield
    except MachineError as error:
        raise MachineAbort(str(error)) from None
    except PublicationError as error:
        raise Abort(str(error)) from None


class BoardPage(Page):
    """A page of the board that the theme prints: its *values*, and by *mark_tab* the class of a tab of the navigation."""

    def __init__(
        self,
        values: Callable[[], dict[str, str]],
        title: str | None,
        file: File,
        config: MkDocsConfig,
        mark_tab: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__(title, file, config)
        self._values = values
        self.mark_tab = mark_tab

    def read_source(self, config: MkDocsConfig) -> None:
        """Take from the core what the theme prints; there is no file to read."""
        values = self._values()
        self.markdown = ""
        self.meta = {"title": values["title"], "description": values["description"], "hide": ["navigation", "toc"]}
        self.head, self.content, self.canonical_url = values["head"], values["content"], values["canonical"]
        self.toc = TableOfContents([AnchorLink("Top", "top", 1)])  # where the skip link leads

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render: the content is HTML."""


session: Session
"""Of this run; what follows is of the build at hand. Each is whole when an event makes it."""
publication: Publication
production: Production
navigation: Navigation


def on_startup(*, command: str, dirty: bool) -> None:
    """Begin a single build, or a preview."""
    global session
    session = Session(is_preview=command == "serve")


@stopping()
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the site's folder, so that the last good site stays."""
    global publication
    publication, config.site_dir = session.begin_build(
        Path(config.config_file_path).parent,
        os.environ,
        config.site_dir,
        config.site_url,
        sources=(config.docs_dir, *config.theme.dirs, os.path.dirname(__file__)),
        has_folder_addresses=config.use_directory_urls,
    )
    config.site_name, config.site_description, config.site_url = names_of(publication.site)
    config.extra |= variables_of(publication, config.plugins, config.theme.dirs[0])
    get_env, is_searched = config.theme.get_env, has_search(config.plugins)
    # MkDocs has no other way to list fewer files.
    config.theme.get_env = lambda: list_fewer_files(get_env(), has_search=is_searched)  # type: ignore[method-assign]
    return config


def on_serve(server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
    """Follow the postings, too, and write each page when it is asked for."""
    assert session.preview
    session.preview.join(server, publication.folder, os.path.abspath(config.docs_dir))
    server.server_bind = stopping()(server.server_bind)
    return server


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Begin to write what the core writes, and give MkDocs what it writes and what guides link to."""
    global production
    titles = titles_in(config.nav)
    config.theme.static_templates.discard(SITEMAP)  # the core writes its own
    sources = [MarkdownFile(file.src_uri, file.url, file.content_string) for file in files.documentation_pages()]
    production = session.produce(publication, titles, sources, config.site_dir)
    if report := publication.report():
        log.info("\n%s", report)  # not a warning: those fail a strict build
    for file in [file for file in files if is_rule(file.src_uri)]:
        files.remove(file)
    for uri, page in production.plan.navigation.items():
        file = File.generated(config, uri, content="", inclusion=InclusionLevel.INCLUDED)
        files.append(file)
        BoardPage(partial(values_of, page, publication.site), titles[uri], file, config)
    for uri in production.plan.linked:
        files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation for the shells."""
    global navigation
    navigation = nav


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what the guide says about fields and vocabulary."""
    return (
        html
        if isinstance(page, BoardPage)
        else fill_guide(html, publication.board.policy, publication.site, publication.board.now.date())
    )


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the compiled form of the theme's sixty templates for the next build, and let the theme print the shells."""
    for uri in production.plan.linked:
        files.remove(files.src_uris[uri])  # guides have found it, and the core writes it
    env.trim_blocks = env.lstrip_blocks = True  # else pages are full of the white space between template tags
    keep_compiled(env, publication.cache)
    session.take_theme(partial(_print_shell, env, config))


def _print_shell(env: jinja2.Environment, config: MkDocsConfig, address: str) -> str:
    file = File.generated(config, f"{address}index.md", content="")
    page = BoardPage(lambda: {name: hole(name) for name in HOLES}, None, file, config, lambda tab: tab_hole(tab.url))
    page.read_source(config)
    return env.get_template("main.html").render(get_context(navigation, [], config, page))


def on_post_page(output: str, **_: Any) -> str:
    """Secure the pages that MkDocs writes, and the one for addresses that do not exist."""
    return secure(output)


on_post_template = on_post_page


@event_priority(100)
@stopping()
def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish what the two processes write."""
    session.end_build()


@stopping()
def on_build_error(*, error: Exception) -> None:
    """Leave neither the other process behind nor half a site."""
    session.break_off(error)


@stopping()
def on_shutdown() -> None:
    """Put the new site in the place of the old one."""
    session.publish()
