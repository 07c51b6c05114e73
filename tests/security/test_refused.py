"""What is refused is refused with its line, and no report does what a value in it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import comrak
import pytest

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.diagnostics.reports.markdown import MAX_ROWS
from jobboard.policy import Policy
from security.kit import BODY, CLOSED, LINKS, PLAIN, TEXTS, Value, read, values, write
from security.parsing import parse_text

_UNSAFE = comrak.RenderOptions()
_UNSAFE.unsafe_ = True
_TABLES = comrak.ExtensionOptions()
_TABLES.table = True
_TABLES.autolink = True
_REPORT_ELEMENTS = {
    "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "strong", "br", "a",
}  # fmt: skip


def _refuse(value: Value, place: str, text: str, policy: Policy) -> list[Diagnostic]:
    posting, diagnostics = read(text, policy)
    assert posting is None, (place, value.text)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.is_error]
    line = next((n for n, line in enumerate(text.split("\n"), 1) if line.startswith(f"{place.split('.')[0]}: ")), 0)
    assert any(mark.line == line for error in errors for mark in error.marks) or not line, (place, value.text)
    return diagnostics


@pytest.fixture(scope="module")
def refusals(policy: Policy) -> list[Diagnostic]:
    """Every problem that the kit causes."""
    return list(_find_refusals(policy))


def _find_refusals(policy: Policy) -> Iterator[Diagnostic]:
    for place in (*TEXTS, *LINKS, *CLOSED):
        taken = 0
        for value in values("links" if place in LINKS else "fields"):
            text = write({place: value.text})
            posting, diagnostics = read(text, policy)
            if posting is None:
                diagnostics = _refuse(value, place, text, policy)
            else:
                taken += 1
            yield from diagnostics
        # of a field's values all or few are taken
        assert place in TEXTS or taken <= 7, place
    for value in values("bodies"):
        yield from read(write({}, value.text), policy)[1]


def test_a_word_of_a_list_is_never_something_else(policy: Policy) -> None:
    """No closed field takes a hostile value but where it is an ordinary word; each refusal points to the field's line."""
    taken = {
        (place, value.text)
        for place in CLOSED
        for value in values("fields")
        if read(write({place: value.text}), policy)[0] is not None
    }
    words = {("aliases", word) for word in ("constructor", "undefined", "then", "null", "top", "length")}
    assert taken == words | {("language", "top"), ("salary.currency", "top"), ("timezone", "-0")}  # Tonga's, and UTC


def test_links_are_web_or_mail_addresses(policy: Policy) -> None:
    """Whatever a field for an address takes begins with `https://` or `http://` and names a host, or is an e-mail address."""
    for place in LINKS:
        for value in values("links"):
            posting, _ = read(write({place: value.text}), policy)
            if posting is not None:
                shape = r"[^\s@\"<>()]+@[\w.-]+" if place.endswith("email") else r"https?://[\w.-]+(?:/[^\s\"'<>`\\]*)?"
                assert re.fullmatch(shape, value.text), value.text


@pytest.mark.parametrize("as_escapes", [True, False])
def test_what_nobody_sees_is_refused(policy: Policy, as_escapes: bool) -> None:
    """Control, direction and zero-width characters are refused in every field, as they are and as an escape of YAML."""
    for place in (*TEXTS, *LINKS, *CLOSED):
        for value in values("hidden"):
            _refuse(value, place, write({place: f"x {value.text}"}, as_escapes=as_escapes), policy)


def test_what_nobody_sees_is_refused_in_a_text(policy: Policy) -> None:
    """As it is, and as an entity of HTML."""
    for value in values("hidden"):
        assert read(write({}, f"{BODY} {value.text}"), policy)[0] is None
        entities = "".join(f"&#{ord(sign)};" for sign in value.text)
        posting, _ = read(write({}, f"{BODY} {entities}"), policy)
        assert posting is None or value.text.isprintable(), value.text


def test_half_a_character_is_refused(policy: Policy) -> None:
    """A surrogate is no text, neither as bytes nor as an escape of YAML."""
    assert read(write({"title": "x \ud83d"}, as_escapes=False), policy)[0] is None
    escaped = write({}).replace(PLAIN["title"], "x \\ud83d")
    assert read(escaped, policy)[0] is None


def _in_parts(refusals: list[Diagnostic]) -> Iterator[list[Diagnostic]]:
    """As many at a time as every report for people tells."""
    assert len(refusals) > 3_000
    for start in range(0, len(refusals), MAX_ROWS):
        yield refusals[start : start + MAX_ROWS]


def test_annotations_are_one_command_each(refusals: list[Diagnostic]) -> None:
    """GitHub reads as many commands as there are problems, each of them `error` or `warning`."""
    for part in _in_parts(refusals):
        lines = RENDERERS["github"](part, "https://jobs.example.org/").split("\n")
        assert lines.pop() == ""
        assert len(lines) == len(part)
        for line in lines:
            assert re.fullmatch(
                r"::(?:error|warning) file=[\w.]+,line=\d+,col=\d+(?:,endColumn=\d+)?,title=[a-z0-9-]+::.+", line
            )


def test_reports_control_no_terminal(refusals: list[Diagnostic]) -> None:
    """No format holds a control character but line breaks, nor one that changes the direction of a text."""
    for part in _in_parts(refusals):
        for name, render in RENDERERS.items():
            assert not re.search(
                r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]", render(part, None)
            ), name


def test_summaries_hold_no_markup_of_a_value(refusals: list[Diagnostic]) -> None:
    """A job summary is headings and tables; no value becomes a link, an image, a mention or an element."""
    for part in _in_parts(refusals):
        summary = RENDERERS["markdown"](part, "https://jobs.example.org/")
        html = comrak.render_markdown(summary, extension_options=_TABLES, render_options=_UNSAFE)
        for element in list(parse_text(html).iter())[1:]:
            assert element.tag in _REPORT_ELEMENTS, element.tag
            assert set(element.keys()) <= {"align", "href"}, element.attrib
            # an e-mail address becomes a link whatever it is written with
            assert element.get("href", "mailto:").startswith(("https://jobs.example.org/rules/", "mailto:"))
        assert not re.search(r"(?<![\w&;])@\w", summary)


def test_reports_for_programs_are_json(refusals: list[Diagnostic]) -> None:
    """Both formats for programs hold every problem."""
    assert len(json.loads(RENDERERS["json"](refusals, None))) == len(refusals)
    [run] = json.loads(RENDERERS["sarif"](refusals, None))["runs"]
    assert len(run["results"]) == len(refusals)
