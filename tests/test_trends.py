"""The board in figures: what is counted, and how its pictures say the same as their tables."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest

from building import NOW, Project, make_project, posting
from jobboard.board.board import Board
from jobboard.board.trends import Figure, count_deadlines, days_open, measure_trends, percent
from jobboard.clock import parse_instant
from jobboard.policy import Policy
from jobboard.posting import Place, Posting, Salary
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.site.pages.charts import draw_bars, draw_columns
from jobboard.site.pages.timeline import deadline_timeline


@pytest.fixture(name="base")
def _base(policy: Policy) -> Posting:
    """A posting to vary."""
    found, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=posting().encode()), policy)
    assert found is not None, problems
    return found


def board_of(policy: Policy, base: Posting, *changes: dict[str, Any], now: str = NOW) -> Board:
    postings = [base._replace(slug=f"job-{number}", **change) for number, change in enumerate(changes)]
    return Board(postings, policy, parse_instant(now))


def until(base: Posting, day: str) -> dict[str, Any]:
    """A deadline at the end of *day* in UTC."""
    assert base.deadline is not None
    date = dt.date.fromisoformat(day)
    instant = dt.datetime.combine(date, dt.time(23, 59, 59), dt.UTC)
    return {"deadline": base.deadline._replace(day=date, instant=instant, zone="UTC")}


def numbers(figures: tuple[Figure, ...]) -> dict[str, int]:
    return {figure.label: figure.number for figure in figures}


def test_open_positions_are_counted_by_value(policy: Policy, base: Posting) -> None:
    """An open position counts for each tag and once for each country; a closed one does not count."""
    two = (Place(city="Paris", region=None, country="FR"), Place(city="Lyon", region=None, country="FR"))
    trends = measure_trends(
        board_of(
            policy,
            base,
            {"tags": ("imaging", "llm")},
            {"tags": ("llm",), "places": (*base.places, *two), "position": "phd"},
            {"tags": ("llm",), "places": (), "work_mode": "remote"},
            {"tags": ("radiology",), "status": "filled"},
        )
    )
    assert numbers(trends.fields) == {"Large language models": 3, "Medical imaging": 1}
    assert numbers(trends.positions) == {"Postdoc": 2, "PhD": 1}
    assert numbers(trends.countries) == {"United Kingdom": 2, "France": 1, "Remote, no fixed place": 1}
    assert [figure.address for figure in trends.countries] == [
        "places/united-kingdom/",
        "places/france/",
        None,
    ]


def test_months_hold_open_and_closed_positions(policy: Policy, base: Posting) -> None:
    """The last 24 months are counted, this one included, whatever became of the positions."""
    trends = measure_trends(
        board_of(
            policy,
            base,
            {"date": dt.date(2026, 11, 1)},
            {"date": dt.date(2026, 11, 20), "status": "filled"},
            {"date": dt.date(2024, 12, 1)},
            {"date": dt.date(2024, 11, 30)},
        )
    )
    assert len(trends.months) == 24
    assert (trends.months[0].first, trends.months[0].announced) == (dt.date(2024, 12, 1), 1)
    assert (trends.months[-1].first, trends.months[-1].announced) == (dt.date(2026, 11, 1), 2)
    assert sum(month.announced for month in trends.months) == 3


def test_days_open_end_when_the_position_closed(policy: Policy, base: Posting) -> None:
    """Days are counted to the deadline, or to the day a position closed early; where nobody said when, not at all."""
    announced = {"date": dt.date(2026, 10, 1)}
    board = board_of(
        policy,
        base,
        {**announced, **until(base, "2026-10-31")},
        {**announced, "status": "filled", "updated": dt.date(2026, 10, 11)},
        {**announced, "status": "filled"},
        {**announced, "deadline": None, "listed_until": dt.date(2026, 11, 1)},
        {**announced, **until(base, "2026-10-21"), "status": "filled", "updated": dt.date(2026, 11, 11)},
    )
    found = {job.posting.slug: days_open(job) for job in board.closed}
    assert found == {"job-0": 30, "job-1": 10, "job-2": None, "job-3": None, "job-4": 20}


def test_a_median_needs_enough_positions(policy: Policy, base: Posting) -> None:
    """Four closed positions have no median, five have one."""
    closed = [{"date": dt.date(2026, 10, 1), **until(base, f"2026-10-{day}")} for day in (11, 12, 13, 14, 31)]
    assert measure_trends(board_of(policy, base, *closed[:4])).days_open is None
    trends = measure_trends(board_of(policy, base, *closed))
    assert trends.days_open == 12
    assert numbers(trends.days_open_by_position) == {"Postdoc": 12}


def test_salaries_are_shown_over_time_when_there_are_enough(policy: Policy, base: Posting) -> None:
    """The share of positions that state a salary is of the open ones; months need five announcements each."""
    stated = {"salary": Salary(text="TV-L E13")}
    months = [dt.date(2026, month, 2) for month in (9, 10, 11) for _ in range(5)]
    changes = [{"date": day, **(stated if number % 5 == 0 else {})} for number, day in enumerate(months)]
    trends = measure_trends(board_of(policy, base, *changes))
    assert (trends.open_with_salary, trends.open) == (3, 15)
    assert [month.salary_percent for month in trends.months[-3:]] == [20, 20, 20]
    assert trends.shows_salary_by_month
    assert not measure_trends(board_of(policy, base, *changes[:14])).shows_salary_by_month
    assert percent(1, 8) == 13


def test_deadlines_are_counted_by_week(policy: Policy, base: Posting) -> None:
    """Deadlines fall into weeks from Monday on; one that is still open somewhere counts for this week."""
    board = board_of(
        policy,
        base,
        until(base, "2026-11-22"),
        until(base, "2026-11-23"),
        until(base, "2027-02-07"),
        until(base, "2027-02-08"),
        {"deadline": None},
    )
    weeks = count_deadlines(board)
    assert [week.deadlines for week in weeks] == [1, 1, *[0] * 9, 1]
    assert weeks[0].monday == dt.date(2026, 11, 16)
    sunday = board_of(policy, base, {"deadline": base.deadline}, now="2027-01-01T06:00:00Z")
    assert count_deadlines(sunday)[0].deadlines == 1, "31 December is not over anywhere on earth"


def test_the_timeline_is_small_and_says_its_numbers(policy: Policy, base: Posting) -> None:
    """The timeline is well-formed, at most 3 kB, names each week's number in text, and is empty without deadlines."""
    changes = [until(base, (dt.date(2026, 11, 20) + dt.timedelta(days=day % 80)).isoformat()) for day in range(4000)]
    timeline = deadline_timeline(board_of(policy, base, *changes))
    assert len(timeline.encode()) <= 3000
    figure = ElementTree.fromstring(timeline)
    text = figure.findtext(".//desc") or ""
    assert text.startswith("By week, named by its Monday: 16 Nov: 150, 23 Nov: 350")
    assert deadline_timeline(board_of(policy, base, {"deadline": None})) == ""


def test_pictures_are_well_formed_whatever_they_say() -> None:
    """Labels are escaped, a picture of zeros is drawn, and a missing number leaves a gap."""
    bars = ElementTree.fromstring(draw_bars("x", "<T>", "a & b", [Figure("<b>&", 0)]))
    assert bars.findtext("title") == "<T>"
    assert bars.findtext("text") == "<b>&"
    columns = draw_columns("y", "T", "D", [("Jan", 50), ("Feb", None), ("Mar", 0)], top=100, unit=" %")
    assert columns.count("<rect") == 1
    assert ElementTree.fromstring(columns).get("role") == "img"


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


def test_an_empty_board_says_so(tmp_path: Path) -> None:
    """Without any posting the page is one sentence."""
    project = make_project(tmp_path)
    result = project.build()
    assert result.returncode == 0, result.stdout
    assert "Nothing has been published yet, so there is nothing to count." in project.page("trends")
    assert "<svg" not in project.page("trends").split('class="jb-list jb-trends"')[1].split("</article>")[0]
