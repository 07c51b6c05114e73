#!/usr/bin/env python3
"""How soon an author sees a change.

    live_editing.py [--postings 10000] [--edits 5]

Starts `mkdocs serve` on a board of that size, appends a line to one posting, and again, and measures the time from
saving until the server's page of the posting contains the line. The same is done for a board of 4 postings: what
that takes is MkDocs' own, which waits a while after a change and then builds its site anew. Printed is a Markdown
table: the median with the smallest and largest, and the seconds until the server first answered.

Then the seconds of `jobboard check` for that one file and for all postings, each the median of
as many runs. The board has no errors; a check that finds one ends the benchmark.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from corpus import make_postings, write_corpus
from measuring import JOBBOARD, MKDOCS, NOW, ROOT, WORK, board_environment, run

SMALL = 4
PATIENCE = 300
"""Seconds after which the server has failed."""
REST = 1.5
"""Seconds between two edits, so that one rebuild has ended before the next begins."""


def main() -> None:
    """Measure previews, then checks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--postings", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=5)
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, _leave)  # else a terminated benchmark would leave its server behind
    print("| preview of | first answer s | saved until served s |\n|--:|--:|--:|")
    for count in (SMALL, args.postings):
        first, waits = measure_edits(count, args.edits)
        spread = f"{statistics.median(waits):.2f} ({min(waits):.2f}–{max(waits):.2f})"
        print(f"| {count:,} postings | {first:.2f} | {spread} |", flush=True)
    print("\n| jobboard check | wall s |\n|---|--:|")
    postings = WORK / f"live-{args.postings}"
    for name, paths in (("of one file", [str(edited_file(args.postings, postings))]), ("of all postings", [])):
        command = [JOBBOARD, "check", "--now", NOW, *paths]
        times = [run(command, ROOT, board_environment(postings)).wall for _ in range(args.edits + 1)][1:]
        print(f"| {name} | {statistics.median(times):.2f} ({min(times):.2f}–{max(times):.2f}) |", flush=True)


def measure_edits(count: int, edits: int) -> tuple[float, list[float]]:
    """Seconds until a preview of *count* postings first answers, and from each edit until it is served."""
    postings = WORK / f"live-{count}"
    write_corpus(count, postings)
    file = edited_file(count, postings)
    began = time.perf_counter()
    with preview(postings) as (server, site):
        page = f"{site}jobs/{file.stem}/"
        wait_until(page, "</html>", server)
        first, waits = time.perf_counter() - began, []
        for number in range(edits):
            time.sleep(REST)
            line = f"This is edit {number} of {edits}."
            began = time.perf_counter()
            with file.open("a", encoding="utf-8") as text:
                text.write(f"\n{line}\n")
            wait_until(page, line, server)
            waits.append(time.perf_counter() - began)
    return first, waits


def edited_file(count: int, postings: Path) -> Path:
    """The file of a published posting from the middle of the corpus."""
    published = [posting for posting in make_postings(count // 2 + 2) if posting.is_published]
    posting = published[-1]
    return postings / str(posting.fields["date"].year) / f"{posting.slug}.md"


@contextmanager
def preview(postings: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A running `mkdocs serve` and its address; it and whatever it started have ended when the block is left."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    environment = os.environ | board_environment(postings)
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            [MKDOCS, "serve", "-a", address], cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield server, f"http://{address}/"
        except (TimeoutError, ChildProcessError) as error:
            log.seek(0)
            sys.exit(f"{error}\n{log.read().decode(errors='replace')[-2000:]}")
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
                if server.poll() is None:
                    os.killpg(server.pid, number)
                    try:
                        server.wait(10)
                    except subprocess.TimeoutExpired:
                        continue


def wait_until(page: str, text: str, server: subprocess.Popen[bytes]) -> None:
    """Ask for *page* every 10 ms until it contains *text*."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise ChildProcessError(f"mkdocs serve ended with {server.returncode}")
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # not yet listening, or the page is being replaced
        time.sleep(0.01)
    raise TimeoutError(f"{page} did not contain {text!r} after {PATIENCE} s")


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of signal handlers
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
