"""MkDocs' door to the board: each event becomes calls to the core, and nothing is decided here."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from jobboard.parallel.processes import Parcels, can_fork
from jobboard.parallel.sharing import SharedWork
from jobboard.preview.preview import Preview
from jobboard.shell import shell
from jobboard.shell.navigation import may_link, titles_in
from jobboard.shell.theme_files import without_ballast
from jobboard.site.guide import fill_guide
from jobboard.site.pages import page as pages
from jobboard.site.pages.templates import Templates, keep_compiled
from jobboard.site.publication import Publication, PublicationError, prepare
from jobboard.site.sitemap import SITEMAP
from jobboard.site.writing import Writer

if TYPE_CHECKING:  # imported later, or never: the preview's server takes 25 ms
    from mkdocs.livereload import LiveReloadServer

    from jobboard.site.contents import Contents

log = get_plugin_logger("jobboard")


class BoardPage(Page):
    """A page of the board that MkDocs writes, because it is in the navigation; else what guides link to."""

    def __init__(self, page: pages.Page, file: File, config: MkDocsConfig, title: str | None = None) -> None:
        super().__init__(title, file, config)
        self.page = page
        self.update_date = build.publication.board.now.date().isoformat()

    def take(self, values: dict[str, str]) -> None:
        """Give the theme what it prints."""
        self.meta = {"title": values["title"], "description": values["description"], "hide": ["navigation", "toc"]}
        self.head, self.content, self.canonical_url = values["head"], values["content"], values["canonical"]
        self.toc = TableOfContents([AnchorLink("Top", "top", 1)])  # where the skip link leads

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the core has read everything."""
        self.markdown = ""
        if self.file.inclusion is InclusionLevel.INCLUDED:
            self.take(build.values_of(self.page))
        else:
            self.meta, self.content = {}, ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render: the content is HTML."""


class BlankPage(BoardPage):
    """The page with holes that a shell is cut from."""

    def __init__(self, address: str, config: MkDocsConfig) -> None:
        file = File.generated(config, f"{address}index.md", content="")
        text = pages.PageText(title="", description="", content="")
        super().__init__(pages.Page(address=address, render=lambda: text), file, config)
        self.take({name: shell.hole(name) for name in shell.HOLES})


class Build:
    """What the events of one build share; `serve` keeps this module, so each build makes a new one."""

    preview: Preview | None = None
    """Where `mkdocs serve` runs; its live reload is an inline script, which a content policy would stop."""
    publication: Publication
    contents: Contents
    config: MkDocsConfig
    environment: jinja2.Environment
    nav: Navigation
    shells: shell.Shells
    writer: Writer
    work: SharedWork | None = None

    def __init__(self) -> None:
        self.written: list[pages.Page] = []
        """The pages that the core writes itself."""
        self.targets: list[File] = []
        """What the core writes itself and guides may link to."""

    def print_page(self, page: pages.Page) -> bytes:
        """The whole page: spliced into its shell."""
        canonical = self.publication.site.absolute(page.address)
        return self.shells.of(page.address).fill(page.render(), canonical, page.to_root)

    def print_shell(self, address: str) -> str:
        """A page with holes, by the theme's template."""
        context = get_context(self.nav, [], self.config, BlankPage(address, self.config))
        return self.environment.get_template("main.html").render(context)

    def values_of(self, page: pages.Page) -> dict[str, str]:
        """What the theme prints of a page."""
        return shell.values_of(page.render(), self.publication.site.absolute(page.address), page.to_root)


build = Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    Build.preview = Preview() if command == "serve" else None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the site's folder, so that the last good site stays."""
    global build
    build = Build()
    gc.disable()  # a build makes a million objects and hardly a cycle: looking for them takes a third of its time
    root, preview = Path(config.config_file_path).parent, Build.preview
    try:
        if preview:
            preview.begin_build()
            build.publication = prepare(root, os.environ, site_url=config.site_url, readings=preview.readings)
        else:
            build.publication = prepare(root, os.environ)
    except PublicationError as error:
        raise Abort(str(error)) from None
    config.site_name, config.site_description, config.site_url = shell.names_of(build.publication.site)
    config.extra |= {"is_preview": preview is not None, "csp_mark": shell.CSP_MARK}
    get_env, has_search = config.theme.get_env, not {"search", "material/search"}.isdisjoint(config.plugins)
    # MkDocs has no other way to list fewer files.
    config.theme.get_env = lambda: without_ballast(get_env(), has_search=has_search)  # type: ignore[method-assign]
    build.config = config
    build.contents = build.publication.contents(Templates(root, build.publication.cache))
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Follow the postings, too, and write each page when it is asked for."""
    assert Build.preview
    server.build_delay = 0.02  # a look at the postings tells of all that changed since the last one
    Build.preview.follow(build.publication.folder, os.path.abspath(config.docs_dir), server.observer.event_queue.put)
    server.set_app(Build.preview.wrap(server.get_app(), server.mount_path))  # type: ignore[arg-type]  # as it was set
    return server


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Begin to write the board, but for its pages in the navigation, which are added here.

    What guides link to is here for a while as well, but for the jobs, so that MkDocs finds it.
    """
    titles = titles_in(config.nav)
    config.theme.static_templates.discard(SITEMAP)  # the core writes its own
    texts = {file: file.content_string for file in files.documentation_pages()}
    build.contents.guides = [(file.url, titles[file.src_uri], "") for file in texts if file.src_uri in titles]
    rules = {file: text for file, text in texts.items() if file.src_uri.startswith("rules/")}
    guides = "".join(text for file, text in texts.items() if file not in rules)
    own = {f"{page.address}index.md": page for page in build.contents.pages}
    own |= {file.src_uri: build.contents.rule_page(file.name, text) for file, text in rules.items()}
    build.written = [page for uri, page in own.items() if uri not in titles]
    is_shared = not Build.preview and build.contents.is_large and can_fork()
    build.shells = shell.Shells(Parcels() if is_shared else None)
    build.writer = Writer(build.contents, build.written, build.print_page, config.site_dir)
    if not Build.preview:
        build.work = SharedWork(build.writer.begin(), is_shared=is_shared)
    if report := build.publication.report():
        log.info("\n%s", report)  # not a warning: those fail a strict build
    for file in rules:
        files.remove(file)
    for uri, page in own.items():
        if uri in titles or may_link(guides, page.address):
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.INCLUDED)
            files.append(file)
            BoardPage(page, file, config, titles.get(uri))
            if uri not in titles:
                file.inclusion = InclusionLevel.NOT_IN_NAV
                build.targets.append(file)
    for address in build.contents.landmarks():
        file = File.generated(config, address, content="", inclusion=InclusionLevel.INCLUDED)
        files.append(file)
        build.targets.append(file)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation for the shells."""
    build.nav = nav


def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> Page:
    """Date the pages written by hand by this build's instant, not by the clock."""
    if not isinstance(page, BoardPage):
        page.update_date = build.publication.board.now.date().isoformat()
    return page


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what the guide says about fields and vocabulary."""
    return html if isinstance(page, BoardPage) else fill_guide(html, build.publication.board.policy)


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the compiled form of the theme's sixty templates for the next build, and begin with the shells."""
    build.environment = env
    for file in build.targets:
        files.remove(file)
    env.trim_blocks = env.lstrip_blocks = True  # else a twelfth of each page is white space between template tags
    keep_compiled(env, build.publication.cache)
    build.shells.begin(build.print_shell, (page.address for page in build.written))
    if Build.preview:
        Build.preview.writer = build.writer


def on_post_page(output: str, **_: Any) -> str:
    """Secure the pages that MkDocs writes, and the one for addresses that do not exist."""
    return shell.secure(output)


on_post_template = on_post_page


@event_priority(100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish what the two processes write."""
    if build.work is not None and not build.work.finish():
        raise Abort("The process that writes the other half of the pages failed or was stopped (see above)")
    end_build()


def on_build_error(*, error: Exception) -> None:
    """Do not leave the other process behind."""
    if build.work is not None:
        build.work.stop()
    end_build()


def end_build() -> None:
    """Let others go on."""
    gc.freeze()  # what a preview keeps need not be looked through with each new object
    gc.enable()
    if Build.preview:
        Build.preview.end_build()
