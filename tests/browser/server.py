"""A real HTTP server for a folder, on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds after which a page that is held goes on by itself."""


@dataclass
class Hold:
    """Stops each page before the text *before*; the rest is sent after `go_on.set()`."""

    before: bytes
    go_on: threading.Event = field(default_factory=threading.Event)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, and prints nothing."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".ics": "text/calendar",
    }  # the base class names it so

    def __init__(self, *arguments: Any, keeps_assets: bool, hold: Hold | None, **named: Any) -> None:
        self._keeps_assets = keeps_assets
        self._hold = hold
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        if self._keeps_assets and self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if self._hold and self.path.endswith("/"):
            begin, found, rest = source.read().partition(self._hold.before)
            outputfile.write(begin)
            outputfile.flush()
            self._hold.go_on.wait(PATIENCE)
            outputfile.write(found + rest)
        else:
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no error."""


@contextmanager
def serve(folder: Path, *, keeps_assets: bool = False, hold: Hold | None = None) -> Iterator[str]:
    """Serve *folder* while the block runs; gives the address of its root.

    With *keeps_assets* a browser asks once for each script and stylesheet, and not again for each page.
    """
    handler = partial(_Handler, directory=str(folder), keeps_assets=keeps_assets, hold=hold)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
