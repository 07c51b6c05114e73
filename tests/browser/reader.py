"""A reader: opens pages of the site in a real browser, and notes whatever a page does that it must not do."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, StorageState, WebError, expect

from building import NOW

PHONE = 390
"""Width of a phone in CSS pixels."""
DESK = 1280
"""Width of a window on a desk."""

PATIENCE = 20_000
"""Milliseconds to wait for what a page does; it takes a tenth of one on a quiet machine."""

Palette = Literal["light", "dark"]
LOOKS: list[tuple[int, Palette]] = [(PHONE, "light"), (DESK, "dark")]
"""Each width and each palette once; a fault shows in one of the two, as no rule of a stylesheet asks for both."""

TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

expect.set_options(timeout=PATIENCE)


def clock(instant: str) -> str:
    """A script that sets the page's clock, as if the site had not been rebuilt since."""
    return f"Date.now = () => Date.parse({instant!r});"


class Reader:
    """One person with a browser; the clock stands at `building.NOW` until it is set."""

    def __init__(self, browser: Browser, root: str) -> None:
        self._browser = browser
        self._root = root
        self._contexts: list[BrowserContext] = []
        self._asked = 0
        self._awaited: set[Request] = set()
        self.faults: list[str] = []
        """Requests to other hosts, errors and violations of the Content-Security-Policy, as they happened."""

    def open(
        self,
        address: str | None = None,
        *,
        width: int = DESK,
        palette: Palette = "light",
        has_javascript: bool = True,
        kept: str | None = None,
        before: str = "",
    ) -> Page:
        """A tab in a profile of its own.

        *kept* is what stands already where the site keeps the reader's marks; *before* is a script that runs in each
        page before its own scripts.
        """
        context = self._browser.new_context(
            base_url=self._root,
            viewport={"width": width, "height": 844},
            color_scheme=palette,
            java_script_enabled=has_javascript,
            timezone_id="Europe/Berlin",
            locale="en-GB",
            storage_state=None if kept is None else self._make_store(kept),
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("request", self._note_request)
        for end in ("requestfinished", "requestfailed"):
            context.on(end, self._note_end)
        context.on("console", self._note_message)
        context.on("weberror", self._note_error)
        if has_javascript:
            context.clock.set_fixed_time(NOW)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        if address is not None:
            page.goto(address)
        return page

    def wait_until_quiet(self, page: Page) -> None:
        """Wait until no page has asked for anything, and nothing is on its way, for eight frames of *page*."""
        frames = 0
        while frames < 8:
            asked = self._asked
            page.evaluate(TWO_FRAMES)
            frames = frames + 2 if asked == self._asked and not self._awaited else 0

    def close(self) -> None:
        """Close every tab."""
        while self._contexts:
            self._contexts.pop().close()

    def _make_store(self, kept: str) -> StorageState:
        origin = self._root.rstrip("/")
        return {"cookies": [], "origins": [{"origin": origin, "localStorage": [{"name": "jobboard", "value": kept}]}]}

    def _note_request(self, request: Request) -> None:
        self._asked += 1
        self._awaited.add(request)
        if not request.url.startswith((self._root, "data:", "blob:")):
            self.faults.append(f"request to another host: {request.url}")

    def _note_end(self, request: Request) -> None:
        self._awaited.discard(request)

    def _note_error(self, error: WebError) -> None:
        self.faults.append(f"error: {error.error.stack or error.error.message}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":  # violations of the policy are reported as errors, too
            self.faults.append(f"console: {message.text}")
