#!/usr/bin/env python3
"""What the code's own ways to save time are worth, each beside the way it spares.

    shortcuts.py [--postings 500]

Printed is a Markdown table: what is done, in which module, the microseconds of the way taken and of the one spared, and
their ratio. Each figure is the best of five rounds over the texts of that many invented postings.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import pickle
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import make_dataclass
from pathlib import Path
from typing import Any

from corpus import TODAY, write_corpus
from measuring import ROOT, WORK

sys.path.insert(0, str(ROOT / "hooks"))

import comrak
import icalendar
import nh3  # noqa: F401 - imported before it is timed

from jobboard.board.board import Board
from jobboard.board.collection import find_postings
from jobboard.board.phrases import say_deadline
from jobboard.board.policy_reader import load_policy
from jobboard.fields import links
from jobboard.posting import Place
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.site import calendars
from jobboard.site.address import Site
from jobboard.source.front_matter import PostingHandler
from jobboard.source.plain_yaml import read_plain
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.standards.dates import write_instant
from jobboard.standards.invisible import HIDDEN
from jobboard.wording import sanitizing

Case = tuple[str, str, Callable[[Any], object], Callable[[Any], object], Sequence[Any]]
PlaceClass = make_dataclass("PlaceClass", ["city", "region", "country"], frozen=True, slots=True)
globals()["PlaceClass"] = PlaceClass
PlaceClass.__module__ = __name__


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postings", type=int, default=500)
    count = parser.parse_args().postings
    folder = WORK / f"postings-{count}"
    write_corpus(count, folder)
    print("| what | where | µs | spared µs | ratio |\n|---|---|--:|--:|--:|")
    for what, where, taken, spared, inputs in cases(folder):
        mine, theirs = best(taken, inputs), best(spared, inputs)
        print(f"| {what} | `{where}` | {mine:.2f} | {theirs:.2f} | {mine / theirs:.2f} |", flush=True)


def best(function: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    """Microseconds for one of *inputs*."""
    rounds = []
    for _ in range(5):
        began = time.perf_counter()
        for each in inputs:
            function(each)
        rounds.append((time.perf_counter() - began) / len(inputs) * 1e6)
    return min(rounds)


def cases(folder: Path) -> Iterable[Case]:
    """Each shortcut with what it spares, and what both are given."""
    policy, problems = load_policy(ROOT / "board.yml")
    assert policy is not None, problems
    texts = [Path(name).read_text("utf-8") for name in find_postings(folder)]
    headers = [PostingHandler(SourceText("", text), lambda *_: ()).split(text)[0] for text in texts]
    plain = [header for header in headers if read_plain(header, 1) is not None]
    yield (
        f"front matter ({len(plain)} of {len(headers)} are plain)", "source/plain_yaml.py", lambda text: read_plain(text, 1),
        lambda text: read_mapping(SourceText("", text), text, 1, []), plain,
    )  # fmt: skip
    files = [PostingFile(path="a.md", shown="a.md", data=text.encode()) for text in texts]
    postings = [posting for file in files if (posting := read_posting(file, policy)[0])]
    raw = [comrak.render_markdown(posting.body) for posting in postings]
    yield "sanitising a text", "wording/sanitizing.py", sanitizing.sanitize, sanitizing._CLEANER.clean, raw
    places = [place for posting in postings for place in posting.places]
    pairs = [(place, PlaceClass(*place)) for place in places]
    yield (
        "sending a value to the other process", "posting.py", lambda pair: pickle.loads(pickle.dumps(pair[0], -1)),
        lambda pair: pickle.loads(pickle.dumps(pair[1], -1)), pairs,
    )  # fmt: skip
    yield "making a value", "posting.py", lambda place: Place(*place), lambda place: PlaceClass(*place), places
    urls = [posting.apply.url for posting in postings if posting.apply.url]
    yield "checking an address", "fields/links.py", links.web_address_fault, _look_closely, urls
    instants = [posting.deadline.instant for posting in postings if posting.deadline]
    yield (
        "writing an instant",
        "standards/dates.py",
        write_instant.__wrapped__,
        lambda i: i.strftime("%Y-%m-%dT%H:%M:%SZ"),
        instants,
    )
    deadlines = [posting.deadline for posting in postings if posting.deadline]
    yield (
        "saying a deadline",
        "board/phrases.py",
        say_deadline,
        lambda d: f"{d.day:%-d %b %Y}, {d.time:%H:%M} {d.zone}",
        deadlines,
    )
    now = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
    site = Site(url="https://e.org/", title="T", description="D", language="en", repository=None, branch="main")
    jobs = [job for job in Board(postings, policy, now).open if job.posting.deadline]
    yield (
        "a calendar event",
        "site/calendars.py",
        lambda job: calendars._render_event(job, site),
        _write_event,
        jobs,
    )
    yield (
        "searching invisible characters",
        "source/characters.py",
        _search_rest,
        _search_all,
        [t.encode() for t in texts],
    )
    yield "a second process", "parallel/processes.py", lambda _: _fork(), lambda _: _start_python(), range(5)


def _look_closely(url: str) -> str | None:
    pattern, links._SIMPLE_ADDRESS = links._SIMPLE_ADDRESS, re.compile("(?!)")
    try:
        return links.web_address_fault(url)
    finally:
        links._SIMPLE_ADDRESS = pattern


def _write_event(job: Any) -> bytes:
    event = icalendar.Event()
    event.add("summary", job.posting.title)
    event.add("dtstart", job.closes_at)
    event.add("uid", job.posting.slug)
    event.add("description", job.posting.body[:200])
    return bytes(event.to_ical())


def _search_rest(data: bytes) -> object:
    from jobboard.source import characters

    return HIDDEN.search(data.translate(None, characters._PLAIN).decode())


def _search_all(data: bytes) -> object:
    return HIDDEN.search(data.decode())


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _start_python() -> None:
    os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-c", "")


if __name__ == "__main__":
    main()
