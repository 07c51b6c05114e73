"""The theme's page, rendered once and cut at its holes, so that each page of the board is spliced into it.

For pages outside the navigation that are equally deep, Material's template prints the same again and again, but for a
handful of values, and for where it could have linked by a shorter way. A test proves that a spliced page is what the
template prints, but for that and the space around lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from jobboard.parallel.processes import ProcessQueue
from jobboard.shell.content_security import secure
from jobboard.shell.theme_values import escape_values
from jobboard.site.address import Site
from jobboard.site.pages.page import LONG, ROOT, Page

HOLES = ("title", "description", "canonical", "head", "content")
"""What differs between two such pages."""
_TAB = "tab:"

_ROOT, _LONG = ROOT.encode(), LONG.encode()
_OPEN, _CLOSE = "\x02", "\x03"  # no text can hold them, because the reader refuses control characters
_HOLE = re.compile(f"{_OPEN}([^{_CLOSE}]+){_CLOSE}")
_LINE_BREAK = re.compile(r"\s*\n\s*")


def hole(name: str) -> str:
    """What the template is given to print for *name*."""
    return f"{_OPEN}{name}{_CLOSE}"


def tab_hole(address: str) -> str:
    """Where the tab that leads to *address* is marked, on pages of that section."""
    return hole(_TAB + address.removeprefix("./").partition("/")[0])


class Shell:
    """A rendered page with holes."""

    def __init__(self, rendered: str) -> None:
        parts = _HOLE.split(secure(tidy(rendered)))
        self._names = parts[1::2]
        self._no_tab = {name: b"" for name in self._names if name.startswith(_TAB)}
        self._parts = [part.encode() for part in parts]
        missing = set(HOLES) - set(self._names)
        if missing:
            raise ValueError(f"the theme's page has no place for: {', '.join(sorted(missing))}")

    def fill(self, page: Page, site: Site) -> bytes:
        """The whole *page* of *site*; what is the same on all pages was encoded once."""
        text, to_root = page.render(), page.to_root.encode()
        values = {name: value.encode() for name, value in escape_values(text, site.absolute(page.address)).items()}
        values["head"] = values["head"].replace(_ROOT, to_root) + text.data
        values["content"] = values["content"].replace(_LONG, text.long, 1).replace(_ROOT, to_root)
        values |= self._no_tab
        values[_TAB + _section_of(page.address)] = b" md-tabs__item--active"
        parts = self._parts.copy()
        parts[1::2] = [values[name] for name in self._names]
        return b"".join(parts)


class Shells:
    """The shell of each page, which is the same for all equally deep below the root.

    Only the first process has the theme; with *queue*, it gives the second one all shells when they are made.
    """

    def __init__(self, queue: ProcessQueue | None) -> None:
        self._queue = queue
        self._print: Callable[[str], str] | None = None
        self._made: dict[str, Shell] = {}

    def make(self, print_shell: Callable[[str], str], addresses: Iterable[str]) -> None:
        """Make shells with *print_shell*, which is given an address of their shape: those of *addresses* for the other process."""
        self._print = print_shell
        if self._queue:
            for address in addresses:
                self.of(address)
            self._queue.put(self._made)

    def of(self, address: str) -> Shell:
        """The shell for the page at *address*; waits for it where the first process makes it."""
        shape = _shape_of(address)
        if shape not in self._made:
            if self._print:
                self._made[shape] = Shell(self._print(shape))
            elif self._queue:
                self._made, self._queue = self._queue.get(), None
        return self._made[shape]


def _section_of(address: str) -> str:
    """The first folder of *address*; empty for the board's own pages and the positions, whose tab is that of the board."""
    section = address.partition("/")[0]
    return "" if section in ("jobs", "page") else section


def _shape_of(address: str) -> str:
    return "-/" * address.count("/")


def tidy(rendered: str) -> str:
    """*rendered* without the white space around its line breaks; for HTML without `<pre>`."""
    return _LINE_BREAK.sub("\n", rendered)
