"""Pay, days and terms, as structured data states them."""

from __future__ import annotations

from typing import Any

import pytest

from jobboard.importing.pages.html_tree import decode_html, plain_text
from jobboard.importing.pages.job_terms import employment_stated, pay_stated, read_day, text_in
from jobboard.importing.pages.json_ld import read_json


@pytest.mark.parametrize(
    ("stated", "salary"),
    [
        ({"currency": "eur", "value": {"minValue": "3.500", "maxValue": 0, "unitText": "MONTH"}}, "EUR 3.500 month"),
        ({"currency": "USD", "value": {"value": "55,000.00", "unitText": "YEAR"}}, {"min": 55000, "max": 55000, "currency": "USD", "period": "year"}),
        ({"currency": "USD", "value": 25, "unitText": "HOUR"}, {"min": 25, "max": 25, "currency": "USD", "period": "hour"}),
        ({"currency": "USD", "value": {"minValue": 9, "maxValue": 5, "unitText": "HOUR"}}, "USD 9–5"),
        ({"currency": "???", "value": {"minValue": 9, "unitText": "HOUR"}}, "??? 9"),
        ({"value": {"value": 100}}, None),
        ("TV-L E13", "TV-L E13"),
        ("50000", None),
        (None, None),
    ],
)  # fmt: skip
def test_pay_is_what_is_stated(stated: Any, salary: Any) -> None:
    """Amounts need their currency and period; without them the words are kept, and nothing is made up."""
    assert pay_stated(stated)[0] == salary


def test_single_values() -> None:
    """Days keep the zone they are stated in, hours and contracts are told apart, JSON is mended only where it must be."""
    assert str(read_day("2026-12-01T23:30:00-08:00")[0]) == "2026-12-01"
    assert str(read_day("Tue, 1 Dec 2026")[0]) == "2026-12-01"
    assert str(read_day("20261201")[0]) == "2026-12-01"
    assert read_day("03/04/2026")[0] is None
    assert read_day("2026-02-30")[0] is None
    assert employment_stated(["FULL_TIME", "Permanent"]) == (["full-time"], "permanent", [])
    assert employment_stated("Vollzeit, befristet") == (["full-time"], "fixed-term", [])
    assert employment_stated("Regular Full Time (40h)")[0] == ["full-time"]
    assert employment_stated("Full-time or part-time")[0] == ["full-time", "part-time"]
    assert employment_stated("Night shift") == ([], None, ["Night shift"])
    assert read_json('{"a": "x"} {"b": 1}') == ([{"a": "x"}, {"b": 1}], "")
    assert read_json("{&quot;a&quot;: 1}")[0] == [{"a": 1}]
    assert read_json('{"a": "b\\u00e9 \\d c",}')[0] == [{"a": "bé \\d c"}]
    assert read_json("{{{")[0] == []
    assert plain_text("R&amp;amp;D &lt;b&gt;now&lt;/b&gt;") == "R&D now"
    assert decode_html("é".encode("cp1252"), "windows-1252") == "é"
    assert decode_html("é".encode("utf-16")) == "é"
    assert decode_html(b"<meta charset=utf-8>\xe9") == "<meta charset=utf-8>\ufffd"
    assert decode_html("é".encode("cp1252"), "no such encoding") == "é"
    assert text_in([None, {"value": ["a"]}]) == "a"
