"""Numbers for repeated words: dictionary encoding."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any


class Dictionary:
    """Numbers words in the order of their first use."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self.entries: list[Any] = []

    def __contains__(self, key: Hashable) -> bool:
        return key in self._numbers

    def number(self, key: Hashable, entry: Any = None) -> int:
        """The number of *key*; *entry* is what the browser is told about it."""
        if key not in self._numbers:
            self._numbers[key] = len(self.entries)
            self.entries.append(key if entry is None else entry)
        return self._numbers[key]
