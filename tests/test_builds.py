"""Sites of one or two postings, built by `mkdocs build --strict`, each for what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib

from building import make_project, posting, snapshot


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    """A screen reader is told the language of a posting that is not the board's; nothing is said otherwise."""
    project = make_project(tmp_path)
    project.write("postings/de.md", posting("Promotionsstelle", more="language: de\n"))
    project.write("postings/en.md", posting())
    assert project.build().returncode == 0
    assert '<h1 id="top" dir="auto" lang="de">' in project.page("jobs/de")
    assert re.search('<div class="jb-text"[^>]* lang="de">', project.page("jobs/de"))
    assert '<h1 id="top" dir="auto">' in project.page("jobs/en")


def test_the_boards_own_name_is_escaped(tmp_path: Path) -> None:
    """A title with `&`, `<` or quotes in board.yml is printed as it is, once, in every part of every page."""
    project = make_project(tmp_path)
    policy = (project.root / "board.yml").read_text("utf-8")
    project.write("board.yml", policy.replace("title: Example board", 'title: R&D <b>jobs</b> "here"'))
    assert project.build().returncode == 0
    for address in ("", "post"):
        page = project.page(address)
        assert "<b>jobs" not in page
        assert "&amp;amp;" not in page
        assert html5lib.HTMLParser(strict=False).parse(page) is not None
    assert "<title>R&amp;D &lt;b&gt;jobs&lt;/b&gt; &#34;here&#34;</title>" in project.page("")


def test_employer_and_recruiter_are_linked(tmp_path: Path) -> None:
    """What structured data says about the employer stands on the page, too, and so does the recruiter's address."""
    project = make_project(tmp_path)
    employer = "{name: Northbridge University, unit: Radiology, url: https://northbridge.example.org/}"
    more = "via: {name: Agency, url: https://agency.example.org/}\n"
    project.write("postings/one.md", posting(organization=employer, more=more))
    assert project.build().returncode == 0
    page = project.page("jobs/one")
    assert 'href="https://northbridge.example.org/">Employer’s website</a>' in page
    assert 'via <a rel="nofollow noopener ugc" href="https://agency.example.org/">Agency</a>' in page
    assert "</span> <span>Radiology</span> <span>Edinburgh" in " ".join(page.split()), "read aloud, the parts are apart"


def test_an_index_without_entries_says_what_an_entry_needs(tmp_path: Path) -> None:
    """Where no value has enough positions for a page, the index does not claim that nothing was published."""
    project = make_project(tmp_path)
    project.write("postings/one.md", posting("Only one"))
    assert project.build().returncode == 0
    assert "Nothing is listed here yet. A page needs 2 positions." in project.page("organizations")


def test_guides_can_link_to_what_the_board_writes(tmp_path: Path) -> None:
    """Pages, rules, feeds and the dataset, from any folder, and MkDocs finds them all."""
    project = make_project(tmp_path)
    project.write("postings/job.md", posting("Title"))
    links = {
        "tags/imaging/index.md": "tags/imaging/",
        "rules/unknown-tag.md": "rules/unknown-tag/",
        "feed.xml": "feed.xml",
    }
    written = "\n".join(f"- [{number}]({link})" for number, link in enumerate(links))
    project.write("docs/subscribe.md", f"# Subscribe\n\n{written}\n")
    project.write("docs/tags/about.md", "# About\n\n[here](imaging/index.md) [there](../jobs.json)\n")
    navigation = (
        (project.root / "mkdocs.yml").read_text("utf-8").replace("\nnav:\n", "\nnav:\n  - About: tags/about.md\n")
    )
    project.write("mkdocs.yml", navigation)
    result = project.build()
    assert result.returncode == 0, result.stdout
    page = (project.site / "subscribe/index.html").read_text("utf-8")
    for number, address in enumerate(links.values()):
        assert f'<a href="../{address}">{number}</a>' in page


def test_the_edit_link_follows_the_folder_of_postings(tmp_path: Path) -> None:
    """Edit links name the folder that is published; without a repository there is none."""
    project = make_project(tmp_path)
    project.write("content/jobs/one.md", posting())
    assert project.build(JOBBOARD_POSTINGS="content/jobs").returncode == 0
    assert "/edit/main/content/jobs/one.md" in project.page("jobs/one")
    policy = (project.root / "board.yml").read_text("utf-8")
    project.write("board.yml", re.sub("(?m)^repository:.*\n", "", policy))
    assert project.build(JOBBOARD_POSTINGS="content/jobs").returncode == 0
    assert "Edit this posting" not in project.page("jobs/one")


def test_one_and_two_processes_write_the_same_site(tmp_path: Path) -> None:
    """A board that is large enough for a second process comes out the same with one."""
    project = make_project(tmp_path)
    for number in range(200):
        project.write(f"postings/job-{number}.md", posting(f"Title {number}", deadline=f"2026-12-{number % 28 + 1:02}"))
    two = project.build("-d", str(tmp_path / "two"))
    assert two.returncode == 0, two.stdout
    one = project.build("-d", str(tmp_path / "one"), JOBBOARD_PROCESSES="1")
    assert one.returncode == 0, one.stdout
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def test_a_site_and_an_employer_in_another_script_have_addresses(tmp_path: Path) -> None:
    """The site's is encoded wherever machines read it; the employer's is made of letters that every system knows."""
    project = make_project(tmp_path)
    for number in range(2):
        project.write(f"postings/job-{number}.md", posting(f"Title {number}", organization="清华大学"))
    result = project.build(JOBBOARD_SITE_URL="https://jöbs.example.org/tafel ü/".replace(" ", "-"))
    assert result.returncode == 0, result.stdout
    root = "https://xn--jbs-sna.example.org/tafel-%C3%BC/"
    assert f'<atom:link href="{root}feed.xml"' in project.file("feed.xml")
    assert f"<loc>{root}jobs/job-0/</loc>" in project.file("sitemap.xml")
    (page,) = (project.site / "organizations").glob("*/index.html")
    assert re.fullmatch("organization-[0-9a-f]{10}", page.parent.name)
    assert "清华大学" in page.read_text("utf-8")
