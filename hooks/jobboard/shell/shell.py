"""The theme's page, rendered once and cut at its holes, so that each page of the board is spliced into it.

Material's template takes 3 to 6 ms a page, and for pages outside the navigation that are equally deep it prints the
same again and again but for a handful of values, and for where it could have linked by a shorter way. A test proves
that a spliced page is what the template prints, but for that and the space around lines.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from jobboard.parallel.processes import Parcels
from jobboard.site.address import Site
from jobboard.site.pages.page import LONG, ROOT, PageText

HOLES = ("title", "description", "canonical", "head", "content")
"""What differs between two such pages."""

_ROOT, _LONG = ROOT.encode(), LONG.encode()
_OPEN, _CLOSE = "\x02", "\x03"  # no text can hold them, because the reader refuses control characters
_HOLE = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

CSP_MARK = "\x04csp"
"""What the theme prints where the Content-Security-Policy goes."""


SEARCH_MARK = 'id="board-query"'
"""What only the page with the search holds."""


def hole(name: str) -> str:
    """What the template is given to print for *name*."""
    return f"{_OPEN}{name}{_CLOSE}"


class Shell:
    """A rendered page with holes."""

    def __init__(self, rendered: str) -> None:
        parts = _HOLE.split(tidy(secure(rendered)))
        self._names = parts[1::2]
        self._parts = [part.encode() for part in parts]
        missing = set(HOLES) - set(self._names)
        if missing:
            raise ValueError(f"the theme's page has no place for: {', '.join(sorted(missing))}")

    def fill(self, text: PageText, canonical: str, to_root: str) -> bytes:
        """The page with *text* in its holes; what is the same on all pages was encoded once."""
        values = {name: value.encode() for name, value in _escaped_values(text, canonical).items()}
        values["head"] = values["head"].replace(_ROOT, to_root.encode()) + text.data
        values["content"] = values["content"].replace(_LONG, text.long, 1).replace(_ROOT, to_root.encode())
        parts = self._parts.copy()
        parts[1::2] = [values[name] for name in self._names]
        return b"".join(parts)


class Shells:
    """The shell of each page, which is the same for all equally deep below the root.

    Only the first process has the theme; with *parcels*, it gives the second one all shells when they are made.
    """

    def __init__(self, parcels: Parcels | None) -> None:
        self._parcels = parcels
        self._print: Callable[[str], str] | None = None
        self._made: dict[str, Shell] = {}

    def begin(self, print_shell: Callable[[str], str], addresses: Iterable[str]) -> None:
        """Make shells with *print_shell*, which is given an address of their shape: those of *addresses* for the other process."""
        self._print = print_shell
        if self._parcels:
            for address in addresses:
                self.of(address)
            self._parcels.give(self._made)

    def of(self, address: str) -> Shell:
        """The shell for the page at *address*."""
        shape = _shape_of(address)
        if shape not in self._made:
            if self._print:
                self._made[shape] = Shell(self._print(shape))
            elif self._parcels:
                self._made, self._parcels = self._parcels.take(), None
        return self._made[shape]


def _shape_of(address: str) -> str:
    return "-/" * address.count("/")


def names_of(site: Site) -> tuple[Markup, Markup, str]:
    """Title, description and address for Material, which escapes some of what it prints: `Markup` is escaped once."""
    return escape(site.title), escape(site.description), site.url


def values_of(text: PageText, canonical: str, to_root: str) -> dict[str, str]:
    """What the theme prints for a page that MkDocs writes; escaped, because Material prints everything as it is."""
    values = _escaped_values(text, canonical)
    values["head"] += text.data.decode()
    values["content"] = values["content"].replace(LONG, text.long.decode(), 1)
    return {name: value.replace(ROOT, to_root) for name, value in values.items()}


def _escaped_values(text: PageText, canonical: str) -> dict[str, str]:
    return {
        "title": str(escape(text.title)),
        "description": str(escape(text.description)),
        "canonical": str(escape(canonical)),
        "head": text.head,
        "content": text.content,
    }


def tidy(rendered: str) -> str:
    """*rendered* without the white space around its line breaks, a tenth of a page; for HTML without `<pre>`."""
    return _LINE_BREAK.sub("\n", rendered)


def secure(rendered: str) -> str:
    """*rendered* with a Content-Security-Policy in place of `CSP_MARK`.

    Material's own inline scripts are allowed by their hashes; the board's page may run Pagefind's WebAssembly.
    """
    if CSP_MARK not in rendered:
        return rendered
    scripts = dict.fromkeys(_INLINE_SCRIPT.findall(rendered))
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    wasm = ["'wasm-unsafe-eval'"] if SEARCH_MARK in rendered else []
    allowed = " ".join(["'self'", *wasm, *(f"'sha256-{digest}'" for digest in hashes)])
    policy = (
        f"default-src 'self'; script-src {allowed}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'"
    )
    return rendered.replace(CSP_MARK, policy)
