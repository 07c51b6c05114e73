"""The browser tests' own foundation: what a page must not do is noticed."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Error

from browser.axe import axe
from browser.reader import PATIENCE, Reader


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("fetch('https://example.org/').catch(() => {})", "Security Policy"),
        ("console.error('a message')", "console: a message"),
        ("setTimeout(() => { throw new Error('thrown') })", "thrown"),
        (
            "document.body.setAttribute('style', 'color: red')",
            "Security Policy",
        ),
    ],
)
def test_faults_of_a_page_are_noticed(reader: Reader, script: str, fault: str) -> None:
    """A logged error, a thrown one and what the policy forbids are each noted."""
    page = reader.open("/saved/")
    page.evaluate(f"() => {{ {script} }}")
    end = time.monotonic() + PATIENCE / 1000
    while not any(fault in noted for noted in reader.faults):
        assert time.monotonic() < end, reader.faults
        page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    reader.close()
    reader.faults.clear()


def test_a_request_to_another_host_is_noticed_and_reaches_none(reader: Reader) -> None:
    """Where no policy forbids it, the request is noted, and the browser finds no host."""
    page = reader.open()
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("https://example.org/")
    reader.close()  # a browser may try twice
    assert set(reader.faults) == {"request to another host: https://example.org/"}
    reader.faults.clear()


def test_faults_of_accessibility_are_found(reader: Reader) -> None:
    """axe-core finds a button without a name under the page's own policy."""
    page = reader.open("/saved/")
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert any(fault.startswith("button-name") for fault in axe(page))
