"""How a report names a file."""

from __future__ import annotations

import os
from pathlib import Path


def show(path: Path) -> str:
    """*path* as a report names it: from here if it lies below, with `/`."""
    absolute, here = os.path.abspath(path), os.getcwd()  # strings, as a board may have to name thousands
    return "." if absolute == here else absolute.removeprefix(here.rstrip(os.sep) + os.sep).replace(os.sep, "/")
