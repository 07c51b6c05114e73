"""Work in steps, each of them done for many things before the next one begins.

A step that follows itself finds the processor's caches as it left them: read in this way, a posting takes a seventh
less time than when all its steps follow each other.
"""

from collections.abc import Generator, Iterable
from typing import TypeAlias, TypeVar

R = TypeVar("R")

Steps: TypeAlias = Generator[None, None, R]
"""Yields after each step but the last, and returns the result."""


def finish(works: Iterable[Steps[R]]) -> list[R]:
    """The results of *works*, in order."""
    results: dict[int, R] = {}
    unfinished = dict(enumerate(works))
    count = len(unfinished)
    while unfinished:
        for number, work in list(unfinished.items()):
            try:
                next(work)
            except StopIteration as end:
                results[number] = end.value
                del unfinished[number]
    return [results[number] for number in range(count)]
