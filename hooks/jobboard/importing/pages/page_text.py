"""What a page shows: its main text, its heading, its table of facts and its button to apply."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from jobboard.importing.pages.html_text import complete_link, to_markdown
from jobboard.importing.pages.html_tree import attribute, is_gone, parse_html, plain_text, prune_unseen, text_of
from jobboard.importing.pages.job_terms import read_day
from jobboard.importing.pages.page_address import clean_address
from jobboard.importing.texts.title_parts import GENERIC_TITLE, names_position

_LANDMARKS = (
    "[itemprop=articleBody]", "main article", "main", "[role=main]", "article", "#main-content", "#maincontent", "#main", "#content",
    ".main-content", ".job-description", ".job-details", ".content",
)  # fmt: skip
"""Where pages keep their own text, the most telling first."""
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|breadcrumbs?|share|sharing|social|newsletter|related|similar|recommended"
    r"|sidebar|skip-?(?:link|nav|to)\w*|menu|navbar|navigation|modal|popup|pagination|login|sign-?in|alert-?signup|job-?alerts?|advert-?slot)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of what stands around a text."""
_MIN_TEXT = 150
"""Characters below which a landmark is not what it is called."""

_APPLY = re.compile(
    r"(?:click here to )?apply(?: now| online| on website| here| today| externally| on(?: the)? (?:employer|company)(?:'s|’s)? (?:web)?site| directly| via (?:our|the) .{3,40}"
    r"|(?: now)? for (?:this|the) (?:job|position|post|role|vacancy|opportunity))?|start (?:your )?application|submit (?:your |an )?application"
    r"|(?:jetzt |online |hier )?bewerben|(?:zur )?online-?bewerbung|jetzt online bewerben|postuler(?: en ligne)?|je postule|candidatar-se"
    r"|solicitar|inscribirme|candidati(?: ora)?|solliciteer(?: nu| direct)?|ans(?:ö|ø)k(?: nu| nå)?|søg (?:stillingen|jobbet)|send (?:your )?application",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:job|position|vacancy|posting|advert|open)?\s?(?:description|details|openings?|offers?|positions?|vacanc(?:y|ies)|opportunit(?:y|ies)|listings?|search)|jobs?"
    r"|careers?(?: at .*| portal)?|join (?:us|our team)|work (?:with|for) us|home|welcome.*|news|stellenangebote?|karriere|job opportunities|current .*",
    re.IGNORECASE,
)
"""Headings of sections of a website, not of positions."""
_EMPLOYER = re.compile(
    r"\b(?:universit|universid|institut|college|hospital|klinik|clinic\b|akadem|academy|laborator|research cent|cent(?:er|re) for|school of|hochschule"
    r"|fachhochschule|polytechni|politecnico|école|ecole|eth z|foundation|max planck|inserm|cnrs|karolinska)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTitle:
    """What a page is called and by whom; empty or None where it does not say."""

    heading: str
    """The only first heading."""
    headings: tuple[str, ...]
    """Others that may be the position's name."""
    title: str
    employer: str
    published: dt.date | None
    language: str


def find_main_text(soup: BeautifulSoup, url: str | None) -> str:
    """The page's own text as Markdown; what stands around it is gone from *soup* already."""
    for landmark in _LANDMARKS:
        found = [part for part in soup.select(landmark) if len(text_of(part)) >= _MIN_TEXT]
        if len(found) == 1 or (found and landmark in ("main", "[role=main]", ".job-description")):
            return to_markdown(found[0], url)
    extracted = _extract_main_text(str(soup), url)
    body = soup.body or soup
    return to_markdown(extracted, url) if len(extracted) > _MIN_TEXT else to_markdown(body, url)


def find_facts(soup: BeautifulSoup, url: str | None) -> str:
    """The page's lists of terms and tables of labels as "Label: value" lines."""
    parts = [part for part in soup.find_all(["dl", "table"]) if part.find_parent(["dl", "table", "aside"]) is None]
    markdown = "\n".join(to_markdown(part, url) for part in parts[:20])
    return "\n".join(line for line in markdown.split("\n") if line.startswith("- **"))


def parse_main(html: str) -> BeautifulSoup:
    """The page as a tree, without what stands around its text."""
    soup = parse_html(html)
    _prune_around(soup)
    return soup


def find_page_title(soup: BeautifulSoup) -> PageTitle:
    """What the page's headings and meta elements say of it."""
    headings = [text_of(heading) for heading in soup.find_all("h1")]
    headings = [text for text in dict.fromkeys(headings) if 4 <= len(text) <= 200 and not _is_of_the_site(text)]
    lower = [text_of(heading) for heading in soup.find_all(["h2", "h3"], limit=12)]
    lower = [text for text in dict.fromkeys(lower) if 8 <= len(text) <= 160 and not _is_of_the_site(text)]
    site = _meta(soup, "og:site_name")
    whole = _meta(soup, "og:title") or (text_of(soup.title) if soup.title else "")
    parts = [part.strip() for part in re.split(r"\s+[|»•·–—-]\s+", whole) if part.strip()]
    employers = [part for part in (site, *parts[1:]) if _EMPLOYER.search(part) and len(part) <= 100]
    published = _meta(soup, "article:published_time") or _meta(soup, "datePublished") or _meta(soup, "DC.date.issued")
    root = soup.find("html")
    language = re.fullmatch(
        r"([a-z]{2})(?:[-_]\w+)?", attribute(root, "lang") if isinstance(root, Tag) else "", re.IGNORECASE
    )
    return PageTitle(
        heading=headings[0] if len(headings) == 1 else "",
        headings=(*(headings[:3] if len(headings) > 1 else ()), *(text for text in lower if names_position(text))),
        title=_bare_title(whole, site),
        employer=employers[0] if employers else "",
        published=read_day(published)[0] if published else None,
        language=language[1].lower() if language else "",
    )


def find_apply_link(soup: BeautifulSoup, url: str | None) -> tuple[str, str]:
    """The one address behind the page's links to apply, and their words; empty where there is none, or several."""
    found: dict[str, str] = {}
    for link in soup.find_all("a", href=True):
        if link.find_parent(["nav", "aside"]) is not None:
            continue
        for words in (text_of(link), attribute(link, "aria-label"), attribute(link, "title")):
            words = re.sub(r"[^\w)’'-]+$|^\W+", "", words)
            if len(words) <= 80 and _APPLY.fullmatch(words):
                target = complete_link(attribute(link, "href"), url)
                if target and not target.startswith("mailto:"):
                    target = clean_address(target, url)
                if target:
                    found.setdefault(target, words)
                break
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _is_of_the_site(heading: str) -> bool:
    return bool(_GENERIC.fullmatch(heading) or GENERIC_TITLE.fullmatch(heading))


def _bare_title(whole: str, site: str) -> str:
    """A page's title without the names of website and section before and behind it."""
    parts = re.split(r"(\s+[|»•·–—-]\s+)", whole.strip())
    for end in (-1, 0):
        while len(parts) > 1 and (parts[end] == site or _GENERIC.fullmatch(parts[end]) or _EMPLOYER.search(parts[end])):
            del parts[slice(-2, None) if end else slice(0, 2)]
    return "" if _is_of_the_site("".join(parts)) else re.split(r"\s+[|»•·]\s+", "".join(parts))[0]


def _prune_around(soup: BeautifulSoup) -> None:
    prune_unseen(soup)
    whole = len(soup.get_text())
    for part in soup.find_all():
        if is_gone(part) or part.name in ("html", "body", "main"):
            continue
        called = f"{attribute(part, 'class')} {attribute(part, 'id')}"
        is_around = part.name in ("nav", "footer", "aside") or attribute(part, "role") in (
            "navigation",
            "contentinfo",
            "search",
            "alert",
        )
        is_around = is_around or (
            part.name == "header" and part.find("h1") is None and part.find_parent(["main", "article"]) is None
        )
        if (is_around or _AROUND.search(called)) and part.find("h1") is None and len(part.get_text()) < 0.5 * whole:
            part.decompose()


def _extract_main_text(html: str, url: str | None) -> str:
    """What trafilatura takes for the page's text, as HTML; empty where it finds none or is not installed."""
    if importlib.util.find_spec("trafilatura") is None:
        return ""
    import trafilatura

    return trafilatura.extract(html, url=url, output_format="html", include_formatting=True, include_links=True) or ""


def _meta(soup: BeautifulSoup, name: str) -> str:
    for key in ("property", "name", "itemprop"):
        element = soup.find("meta", attrs={key: name})
        if isinstance(element, Tag):
            return plain_text(attribute(element, "content"))
    return ""
