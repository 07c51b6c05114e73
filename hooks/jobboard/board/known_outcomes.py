"""What a preview has read before, so that after a change only the changed files are read anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from jobboard.postings.reader import PostingFile

T = TypeVar("T")


class KnownOutcomes(Generic[T]):
    """Results by file. A result depends on nothing but the file's shown path, its bytes, and the policy's text."""

    def __init__(self) -> None:
        self._policy = ""
        self._known: dict[str, tuple[bytes, T]] = {}

    def begin(self, policy: str) -> None:
        """Forget everything that was read under another policy than the one that says *policy*."""
        if policy != self._policy:
            self._known.clear()
        self._policy = policy

    def of(self, file: PostingFile, read: Callable[[PostingFile], T]) -> T:
        """What *read* gives for *file*; it is asked only when that is new or changed."""
        known = self._known.get(file.shown)
        if known is not None and known[0] == file.data:
            return known[1]
        result = read(file)
        self._known[file.shown] = (file.data, result)
        return result
