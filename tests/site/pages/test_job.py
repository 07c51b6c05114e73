"""What a job page offers around the posting: the way up, the calendar, a report, and where to go on."""

from __future__ import annotations

import gzip
import re
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest

from building import Project, make_project, posting

BODY = "Two years on models that read scans of the heart.\n\n" + "We build and test them with clinicians.\n\n" * 60


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with an organization that has many positions, a closed one, a rolling one, and one like no other."""
    project = make_project(tmp_path_factory.mktemp("jobs"))
    for number in range(8):
        text = posting(f"Job {number}", body=BODY, organization="Large & Co", deadline=f"2026-12-1{number}")
        project.write(f"postings/large-{number}.md", text)
    for number in range(6):
        project.write(f"postings/2026/small-{number}.md", posting(f"Small {number}", organization=f"Small {number}"))
    rolling = posting("Rolling one", deadline="rolling", organization="Else")
    project.write(
        "postings/rolling.md", rolling.replace("https://example.org/jobs/42", "https://WWW.Straße.example/a?b")
    )
    project.write("postings/closed.md", posting("Closed one", date="2025-01-01", deadline="2025-02-01"))
    alone = posting("Alone", organization="Only", more="status: filled\n").replace("[imaging]", "[llm]")
    alone = alone.replace(
        "apply:", "contact: {name: Ada Byron, email: ada@example.org, url: 'https://example.org/ada'}\napply:"
    )
    alone = alone.replace("https://example.org/jobs/42", "{email: jobs@example.org, letters: as many as you like}")
    project.write("postings/alone.md", alone.replace("position: postdoc", "position: faculty"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


def section(page: str, name: str) -> str:
    found = re.search(rf'<section class="jb-near" aria-labelledby="{name}">.*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def test_whom_to_ask_is_shown_and_not_applied_to(board: Project) -> None:
    """Below how to apply; the button leads elsewhere."""
    page = board.page("jobs/alone")
    facts = dict(re.findall(r"<dt>([^<]*)</dt>\s*<dd>(.*?)</dd>", page, re.DOTALL))
    assert 'href="mailto:ada@example.org"' in facts["Questions"]
    assert "Ada Byron, ada@example.org" in facts["Questions"]
    assert "https://example.org/ada" in facts["More about the contact"]
    buttons = re.findall(r'<a class="[^"]*md-button[^"]*"[^>]*>', page)
    assert not [button for button in buttons if "ada" in button]


def test_the_way_up_leads_to_the_board_and_the_kind(board: Project) -> None:
    """The breadcrumbs name the board and the kind of position, both as links."""
    crumbs = re.search(r'<nav class="jb-crumb" aria-label="Breadcrumb">.*?</nav>', board.page("jobs/large-0"))
    assert crumbs is not None
    links = re.findall(r'<a href="([^"]*)">([^<]*)</a>', crumbs[0])
    assert links == [("../../", "Positions"), ("../../positions/postdoc/", "Postdoc")]


def test_only_open_positions_with_a_deadline_go_to_the_calendar(board: Project) -> None:
    """The calendar link stands beside Apply when there is a deadline to keep, and leads to a file of the site."""
    assert 'href="../../jobs/large-0/deadline.ics">Add to calendar</a>' in board.page("jobs/large-0")
    assert (board.site / "jobs/large-0/deadline.ics").is_file()
    for slug in ("closed", "rolling", "alone"):
        assert "Add to calendar" not in board.page(f"jobs/{slug}")


def test_the_site_that_takes_applications_is_named(board: Project) -> None:
    """As its owner writes it: in lower case, but `ß` is another letter than `ss` in an address."""
    assert ">straße.example</a>" in board.page("jobs/rolling")
    assert ">example.org</a>" in board.page("jobs/large-0")


def test_letters_of_reference_are_asked_for_in_the_authors_words(board: Project) -> None:
    """Where they are no number."""
    facts = board.page("jobs/alone")
    assert "<dt>References</dt><dd>as many as you like</dd>" in facts
    assert "<dt>Online</dt>" not in facts


def test_the_share_button_needs_javascript_and_has_it(board: Project) -> None:
    """The button is hidden until its module shows it, and the module is part of the site."""
    page = board.page("jobs/large-0")
    assert '<button class="md-button" type="button" data-share hidden>Share</button>' in page
    assert '<script src="../../assets/js/share.js" type="module"></script>' in page
    assert "button.hidden = false" in board.file("assets/js/share.js")


def test_a_problem_can_be_reported_with_the_page_named(board: Project) -> None:
    """The report begins with the page's address and the file's path, whatever the title holds."""
    link = re.search(r'<a href="([^"]*/issues/new[^"]*)">Report a problem</a>', board.page("jobs/small-0"))
    assert link is not None
    assert " " not in link[1]
    query = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)
    assert query["title"] == ["Problem: Small 0"]
    assert query["body"][0].startswith(
        "Page: https://jobs.example.org/jobs/small-0/\nFile: postings/2026/small-0.md\n\nWhat is wrong:"
    )


def test_an_organizations_other_positions_are_listed(board: Project) -> None:
    """Four others of the organization are listed, the next deadline first, and the rest is on its own page."""
    others = section(board.page("jobs/large-2"), "others")
    assert re.findall(r"/jobs/([a-z]+-\d)/", others) == ["large-0", "large-1", "large-3", "large-4"]
    assert '<a href="../../organizations/large-co/">All positions at Large &amp; Co</a>' in others
    assert section(board.page("jobs/small-0"), "others") == ""


def test_similar_positions_are_open_and_close_by_the_readers_clock(board: Project) -> None:
    """Similar positions are four open ones with their place and deadline, each with the instant at which it closes."""
    similar = section(board.page("jobs/small-0"), "similar")
    rows = re.findall(r'<li class="jb-row" data-closes="(\S+?)"><a href="../../jobs/([^/]*)/">', similar)
    assert len(rows) == 4
    assert not {"small-0", "closed", "alone"} & {slug for _, slug in rows}
    assert all(closes.endswith("Z") for closes, _ in rows)
    assert '<small>Small 5 · Edinburgh, United Kingdom</small> <span class="jb-row__when">31 Dec</span>' in similar


def test_a_closed_position_leads_to_similar_open_ones(board: Project) -> None:
    """The banner of a closed position links to the similar ones on its page; where there are none, to the board."""
    page = board.page("jobs/closed")
    banner = re.search(r'<p class="jb-closed".*?</p>', page)
    assert banner is not None
    assert '<a href="#similar">' in banner[0]
    assert '<h2 id="similar">' in page
    page = board.page("jobs/alone")
    assert '<a href="../../">See the open positions</a>' in page
    assert 'id="similar"' not in page


def test_job_pages_are_light_and_valid(board: Project) -> None:
    """A job page with both lists is valid HTML, has at most 30 kB, and 8 kB compressed."""
    for path in board.site.glob("jobs/*/index.html"):
        data = path.read_bytes()
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(data.decode())
        assert len(data) <= 30_000, path
        assert len(gzip.compress(data)) <= 8_000, path
        names = re.findall(r'\sid="([^"]*)"', data.decode())
        assert len(names) == len(set(names)), path


def test_without_a_repository_nothing_can_be_edited_or_reported(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A board whose repository is not named offers no link into it."""
    project = make_project(tmp_path_factory.mktemp("bare"))
    policy = (project.root / "board.yml").read_text("utf-8")
    project.write("board.yml", re.sub(r"(?m)^repository:.*\n", "", policy))
    project.write("postings/one.md", posting())
    result = project.build()
    assert result.returncode == 0, result.stdout
    page = project.page("jobs/one")
    assert "Report a problem" not in page
    assert "Edit this posting" not in page
