"""The board's own command as one types it where a message is read."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from functools import lru_cache

_BESIDE_EACH_OTHER = ("jobboard", "mkdocs", "properdocs")
"""Programs of one environment that print messages which name a command."""


def spell_call(*words: str) -> str:
    """A call of the command with these *words*: `jobboard check`, or `.venv/bin/jobboard check` where that is needed."""
    program = name_program(sys.argv[0], os.getcwd(), os.environ.get("PATH", ""))
    return shlex.join((program, *words))


@lru_cache(maxsize=8)
def name_program(called: str, folder: str, search_path: str) -> str:
    """What to type for `jobboard` in *folder*, when this program was *called* so: its path where it is not on the *search_path*."""
    place, name = os.path.split(called)
    if os.path.splitext(name)[0] not in _BESIDE_EACH_OTHER:
        return "jobboard"
    own = shutil.which(os.path.join(folder, place, "jobboard"))
    known = shutil.which("jobboard", path=search_path)
    if own is None or (known is not None and os.path.samefile(own, known)):
        return "jobboard"
    shown = os.path.join(place, "jobboard")
    if os.path.isabs(shown) and os.path.commonpath((shown, folder)) == folder:
        return os.path.relpath(shown, folder)
    return shown
