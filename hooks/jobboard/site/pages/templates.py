"""The board's own templates, and what is kept of their compiled form."""

from __future__ import annotations

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from jobboard.site.pages.page import ROOT
from jobboard.standards.files import put_file

_SUM_BYTES = 16


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
            environment.bytecode_cache = _Compiled(folder)


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates in a folder; what is not whole, or cannot be read or written, is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        kept = self._folder / bucket.key
        with suppress(OSError):
            content = kept.read_bytes() if kept.is_file() else b""
            if content[:_SUM_BYTES] == _sum_of(content[_SUM_BYTES:]):  # damaged bytecode can crash Python
                bucket.bytecode_from_string(content[_SUM_BYTES:])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        code = bucket.bytecode_to_string()
        with suppress(OSError):  # a full disk, say
            put_file(str(self._folder / bucket.key), _sum_of(code) + code)


def _sum_of(code: bytes) -> bytes:
    return hashlib.blake2b(code, digest_size=_SUM_BYTES).digest()


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
