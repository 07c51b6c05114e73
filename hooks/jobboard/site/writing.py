"""Writes the board's files: in a build all of them, by two processes; in a preview each one when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from jobboard.parallel.sharing import divide
from jobboard.site.files import SiteFile
from jobboard.site.pages.page import Page
from jobboard.site.plan import Plan

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Writer:
    """Writes the pages of *plan*, printed by *print_page*, and everything else that a board publishes into *folder*."""

    def __init__(self, plan: Plan, print_page: Callable[[Page], bytes], folder: str) -> None:
        self._pages = {page.address: page for page in plan.pages}
        self._print = print_page
        self._folder = folder
        self._batches = list(plan.batches)
        self._provided: set[str] = set()
        self._made: set[str] = set()

    def tasks(self) -> list[Callable[[], None]]:
        """The whole work, in parts that can be done in any order.

        Two processes begin at its two ends: feeds and calendars stand next to the open jobs, whose texts and folders they
        share, and the lists, which show the same rows, next to each other.
        """
        pages = sorted(self._pages.values(), key=lambda page: (page.prepare is not None, page.is_listed))
        feeds, calendars, *others = (partial(self._write_batch, batch) for batch in self._batches)
        return [*others, *(partial(self._write_pages, part) for part in divide(pages)), calendars, feeds]

    def provide(self, path: str) -> None:
        """Write the file that a server will look for at *path* (below the site's root), if the board has one."""
        page = self._pages.get(path.rpartition("/")[0] + "/") or self._pages.get(f"{path}/")
        if page is not None and page.address not in self._provided:
            self._provided.add(page.address)
            self._write_pages([page])
        target = f"{self._folder}/{path}index.html" if path.endswith("/") else f"{self._folder}/{path}"
        while self._batches and not os.path.exists(target):
            self._write_batch(self._batches.pop())

    def _write_batch(self, batch: Callable[[], Iterable[SiteFile]]) -> None:
        for file in batch():
            self._write(file)

    def _write_pages(self, pages: Sequence[Page]) -> None:
        together: dict[Callable[[Sequence[str]], None], list[str]] = {}
        for page in pages:
            if page.prepare is not None:
                together.setdefault(page.prepare, []).append(page.address)
        for prepare, addresses in together.items():
            prepare(addresses)
        printed = [SiteFile(f"{page.address}index.html", self._print(page)) for page in pages]
        for file in printed:
            self._write(file)

    def _write(self, file: SiteFile) -> None:
        """With as few calls of the system as possible: there are thousands of files."""
        path = f"{self._folder}/{file.address}"
        content = file.content.encode() if isinstance(file.content, str) else file.content
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            _make_folder(folder)
            self._made.add(folder)
        target = os.open(path, _NEW_FILE, 0o666)
        try:
            written = os.write(target, content)
            while written < len(content):  # a disk that is nearly full takes a part, and refuses the next
                written += os.write(target, content[written:])
        finally:
            os.close(target)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
