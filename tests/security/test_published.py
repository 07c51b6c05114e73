"""Whatever a posting holds, every published file says it as text, and nothing in it becomes anything else."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from html import unescape

import feedparser
import icalendar
import pytest
from lxml import etree

from security.conftest import OLD_ADDRESS, Twins
from security.kit import TEXTS
from security.parsing import faults_of_page, faults_of_text, find, outline, parse_page, parse_text, words

_SCRIPT_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_STRICT_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)


def test_the_kit_is_carried(twins: Twins) -> None:
    """Every value for a text is taken by nearly every field, so that what follows proves something."""
    carried = [carrier for carrier in twins.carriers if carrier.value.slug.startswith("fields-")]
    assert len(carried) == 212
    assert all(set(carrier.places) >= set(TEXTS) - {"title"} for carrier in carried)
    assert len(twins.carriers) >= 200


def test_no_value_changes_its_page(twins: Twins) -> None:
    """A job page has the same elements with the same attributes, whatever its fields say; the text shows what it may."""
    faults = []
    for carrier in twins.carriers:
        address = f"jobs/{carrier.value.slug}"
        hostile, harmless = (parse_page(project.page(address)) for project in (twins.hostile, twins.harmless))
        left_out = ("jb-near", "jb-text")
        if outline(hostile, *left_out) != outline(harmless, *left_out):
            faults.append(f"{carrier.value.slug}: the page has another outline")
        faults += [f"{carrier.value.slug}: {fault}" for fault in faults_of_page(hostile)]
        text = find(hostile, "jb-text")
        for mark in [child for child in text if child.tag == "span" and child.get("data-summary")]:
            text.remove(mark)  # the house's own
        faults += [f"{carrier.value.slug}: {fault}" for fault in faults_of_text(text)]
    assert faults == []


def test_every_value_is_said_as_it_is(twins: Twins) -> None:
    """Nothing is lost: what a title or an employer's name says can be read on the page, in its head and in its data."""
    for carrier in twins.carriers:
        said = " ".join(carrier.value.text.split())
        text = twins.hostile.page(f"jobs/{carrier.value.slug}")
        page = parse_page(text)
        heading = next(page.iter("h1"))
        [trail, *position] = (json.loads(data) for data in _SCRIPT_DATA.findall(text))
        if "title" in carrier.places:
            assert words(heading) == said
            assert trail["breadcrumb"]["itemListElement"][-1]["name"] == said
            assert said in _property(page, "og:title")
            assert said in words(next(page.iter("title")))
            for posting in position:
                assert posting["title"] == said
        if "summary" in carrier.places:
            assert _property(page, "og:description") == said
        for place in carrier.places:
            if place.split(".")[0] in ("salary", "funding", "eligibility", "start"):
                assert said in words(find(page, "jb-facts")), place


def _property(page: ET.Element, name: str) -> str:
    [content] = [meta.get("content", "") for meta in page.iter("meta") if meta.get("property") == name]
    return " ".join(content.split())


def test_data_in_a_script_does_not_leave_it(twins: Twins) -> None:
    """JSON-LD holds neither what ends a script nor what begins a comment or another script in it."""
    for carrier in twins.carriers:
        text = twins.hostile.page(f"jobs/{carrier.value.slug}")
        found = _SCRIPT_DATA.findall(text)
        assert len(found) == len(_SCRIPT_DATA.findall(twins.harmless.page(f"jobs/{carrier.value.slug}")))
        for data in found:
            assert not re.search(r"<(?:!--|/?script)", data, re.IGNORECASE), carrier.value.slug
            description = json.loads(data).get("description", "")
            assert list(faults_of_text(parse_text(description))) == [], carrier.value.slug


def test_no_list_changes(twins: Twins) -> None:
    """Rows, facets, the archive, the pages of figures and of organizations have the same elements, in whatever order."""
    faults = []
    for path in sorted(twins.hostile.site.rglob("*.html")):
        address = path.relative_to(twins.hostile.site).as_posix()
        if address.startswith(("jobs/fields", "jobs/links", "jobs/bodies", "rules/")):
            continue
        hostile = parse_page(path.read_text("utf-8"))
        faults += [f"{address}: {fault}" for fault in faults_of_page(hostile)]
        twin = twins.harmless.site / address
        if twin.exists() and "organizations" not in address:  # which are called in another way there
            harmless = parse_page(twin.read_text("utf-8"))
            if Counter(outline(hostile)) != Counter(outline(harmless)):
                faults.append(f"{address}: {Counter(outline(hostile)) - Counter(outline(harmless))}")
    assert faults == []


def test_a_page_that_moved_says_its_title(twins: Twins) -> None:
    """An old address is a page without the shell, whose title is text, and which leads to the new one and nowhere else."""
    page = parse_page(twins.hostile.page(f"jobs/{OLD_ADDRESS}"))
    harmless = parse_page(twins.harmless.page(f"jobs/{OLD_ADDRESS}"))
    assert outline(page) == outline(harmless)
    assert list(faults_of_page(page)) == []
    assert next(page.iter("title")).text == twins.carriers[0].value.text


def test_feeds_say_what_the_postings_say(twins: Twins) -> None:
    """Every feed is well-formed, has an entry for each posting, its title as text, and nothing in its text but what may be."""
    titles = _titles(twins)
    seen = Counter[str]()
    for path in sorted(twins.hostile.site.rglob("*.xml")):
        root = etree.parse(path, _STRICT_XML).getroot()
        assert root.tag.rpartition("}")[2] in ("rss", "feed", "urlset"), path
        assert not root.xpath("//processing-instruction()|//comment()"), path
        if root.tag.endswith("urlset"):
            continue
        assert root.getroottree().docinfo.doctype == "", path
        if path.parent != twins.hostile.site:  # the same entries again
            continue
        for entry in root.iter("item", "{*}entry"):
            [address] = [link.get("href") or link.text for link in entry.findall("{*}link")]
            slug = address.rstrip("/").rpartition("/")[2]
            title = entry.findtext("{*}title")
            assert (unescape(title) if entry.tag == "item" else title).startswith(titles[slug]), slug
            for content in entry.iter("{*}encoded", "{*}content", "description"):
                assert list(faults_of_text(parse_text(_whole(content.text)))) == [], (path, slug)
            seen[slug] += 1
    assert set(seen.values()) == {2}
    assert seen.keys() == titles.keys()


def _whole(html: str) -> str:
    """A text whose links to its own parts lead to its page, as they are on the page."""
    return re.sub(r'href="https://jobs\.example\.org/jobs/[a-z0-9-]+/#', 'href="#', html)


def _titles(twins: Twins) -> dict[str, str]:
    return {
        carrier.value.slug: " ".join(carrier.value.text.split()) if "title" in carrier.places else "Postdoc in medical"
        for carrier in twins.carriers
    }


def test_feed_readers_see_the_titles(twins: Twins) -> None:
    """feedparser, whose sanitizer is switched off, reads each title as the posting has it."""
    feedparser.sanitizer.SANITIZE_HTML = 0
    titles = _titles(twins)
    for name in ("feed.xml", "atom.xml"):
        parsed = feedparser.parse((twins.hostile.site / name).read_bytes(), sanitize_html=False)
        assert not parsed.bozo
        for entry in parsed.entries:
            slug = entry.link.rstrip("/").rpartition("/")[2]
            title = unescape(entry.title) if entry.title_detail.type == "text/html" else entry.title
            assert title.startswith(titles[slug]), (name, slug, entry.title)


def test_json_says_what_the_postings_say(twins: Twins) -> None:
    """The dataset, the feeds and the index of the search are JSON that holds each value unchanged."""
    titles = _titles(twins)
    jobs = {job["slug"]: job for job in json.loads(twins.hostile.file("jobs.json"))["jobs"]}
    assert jobs.keys() == titles.keys()
    for carrier in twins.carriers:
        job = jobs[carrier.value.slug]
        said = " ".join(carrier.value.text.split())
        assert job["title"].startswith(titles[carrier.value.slug])
        for place in carrier.places:
            if place.startswith(("author", "organization", "via", "funding", "eligibility", "summary")):
                value = job
                for key in place.split("."):
                    value = value[key]
                assert value == said, place
    index = json.loads(twins.hostile.file("board/index.json"))
    assert sorted(index["jobs"]["title"]) == sorted(job["title"] for job in jobs.values())
    for path in (*twins.hostile.site.rglob("feed.json"), *twins.hostile.site.rglob("feed-*.json")):
        for item in json.loads(path.read_bytes())["items"]:
            assert list(faults_of_text(parse_text(_whole(item["content_html"])))) == [], path


def test_calendars_hold_nothing_but_deadlines(twins: Twins) -> None:
    """No value ends a line, an event or a calendar; lines are folded between characters, and texts read back."""
    titles = _titles(twins)
    for path in sorted(twins.hostile.site.rglob("*.ics")):
        data = path.read_bytes()
        assert not re.search(rb"\r(?!\n)|(?<!\r)\n", data), path
        assert max(map(len, data.split(b"\r\n"))) <= 75, path
        calendar = icalendar.Calendar.from_ical(data)
        if path.parent.parent.name != "jobs":
            continue
        [event] = calendar.walk("VEVENT")
        harmless = icalendar.Calendar.from_ical(
            (twins.harmless.site / path.relative_to(twins.hostile.site)).read_bytes()
        )
        assert list(calendar.keys()) == list(harmless.keys())
        assert list(event.keys()) == list(harmless.walk("VEVENT")[0].keys())
        slug = path.parent.name
        assert str(event["SUMMARY"]).startswith(f"Deadline: {titles[slug]}"), path


@pytest.fixture(scope="module")
def shown(twins: Twins) -> dict[str, str]:
    """The words of each job page."""
    return {
        carrier.value.slug: words(parse_page(twins.hostile.page(f"jobs/{carrier.value.slug}")))
        for carrier in twins.carriers
        if carrier.value.kind == "templates"
    }


def test_no_template_is_evaluated(twins: Twins, shown: dict[str, str]) -> None:
    """What looks like Jinja, a snippet, an include, a macro or an attribute list is shown as it was written, or not at all."""
    secrets = ("site_name:", str(twins.hostile.root), "uid=", "4949")
    for slug, text in shown.items():
        assert "49" not in re.sub(r"7\*7", "", text).replace("2026", ""), slug
        assert not any(secret in text for secret in secrets), slug
    assert "{{ 7*7 }}" in shown["fields-templates-1"]
    assert "{% for i in range(9) %}{{ i }}{% endfor %}" in shown["bodies-templates-1"]
    assert '--8<-- "mkdocs.yml"'.replace('"', "“")[:5] in shown["bodies-templates-4"]
