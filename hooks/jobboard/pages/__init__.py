"""Pages as HTML fragments, for any shell: the adapter puts the site's header and footer around them.

Links inside the site begin with `ROOT`, which the adapter replaces by the way from the page to the site's root,
so that a row rendered once serves pages at every depth.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

ROOT = "\0"
"""Stands for the way to the site's root; no text can hold it, because the reader refuses control characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """The feeds that belong to a page."""

    address: str
    """Folder of the three feeds, below the site's root."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What a page says, without its shell."""

    title: str
    """Plain text."""
    description: str
    """Plain text, for search engines and previews."""
    content: str
    """HTML with `ROOT` in its links; its h1 has the id `top`."""
    head: str = ""
    """HTML for the head: structured data, preview, feeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site; its text is made when it is asked for, by whichever process writes it."""

    address: str
    """Below the site's root, with `/` at the end; empty for the board itself."""
    render: Callable[[], PageText]
    is_listed: bool = True
    """Whether the sitemap names it."""
    updated: dt.date | None = None
    """Day of the last change, for the sitemap."""


def compiled_templates(project: Path, kind: str) -> jinja2.BytecodeCache:
    """Where the compiled form of templates waits for the next build of *project*.

    Its key is each template's own text and Jinja's version; templates compiled with other options are another *kind*.
    """
    folder = project / ".cache" / f"{kind}-templates-{jinja2.__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))


class Templates:
    """The board's own templates; whatever they print is escaped unless it is marked safe."""

    def __init__(self, folder: Path, compiled: jinja2.BytecodeCache | None = None) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            bytecode_cache=compiled,
        )
        self._environment.globals["root"] = ROOT

    def get(self, name: str) -> jinja2.Template:
        """The template called *name*."""
        return self._environment.get_template(name)

    def add(self, **names: Any) -> None:
        """Make values and functions known to all templates."""
        self._environment.globals.update(names)
