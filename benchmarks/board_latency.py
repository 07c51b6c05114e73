#!/usr/bin/env python3
"""How fast the board answers in a browser, and what it transfers.

    board_latency.py SITE [--throttle 4]

SITE is a built site (`make site`, or `mkdocs build -d SITE` and `jobboard index SITE`). It is served compressed on
the loopback address to headless Chromium, whose processor is slowed down by CDP's CPU throttling. Printed are the
times from a keystroke or click until the updated list is painted, and the bytes of a first visit, of the first
search and of later keystrokes, beyond what Material itself brings.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

WORDS = ("imaging", "postdoc wear", "causal inference", "london", "privacy preserving", "karlsberg", "genom")
FILTERS = ("Postdoc", "PhD", "Germany", "Remote", "Oncology", "Deep learning", "Research engineer", "Canada")
MATERIAL = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")

OBSERVE = """
window.samples = [];
document.addEventListener("input", (event) => {  // of a letter and of a check box alike
  const began = event.timeStamp;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.samples.push(performance.now() - began);
    channel.port2.postMessage(0);
  });
}, { capture: true });
"""


class Server(ThreadingHTTPServer):
    """Serves a folder compressed, and keeps account of what it sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), lambda *a: Handler(*a, directory=str(folder)))
        self.sent: dict[str, int] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}/"

    def take(self) -> dict[str, int]:
        """Bytes by path since the last call."""
        sent, self.sent = self.sent, {}
        return sent


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    server: Server

    def do_GET(self) -> None:
        """Answer with the file, compressed where a web server would."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        is_compressed = path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}
        content = gzip.compress(content, 6) if is_compressed else content
        name = self.path.partition("?")[0].lstrip("/")
        self.server.sent[name] = self.server.sent.get(name, 0) + len(content)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def own(sent: dict[str, int]) -> int:
    """Bytes beyond Material's own assets."""
    return sum(size for name, size in sent.items() if not name.startswith(MATERIAL))


def measure(page: Page, act: Callable[[], object]) -> None:
    """Act and wait until the samples of it are in."""
    before = page.evaluate("samples.length")
    act()
    page.evaluate(  # not wait_for_function, whose eval the page's content policy forbids
        "before => new Promise((done) => { const look = () => samples.length > before ? done() : setTimeout(look, 4);"
        " look(); })",
        before,
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("site", type=Path)
    parser.add_argument("--throttle", type=float, default=4)
    args = parser.parse_args()
    server = Server(args.site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(server.url)
        page.wait_for_selector("#board-tools:not([hidden])")
        query = page.locator("#board-query")
        query.click()
        page.wait_for_load_state("networkidle")
        first_visit = own(server.take())
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": args.throttle})
        page.evaluate(OBSERVE)
        for letter in WORDS[0]:
            measure(page, lambda letter=letter: page.keyboard.type(letter))  # type: ignore[misc]  # bound now
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(1500)
        first_search = own(server.take())
        later = []
        for word in WORDS[1:]:
            page.keyboard.press("Control+A")
            for letter in word:
                measure(page, lambda letter=letter: page.keyboard.type(letter))  # type: ignore[misc]  # bound now
            page.wait_for_timeout(300)
            later.append(own(server.take()))
        query.fill("")
        keys = page.evaluate("samples.splice(0)")
        for label in FILTERS:
            choice = page.locator("label.jb-choice", has_text=label).first
            choice.locator("xpath=ancestor-or-self::details[1]").evaluate("element => { element.open = true; }")
            for _ in range(3):
                measure(page, choice.click)
                measure(page, choice.click)
        clicks = page.evaluate("samples")
        count = page.evaluate("fetch('board/index.json').then((a) => a.json()).then((i) => i.jobs.slug.length)")
        browser.close()
    print(f"{count} open positions, processor slowed down {args.throttle:g} times")
    for name, samples in (("keystroke", keys), ("click", clicks)):
        ranked = sorted(samples)
        print(
            f"{name:10} until the list is painted: median {statistics.median(ranked):5.1f} ms, "
            f"95th percentile {ranked[int(len(ranked) * 0.95)]:5.1f} ms, of {len(ranked)}"
        )
    print(
        f"first visit  {first_visit / 1000:6.1f} kB beyond Material's own assets, compressed, the search box in focus"
    )
    print(f"first search {first_search / 1000:6.1f} kB more")
    print(f"later words  {max(later) / 1000:6.1f} kB at most each")


if __name__ == "__main__":
    main()
