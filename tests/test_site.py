"""A few whole sites, built by `mkdocs build --strict` and read back from the public files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import extruct
import feedparser
import html5lib
import jsonschema
import pytest

from building import Project, make_project, posting, snapshot

HOSTILE = "<img src=x onerror=alert(1)> \"&' </script><script>alert(2)</script>"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with a posting in each state."""
    project = make_project(tmp_path_factory.mktemp("board"))
    more = "salary: {min: 41000, max: 48000, currency: GBP, period: year}\naliases: [old-name]\nwork_mode: hybrid\n"
    project.write("postings/2026/open.md", posting("Open one", more=more))
    project.write("postings/2026/soon.md", posting("Soon one", deadline="2026-11-24", date="2026-11-02"))
    project.write(
        "postings/2026/rolling.md",
        posting("Rolling one", deadline="rolling", more="apply-: x\n").replace("apply-: x\n", ""),
    )
    project.write("postings/2025/closed.md", posting("Closed one", date="2025-01-01", deadline="2025-02-01"))
    project.write("postings/2026/filled.md", posting("Filled one", more="status: filled\nupdated: 2026-11-10\n"))
    project.write("postings/2026/draft.md", posting("Draft one", more="draft: true\n"))
    project.write("postings/2026/scheduled.md", posting("Scheduled one", date="2026-11-21"))
    project.write("postings/2026/hostile.md", posting(json.dumps(HOSTILE), organization=json.dumps(HOSTILE)))
    remote = posting("Remote one", more="work_mode: remote\nremote_from: [Europe]\n")
    project.write("postings/2026/remote.md", remote.replace('location: "Edinburgh, United Kingdom"\n', ""))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project


def pages_of(project: Project) -> list[Path]:
    return sorted(project.site.rglob("*.html"))


def test_published_states_have_pages_and_waiting_ones_have_not(board: Project) -> None:
    """Open and closed positions have a page; drafts and scheduled ones leave no trace in the whole site."""
    jobs = {path.name for path in (board.site / "jobs").iterdir()}
    assert jobs == {"open", "soon", "rolling", "closed", "filled", "hostile", "remote", "old-name"}
    everything = b"".join(snapshot(board.site).values())
    assert b"Draft one" not in everything
    assert b"Scheduled one" not in everything


def test_the_board_lists_open_positions_next_deadline_first(board: Project) -> None:
    """The board page holds the open positions only, the next deadline first and rolling ones last."""
    listed = re.findall(r'href="\./jobs/([a-z-]+)/"', board.page(""))
    assert listed == ["soon", "hostile", "open", "remote", "rolling"]


def test_a_closed_position_says_so_first_and_cannot_be_applied_for(board: Project) -> None:
    """A closed page shows the banner and no apply button; an open one the other way round."""
    for slug, phrase in {
        "closed": "Applications closed on 1 Feb 2025.",
        "filled": "The position was filled.",
    }.items():
        page = board.page(f"jobs/{slug}")
        assert re.search(rf'<p class="jb-closed" role="status">{phrase}', page)
        assert "jb-actions" not in page
    page = board.page("jobs/open")
    assert re.search(r'<p class="jb-closed" role="status" hidden>', page)
    assert 'href="https://example.org/jobs/42">Apply</a>' in page


def test_what_is_not_stated_is_said_in_one_line(board: Project) -> None:
    """The facts panel has a line for what is known, and one for all the rest."""
    facts = re.search(r"<dl>.*?</section>", board.page("jobs/soon"), re.DOTALL)
    assert facts is not None
    assert '<p class="jb-unstated">Not stated: contract, pay, start, work mode, funding, eligibility.</p>' in facts[0]
    assert re.findall("<dt>(.*?)</dt>", facts[0]) == ["Deadline", "Position"]


def test_a_rolling_position_names_its_last_day_in_its_own_zone(board: Project) -> None:
    """The last day listed is `date` and the board's `life` later where the author is, not where UTC is."""
    page = board.page("jobs/rolling")
    assert "listed until 31 Dec 2026</span>" in page
    assert '"validThrough":"2026-12-31T23:59:59-12:00"' in page
    assert "hidden>This listing ended on 31 Dec 2026." in page, "what the browser shows from then on"


def test_the_deadline_is_shown_with_its_zone_and_the_days_left(board: Project) -> None:
    """A bare date ends with that day anywhere on earth, and the days that are left are counted from now."""
    page = board.page("jobs/soon")
    assert '<time datetime="2026-11-25T11:59:59Z">24 Nov 2026, 23:59 AoE</time>' in page
    assert '<span class="jb-left jb-left--soon" data-left="7">4 days left</span>' in page


def test_text_of_a_posting_never_becomes_markup(board: Project) -> None:
    """Markup in a title or an organization is printed, not run, on every page that shows it."""
    for path in pages_of(board):
        text = path.read_text("utf-8")
        assert "<img src=x" not in text, path
        assert "<script>alert" not in text, path
    assert "&lt;img src=x onerror=alert(1)&gt;" in board.page("jobs/hostile")


def test_every_page_is_valid_html(board: Project) -> None:
    """An HTML5 parser finds no fault in any page."""
    for path in pages_of(board):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text("utf-8"))
        assert parser.errors == [], path


def test_every_link_and_file_inside_the_site_exists(board: Project) -> None:
    """No link, script, style sheet or feed of any page leads nowhere."""
    for path in pages_of(board):
        for target in re.findall(r'(?:href|src)="([^"#?]*)', path.read_text("utf-8")):
            if not target or re.match(r"[a-z]+:", target):
                continue
            base = board.site if target.startswith("/") else path.parent
            found = (base / target.lstrip("/")).resolve()
            assert found.is_file() or (found / "index.html").is_file(), f"{path}: {target}"


def test_nothing_is_loaded_from_elsewhere(board: Project) -> None:
    """No page loads a script, style, font or image from another host, and its policy forbids it."""
    for path in pages_of(board):
        text = path.read_text("utf-8")
        assert not re.search(r'<(?:script|img|iframe)[^>]*\ssrc="https?:', text), path
        assert not re.search(r'<link[^>]*rel="(?:stylesheet|preconnect|preload)"[^>]*href="https?:', text), path
        if "jobs/old-name" not in path.as_posix():
            policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', text)
            assert policy, path
            assert "'unsafe-inline'" not in policy[1].split("style-src")[0]


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "tags/imaging/feed.xml", "places/united-kingdom/atom.xml"])
def test_feeds_are_well_formed_and_dated(board: Project, name: str) -> None:
    """A feed reader accepts every feed; each item has a permanent id, its own date, its author and full text."""
    feed = feedparser.parse((board.site / name).read_bytes())
    assert feed.bozo == 0
    assert feed.entries
    assert feed.feed.link.startswith("https://jobs.example.org/")
    for entry in feed.entries:
        assert entry.id == entry.link
        assert (board.site / entry.link.removeprefix("https://jobs.example.org/") / "index.html").is_file()
        assert entry.published_parsed[:3] in {(2026, 11, 1), (2026, 11, 2)}
        assert entry.author == "Ada Lovelace"
        assert "scans of the heart" in entry.content[0].value
        assert [tag.term for tag in entry.tags] == ["imaging"]
    assert not {"closed", "filled"} & {entry.link.split("/")[-2] for entry in feed.entries}


def test_the_json_feed_says_the_same(board: Project) -> None:
    """JSON Feed 1.1 carries the same items in the same order as RSS."""
    feed = json.loads(board.file("feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    rss = feedparser.parse((board.site / "feed.xml").read_bytes())
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in rss.entries]


def test_pages_name_their_feeds(board: Project) -> None:
    """Every page offers the board's RSS feed, and a facet's page its own three, by the value that readers look for."""
    for path in pages_of(board):
        if "jobs/old-name" not in path.as_posix():
            assert '<link rel="alternate" type="application/rss+xml"' in path.read_text("utf-8"), path
    assert board.page("tags/imaging").count('<link rel="alternate"') == 4


def structured_data(board: Project, slug: str) -> list[dict[str, Any]]:
    """What a search engine reads on a job's page."""
    found: list[dict[str, Any]] = extruct.extract(board.page(f"jobs/{slug}"), syntaxes=["json-ld"])["json-ld"]
    return found


def test_structured_data_meets_googles_rules(board: Project) -> None:
    """Open positions carry a complete JobPosting, read back as a search engine would; closed ones carry none."""
    for slug in ("open", "soon", "rolling", "remote", "hostile"):
        page, job = structured_data(board, slug)
        assert (page["@type"], job["@type"]) == ("WebPage", "JobPosting")
        for required in ("title", "description", "datePosted", "hiringOrganization", "validThrough"):
            assert job[required]
        assert "jobLocation" in job or job["jobLocationType"] == "TELECOMMUTE"
    for slug in ("closed", "filled"):
        assert [item["@type"] for item in structured_data(board, slug)] == ["WebPage"]
    page, job = structured_data(board, "open")
    trail = [(item["position"], item["name"], item["item"]) for item in page["breadcrumb"]["itemListElement"]]
    assert trail[0] == (1, "Positions", "https://jobs.example.org/")
    assert trail[-1] == (3, job["title"], job["url"])
    assert page["dateModified"] >= job["datePosted"]
    assert "jobLocationType" not in job, "hybrid is not TELECOMMUTE"
    assert job["validThrough"] == "2026-12-31T23:59:59-12:00"
    assert job["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "YEAR",
        "minValue": 41000.0,
        "maxValue": 48000.0,
    }
    hostile = structured_data(board, "hostile")[1]
    assert hostile["title"] == HOSTILE
    remote = structured_data(board, "remote")[1]
    assert {"@type": "Country", "name": "GB"} in remote["applicantLocationRequirements"]


def test_the_dataset_keeps_its_schema(board: Project) -> None:
    """`jobs.json` holds every published position and is valid by its own schema, which allows nothing unknown."""
    dataset = json.loads(board.file("jobs.json"))
    schema = json.loads(board.file("jobs.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(dataset, schema, cls=jsonschema.Draft202012Validator)
    assert {job["slug"] for job in dataset["jobs"]} == {
        "open",
        "soon",
        "rolling",
        "closed",
        "filled",
        "hostile",
        "remote",
    }
    known = set(schema["properties"]["jobs"]["items"]["properties"])
    assert all(set(job) <= known for job in dataset["jobs"])
    assert next(job for job in dataset["jobs"] if job["slug"] == "rolling")["deadline"] == "rolling"


def test_the_sitemap_names_what_is_open(board: Project) -> None:
    """The sitemap holds open positions and lists, but no draft, scheduled or closed position."""
    addresses = re.findall(r"<loc>https://jobs.example.org/([^<]*)</loc>", board.file("sitemap.xml"))
    jobs = {address for address in addresses if address.startswith("jobs/")}
    assert jobs == {"jobs/open/", "jobs/soon/", "jobs/rolling/", "jobs/hostile/", "jobs/remote/"}
    assert {"", "tags/imaging/", "positions/postdoc/", "places/united-kingdom/", "modes/hybrid/", "post/"} <= set(
        addresses
    )


def test_organizations_need_two_positions_for_a_page(board: Project) -> None:
    """The policy says how many positions a value needs for a page of its own."""
    assert (board.site / "organizations/northbridge-university/index.html").is_file()
    assert len(list((board.site / "organizations").iterdir())) == 2


def test_an_old_address_leads_to_the_new_one(board: Project) -> None:
    """An alias is a page that sends the reader on, relative to wherever the site is."""
    page = board.page("jobs/old-name")
    assert '<meta http-equiv="refresh" content="0; url=../open/">' in page
    assert '<link rel="canonical" href="https://jobs.example.org/jobs/open/">' in page


def test_the_edit_link_leads_to_the_file(board: Project) -> None:
    """Every job page links to its own source file."""
    assert 'href="https://github.com/example/research-jobs/edit/main/postings/2026/open.md"' in board.page("jobs/open")


def test_builds_at_the_same_instant_are_identical(board: Project, tmp_path: Path) -> None:
    """The same files and the same instant give the same bytes, whatever the day of the build."""
    before = snapshot(board.site)
    result = board.build("-d", str(tmp_path / "again"), TZ="Pacific/Kiritimati", PYTHONHASHSEED="7")
    assert result.returncode == 0, result.stdout
    assert snapshot(tmp_path / "again") == before
