"""File names that become addresses, and what is said of the others."""

from __future__ import annotations

import pytest

from jobboard.source.addresses import (
    job_address,
    organization_slug,
    propose_slug,
    report_file_name,
    slug_of_file,
    slugify,
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2026-11-20-postdoc.md", "postdoc"), ("postdoc-2.md", "postdoc-2"), ("con-postdoc.md", "con-postdoc"), ("common.md", "common"),
        ("con.md", None), ("2026-11-20-aux.md", None), ("lpt1.md", None), ("com10.md", "com10"), ("a_b.md", None), ("..md", None),
        ("A.md", None), ("é.md", None), ("e\N{COMBINING ACUTE ACCENT}.md", None), ("a.markdown", None), ("a" * 150 + ".md", "a" * 150), ("a" * 151 + ".md", None),
    ],
)  # fmt: skip
def test_a_name_gives_one_address_on_every_machine_or_none(name: str, slug: str | None) -> None:
    """Nothing that another file system spells in another way, keeps for itself, or has no room for."""
    assert slug_of_file(name) == slug


ELSE = "lower-case letters a-z, digits and hyphens, ending in `.md`"


@pytest.mark.parametrize(
    ("name", "message", "help"),
    [
        ("con.md", "`con.md` is a name that Windows keeps for a device", "`con-position.md`, or whatever names employer and job"),
        ("NUL.md", "`NUL.md` is a name that Windows keeps for a device", "`nul-position.md`, or whatever names employer and job"),
        ("2026-11-20-aux.md", "`2026-11-20-aux.md` is a name that Windows keeps for a device", "`aux-position.md`, or whatever names employer and job"),
        ("a.txt", "a posting's file name ends in `.md`", "`a.md`"),
        ("a", "a posting's file name ends in `.md`", "`a.md`"),
        ("Ä b.md", "`Ä b.md` cannot become an address", f"`a-b.md`: {ELSE}"),
        ("a.b.txt", "`a.b.txt` cannot become an address", f"`a-b.md`: {ELSE}"),
        ("2026-11-20-A.md", "`2026-11-20-A.md` cannot become an address", f"`a.md`: {ELSE}"),
        ("日本.md", "`日本.md` cannot become an address", f"`postdoc-health-ml.md`: {ELSE}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("folder", ["", "postings/2026/"])
def test_another_name_is_proposed(folder: str, name: str, message: str, help: str) -> None:
    """One that gives an address itself."""
    report = report_file_name(folder + name)
    assert (report.message, report.help) == (message, (f"rename it to {help}",))
    assert slug_of_file(help.split("`")[1])


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


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Straße Ørsted ørn Łódź łan ısı", "strasse-orsted-orn-lodz-lan-isi"),
        (" - A & b! ", "a-b"), ("Université", "universite"), ("ﬁne", "fine"), ("日本", ""),
        ("a" * 151, "a" * 150), ("a" * 149 + " b", "a" * 149), ("a" * 148 + " b", "a" * 148 + "-b"),
    ],
)  # fmt: skip
def test_words_become_part_of_an_address(words: str, slug: str) -> None:
    """Letters lose their accents, all else is a hyphen, and none stands at an end, wherever it is cut."""
    assert slugify(words) == slug


def test_addresses_never_change() -> None:
    """Of a job, and of an organization, whose name may be in any script, case and width."""
    assert job_address("postdoc") == "jobs/postdoc/"
    assert organization_slug("Northbridge University") == "northbridge-university"
    assert {organization_slug(name) for name in ("Москва", "МОСКВА")} == {"organization-68c63b0766"}
    assert {organization_slug(name) for name in ("カナ", "ｶﾅ")} == {"organization-871f9f4aff"}
