"""What a preview keeps from one build to the next, and its server's way to the board's files."""

from __future__ import annotations

import errno
import gc
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from jobboard.board.collection import Outcome
from jobboard.board.known_outcomes import KnownOutcomes
from jobboard.preview.watching import watch
from jobboard.shell.production import Production
from jobboard.site.publication import PublicationError

_IDLE = 3.0
"""Seconds after a build in which the next change, or a look at the page, is not to wait."""

WsgiApplication: TypeAlias = Callable[[dict[str, Any], Any], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""


class Preview:
    """A server that follows changes. It writes a file of the board when it is asked for, so a change costs what is looked at."""

    def __init__(self) -> None:
        self.readings: KnownOutcomes[Outcome] = KnownOutcomes()
        self.is_building = threading.Lock()
        """Held from the beginning of a build to its end."""
        self.production: Production | None = None
        """Of the last build that came to its end, or nearly."""
        self._tidying: threading.Timer | None = None

    def begin_build(self) -> None:
        """Let whoever asks for a page wait."""
        if self._tidying is not None:
            self._tidying.cancel()
        self.is_building.acquire()

    def end_build(self) -> None:
        """Answer again, and free what earlier builds left behind when nothing has changed for a while."""
        if self.is_building.locked():
            self.is_building.release()
        self._tidying = threading.Timer(_IDLE, self._tidy_up)
        self._tidying.daemon = True
        self._tidying.start()

    def _tidy_up(self) -> None:
        if self.is_building.acquire(blocking=False):
            try:
                gc.unfreeze()
                gc.collect()
                gc.freeze()
            finally:
                self.is_building.release()

    def _follow(self, folder: Path, docs: str, tell: Callable[[Any], None]) -> None:
        """*tell* MkDocs, which listens to what is said of its folder *docs*, of each change below *folder*."""
        from watchdog.events import FileModifiedEvent  # only a preview needs it
        from watchdog.observers.api import ObservedWatch

        changed = FileModifiedEvent(str(folder)), ObservedWatch(docs, recursive=True)
        watch(folder, lambda: tell(changed), pause=self.is_building)

    def join(self, server: Any, folder: Path, docs: str) -> None:
        """Let MkDocs' *server* follow the postings in *folder*, too, and write each page when it is asked for.

        It raises PublicationError when it cannot have its port. *docs* is the folder that it follows itself.
        """
        server.build_delay = 0.02  # a look at the postings tells of all that changed since the last one
        self._follow(folder, docs, server.observer.event_queue.put)
        server.set_app(self._wrap(server.get_app(), server.mount_path))
        server.server_bind = partial(self._take_port, server.server_bind, *server.server_address[:2])

    @staticmethod
    def _take_port(bind: Callable[[], None], host: str, port: int) -> None:
        try:
            bind()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                reason = "is taken, perhaps by another preview"
            else:
                reason = f"cannot be used: {(error.strerror or str(error)).lower()}"
            raise PublicationError(
                f"jobboard: port {port} of {host} {reason}; `make serve PORT={port + 1}` takes another"
            ) from None

    def _wrap(self, serve: WsgiApplication, mount: str) -> WsgiApplication:
        """*serve*, a server of files, with every file of the board below the address *mount* in its place in time."""

        def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            environ["PATH_INFO"] = environ["PATH_INFO"].replace("\0", "%00")  # no file's name has one
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            is_ours = path.startswith(mount) and not path.startswith("/livereload/")
            started: list[Any] = []
            for _ in range(2 if is_ours else 1):  # a build may empty the folder before the file is served
                if is_ours:
                    self._provide(path.removeprefix(mount))
                content = serve(environ, lambda *values: started.__setitem__(slice(None), values))
                if not started[0].startswith("404"):
                    break
            start_response(*started)
            return content

        return application

    def _provide(self, path: str) -> None:
        with self.is_building:
            if self.production is not None:
                self.production.provide(path)
