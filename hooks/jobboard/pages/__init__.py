"""Pages as HTML fragments, for any shell: the adapter puts the site's header and footer around them.

Links inside the site begin with `ROOT`, which the adapter replaces by the way from the page to the site's root,
so that a row rendered once serves pages at every depth.
"""

import datetime as dt
import zlib
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from jinja2.ext import Extension
from markupsafe import escape

from jobboard.escaping import escape_text

ROOT = "\0"
"""Stands for the way to the site's root; no text can hold it, because the reader refuses control characters."""

LONG = "\1"
"""Stands for the longest part of a page, which is encoded once for all pages that hold it."""


class Feeds(NamedTuple):
    """The feeds that belong to a page."""

    address: str
    """Folder of the three feeds, below the site's root."""
    title: str


class PageText(NamedTuple):
    """What a page says, without its shell."""

    title: str
    """Plain text."""
    description: str
    """Plain text, for search engines and previews."""
    content: str
    """HTML with `ROOT` in its links, and perhaps with `LONG`; its h1 has the id `top`."""
    long: bytes = b""
    """What stands in `content` for `LONG`: the text of a job, or the rows of a list."""
    head: str = ""
    """HTML for the head: preview, feeds."""
    data: bytes = b""
    """HTML for the end of the head: structured data."""


class Page(NamedTuple):
    """One page of the site; its text is made when it is asked for, by whichever process writes it."""

    address: str
    """Below the site's root, with `/` at the end; empty for the board itself."""
    render: Callable[[], PageText]
    prepare: Callable[[Sequence[str]], None] | None = None
    """Makes what many pages print, which are given by their addresses; the same for all that can be made together."""
    is_listed: bool = True
    """Whether the sitemap names it."""
    updated: dt.date | None = None
    """Day of the last change, for the sitemap."""

    @property
    def to_root(self) -> str:
        """The way from it to the site's root."""
        return "../" * self.address.count("/") or "./"


def keep_compiled(environment: jinja2.Environment, cache: Path) -> None:
    """Let the compiled form of *environment*'s templates wait in the folder *cache* for the next build.

    Its key is each template's own text, and everything else that the compiled form depends on.
    """
    options = (
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.autoescape,
        *sorted(environment.extensions),
    )
    key = zlib.crc32(repr((jinja2.__version__, ROOT, *options)).encode())
    folder = cache / f"templates-{key:08x}"
    folder.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))


class _RootLinks(Extension):
    """Writes `ROOT` for `{{ root }}` before a template is compiled: it is printed thirty times a page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """The template's source as it is compiled."""
        return source.replace("{{ root }}", ROOT)


class Template:
    """One of the board's own templates."""

    def __init__(self, environment: jinja2.Environment, name: str) -> None:
        self._environment = environment
        self._name = name

    @cached_property
    def _template(self) -> jinja2.Template:
        """Loaded by the process that needs it."""
        template = self._environment.get_template(self._name)
        template.root_render_func.__globals__["escape"] = _escape
        return template

    def render(self, **values: Any) -> str:
        """What it prints of *values*; Jinja's own `render` takes 12 µs longer to put its globals beside them."""
        template, environment = self._template, self._environment
        known = {**environment.globals, **values}
        context = environment.context_class(environment, known, template.name, template.blocks)
        try:
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - Jinja says where in the template it was
            environment.handle_exception()


def _escape(value: object) -> str:
    """What Jinja's `escape` gives, but as the plain text that is printed: a `Markup` takes three times as long."""
    return escape_text(value) if type(value) is str else str(escape(value))


class Templates:
    """The board's own templates, in `theme/board/` of *project*; whatever they print is escaped unless it is marked safe."""

    def __init__(self, project: Path, cache: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(project / "theme" / "board"),
            extensions=[_RootLinks],
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        keep_compiled(self._environment, cache)

    def get(self, name: str) -> Template:
        """The template called *name*."""
        return Template(self._environment, name)

    def add(self, **names: Any) -> None:
        """Make values and functions known to all templates."""
        self._environment.globals.update(names)
