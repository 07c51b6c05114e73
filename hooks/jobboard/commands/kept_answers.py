"""The answers of somebody who left in the middle, until the posting is written."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.standards.files import put_file


class KeptAnswers:
    """What was typed, by field, in a file below the board's `.cache`; nothing where that cannot be read or written."""

    def __init__(self, board: Path) -> None:
        self._path = board / ".cache" / "answers.json"
        self.answers: dict[str, str] = {}
        with suppress(OSError, ValueError):
            found = json.loads(self._path.read_text("utf-8"))
            if isinstance(found, dict):
                self.answers = {
                    name: answer
                    for name, answer in found.items()
                    if name in FIELDS_BY_NAME and isinstance(answer, str) and answer.isprintable()
                }

    def keep(self, name: str, answer: str) -> None:
        """Keep the answer for a field; an empty one is forgotten."""
        self.answers[name] = answer
        if not answer:
            del self.answers[name]
        with suppress(OSError, UnicodeError):
            self._path.parent.mkdir(exist_ok=True)
            put_file(str(self._path), json.dumps(self.answers).encode())

    def forget(self) -> None:
        """Drop them all."""
        self.answers = {}
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
