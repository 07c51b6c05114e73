"""Addresses in running text."""

from __future__ import annotations

import pytest

from jobboard.importing.texts.links import clean_link, find_emails, locate_links


@pytest.mark.parametrize(
    ("wrapped", "meant"),
    [
        ("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&data=x", "https://example.org/a?b=1"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_jobs_a-2Db&d=Dw&c=x", "https://example.org/jobs/a-b"),
        ("https://urldefense.com/v3/__https://example.org/a*b__;Iw!!x$", "https://example.org/a#b"),
        ("https://urldefense.com/v3/__http:/*example.org/a__;Lw!!x$", "http://example.org/a"),
        ("https://www.google.com/url?q=https://example.org/&sa=D", "https://example.org/"),
        ("https://example.org/a?utm_source=x&id=1&gh_src=2#:~:text=b", "https://example.org/a?id=1"),
        ("https://example.org/a?b=%20c", "https://example.org/a?b=%20c"),
        ("https://[broken", "https://[broken"),
        ("https://urldefense.com/v3/__https://example.org/a__;4pyT!!x$", "https://example.org/a"),
        ("https://urldefense.com/v3/__https://example.org/a*b__;_w!!x$", "https://example.org/a*b"),
        ("https://urldefense.com/v2/else?x=1", "https://urldefense.com/v2/else?x=1"),
        (f"https://example.org/?utm_source={'x' * 4000}", f"https://example.org/?utm_source={'x' * 4000}"),
        ("https://nam02.safelinks.protection.outlook.com/?url=javascript%3A1", "https://nam02.safelinks.protection.outlook.com/?url=javascript%3A1"),
    ],
)  # fmt: skip
def test_wrapped_links_lead_where_they_were_meant_to(wrapped: str, meant: str) -> None:
    """Gateways, redirects and tracking are taken away; anything else stays as it is."""
    assert clean_link(wrapped) == meant
    assert clean_link(meant) == meant


def test_addresses_are_found_in_running_text() -> None:
    """Punctuation is no part of an address, and obfuscated e-mail addresses are read."""
    links = locate_links("See (https://example.org/a_(b)), https://example.org/c.")
    assert [link.value for link in links] == ["https://example.org/a_(b)", "https://example.org/c"]
    text = "ann [at] example (dot) edu, bob@example.org. Carl (at) uni-x.de; not: look at example. Dots"
    assert find_emails(text) == ["ann@example.edu", "bob@example.org", "Carl@uni-x.de"]
