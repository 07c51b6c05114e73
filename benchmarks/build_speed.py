#!/usr/bin/env python3
"""How long the board's build takes, beside other site generators that do the same work.

    build_speed.py [--postings 1000] [--runs 5] [--peers hugo,eleventy,material] [--all]
    build_speed.py --empty [--runs 5]
    build_speed.py --growth [--sizes 1000,10000,100000] [--runs 1]

Cold builds in turn (A B C A B C …), after a round that is not counted; before each, the builder's old output is
removed and everything written is synced. Seconds on a shared machine drift; the figures to quote are the ratios, each
the median of those of the rounds. Printed are two Markdown tables:

- for each builder the medians of seconds (wall), of processor seconds (user and system, all processes) and of the peak
  megabytes of its largest process, and the files and megabytes it wrote;
- for each peer this board's part of its wall, processor seconds and memory: 2.00 means that this board takes twice as
  much; behind it the smallest and largest of the rounds.

Every builder must have written a page with header, heading and footer for each published posting, and for no draft,
else the benchmark fails. What the same work is, and what the peers do not do, says `peers.py`.

`--empty` compares 100 postings with an empty MkDocs-Material site. `--growth` builds with this board alone and prints
seconds, megabytes and, for each posting, milliseconds and kilobytes.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import make_postings
from measuring import Run, run
from peers import PEERS, SLOW, Builder, LeftOutError, prepare_empty, prepare_ours

COSTS: tuple[Callable[[Run], float], ...] = (lambda r: r.wall, lambda r: r.cpu, lambda r: r.memory)


def main() -> None:
    """Compare builders, or look at growth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--postings", type=int, default=1_000)
    parser.add_argument("--runs", type=int, help="rounds that count (default: 5, with --growth 1)")
    parser.add_argument("--peers", type=_names, default=list(PEERS), help=f"some of {','.join(PEERS)}, or none")
    parser.add_argument("--all", action="store_true", help=f"keep slow peers above {SLOW:,} postings")
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000, 100_000], help="of --growth")
    args = parser.parse_args()
    print(f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    if args.growth:
        show_growth(args.sizes, args.runs or 1)
    elif args.empty:
        compare(100, [prepare_ours(100), prepare_empty()], args.runs or 5)
    else:
        builders = [prepare_ours(args.postings), *prepare_peers(args.peers, args.postings, keep_slow=args.all)]
        compare(args.postings, builders, args.runs or 5)


def prepare_peers(names: Sequence[str], count: int, *, keep_slow: bool) -> list[Builder]:
    """The peers that can take part; a sentence is printed for each that cannot."""
    builders = []
    for name in names:
        try:
            if name == "material" and count > SLOW and not keep_slow:
                raise LeftOutError(f"above {SLOW:,} postings it takes minutes; --all keeps it")
            builders.append(PEERS[name](count))
        except LeftOutError as reason:
            print(f"Left out: {name}, because {reason}.\n")
    return builders


def compare(count: int, builders: Sequence[Builder], runs: int) -> None:
    """Build in turn, check what was written and print both tables."""
    rounds = []
    for number in range(runs + 1):
        _say(f"round {number} of {runs}")
        rounds.append([build(builder) for builder in builders])
    _say("")
    del rounds[0]
    check_pages(count, builders)
    print(f"{count:,} postings, median of {runs}\n")
    print("| builder | wall s | CPU s | peak MB | files | MB written |\n|---|--:|--:|--:|--:|--:|")
    for builder, results in zip(builders, zip(*rounds, strict=True), strict=True):
        wall, cpu, memory = (statistics.median(map(cost, results)) for cost in COSTS)
        files, size = measure_site(builder.site)
        print(f"| {builder.name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {files:,} | {size / 1e6:.1f} |")
    if builders[1:]:
        print("\n| this board ÷ | wall | CPU | peak memory |\n|---|--:|--:|--:|")
    for place, builder in enumerate(builders[1:], 1):
        cells = []
        for cost in COSTS:
            ratios = [cost(results[0]) / cost(results[place]) for results in rounds]
            cells.append(f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})")
        print(f"| {builder.name} | {' | '.join(cells)} |")


def show_growth(sizes: Sequence[int], runs: int) -> None:
    """Build ever larger boards and print what each posting costs."""
    build(prepare_ours(sizes[0]))  # compiles templates and warms the caches
    print("| postings | wall s | CPU s | peak MB | ms each | kB of memory each |\n|--:|--:|--:|--:|--:|--:|")
    for count in sizes:
        builder = prepare_ours(count)
        results = [build(builder) for _ in range(runs)]
        check_pages(count, [builder])
        wall, cpu, memory = (statistics.median(map(cost, results)) for cost in COSTS)
        each = f"{1000 * wall / count:.2f} | {1000 * memory / count:.1f}"
        print(f"| {count:,} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {each} |", flush=True)


def build(builder: Builder) -> Run:
    """One cold build, measured."""
    shutil.rmtree(builder.site, ignore_errors=True)
    os.sync()
    return run(builder.command, builder.folder, builder.environment)


def check_pages(count: int, builders: Sequence[Builder]) -> None:
    """End the benchmark when a builder has left out a published posting, or published a draft."""
    wanted = {posting.slug for posting in make_postings(count) if posting.is_published}
    for builder in builders:
        if not builder.is_board:
            assert (builder.site / "index.html").is_file()
            continue
        found = {path.parent.name for path in (builder.site / "jobs").glob("*/index.html") if _is_whole(path)}
        missing, extra = wanted - found, found - wanted
        if missing or extra:
            wrong = (
                f"{len(missing)} pages missing or incomplete, {len(extra)} too many, such as {min(missing or extra)}"
            )
            sys.exit(f"{builder.name}: {wrong}")


def _is_whole(page: Path) -> bool:
    text = page.read_text("utf-8")
    return all(part in text for part in ("<header", "<h1", "<footer"))


def measure_site(site: Path) -> tuple[int, int]:
    """How many files it has, and how many bytes."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _names(text: str) -> list[str]:
    names = [name for name in text.split(",") if name not in {"", "none"}]
    if unknown := [name for name in names if name not in PEERS]:
        raise argparse.ArgumentTypeError(f"unknown peer {unknown[0]!r}; known are {', '.join(PEERS)}")
    return names


def _sizes(text: str) -> list[int]:
    return [int(size.replace("_", "")) for size in text.split(",")]


def _say(progress: str) -> None:
    """Show on a terminal what is going on, on a line that is written over."""
    if sys.stderr.isatty():
        print(f"\r\033[K{progress}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
