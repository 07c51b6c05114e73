"""The page that shows the board in figures."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import html5lib
import pytest

from building import Project, make_project, posting
from jobboard.board.trends import measure_trends
from jobboard.posting import Posting, Salary
from jobboard.site.pages.trends import _pictures
from reading import BoardOf, until


@pytest.fixture(scope="module", name="site")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with more kinds of positions than a picture holds tags."""
    project = make_project(tmp_path_factory.mktemp("trends"))
    board = (project.root / "board.yml").read_text("utf-8")
    extra = "".join(f"    extra-{number:02}: {{}}\n" for number in range(20))
    project.write("board.yml", board.replace("  Methods:\n", f"  Methods:\n{extra}"))
    for number in range(20):
        text = posting(f"Job {number}", date=f"2026-{number % 3 + 8:02}-01")
        project.write(f"postings/job-{number}.md", text.replace("[imaging]", f"[imaging, extra-{number:02}]"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


def test_each_picture_says_the_same_as_its_table(site: Project) -> None:
    """The numbers of a picture of bars are those of its table, in the same order, and it has a name and a text."""
    page = html5lib.parse(site.page("trends"), namespaceHTMLElements=False)
    sections = page.findall(".//section")
    assert [section.findtext("h2") for section in sections] == [
        "Open positions by field",
        "Open positions by country",
        "Open positions by kind",
        "Days from announcement to closing",
        "Announced by month",
        "Salary stated",
    ]
    for section in sections:
        svg = next((child for child in section if child.tag.endswith("svg")), None)
        if svg is None:
            continue
        assert svg.get("role") == "img"
        texts = [element for element in svg.iter() if element.tag.rpartition("}")[2] in ("text", "title", "desc")]
        for reference in ("aria-labelledby", "aria-describedby"):
            assert [element.text for element in texts if element.get("id") == svg.get(reference)]
        rows = [tuple("".join(cell.itertext()) for cell in row) for row in section.findall(".//tbody/tr")]
        drawn = [element.text for element in texts if not element.get("id") and not element.get("class")]
        if drawn:
            assert list(zip(drawn[::2], drawn[1::2], strict=True)) == rows


def test_the_page_says_as_of_when_and_where_the_rest_is(site: Project) -> None:
    """The page names its day; fifteen values are shown, and the others are one link away."""
    page = site.page("trends")
    assert 'as of <time datetime="2026-11-20">20 Nov 2026</time>' in page
    assert '<a href="../tags/">and 6 more</a>' in page
    assert re.search(r'<a href="[./]*trends/" class="md-tabs__link">', site.page(""))
    assert "20 in the last 24 months" in page


def test_what_closed_and_what_is_paid_has_pictures(base: Posting, board_of: BoardOf) -> None:
    """Where enough positions closed with a deadline, or state a salary in each month; by kind where enough are of one."""
    paid = {"salary": Salary(text="TV-L E13")}
    months = [{"date": dt.date(2026, month, 2), **paid} for month in (9, 10, 11) for _ in range(5)]
    ended = {"date": dt.date(2026, 10, 1), **until(base, "2026-10-31")}
    alike = {picture.name: picture for picture in _pictures(measure_trends(board_of(*months, *[ended] * 5)))}
    assert alike["days"].lead.endswith("By kind, where at least 5 have closed:")
    assert [line.values for line in alike["days"].lines] == [("30",)]
    assert "salaries-by-month" in alike
    mixed = [{**ended, "position": kind} for kind in ("phd", "postdoc", "faculty", "other", "internship")]
    apart = {picture.name: picture for picture in _pictures(measure_trends(board_of(paid, *mixed)))}
    assert apart["days"].lead == "30 days are typical (median of the closed positions that had a deadline)."
    long_ago = {"date": dt.date(2020, 1, 1), **until(base, "2020-02-01")}
    old = {picture.name: picture for picture in _pictures(measure_trends(board_of(long_ago)))}
    assert old["months"].lead == "Nothing was announced in the last 24 months."


def test_an_empty_board_says_so(tmp_path: Path) -> None:
    """Without any posting the page is one sentence."""
    project = make_project(tmp_path)
    result = project.build()
    assert result.returncode == 0, result.stdout
    assert "Nothing has been published yet, so there is nothing to count." in project.page("trends")
    assert "<svg" not in project.page("trends").split('class="jb-list jb-trends"')[1].split("</article>")[0]
