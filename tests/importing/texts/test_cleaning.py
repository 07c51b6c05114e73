"""Texts from mails, web pages and old files become plain Markdown."""

from __future__ import annotations

import pytest

from jobboard.importing.draft import Draft
from jobboard.importing.texts.cleaning import decode, repair_characters, strip_mail
from jobboard.importing.texts.markup import clean_markup
from jobboard.importing.texts.paragraphs import markdown_of_text


def test_plain_lines_become_paragraphs_lists_and_headings() -> None:
    """Every line of a pasted text is a paragraph of its own, unless a mail program broke it."""
    assert markdown_of_text("What we offer\n- a\n- b\nMore\ntext") == "## What we offer\n\n- a\n- b\n\nMore\n\ntext"
    line = "this line was broken by a mail program because it is rather long\n"
    assert markdown_of_text(line * 5) == " ".join([line.strip()] * 5)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("• a\n· b\n– c", "- a\n- b\n- c"),
        ("### Place###\n\nBern", "### Place\n\nBern"),
        ("a ![b](c.png) d", "a  d"),
        ("[a](/b) [c](https://e.org/d) [e](mailto:f@g.org)", "a [c](https://e.org/d) [e](mailto:f@g.org)"),
        ("a<br>b &lt;i&gt;c&lt;/i&gt;", "a\n\nb *c*"),
        ("{{< youtube x >}}{% include y %}text", "text"),
        ("see <https://example.org/a-\nb>", "see <https://example.org/a-b>"),
        ("https://example.org/jobs/long/\n4711", "https://example.org/jobs/long/4711"),
        ("<!-- note -->a < b", "a < b"),
        (
            "[write](mailto:a@b) or [us](mailto:us@example.org?subject=a)",
            "write or [us](mailto:us@example.org?subject=a)",
        ),
        ("[a](#b) [](https://e.org/c)", "a https://e.org/c"),
    ],
)
def test_a_body_is_plain_markdown(written: str, clean: str) -> None:
    """HTML, images, shortcodes and inner links are gone; what they said stays."""
    assert clean_markup(written, Draft(source="a")) == clean


def test_characters_are_repaired_where_that_is_certain() -> None:
    """Mojibake, lost apostrophes and invisible characters are mended, and said."""
    draft = Draft(source="a")
    assert repair_characters("weâ€™re in ZÃ¼rich\u200b, don?t ask\r\n", draft) == "we’re in Zürich, don’t ask\n"
    assert len(draft.repairs) == 2
    draft = Draft(source="a")
    assert repair_characters("caf\ufffd", draft) == "caf?"
    assert draft.problems


def test_mail_residue_is_removed() -> None:
    """Quotes, signatures and what devices add are not part of the position."""
    draft = Draft(source="a")
    assert strip_mail("> a\n> b\n> c", draft) == "a\nb\nc"
    assert strip_mail("a\nSent from my phone\nb", draft) == "a\nb"
    footer = "a\n" * 9 + "_______________________\nList mailing list\nhttps://l.example.org/listinfo"
    assert strip_mail(footer, draft).strip() == "\n".join("a" * 9)


def test_files_that_are_no_text_are_refused() -> None:
    """A word processor's file is not taken for a text; other encodings are."""
    assert decode("Zürich".encode("cp1252")) == ("Zürich", "the file was Windows-1252")
    assert decode("Zürich".encode("utf-16")) == ("Zürich", "the file was UTF-16")
    assert decode("Bern, Zü".encode()[:-1]) == ("Bern, Z", "a character that was cut off at the end was dropped")
    for data in (b"PK\x03\x04abc", b"%PDF-1.4", b"a\x00b", b"\xff\xfe\x00\xd8\x00", bytes(range(128, 200))):
        with pytest.raises(ValueError, match="text"):
            decode(data)
