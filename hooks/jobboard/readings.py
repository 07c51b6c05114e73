"""What a preview has read before, so that after a change only the changed files are read anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from jobboard.posting_reader import PostingFile

T = TypeVar("T")

_UNKNOWN = (None, None)


class Readings(Generic[T]):
    """Results by file. A result depends on nothing but the file's shown path, its bytes, and the policy's text."""

    def __init__(self) -> None:
        self._policy = ""
        self._known: dict[str, tuple[bytes, T]] = {}

    def begin(self, policy: str) -> None:
        """Forget everything that was read under another policy than the one that says *policy*."""
        if policy != self._policy:
            self._known.clear()
        self._policy = policy

    def of(self, files: Sequence[PostingFile], read: Callable[[Sequence[PostingFile]], Sequence[T]]) -> list[T]:
        """What *read* gives for *files*; it is asked only for those that are new or changed."""
        changed = [file for file in files if self._known.get(file.shown, _UNKNOWN)[0] != file.data]
        for file, result in zip(changed, read(changed), strict=True):
            self._known[file.shown] = (file.data, result)
        return [self._known[file.shown][1] for file in files]
