"""What axe-core finds on pages as they open; what stands behind a button is looked at where the button is pressed."""

from __future__ import annotations

import pytest

from browser.axe import axe
from browser.reader import LOOKS, Palette, Reader


@pytest.mark.parametrize(("width", "palette"), LOOKS)
def test_lists_and_guides_are_accessible(reader: Reader, width: int, palette: Palette) -> None:
    """They have no fault that axe-core finds."""
    page = reader.open(width=width, palette=palette)
    for address in ("tags/imaging/", "tags/", "archive/", "rules/invalid-draft/", "post/"):
        page.goto(address)
        assert axe(page) == [], address


@pytest.mark.parametrize(("width", "palette"), LOOKS)
def test_nobody_is_left_out(reader: Reader, palette: Palette, width: int) -> None:
    """Job pages and trends have no fault that axe-core finds, with every table open."""
    page = reader.open(palette=palette, width=width)
    for address in ("/jobs/everything/", "/jobs/closed/", "/trends/"):
        page.goto(address)
        page.evaluate("() => document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        assert axe(page) == [], address
