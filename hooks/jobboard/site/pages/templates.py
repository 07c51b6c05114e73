"""The board's own templates, and what is kept of their compiled form."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from jobboard.site.pages.page import ROOT


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
    with suppress(OSError, UnicodeEncodeError):  # what cannot be kept is compiled again
        str(folder).encode()  # Jinja names a template by its path, which may not be text
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            environment.bytecode_cache = _Compiled(str(folder))


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder, where they can be read and written."""

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with suppress(OSError):  # a full disk, say
            super().dump_bytecode(bucket)


class Templates:
    """The board's own templates, in `theme/board/` of *project*; whatever they print is escaped unless it is marked safe.

    Each is a macro, whose parameters are all that it is told, but for the values *known* to all of them.
    """

    def __init__(self, project: Path, cache: Path, **known: Any) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(project / "theme" / "board"),
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._environment.globals |= {"root": Markup(ROOT), **known}  # noqa: S704 - no text, but what stands for one
        keep_compiled(self._environment, cache)

    def render(self, name: str, **values: Any) -> str:
        """What the macro called *name*, in the file of that name, prints of *values*."""
        return str(getattr(self._environment.get_template(f"{name}.html").module, name)(**values))
