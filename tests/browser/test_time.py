"""Honest time: what the page says is re-evaluated by the reader's own clock, also long after the build."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.reader import Reader, clock


def test_a_deadline_is_told_in_both_zones(reader: Reader) -> None:
    """The posting's own zone stands first, the reader's in a line of its own; that is left out where it says the same."""
    page = reader.open("jobs/soon/")
    expect(page.get_by_text("24 Nov 2026, 23:59 AoE", exact=True)).to_be_visible()
    expect(page.get_by_text("25 Nov, 12:59 for you", exact=True)).to_be_visible()
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


def test_the_readers_own_zone_is_not_told_twice(reader: Reader) -> None:
    """A deadline in the reader's own zone is said once."""
    page = reader.open("jobs/everything/")
    expect(page.locator(".jb-marks")).to_be_visible()
    assert page.locator(".jb-own-time").count() == 0


def test_a_row_that_closes_moves_to_the_closed_ones(reader: Reader) -> None:
    """Within a second of its deadline, with a word to screen readers; the number follows."""
    page = reader.open()
    page.clock.install(time="2026-11-20T16:00:00Z")
    page.goto("tags/imaging/")
    row = page.locator("li.jb-row").filter(has_text="Internship that closes today")
    number = int((page.locator("[data-many]").text_content() or "").split()[0])
    expect(page.locator("ol[data-open] > li").filter(has_text="Internship that closes today")).to_have_count(1)
    page.clock.pause_at("2026-11-20T16:59:57Z")
    page.clock.run_for(4000)
    expect(page.get_by_role("status").filter(has_text="Closed just now: Internship that closes today")).to_have_count(1)
    expect(
        page.locator("section[aria-labelledby=closed] li").filter(has_text="Internship that closes today")
    ).to_be_visible()
    expect(row.get_by_text("Closed")).to_be_visible()
    expect(page.locator("[data-many]")).to_have_text(f"{number - 1} open positions.")


def test_a_position_that_closes_leaves_the_board(reader: Reader) -> None:
    """Its number follows within a second, too."""
    page = reader.open()
    page.clock.install(time="2026-11-20T16:00:00Z")
    page.goto("./")
    expect(page.locator("#board-status")).to_contain_text("open")
    number = int((page.locator("#board-status").text_content() or "").split()[0])
    expect(page.get_by_role("link", name="Internship that closes today")).to_have_count(1)
    page.clock.pause_at("2026-11-20T16:59:57Z")
    page.clock.run_for(4000)
    expect(page.get_by_role("link", name="Internship that closes today")).to_have_count(0)
    expect(page.locator("#board-status")).to_have_text(f"{number - 1} positions open")


def test_an_old_page_counts_again(reader: Reader) -> None:
    """What is said of now is true of now, or names its day."""
    fresh = reader.open("tags/imaging/", has_javascript=False)
    expect(fresh.locator("[data-many]")).to_contain_text("As of 20 Nov 2026: ")
    page = reader.open("tags/imaging/", before=clock("2026-12-24T00:00:00Z"))
    open_rows = page.locator("ol[data-open] > li").count()
    expect(page.locator("[data-many]")).to_have_text(f"{open_rows} open positions.")
    assert page.locator("ol[data-open] > li.jb-row--closed").count() == 0
    archive = reader.open("archive/2026/", before=clock("2026-12-24T00:00:00Z"))  # of several pages
    expect(archive.locator("[data-many]")).to_contain_text("As of 20 Nov 2026: ")
