"""Hearing what a process says, for as long as that may take and no longer."""

from __future__ import annotations

import codecs
import os
import select
import time

PATIENCE = 60.0
"""Seconds to wait for words; on a busy machine a build takes ten."""


class Listener:
    """Hears what is said at the other end of a pipe or a terminal."""

    def __init__(self, descriptor: int) -> None:
        self.said = ""
        """Everything so far."""
        self._descriptor = descriptor
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._expected = 0

    def expect(self, text: str) -> str:
        """Wait until *text* is said behind what was expected before; gives all that was said since, *text* included."""
        end = time.monotonic() + PATIENCE
        while (found := self.said.find(text, self._expected)) < 0:
            assert self.hear(end - time.monotonic()), f"never said {text!r}:\n{self.said}"
        begin, self._expected = self._expected, found + len(text)
        return self.said[begin : self._expected]

    def hear(self, seconds: float = PATIENCE) -> bool:
        """Wait for whatever is said next; False when that is nothing."""
        if seconds <= 0 or not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            heard = os.read(self._descriptor, 65536)
        except OSError:  # Linux says so when the other end of a terminal is closed
            return False
        self.said += self._decode(heard).replace("\r\n", "\n")
        return bool(heard)
