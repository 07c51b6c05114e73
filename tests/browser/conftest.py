"""The foundation of the browser tests: the product, built and served for real, in Debian's Chromium.

A test takes `page` (one tab) or `reader` (as many as it opens); either fails it when a page asked another host,
logged an error or broke the Content-Security-Policy.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.postings import make_postings
from browser.reader import Reader
from browser.server import serve
from building import make_project

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None
)
"""The first of them needs two thirds of the time: it is the same engine without the parts that only a window has."""
NO_BROWSER = "no browser: install chromium-headless-shell or chromium, or name one in the environment variable CHROMIUM"

_PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
)  # fmt: skip
"""What Playwright switches off; Chromium heeds one such list only, the last."""
_UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess")
"""What no test sees: two pages for the address bar and a process in reserve, half of what it costs to open a profile."""

_OPTIONS = [
    f"--disable-features={','.join(_PLAYWRIGHTS + _UNSEEN)}",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # not even a fault of ours reaches a network
    "--no-first-run",
    "--disable-gpu",  # nothing here is drawn faster by it
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip this folder where there is no browser."""
    if CHROMIUM is None:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once why the browser tests did not run."""
    if CHROMIUM is None:
        terminalreporter.write_line(f"Browser tests were skipped: {NO_BROWSER}")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with postings of every kind."""
    project = make_project(tmp_path_factory.mktemp("site"))
    for name, text in make_postings():
        project.write(name, text)
    result = project.build()
    assert result.returncode == 0, result.stdout
    indexed = project.jobboard("index", "site")
    assert indexed.returncode == 0, indexed.stderr
    return project.site


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """Its address."""
    with serve(site_folder) as root:
        yield root


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser without window."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[*_OPTIONS, *(["--no-sandbox"] if is_root else [])],
        )
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium: Browser, site: str) -> Iterator[Reader]:
    """Somebody who reads the site, and must not meet a fault."""
    reader = Reader(chromium, site)
    yield reader
    reader.close()
    assert reader.faults == []


@pytest.fixture
def page(reader: Reader) -> Page:
    """A tab that shows nothing yet, as wide as on a desk."""
    return reader.open()
