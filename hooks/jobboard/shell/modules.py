"""Which scripts the scripts of a page import, so that a browser can ask for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from posixpath import normpath

_IMPORT = re.compile(r'^(?:import|export)\s[^;]*?\bfrom "(\.[^"]+)"', re.MULTILINE)


def imported_by(folder: Path, names: Iterable[str]) -> list[str]:
    """Every script that those called *names* in *folder* import, however far away, in an order that lasts.

    All are named by their way from *folder*; those of *names* are left out. What is imported later, when it is needed,
    does not count. Raises FileNotFoundError for a script that is not there.
    """
    entries = list(names)
    found = dict.fromkeys(entries)
    waiting = entries.copy()
    while waiting:
        name = waiting.pop(0)
        for way in _IMPORT.findall((folder / name).read_text("utf-8")):
            target = normpath(str(PurePosixPath(name).parent / way))
            if target not in found:
                found[target] = None
                waiting.append(target)
    return [name for name in found if name not in entries]
