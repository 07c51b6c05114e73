"""The making of a site's files: begun as soon as they are planned, ended when the theme has printed what surrounds them."""

from __future__ import annotations

from collections.abc import Callable

from jobboard.parallel.processes import can_fork, open_queue
from jobboard.parallel.sharing import SharedWork
from jobboard.shell.shell import Shells
from jobboard.site.pages.page import Page
from jobboard.site.plan import Plan
from jobboard.site.publication import Publication
from jobboard.site.writing import Writer


class Production:
    """Writes what *plan* leaves to the core into *folder*.

    A build writes everything, in two processes if that is faster; a preview each file when it is asked for.
    """

    def __init__(self, plan: Plan, publication: Publication, folder: str) -> None:
        is_shared = publication.is_large and not publication.is_preview and can_fork()
        self.plan = plan
        self.publication = publication
        queue = open_queue() if is_shared else None
        self._shells = Shells(queue)
        self._writer = Writer(plan, self.print_page, folder)
        self._work = None if publication.is_preview else SharedWork(self._writer.tasks(), is_shared=queue is not None)

    def print_page(self, page: Page) -> bytes:
        """The whole page, as it is published."""
        return self._shells.of(page.address).fill(page, self.publication.site)

    def take_theme(self, print_shell: Callable[[str], str]) -> None:
        """Let *print_shell* print the page with holes for an address, once for all that are equally deep."""
        self._shells.make(print_shell, (page.address for page in self.plan.pages))

    def provide(self, path: str) -> None:
        """Write the file that a server will look for at *path* (below the site's root), if the board has one."""
        self._writer.provide(path)

    def finish(self) -> bool:
        """Write what is left, and wait for the other process; whether it succeeded."""
        return self._work is None or self._work.finish()

    def stop(self) -> None:
        """Write no more, because nothing will come of the build."""
        if self._work is not None:
            self._work.stop()
