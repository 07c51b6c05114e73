"""What readers of feeds see: everything that was written, as it was written, and as much as is said."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest

from building import Project, make_project, posting
from jobboard.site.address import Site
from jobboard.site.feeds.channels import Channel, Item
from jobboard.site.feeds.formats import render_channels

SITE = Site(url="https://e.org/", title="T", description="D", language="en", repository=None, branch="main")
DAY = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
TEXTS = (
    "A <tag> and <img src=x onerror=alert(1)>", "R&D at AT&T", "&lt;b&gt; &amp; &copy;", "p < 0.05 > 0.01", "<b>bold</b> C++ & C#", "日本 ]]>",
)  # fmt: skip


def make_item(text: str) -> Item:
    return Item(
        id="https://e.org/a", url="https://e.org/a", title=text, summary=text, content=f"<p>{html.escape(text)}</p>", published=DAY,
        updated=DAY, author=text, tags=("x",), language="pt-BR",
    )  # fmt: skip


def read(text: str) -> dict[str, Any]:
    """One entry as a reader has it, by format."""
    channel = Channel(title="T", description="D", address="", home="", entries=[make_item(text)])
    files = {file.address: bytes(file.content) for file in render_channels([channel], SITE, DAY)}  # type: ignore[arg-type]
    read = {name: feedparser.parse(files[name]).entries[0] for name in ("feed.xml", "atom.xml")}
    return read | {"feed.json": json.loads(files["feed.json"])["items"][0]}


def as_shown(value: str, kind: str) -> str:
    """What a reader puts on the screen."""
    return html.unescape(value) if kind == "text/html" else value


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_text_is_shown_as_it_was_written(text: str, name: str) -> None:
    """Nothing in it becomes markup, and nothing vanishes."""
    entry = read(text)[name]
    for field in ("title_detail", "summary_detail"):
        detail = entry[field]
        assert as_shown(detail.value, detail.type) == text, (field, detail)
        assert detail.type != "text/html" or "<" not in detail.value
    assert entry.author == text
    assert html.unescape(entry.content[0].value) == f"<p>{text}</p>"


@pytest.mark.parametrize("text", TEXTS)
def test_a_json_feed_says_plainly_what_was_written(text: str) -> None:
    """Its title and summary are plain text."""
    item = read(text)["feed.json"]
    assert (item["title"], item["summary"], item["authors"]) == (text, text, [{"name": text}])


def test_an_entry_says_its_language() -> None:
    """In every format; the feed's own may be another one."""
    found = read("text")
    assert found["feed.xml"]["language"] == found["feed.json"]["language"] == "pt-BR"
    assert found["atom.xml"]["title_detail"]["language"] == "pt-BR"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A board with more positions than a feed has items: 3 a day, and all of them close within a week."""
    project = make_project(tmp_path_factory.mktemp("feeds"))
    policy = project.root / "board.yml"
    text = re.sub(r"^(feed|page)_items: .*\n", "", policy.read_text("utf-8"), flags=re.MULTILINE)
    policy.write_text(f"{text}feed_items: 5\npage_items: 10\n", "utf-8")
    for number in range(60):
        day = dt.date(2026, 11, 20) - dt.timedelta(days=number // 3)
        text = posting(
            f"Title {number}", date=str(day), deadline="2026-11-25", body=f"Text {number}[^1].\n\n[^1]: Note."
        )
        project.write(f"postings/job-{number}.md", text.replace("jobs/42", f"jobs/{number}"))
    assert project.build().returncode == 0
    return project


def test_a_feed_holds_everything_of_the_last_days(project: Project) -> None:
    """However much it is; so nobody who looks every other week misses a position."""
    recent = 15 * 3  # today and the fourteen days before
    for address in ("feed.xml", "tags/imaging/feed.xml"):
        assert len(feedparser.parse(project.file(address)).entries) == recent, address
    assert len(feedparser.parse(project.file("closing-soon/feed.xml")).entries) == 60


def test_the_feed_of_the_board_goes_on_in_pages(project: Project) -> None:
    """By RFC 5005, from the newest to the oldest open position, each of them once."""
    for name, kind in (("feed.xml", "rss"), ("atom.xml", "atom")):
        seen: list[str] = []
        address: str | None = f"https://jobs.example.org/{name}"
        while address:
            feed = feedparser.parse(project.file(address.removeprefix("https://jobs.example.org/")))
            links = {link.rel: link.href for link in feed.feed.links}
            assert links["self"] == address, kind
            assert links["first"] == f"https://jobs.example.org/{name}"
            seen += [entry.id for entry in feed.entries]
            address = links.get("next")
        assert len(seen) == len(set(seen)) == 60
    following = json.loads(project.file("feed.json"))["next_url"]
    assert following == "https://jobs.example.org/feed-2.json"
    assert len(json.loads(project.file("feed-2.json"))["items"]) == 10


def test_a_footnote_leads_to_its_page(project: Project) -> None:
    """A feed has no place of its own that a link could lead to."""
    content = (
        feedparser.parse(project.file("feed.xml")).entries[2].content[0].value
    )  # of one day, the last by its address
    assert 'href="https://jobs.example.org/jobs/job-0/#text-fn-1"' in content
    assert 'href="#' not in content
    page = project.page("jobs/job-0")
    data = page[page.index('"@type":"JobPosting"') :]
    assert "https://jobs.example.org/jobs/job-0/#text-fn-1" in data[: data.index("</script>")]


def test_a_reader_is_told_when_to_come_again(project: Project) -> None:
    """Once a day, as the board is built."""
    assert feedparser.parse(project.file("feed.xml")).feed.ttl == "1440"


def test_feeds_are_announced_as_readers_look_for_them(project: Project) -> None:
    """By the value `alternate` alone, which some compare as a whole; so are the reminders and the changes."""
    page = Path(project.site / "index.html").read_text("utf-8")
    for address in ("feed.xml", "atom.xml", "feed.json", "closing-soon/feed.xml", "changes/feed.xml"):
        assert (
            f'<link rel="alternate" type="application/{"feed+json" if "json" in address else "atom+xml" if "atom" in address else "rss+xml"}"'
            in page
        )
        assert f'href="./{address}"' in page, address
