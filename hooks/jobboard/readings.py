"""What a preview has read before, so that after a change only the changed files are read anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Readings(Generic[T]):
    """Results by file. A result depends on nothing but the file's name, its bytes, and the policy's text."""

    def __init__(self) -> None:
        self._policy = ""
        self._known: dict[str, tuple[bytes, T]] = {}

    def begin(self, policy: str) -> None:
        """Forget everything that was read under another policy than the one that says *policy*."""
        if policy != self._policy:
            self._known.clear()
        self._policy = policy

    def get(self, name: str, data: bytes, read: Callable[[], T]) -> T:
        """What *read* gives for the file *name* that holds *data*."""
        known = self._known.get(name)
        if known is None or known[0] != data:
            known = self._known[name] = (data, read())
        return known[1]
