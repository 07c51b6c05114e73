#!/usr/bin/env python3
"""Postings to measure with: as many as wanted, in the board's own format, always the same.

    corpus.py N FOLDER

Writes N invented postings below FOLDER, one folder a year, and prints how many bytes they have. A smaller corpus is
a prefix of a larger one. Dates count from 2026-11-20; of every 20 postings one is a draft, six are past their
deadline and two have none. Tags and positions come from `board.yml`, so that a board of another field measures its own.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 11, 20)

DRAFT = {13}
PAST = {1, 4, 8, 11, 15, 18}
ROLLING = {6, 16}
"""What number *n* is, by n modulo 20; the others have a deadline ahead."""

# City, region and country; currency, usual pay of a postdoc for a year.
CITIES = (
    ("Aberdeen", "Scotland", "United Kingdom", "GBP", 40),
    ("Amsterdam", "North Holland", "Netherlands", "EUR", 48),
    ("Athens", "", "Greece", "EUR", 26),
    ("Barcelona", "Catalonia", "Spain", "EUR", 32),
    ("Basel", "", "Switzerland", "CHF", 92),
    ("Bergen", "", "Norway", "NOK", 610),
    ("Berlin", "", "Germany", "EUR", 56),
    ("Boston", "Massachusetts", "United States", "USD", 68),
    ("Bristol", "England", "United Kingdom", "GBP", 39),
    ("Brussels", "", "Belgium", "EUR", 46),
    ("Cape Town", "", "South Africa", "ZAR", 480),
    ("Cologne", "North Rhine-Westphalia", "Germany", "EUR", 55),
    ("Copenhagen", "", "Denmark", "DKK", 440),
    ("Dublin", "", "Ireland", "EUR", 45),
    ("Freiburg", "Baden-Württemberg", "Germany", "EUR", 55),
    ("Ghent", "", "Belgium", "EUR", 45),
    ("Gothenburg", "", "Sweden", "SEK", 460),
    ("Graz", "Styria", "Austria", "EUR", 52),
    ("Helsinki", "", "Finland", "EUR", 44),
    ("Kyoto", "", "Japan", "JPY", 5200),
    ("Leeds", "England", "United Kingdom", "GBP", 38),
    ("Lisbon", "", "Portugal", "EUR", 29),
    ("London", "England", "United Kingdom", "GBP", 44),
    ("Lyon", "", "France", "EUR", 36),
    ("Melbourne", "Victoria", "Australia", "AUD", 98),
    ("Milan", "Lombardy", "Italy", "EUR", 33),
    ("Montréal", "Québec", "Canada", "CAD", 64),
    ("Nairobi", "", "Kenya", "USD", 30),
    ("Oxford", "England", "United Kingdom", "GBP", 41),
    ("Padua", "", "Italy", "EUR", 32),
    ("Prague", "", "Czechia", "CZK", 780),
    ("São Paulo", "", "Brazil", "BRL", 120),
    ("Seattle", "Washington", "United States", "USD", 72),
    ("Singapore", "", "Singapore", "SGD", 84),
    ("Toronto", "Ontario", "Canada", "CAD", 66),
    ("Tübingen", "Baden-Württemberg", "Germany", "EUR", 55),
    ("Utrecht", "", "Netherlands", "EUR", 47),
    ("Vienna", "", "Austria", "EUR", 53),
    ("Warsaw", "", "Poland", "PLN", 110),
    ("Zürich", "", "Switzerland", "CHF", 95),
)

EMPLOYERS = (
    "{} School of Medicine", "{} Institute for Health Data", "University Hospital {}", "{} Centre for Cancer Research",
    "{} Technical College", "Brain Research Centre {}", "{} Population Studies", "Harbour Biologics {}",
)  # fmt: skip
GIVEN = (
    "Aiko", "Amara", "Anneli", "Bruno", "Carla", "Dmitri", "Elif", "Farid", "Greta", "Hanna", "Ines", "Jonas", "Kofi",
    "Lena", "Mateusz", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Søren", "Tomás", "Ursula", "Wei", "Yusuf", "Zoë",
)  # fmt: skip
FAMILY = (
    "Abara", "Bianchi", "Castro", "Dahl", "Eriksen", "Fischer", "Goldberg", "Horváth", "Ito", "Jansen", "Kowalska",
    "Lindqvist", "Moreau", "Nowak", "Okafor", "Petrov", "Quist", "Ramos", "Schneider", "Tanaka", "Usman", "Virtanen",
    "Wagner", "Xu", "Yıldız", "Zimmer",
)  # fmt: skip
SOURCES = (
    "wrist-worn sensors", "discharge letters", "chest radiographs", "a national cancer registry", "tissue slides",
    "intensive care monitors", "prescriptions of twelve years", "a birth cohort", "speech recorded at home",
    "single-cell measurements", "insurance claims", "retinal photographs", "smartphone questionnaires",
    "electrocardiograms", "waiting lists of forty clinics", "whole-genome sequences",
)  # fmt: skip
OUTCOMES = (
    "which patients deteriorate in the night", "who benefits from a change of treatment", "when a scan can wait",
    "why a model fails in the next hospital", "how long recovery takes after surgery", "what a normal week looks like",
    "whether an alarm deserves attention", "where care arrives too late", "how doses are adjusted in practice",
    "which early signs come before a relapse", "what a screening programme misses", "who drops out of a trial",
)  # fmt: skip
TASKS = (
    "Design and evaluate models for {source}, from the first baseline to a study with clinicians.",
    "Find out {outcome}, and say how certain the answer is.",
    "Write software that others can install, test and cite.",
    "Work with the ward that collects {source} on what is measured and what is left out.",
    "Compare against simple statistics before anything larger is trained.",
    "Publish in journals and at conferences of your choice; two papers a year are usual here.",
    "Advise doctoral students and look after one master's thesis each term.",
    "Keep the pipeline for {source} running, documented and within its ethics approval.",
    "Present results to patients twice a year, in words they would use.",
    "Prepare a data set from {source} for release under controlled access.",
)
WANTED = (
    "a degree in a quantitative subject, or experience that shows the same",
    "fluent Python, and the patience to read other people's code",
    "work with {source} or with data as untidy",
    "a good grasp of probability and of the design of experiments",
    "clear written English; the language of the city can be learnt here",
    "first publications, preprints or released software",
    "interest in the clinical question and not in the method alone",
    "practice with version control, containers and a computing cluster",
    "the wish to share credit and to ask early",
)
OFFERED = (
    "{leave} days of holiday and a contract that allows work from home on {home} days a week",
    "a computing cluster with {gpus} graphics processors that is rarely full",
    "{budget} for travel each year, also for those who teach",
    "help with moving, visas and places in a nursery",
    "a mentor outside the group, chosen by you",
    "a pension scheme and health cover from the first day",
    "regular sabbatical weeks at a partner in {elsewhere}",
)
OPENINGS = (
    "{employer} in {city} is looking for somebody who wants to understand {outcome}.",
    "How do we know {outcome}? A new group at {employer} in {city} asks this of {source}.",
    "The group of {lead} at {employer} studies {outcome} and has room for one more person.",
    "With funding for {years} years, {employer} opens a position on {source} and {topic}.",
)
STORIES = (
    "Over the last {years} years the group has collected {source} of {n} people, with consent to link them to hospital records.",
    "A first study showed {outcome} for one hospital only; the next has to hold in {more} of them.",
    "The project is called {code} and joins {partners} partners, among them two hospitals and a patients' association.",
    "Most of the work happens between {topic} and medicine, and both sides sit on the same corridor.",
    "Results are released with code, with a description of the data and with the cases in which they fail.",
    "Nobody is expected to know both fields: we read together on Tuesdays and visit the wards once a month.",
    "The question is {outcome}, and an honest negative result counts as an answer.",
    "Data stay where they were collected, which is why part of the work is about learning without moving them.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePosting:
    """One invented posting."""

    slug: str
    fields: dict[str, Any]
    """The front matter, in order: text, dates, lists, and one level of groups."""
    body: str
    """Markdown of about three kilobytes."""

    @property
    def is_published(self) -> bool:
        """Whether it gets a page."""
        return not self.fields.get("draft")


def make_postings(count: int) -> Iterator[SamplePosting]:
    """The first *count* postings, one by one, so that the program that measures stays small."""
    policy = yaml.safe_load((ROOT / "board.yml").read_text("utf-8"))
    tags = [tag for group in policy["tags"].values() for tag in group]
    for number in range(count):
        yield _make_posting(number, policy["positions"], tags)


def write_corpus(count: int, folder: Path) -> int:
    """Replace *folder* by *count* postings and return how many bytes they have."""
    shutil.rmtree(folder, ignore_errors=True)
    size = 0
    for posting in make_postings(count):
        path = folder / str(posting.fields["date"].year) / f"{posting.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(f"---\n{write_yaml(posting.fields)}---\n\n{posting.body}".encode())
    return size


def write_yaml(fields: dict[str, Any]) -> str:
    """*fields* as YAML: text quoted where it must be, dates plain, lists and groups in flow style."""
    return "".join(f"{name}: {_write_value(value)}\n" for name, value in fields.items())


def _write_value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_write_value(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_write_value, value))}]"
    if isinstance(value, str) and not re.fullmatch(r"[A-Za-z][A-Za-z-]*( [A-Za-z-]+)*", value):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _make_posting(number: int, positions: dict[str, Any], vocabulary: list[str]) -> SamplePosting:
    rng = Random(f"posting {number}")
    city, region, country, currency, pay = rng.choice(CITIES)
    employer = rng.choice(EMPLOYERS).format(city)
    kind = rng.choice(list(positions))
    tags = rng.sample(vocabulary, min(len(vocabulary), rng.randint(2, 6)))
    topic = tags[0].replace("-", " ")
    title = f"{positions[kind].get('label', kind)} in {topic}" + rng.choice((
        "", f" for {tags[-1].replace('-', ' ')}", f" with {rng.choice(SOURCES)}", f" and {tags[-1].replace('-', ' ')}",
    ))  # fmt: skip
    reference = f"{rng.choice('ABCDEFGH')}{number:06}"
    slug = "-".join(re.findall("[a-z0-9]+", f"{city} {kind} {topic} {number}".lower()))
    fields: dict[str, Any] = {"title": title[:120], "author": _name(rng), "organization": _employer(rng, employer)}
    fields |= {"position": kind, **_dates(rng, number), **_place(rng, city, region, country)}
    fields |= _conditions(rng, currency, pay) | {"tags": tags, "apply": _application(rng, reference)}
    if rng.random() < 0.4:
        fields["summary"] = f"{rng.choice((2, 3, 4))} years on {topic} at {employer}: {rng.choice(OUTCOMES)}."
    if number % 20 in DRAFT:
        fields["draft"] = True
    words = {"employer": employer, "city": city, "topic": topic, "reference": reference, "slug": slug}
    return SamplePosting(slug=slug, fields=fields, body=_write_body(rng, words))


def _name(rng: Random) -> str:
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def _employer(rng: Random, name: str) -> str | dict[str, str]:
    unit = rng.choice(("Biomedical Data Science", "Medical Statistics", "Clinical Computing", "Imaging"))
    return {"name": name, "unit": f"Department of {unit}"} if rng.random() < 0.3 else name


def _dates(rng: Random, number: int) -> dict[str, Any]:
    """When it is announced and closes: past ones over three years, the others not to close within the benchmark's day."""
    turn, day = number % 20, dt.timedelta(days=1)
    if turn in PAST:
        deadline = TODAY - rng.randint(3, 1000) * day
        return {"date": deadline - rng.randint(14, 75) * day, "deadline": deadline}
    date = TODAY - rng.randint(0, 45) * day
    if turn in ROLLING:
        return {"date": date, "deadline": "rolling"}
    zone = {"timezone": "Europe/London"} if rng.random() < 0.1 else {}
    return {"date": date, **zone, "deadline": TODAY + rng.randint(2, 90) * day}


def _place(rng: Random, city: str, region: str, country: str) -> dict[str, Any]:
    location = ", ".join(filter(None, (city, region, country)))
    mode = rng.choices((None, "on-site", "hybrid", "remote"), (2, 3, 4, 1))[0]
    if mode == "remote":
        return {"location": location, "work_mode": mode, "remote_from": [country]}
    return {"location": location} | ({"work_mode": mode} if mode else {})


def _conditions(rng: Random, currency: str, pay: int) -> dict[str, Any]:
    """Contract, employment and pay, each as often left out as real postings do."""
    conditions: dict[str, Any] = {}
    if rng.random() < 0.5:
        conditions["employment"] = rng.choice((["full-time"], ["part-time"], ["full-time", "part-time"]))
    contract = rng.choices(("", "fixed-term", "permanent", "stipend"), (2, 6, 2, 1))[0]
    if contract:
        conditions["contract"] = {"type": contract}
        if contract == "fixed-term":
            conditions["contract"]["duration_months"] = rng.choice((12, 24, 36, 48))
    if rng.random() < 0.3:
        conditions["start"] = rng.choice(("as soon as possible", "spring 2027"))
    if rng.random() < 0.6:
        low = pay * rng.randint(80, 130) * 10
        conditions["salary"] = {"min": low, "max": low * 12 // 10, "currency": currency, "period": "year"}
    if rng.random() < 0.2:
        conditions["eligibility"] = {"visa": rng.choice(("sponsored", "not-sponsored"))}
    return conditions


def _application(rng: Random, reference: str) -> str | dict[str, Any]:
    address = f"https://careers.example.org/positions/{reference}"
    if rng.random() < 0.6:
        return address
    return {"url": address, "reference": reference, "materials": ["CV", "cover letter", "two references"]}


def _write_body(rng: Random, words: dict[str, str]) -> str:
    """An opening, four sections with paragraphs and lists, and how to apply."""

    def say(sentence: str) -> str:
        return sentence.format(
            **words, source=rng.choice(SOURCES), outcome=rng.choice(OUTCOMES), lead=_name(rng),
            years=rng.randint(2, 5), n=f"{rng.randint(2, 900)},000", more=rng.randint(3, 30),
            partners=rng.randint(3, 14), code=rng.choice(FAMILY).upper(), leave=rng.randint(25, 35),
            home=rng.randint(2, 4), gpus=rng.choice((16, 40, 96)), budget=f"{rng.randint(10, 30)}00 euros",
            elsewhere=rng.choice(CITIES)[0],
        )  # fmt: skip

    def listed(sentences: tuple[str, ...], count: int, end: str = "") -> list[str]:
        return [f"- {say(sentence)}{end}" for sentence in rng.sample(sentences, count)] + [""]

    stories = rng.sample(STORIES, 6)
    lines = [say(rng.choice(OPENINGS)), say(stories[0]), "", "## The project", "", *map(say, stories[1:3]), ""]
    lines += [f"More about it is on [the group's pages](https://www.example.org/groups/{words['slug']}).", ""]
    lines += ["## What you would work on", "", *listed(TASKS, 6), say(stories[3]), ""]
    lines += ["## Who we look for", "", "Required:", "", *listed(WANTED, 4, ";")]
    lines += [f"**Welcome, but not required:** {say(rng.choice(WANTED))}.", "", *map(say, stories[4:]), ""]
    lines += ["## What is offered", "", *listed(OFFERED, 4, ";")]
    lines += ["## How to apply", "", f"Quote the reference *{words['reference']}* and send these through the form:", ""]
    lines += [
        "1. a CV with the names of two people who know your work;",
        f"2. one page on why {words['topic']} and why now;",
    ]
    lines += ["3. a link to something you made, such as code, a paper or a talk.", ""]
    lines += [f"Questions are answered by {_name(rng)} at [jobs@example.org](mailto:jobs@example.org)."]
    lines += [
        say("We read applications as they arrive and answer each one, at the latest {years} weeks after the deadline.")
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    size = write_corpus(args.count, args.folder)
    print(f"{args.count:,} postings, {size:,} bytes, {size / max(args.count, 1) / 1000:.1f} kB each")


if __name__ == "__main__":
    main()
