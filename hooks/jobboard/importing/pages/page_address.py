"""The addresses of a saved page: where it was read, and where the position itself is published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from jobboard.importing.pages.html_text import complete_link
from jobboard.importing.pages.html_tree import attribute
from jobboard.importing.pages.job_terms import text_in

_SAVED_FROM = re.compile(
    r"<!--\s{0,9}saved from url=\(\d{1,6}\)(?P<browser>https?://\S{1,2000})|Page saved with SingleFile\s{1,9}url:\s{1,9}(?P<single>https?://\S{1,2000})"
)
"""What browsers and the SingleFile extension write on top of a page they save."""
_CLICK = re.compile(r"(?:ref|source|src|referrer|from|via|jobboard)=[A-Za-z_.-]*", re.IGNORECASE)
"""Where a click came from; a value with digits may as well be the job's own number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAddresses:
    """What is known of a page's place in the web; None where nothing is."""

    page: str | None
    """Where it was read."""
    evidence: str
    """How `page` is known."""
    posting: str | None
    """Where the position is published, by the page's own words; else `page`."""
    is_stated: bool
    """Whether the page itself names `posting`."""
    base: str | None
    """What relative links lead on from."""


def find_addresses(soup: BeautifulSoup, text: str, url: str | None, job: dict[str, Any] | None) -> PageAddresses:
    """The addresses of the page with source *text*, which was read at *url* if that is known."""
    saved = _SAVED_FROM.search(text, 0, 8192)
    read_at = [
        ("the address that was read", url or ""),
        ("the note of the browser that saved it", _saved_address(saved)),
    ]
    stated = [
        ("url", text_in((job or {}).get("url")) or text_in((job or {}).get("mainEntityOfPage"))),
        ("canonical", _attribute_of(soup.find("link", rel="canonical"), "href")),
        ("og:url", _attribute_of(soup.find("meta", property="og:url"), "content")),
    ]
    first = next((address for _, address in (*read_at, *stated) if is_complete(address)), None)
    known = [(name, link) for name, address in read_at if (link := clean_address(address, None))]
    own = [(name, link) for name, address in stated if (link := clean_address(address, first)) and _is_deep(link)]
    evidence, page = next(iter([*known, *own]), ("", None))
    base_element = _attribute_of(soup.find("base"), "href")
    base = urljoin(first or "", base_element) if base_element else first
    return PageAddresses(
        page=page,
        evidence=f"{evidence}: {page}" if page else "",
        posting=own[0][1] if own else page,
        is_stated=bool(own),
        base=base if base and is_complete(base) else None,
    )


def clean_address(address: str, base: str | None) -> str | None:
    """*address* without what only tells where a click came from; None when it is no address of a website."""
    link = complete_link(address, base) if address else None
    if link is None or link.startswith("mailto:"):
        return None
    parts = urlsplit(link)
    kept = "&".join(pair for pair in parts.query.split("&") if not _CLICK.fullmatch(pair))
    return parts._replace(query=kept).geturl() if kept != parts.query else link


def is_complete(address: str) -> bool:
    """Whether *address* names a website on its own."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname)


def _is_deep(link: str) -> bool:
    """Whether *link* leads to a page, and not to the front page that careless templates name everywhere."""
    parts = urlsplit(link)
    return bool(parts.path.strip("/") or parts.query or len(parts.fragment) > 1)


def _saved_address(saved: re.Match[str] | None) -> str:
    return (saved["browser"] or saved["single"]) if saved else ""


def _attribute_of(element: Any, name: str) -> str:
    return attribute(element, name) if isinstance(element, Tag) else ""
