"""A saved web page as a draft: first what its structure states, then what its text says."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from jobboard.importing.candidates import Candidate
from jobboard.importing.draft import Draft
from jobboard.importing.pages.html_tree import decode_html, parse_html, plain_text, text_of
from jobboard.importing.pages.job_posting import fill_from_job_posting, letters_of
from jobboard.importing.pages.job_terms import text_in
from jobboard.importing.pages.json_ld import find_typed, index_values, read_json_ld, resolve
from jobboard.importing.pages.label_grid import find_grid_facts
from jobboard.importing.pages.microdata import read_microdata
from jobboard.importing.pages.page_address import find_addresses
from jobboard.importing.pages.page_application import complete_application, propose_application
from jobboard.importing.pages.page_text import (
    PageTitle,
    find_apply_link,
    find_facts,
    find_main_text,
    find_page_title,
    parse_main,
)
from jobboard.importing.texts.deadlines import note_zone
from jobboard.importing.texts.employer_names import organization_of
from jobboard.importing.texts.text import fill_from_text
from jobboard.importing.texts.title_parts import names_position, take_apart
from jobboard.importing.texts.titles import note_parts

_MOST_READ = 500
"""Positions in a page's structured data that are looked at."""
_TEASER = 500
"""Characters up to which a description may be the mere beginning of what the page shows."""


MAX_JOBS = 50
"""Positions that one page is split into, at most."""


def count_jobs(html: bytes, charset: str | None = None) -> int:
    """How many positions a page's structured data is about, up to `MAX_JOBS`."""
    return min(len(_distinct_jobs(parse_html(decode_html(html, charset)))[0]), MAX_JOBS)


def read_page(
    html: str | bytes, source: str, url: str | None = None, *, charset: str | None = None, which: int | None = None
) -> Draft:
    """The position on a page, read at *url* if that is known; *charset* is what the server said of the bytes.

    Of a page about several positions, *which* says the number of the one that is meant.
    """
    text = decode_html(html, charset) if isinstance(html, bytes) else html
    soup = parse_html(text)
    draft = Draft(source=source)
    job = _find_job(soup, draft, which)
    addresses = find_addresses(soup, text, url, job)
    title = find_page_title(soup)
    if job is not None:
        fill_from_job_posting(draft, job, addresses.base)
    if addresses.page:
        draft.find("source", {"url": addresses.page}, addresses.evidence)
        draft.stem = _stem_of(addresses.page)
    main = parse_main(text)
    _complete_body(draft, main, addresses.base)
    facts = [find_facts(main, addresses.base), *find_grid_facts(main, addresses.base)]
    _propose_titles(draft, title)
    if title.employer:
        draft.propose(
            "organization",
            Candidate(
                organization_of(title.employer), ("website",), f"the name of the website: {title.employer}", 10_000
            ),
        )
    propose_application(draft, job, find_apply_link(soup, addresses.base), addresses)
    if title.language and "language" not in draft.findings:
        draft.hints["language"] = title.language
    fill_from_text(draft, "\n".join([*facts, "", draft.body]))
    complete_application(draft, job, addresses)
    draft.infer("date", title.published and title.published.isoformat(), f"the page's own date: {title.published}")
    draft.infer("language", title.language, f'lang="{title.language}"')
    note_zone(draft, {})
    return draft


def _propose_titles(draft: Draft, title: PageTitle) -> None:
    """Keep what the page's headings and its own title say the position is called."""
    if "title" in draft.findings:
        note_parts(draft, take_apart(str(draft.value("title"))), str(draft.value("title")))
        return
    headings = [
        ("page heading", title.heading),
        *(("heading", heading) for heading in title.headings),
        ("page title", title.title),
    ]
    for number, (sign, words) in enumerate(headings):
        if words:
            parts = take_apart(words)
            named = "names a position" if names_position(words) else "names no position"
            draft.propose(
                "title",
                Candidate(
                    parts.title,
                    (sign, named),
                    f"the page's {'title' if sign == 'page title' else 'heading'}: {words}",
                    number - 100,
                ),
            )
            if named == "names a position":
                note_parts(draft, parts, words)


def _distinct_jobs(soup: BeautifulSoup) -> tuple[list[dict[str, Any]], list[str]]:
    """What the page states about positions in JSON-LD, or else in microdata, each once; and remarks on its JSON."""
    values, remarks = read_json_ld(soup)
    typed = list(islice(find_typed(values, "JobPosting"), _MOST_READ))
    known = index_values(values) if typed else {}
    jobs = [resolve(job, known) for job in typed] or read_microdata(soup, "JobPosting")
    distinct = {plain_text(text_in(job.get("title"))) + text_in(job.get("url")): job for job in jobs}
    return list(distinct.values()), remarks


def _find_job(soup: BeautifulSoup, draft: Draft, which: int | None) -> dict[str, Any] | None:
    """The position that the page is about, or the one that is meant."""
    jobs, remarks = _distinct_jobs(soup)
    draft.repairs += [remark for remark in remarks if jobs]
    draft.problems += [remark for remark in remarks if not jobs]
    count = f"{len(jobs)} or more" if len(jobs) == _MOST_READ else str(len(jobs))
    if which is not None and which < len(jobs):
        if which + 1 == MAX_JOBS < len(jobs):
            draft.problems.append(f"the page holds {count} positions; this is the last one that `--split` takes")
        return jobs[which]
    if len(jobs) < 2:
        return jobs[0] if jobs else None
    shown = letters_of(" ".join(text_of(part) for part in soup.find_all(["h1", "title"])))
    fitting = [job for job in jobs if (name := letters_of(plain_text(text_in(job.get("title"))))) and name in shown]
    chosen = max(fitting or jobs, key=lambda job: len(text_in(job.get("description")))) if fitting else jobs[0]
    if len(fitting) != 1:
        each = "each" if len(jobs) <= MAX_JOBS else f"each of the first {MAX_JOBS}"
        draft.problems.append(
            f"the page holds {count} positions; this is one of them, `--split` makes a posting of {each}"
        )
    return chosen


def _complete_body(draft: Draft, main: BeautifulSoup, url: str | None) -> None:
    """Take the page's own text where its structure gives none, or only how it begins."""
    if len(draft.body) > _TEASER:
        return
    shown = find_main_text(main, url)
    beginning = letters_of(draft.body)[:60]
    if not draft.body or (beginning in letters_of(shown) and len(shown) > 2 * len(draft.body)):
        draft.body = shown


def _stem_of(address: str) -> str:
    """The last part of *address* that has words in it."""
    parts = [re.sub(r"\.\w{2,5}$", "", unquote(part)) for part in urlsplit(address).path.split("/")]
    return next((part for part in reversed(parts) if len(re.findall(r"[A-Za-z]{3,}", part)) > 1), "")
