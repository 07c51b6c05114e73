"""Pages as HTML fragments, for any shell: the adapter puts the site's header and footer around them.

Links inside the site begin with `ROOT`, which the adapter replaces by the way from the page to the site's root,
so that a row rendered once serves pages at every depth.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

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


class Templates:
    """The board's own templates, in `theme/board/` of *project*; whatever they print is escaped unless it is marked safe.

    Each is a macro, whose parameters are all that it is told: a call takes a third of the time of a whole template.
    """

    def __init__(self, project: Path, cache: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(project / "theme" / "board"),
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._environment.globals["root"] = Markup(ROOT)  # noqa: S704 - no text, but what stands for one
        keep_compiled(self._environment, cache)

    def add(self, **names: Any) -> None:
        """Make values and functions known to all templates."""
        self._environment.globals.update(names)

    def render(self, name: str, **values: Any) -> str:
        """What the macro called *name*, in the file of that name, prints of *values*."""
        return str(getattr(self._environment.get_template(f"{name}.html").module, name)(**values))
