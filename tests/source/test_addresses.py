"""File names that become addresses, and what is said of the others."""

from __future__ import annotations

import pytest

from jobboard.source.addresses import propose_slug, report_file_name, slug_of_file


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2026-11-20-postdoc.md", "postdoc"), ("postdoc-2.md", "postdoc-2"), ("con-postdoc.md", "con-postdoc"), ("common.md", "common"),
        ("con.md", None), ("2026-11-20-aux.md", None), ("lpt1.md", None), ("com10.md", "com10"), ("a_b.md", None), ("..md", None),
        ("A.md", None), ("é.md", None), ("e\N{COMBINING ACUTE ACCENT}.md", None), ("a.markdown", None), ("a" * 151 + ".md", None),
    ],
)  # fmt: skip
def test_a_name_gives_one_address_on_every_machine_or_none(name: str, slug: str | None) -> None:
    """Nothing that another file system spells in another way, keeps for itself, or has no room for."""
    assert slug_of_file(name) == slug


@pytest.mark.parametrize(
    ("name", "message", "help"),
    [
        ("con.md", "`con.md` is a name that Windows keeps for a device", "rename it to `con-position.md`"),
        ("NUL.md", "`NUL.md` is a name that Windows keeps for a device", "rename it to `nul-position.md`"),
        ("a.txt", "a posting's file name ends in `.md`", "rename it to `a.md`"),
        ("Ä b.md", "`Ä b.md` cannot become an address", "rename it to `a-b.md`"),
    ],
)
def test_another_name_is_proposed(name: str, message: str, help: str) -> None:
    """One that gives an address itself."""
    report = report_file_name(f"postings/2026/{name}")
    assert report.message == message
    assert report.help[0].startswith(help)
    assert slug_of_file(help.removeprefix("rename it to ").strip("`"))


@pytest.mark.parametrize(
    ("organization", "title", "slug"),
    [
        ("Northbridge University", "Postdoc: imaging", "northbridge-university-postdoc-imaging"),
        ("", "Postdoc", "postdoc"), ("Zürich", "", "zurich"), ("北京", "博士后", ""), ("", "CON", "con-position"),
        ("a" * 100, "b", "a" * 80), ("a" * 60, "b" * 60, "a" * 60), ("a" * 40, "b" * 39 + " c", "a" * 40 + "-" + "b" * 39),
    ],
)  # fmt: skip
def test_employer_and_job_become_an_address(organization: str, title: str, slug: str) -> None:
    """In this order, cut at a word, and one that a file can have."""
    assert propose_slug(organization, title) == slug
    assert not slug or slug_of_file(f"{slug}.md")
