"""MkDocs' door to the board: each event becomes calls to the core, and nothing is decided here."""

from __future__ import annotations

import logging
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
from mkdocs.utils import CountHandler, get_relative_url
from mkdocs.utils.templates import TemplateContext

from jobboard import pages, shell
from jobboard.contents import Contents
from jobboard.guide import fill_guide
from jobboard.navigation import titles_in
from jobboard.processes import WARNED, Twin, can_fork, share_of_first_process
from jobboard.publication import Publication, PublicationError, prepare

if TYPE_CHECKING:  # a build need not import the preview's server, which takes 25 ms
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("jobboard")


class BoardPage(Page):
    """A page made by the core, when it is written. Outside the navigation it is spliced into a shell."""

    def __init__(self, page: pages.Page, file: File, config: MkDocsConfig, title: str | None = None) -> None:
        super().__init__(title, file, config)
        self.page = page
        self.is_listed = page.is_listed
        self.update_date = (page.updated or build.publication.board.now.date()).isoformat()

    def make_values(self) -> dict[str, str]:
        """What fills the holes of the shell; escaped, because Material prints everything as it is."""
        to_root = get_relative_url(".", self.url).rstrip("/") + "/"
        return shell.values_of(self.page.render(), self.canonical_url or "", to_root)

    def take(self, values: dict[str, str]) -> None:
        """Give the theme what it prints."""
        self.meta = {"title": values["title"], "description": values["description"], "hide": ["navigation", "toc"]}
        self.head, self.content, self.canonical_url = values["head"], values["content"], values["canonical"]
        self.toc = TableOfContents([AnchorLink("Top", "top", 1)])  # where the skip link leads

    @property
    def is_spliced(self) -> bool:
        """Whether a shell fits: pages in the navigation are marked there and differ from each other."""
        return self.file.inclusion is InclusionLevel.NOT_IN_NAV

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the core has read everything."""
        self.markdown = ""
        if self.is_spliced:
            self.meta, self.content = {"template": "board/spliced.html"}, ""
        else:
            self.take(self.make_values())

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render: the content is HTML."""

    @property
    def html(self) -> str:
        """The whole page, for the template of spliced pages."""
        return build.shell_for(self.url).fill(self.make_values())


class BlankPage(BoardPage):
    """The page with holes that a shell is cut from."""

    def __init__(self, address: str, config: MkDocsConfig) -> None:
        file = File.generated(config, f"{address}index.md", content="")
        text = pages.PageText(title="", description="", content="")
        super().__init__(pages.Page(address=address, render=lambda: text), file, config)
        self.take({name: shell.hole(name) for name in shell.HOLES})


class Build:
    """What the events of one build share; `serve` keeps this module, so each build makes a new one."""

    is_preview = False
    """Whether `mkdocs serve` runs; its live reload is an inline script, which a content policy would stop."""
    publication: Publication
    contents: Contents
    config: MkDocsConfig
    environment: jinja2.Environment
    nav: Navigation
    documents: list[File]
    """All pages, whichever process writes them."""
    twin: Twin | None = None

    def __init__(self) -> None:
        self.warnings = CountHandler(level=logging.WARNING)
        self._shells: dict[str, shell.Shell] = {}

    def shell_for(self, url: str) -> shell.Shell:
        """The theme's page for *url*: the same for all pages equally deep in the same folder of the root."""
        folder, _, rest = url.partition("/")
        address = f"{folder}/" + "-/" * rest.count("/")
        if address not in self._shells:
            context = get_context(self.nav, [], self.config, BlankPage(address, self.config))
            self._shells[address] = shell.Shell(self.environment.get_template("main.html").render(context))
        return self._shells[address]


build = Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    Build.is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the site's folder, so that the last good site stays."""
    global build
    build = Build()
    root = Path(config.config_file_path).parent
    try:
        build.publication = prepare(root, os.environ, site_url=config.site_url if Build.is_preview else None)
    except PublicationError as error:
        raise Abort(str(error)) from None
    if build.publication.notes:
        log.info("\n%s", build.publication.notes)  # not a warning: those fail a strict build
    site = build.publication.site
    config.site_name, config.site_description, config.site_url = shell.names_of(site)
    config.extra["is_preview"] = Build.is_preview
    config.extra["csp_mark"] = shell.CSP_MARK
    build.config = config
    build.contents = Contents(build.publication.board, site, root / "theme" / "board", build.publication.history)
    return config


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Follow the postings, too."""
    server.watch(str(build.publication.folder))
    return server


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the board's pages and files, and give the rules' pages to the core."""
    titles = titles_in(config.nav)
    for page in build.contents.pages():
        uri = f"{page.address}index.md"
        inclusion = InclusionLevel.INCLUDED if uri in titles else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, uri, content="", inclusion=inclusion)
        files.append(file)
        BoardPage(page, file, config, titles.get(uri))
    for file in list(files):
        if file.src_uri.startswith("rules/") and file.page is None:
            file.inclusion = InclusionLevel.NOT_IN_NAV
            BoardPage(build.contents.rule_page(file.name, file.content_string), file, config)
    build.documents = list(files.documentation_pages())
    guides = [file for file in build.documents if file.page is None and file.src_uri in titles]
    build.contents.guides = [(file.url, titles[file.src_uri], "") for file in guides]
    if build.contents.is_large and not Build.is_preview and can_fork():
        build.twin = Twin()
    if build.twin and build.twin.is_child:
        logging.disable()  # until its own share begins, the other process says the same
    else:
        for made in build.contents.files():
            files.append(File.generated(config, made.address, content=made.content, inclusion=InclusionLevel.INCLUDED))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation for the shells, and leave to the other process what is its share."""
    build.nav = nav
    if build.twin is None:
        return
    jobs = [file for file in build.documents if file.src_uri.startswith("jobs/")]
    for_twin = set(map(id, jobs[share_of_first_process(len(jobs)) :]))
    for file in files:
        if (id(file) in for_twin) != build.twin.is_child:
            file.inclusion = InclusionLevel.EXCLUDED
    if build.twin.is_child:
        logging.disable(logging.NOTSET)
        logging.getLogger("mkdocs").addHandler(build.warnings)
        config.theme.static_templates.clear()


def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> Page:
    """Date the pages written by hand by this build's instant, not by the clock."""
    if not isinstance(page, BoardPage):
        page.update_date = build.publication.board.now.date().isoformat()
    return page


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what the guide says about fields and vocabulary."""
    return fill_guide(markdown, build.publication.board.policy) if markdown else markdown


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Keep the theme's environment for the shells, and the compiled form of its sixty templates for the next build."""
    build.environment = env
    env.trim_blocks = env.lstrip_blocks = True  # else a twelfth of each page is white space between template tags
    cache = Path(config.config_file_path).parent / ".cache" / f"templates-trimmed-{jinja2.__version__}"
    cache.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(cache))  # its key is each template's own text


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Name all pages in the sitemap, whichever process writes them."""
    context["pages"] = build.documents
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Secure the pages that the theme rendered in full."""
    return output if isinstance(page, BoardPage) and page.is_spliced else shell.secure(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Secure the page for addresses that do not exist."""
    return shell.secure(output)


@event_priority(100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Come together again."""
    if build.twin is None:
        return
    if build.twin.is_child:
        build.twin.leave(WARNED if build.warnings.get_counts() else 0)
    code = build.twin.wait()
    if code == WARNED:
        log.warning("pages were written with warnings (see above)")
    elif code:
        raise Abort("The process that writes the job pages failed (see above)")


def on_build_error(*, error: Exception) -> None:
    """Do not leave the other process behind."""
    if build.twin is not None:
        build.twin.stop()
