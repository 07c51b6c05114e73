"""A job page and the page of trends, as a person meets them: sharing, printing, going on, at any width."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.reader import Palette, Reader

NO_SHARE_SHEET = "delete Navigator.prototype.share;"
COPIES = "if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { window.copied = text; };"
SHARES = "navigator.share = async (shared) => { window.shared = shared; };"


def test_the_address_is_copied_where_the_device_cannot_share(reader: Reader) -> None:
    """Share copies the address that lasts, without what this visit added, and says so."""
    page = reader.open("/jobs/everything/?from=mail#apply", before=NO_SHARE_SHEET + COPIES)
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("copied") == "https://jobs.example.org/jobs/everything/"


def test_the_devices_own_sheet_is_used_where_there_is_one(reader: Reader) -> None:
    """Share hands the title and the address to the device."""
    page = reader.open("/jobs/rolling/", before=SHARES)
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("shared") == {
        "title": "Engineer until the place is filled",
        "url": "https://jobs.example.org/jobs/rolling/",
    }


def test_an_address_that_cannot_be_copied_is_shown(reader: Reader) -> None:
    """Where the browser refuses the clipboard, the address stands there to be copied by hand."""
    refuses = "if (navigator.clipboard) navigator.clipboard.writeText = async () => { throw new DOMException(); };"
    page = reader.open("/jobs/rolling/", before=NO_SHARE_SHEET + refuses)
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_text("https://jobs.example.org/jobs/rolling/")).to_be_visible()


def test_without_javascript_there_is_no_dead_button(reader: Reader) -> None:
    """The share button is not shown to who cannot use it; the calendar link and the similar positions are."""
    page = reader.open("/jobs/everything/", has_javascript=False)
    expect(page.locator("button[data-share]")).to_be_hidden()
    expect(page.get_by_role("link", name="Add to calendar")).to_be_visible()
    expect(page.get_by_role("heading", name="Similar open positions")).to_be_visible()


def test_the_banner_of_a_closed_position_leads_to_open_ones(reader: Reader) -> None:
    """One click on a closed position's banner brings the similar open ones into view."""
    page = reader.open("/jobs/closed/")
    page.locator(".jb-closed").get_by_role("link", name="Similar open positions").click()
    expect(page.get_by_role("heading", name="Similar open positions")).to_be_in_viewport()
    expect(page.locator(".jb-near li")).not_to_have_count(0)


def test_a_similar_position_that_has_closed_since_says_so(reader: Reader) -> None:
    """On a page that was built weeks ago, a similar position past its deadline is shown as closed."""
    page = reader.open()
    page.clock.set_fixed_time("2027-12-01T12:00:00Z")
    page.goto("/jobs/closed/")
    for row in page.locator(".jb-near li").all():
        expect(row).to_contain_text("Closed")


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_paper_has_the_facts_and_nothing_to_click(reader: Reader, palette: Palette) -> None:
    """In print the text is dark on white, links tell where they lead, and buttons, menus and lists are gone."""
    page = reader.open("/jobs/everything/", palette=palette)
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".md-footer", ".jb-actions", ".jb-crumb", ".jb-near", ".jb-marks"):
        for element in page.locator(gone).all():
            expect(element).to_be_hidden()
    expect(page.locator(".jb-fact").first).to_have_css("display", "table-row")
    expect(page.locator(".jb-fact dd").first).to_have_css("color", "rgb(0, 0, 0)")
    link = page.locator(".jb-apply a[href^=http]").first
    assert "https://" in link.evaluate("link => getComputedStyle(link, '::after').content")


@pytest.mark.parametrize("address", ["/jobs/everything/", "/trends/"])
def test_the_narrowest_phone_need_not_scroll_sideways(reader: Reader, address: str) -> None:
    """At 320 pixels nothing is wider than the screen."""
    page = reader.open(address, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
