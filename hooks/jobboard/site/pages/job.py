"""The page of one job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from jobboard.board import phrases
from jobboard.board.board import Board, Job
from jobboard.board.states import State
from jobboard.posting import Application, Contact
from jobboard.site.address import Site
from jobboard.site.pages.near import Near, NearLists
from jobboard.site.pages.page import LONG, Page, PageText
from jobboard.site.pages.tags import TagLinks
from jobboard.site.pages.templates import Templates
from jobboard.site.structured_data import job_posting, script, web_page
from jobboard.site.texts import Texts
from jobboard.source.addresses import organization_slug
from jobboard.standards.dates import say_date, write_instant
from jobboard.standards.english import say_count
from jobboard.standards.invisible import write_visibly

_HOST = re.compile("https?://([^/?#:]+)", re.IGNORECASE)


class Fact(NamedTuple):
    """One line of the facts panel."""

    label: str
    value: str | None
    """None where nothing is stated."""
    address: str | None = None
    """Page of the site that the value leads to."""
    url: str | None = None
    """Page elsewhere that the value leads to."""
    instant: str | None = None
    """Machine-readable instant behind the value."""
    note: str | None = None
    is_soon: bool = False


class Link(NamedTuple):
    """A value with its page."""

    address: str
    label: str


class JobPages:
    """Makes the page of each job of a board."""

    def __init__(self, board: Board, site: Site, templates: Templates, texts: Texts) -> None:
        self._board = board
        self._site = site
        self._templates = templates
        self._tags = TagLinks(board, templates, relation="tag")
        self._rendered: dict[Fact, str] = {}
        self._texts = texts
        self._near = NearLists(board)
        self._jobs: dict[str, Job] = {}
        self._prepared: dict[str, PageText] = {}

    def page(self, job: Job) -> Page:
        """The page of *job*."""
        self._jobs[job.address] = job
        return Page(
            address=job.address,
            render=partial(self._text, job),
            prepare=self._prepare,
            is_listed=job.is_open,
            updated=job.left or job.changed,
        )

    def _prepare(self, addresses: Sequence[str]) -> None:
        pages = self._page_texts([self._jobs[address] for address in addresses])
        self._prepared.update(zip(addresses, pages, strict=True))

    def _text(self, job: Job) -> PageText:
        return self._prepared.pop(job.address, None) or self._page_texts([job])[0]

    def _page_texts(self, jobs: Sequence[Job]) -> list[PageText]:
        """Made step by step for all *jobs*, as each step keeps the processor's caches for itself."""
        bodies, summaries = zip(*self._texts.of(jobs), strict=True)
        near = [self._near.near(job) for job in jobs]
        heads = list(map(self._render_head, jobs, summaries))
        data = list(map(self._describe, jobs, bodies))
        contents = list(map(self._render_content, jobs, near))
        titles, texts = map(phrases.say_job, jobs), map(str.encode, bodies)
        return list(map(PageText, titles, summaries, contents, texts, heads, data))

    def _render_head(self, job: Job, summary: str) -> str:
        url = self._site.absolute(job.address)
        return self._templates.render(
            "head",
            site=self._site,
            type="article",
            title=phrases.say_job(job),
            description=summary,
            url=url,
            language=job.posting.language,
            published=job.posting.date,
            updated=job.posting.updated,
        )

    def _describe(self, job: Job, body: str) -> bytes:
        url = self._site.absolute(job.address)
        data = job_posting(job, body, url)
        kind = self._board.facet("positions", job.posting.position)
        above = [("Positions", self._site.url), *([(kind.label, self._site.absolute(kind.address))] if kind else [])]
        return script(web_page(job, url, above)) + (script(data) if data else b"")

    def _render_content(self, job: Job, near: Near) -> str:
        posting = job.posting
        organization = self._board.facet("organizations", organization_slug(posting.organization.name))
        facts = list(self._facts(job))
        position = self._board.facet("positions", posting.position)
        return self._templates.render(
            "posting",
            job=job,
            posting=posting,
            closes=write_instant(job.closes_at),
            closed_phrase=phrases.say_closed(job),
            organization_address=organization.address if organization else None,
            where=phrases.say_where(posting),
            facts="\n".join(self._render_fact(fact) for fact in facts if fact.value is not None),
            unstated=", ".join(fact.label.lower() for fact in facts if fact.value is None),
            application=[*_application(posting.apply), *_questions(posting.contact)],
            apply_url=posting.apply.url or _mailto(posting.apply),
            apply_by_email=posting.apply.url is None,
            body=LONG,
            language=posting.language if posting.language != self._site.language else None,
            tags=self._tags.of(posting),
            announced=say_date(posting.date),
            updated=say_date(posting.updated) if posting.updated else None,
            retrieved=say_date(posting.source.retrieved) if posting.source and posting.source.retrieved else None,
            edit_url=self._site.edit_url(posting.path),
            report_url=self._report_url(job),
            address=self._site.absolute(job.address),
            kind=Link(position.address, position.label) if position else None,
            near=near,
        )

    def _report_url(self, job: Job) -> str | None:
        path = f"{self._site.postings_folder}/{job.posting.path}"
        text = f"Page: {self._site.absolute(job.address)}\nFile: {write_visibly(path)}\n\nWhat is wrong:\n"
        return self._site.report_url(f"Problem: {job.posting.title}", text)

    def _render_fact(self, fact: Fact) -> str:
        rendered = self._rendered.get(fact)
        if rendered is None:
            rendered = self._rendered[fact] = self._templates.render("fact", fact=fact)
        return rendered

    def _facts(self, job: Job) -> Iterator[Fact]:
        posting = job.posting
        if posting.deadline is not None:
            yield Fact(
                label="Deadline",
                value=phrases.say_deadline(posting.deadline),
                instant=write_instant(posting.deadline.instant),
                note=phrases.say_remaining(job, self._board.now) if job.is_open else None,
                is_soon=job.state is State.CLOSING_SOON,
            )
        else:
            until = phrases.listing_end(job)
            note = f"listed until {say_date(until)}" if job.is_open else None
            yield Fact(label="Deadline", value=phrases.ROLLING, note=note)
        position = self._board.facet("positions", posting.position)
        label = self._board.policy.positions.label(posting.position)
        yield Fact(label="Position", value=label, address=position.address if position else None)
        yield Fact(label="Contract", value=phrases.say_contract(posting.contract, posting.employment))
        yield Fact(label="Pay", value=phrases.say_salary(posting.salary))
        yield Fact(label="Start", value=phrases.say_start(posting.start))
        yield Fact(label="Work mode", value=phrases.say_mode(posting))
        yield Fact(label="Funding", value=phrases.say_funding(posting.funding))
        yield Fact(label="Eligibility", value=phrases.say_eligibility(posting.eligibility))


def _application(application: Application) -> Iterator[Fact]:
    if application.url:
        host = _HOST.match(application.url)
        value = host[1].lower().removeprefix("www.") if host else application.url
        yield Fact(label="Online", value=value, url=application.url)
    if application.email:
        yield Fact(label="E-mail", value=application.email, url=_mailto(application))
    if application.reference:
        yield Fact(label="Reference", value=application.reference)
    if application.materials:
        yield Fact(label="Send", value=", ".join(application.materials))
    if application.letters:
        yield Fact(label="References", value=_say_letters(application.letters))


def _questions(contact: Contact | None) -> Iterator[Fact]:
    """Whom to ask, below how to apply; never behind the button."""
    if contact is None:
        return
    if words := ", ".join(part for part in (contact.name, contact.email) if part):
        url = f"mailto:{quote(contact.email, safe='@')}" if contact.email else contact.url
        yield Fact(label="Questions", value=words, url=url)
    if contact.url and (contact.email or not contact.name):
        yield Fact(label="More about the contact" if contact.email else "Questions", value=contact.url, url=contact.url)


def _say_letters(letters: str) -> str:
    if not (letters.isascii() and letters.isdigit()):
        return letters
    return f"{say_count(int(letters), 'letter')} of reference"


def _mailto(application: Application) -> str:
    subject = application.subject or application.reference
    query = f"?subject={quote(subject)}" if subject else ""
    return f"mailto:{quote(application.email or '', safe='@')}{query}"
