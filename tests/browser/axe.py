"""Faults of accessibility, found by axe-core (`vendor/`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page


@cache
def _source() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")


def axe(page: Page) -> list[str]:
    """The faults of the page as it is now, each with its rule, its help and the element; empty when there is none."""
    page.evaluate(_source())  # not as a script element, which the page's policy would stop
    result = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {violation['help']}: {node['html']} ({node['failureSummary']})"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
