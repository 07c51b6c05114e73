"""Honest time: what the page says is re-evaluated by the reader's own clock, also long after the build."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.reader import Reader


def clock(instant: str) -> str:
    """A script that sets the page's clock, as if the site had not been rebuilt since."""
    return f"Date.now = () => Date.parse({instant!r});"


def test_a_deadline_is_told_in_both_zones(reader: Reader) -> None:
    """The posting's own zone stands first, the reader's beside it."""
    page = reader.open("jobs/soon/")
    expect(page.get_by_text("24 Nov 2026, 23:59 AoE – 25 Nov, 12:59 for you")).to_be_visible()
    expect(page.get_by_text("4 days left")).to_be_visible()


def test_the_last_day_counts_hours(reader: Reader) -> None:
    """On its last day a position says how many hours are left."""
    page = reader.open("jobs/today/")
    expect(page.get_by_text("5 hours left").first).to_be_visible()


def test_an_old_build_never_shows_a_closed_job_as_open(reader: Reader) -> None:
    """Weeks later, without a rebuild: the job page says closed and offers no way to apply; lists do the same."""
    page = reader.open("jobs/soon/", before=clock("2026-12-24T00:00:00Z"))
    expect(page.get_by_text("Applications closed on 24 Nov 2026.")).to_be_visible()
    expect(page.get_by_role("link", name="Apply", exact=True)).to_have_count(0)
    listed = reader.open("tags/imaging/", before=clock("2026-12-24T00:00:00Z"))
    row = listed.get_by_role("listitem").filter(has_text="Postdoc that closes soon")
    expect(row.get_by_text("Closed")).to_be_visible()


def test_an_old_board_lists_only_what_is_still_open(reader: Reader) -> None:
    """The board's own list and its counts follow the reader's clock."""
    page = reader.open("./", before=clock("2026-12-24T00:00:00Z"))
    expect(page.locator("#board-status")).to_contain_text("open")
    expect(page.get_by_role("link", name="Postdoc that closes soon")).to_have_count(0)


def test_closing_soon_is_judged_anew(reader: Reader) -> None:
    """A position that was not urgent at the build is urgent when its deadline is near."""
    page = reader.open("jobs/fresh/", before=clock("2027-01-12T00:00:00Z"))
    expect(page.locator(".jb-left--soon")).to_have_text("4 days left")
