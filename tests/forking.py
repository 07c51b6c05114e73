"""Commands in processes of their own, forked from one that has imported what they need.

Most of what a small build or check takes is Python's start and its imports. What a process is born with, such as
limits, or reads when it starts, such as `PYTHONHASHSEED`, is not that of who asks: that takes a real start.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import pkgutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

import jobboard

MAINS = {"jobboard": ("jobboard.cli", "main"), "mkdocs": ("mkdocs.__main__", "cli")}
"""Commands, each with the module and the function that the script of its name calls."""
HEEDED = ("JOBBOARD_", "SOURCE_DATE", "GIT_", "COLUMNS", "NO_COLOR", "TZ")
"""How variables begin that such a process heeds as one that has just started does."""
_IMPORTED = (
    *(module.name for module in pkgutil.walk_packages(jobboard.__path__, "jobboard.")),
    "mkdocs.__main__", "mkdocs.commands.build", "mkdocs.contrib.search", "material.templates", "rapidfuzz.fuzz",
)  # fmt: skip
_FORKSERVER = multiprocessing.get_context("forkserver")
_FORKSERVER.set_forkserver_preload(list(_IMPORTED))


def run(
    command: str,
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    is_mixed: bool,
    seconds: float = 120,
) -> CompletedProcess[str]:
    """Run *command* in *folder*; *is_mixed* says that what it says of errors stands in the same output."""
    with tempfile.TemporaryDirectory() as place:
        out, err = f"{place}/out", f"{place}/{'out' if is_mixed else 'err'}"
        process = _FORKSERVER.Process(target=_become, args=(command, arguments, folder, dict(environment), out, err))
        process.start()
        process.join(seconds)
        if process.exitcode is None:
            process.kill()
            raise TimeoutExpired(command, seconds)
        code = process.exitcode
        process.close()
        said, of_errors = (Path(path).read_text("utf-8") for path in (out, err))
    return CompletedProcess([command, *arguments], code, said, None if is_mixed else of_errors)


def _become(
    command: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], out: str, err: str
) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    for descriptor, path in ((1, out), (2, err)):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.argv = [command, *arguments]
    module, function = MAINS[command]
    try:
        getattr(import_module(module), function)()
    finally:
        atexit._run_exitfuncs()
