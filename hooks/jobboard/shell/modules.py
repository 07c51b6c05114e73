"""Which scripts the scripts of a page import, so that a browser can ask for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'\n(?:import|export)\s[^;]*?\bfrom "(\.[^"]+)"')


class Modules:
    """The scripts in a folder, each read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._imports: dict[str, list[str]] = {}

    def imported_by(self, names: Iterable[str]) -> list[str]:
        """Every script that those called *names* import, however far away, in an order that lasts.

        All are named by their way from the folder; those of *names* are left out. What is imported later, when it is
        needed, does not count. Raises FileNotFoundError for a script that is not there.
        """
        entries = list(names)
        found = dict.fromkeys(entries)
        waiting = entries.copy()
        while waiting:
            for target in self._imports_of(waiting.pop(0)):
                if target not in found:
                    found[target] = None
                    waiting.append(target)
        return [name for name in found if name not in entries]

    def _imports_of(self, name: str) -> list[str]:
        if name not in self._imports:
            text = (self._folder / name).read_text("utf-8")
            self._imports[name] = [normpath(join(dirname(name), way)) for way in _IMPORT.findall(f"\n{text}")]
        return self._imports[name]
