"""What `board.yml` decides holds in the browser, too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.server import serve
from building import ROOT, make_project, posting


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board that calls a deadline soon three weeks before, and has pages for common tags only."""
    project = make_project(tmp_path_factory.mktemp("site"))
    policy = (ROOT / "tests" / "board.yml").read_text("utf-8")
    policy = policy.replace("closing_soon: 7", "closing_soon: 21").replace("pages: {tags: 1", "pages: {tags: 2")
    project.write("board.yml", policy)
    project.write("postings/soon.md", posting("Closes in ten days", deadline="2026-11-30"))
    rare = posting("Closes next year", deadline="2027-01-15").replace("[imaging]", "[imaging, radiology]")
    project.write("postings/later.md", rare)
    result = project.build()
    assert result.returncode == 0, result.stdout
    with serve(project.site) as root:
        yield root


@pytest.mark.parametrize("address", ["/tags/imaging/", "/jobs/soon/", "/"])
def test_a_saved_position_closes_soon_when_the_board_says_so(page: Page, address: str) -> None:
    """The page of saved positions calls a deadline soon as many days before it as every list does."""
    page.goto(address)
    page.get_by_role("button", name="Save Closes in ten days").click()
    page.goto("/jobs/later/")
    page.get_by_role("button", name="Save Closes next year").click()
    page.goto("/saved/")
    expect(page.locator(".jb-left")).to_have_text(["10 days left", "56 days left"])
    expect(page.locator(".jb-left--soon")).to_have_text(["10 days left"])


def test_a_tag_without_a_page_is_no_link(page: Page) -> None:
    """The browser links to the pages of tags that exist, as the printed list does."""
    page.goto("/")
    expect(page.locator("#board-tools")).to_be_visible()
    expect(page.locator("#board-rows > li").filter(has_text="Closes next year").locator(".jb-row__tags")).to_have_text(
        "Medical imaging"
    )
    expect(page.locator("#board-filters").get_by_role("checkbox", name="Radiology")).to_be_attached()
