"""Files that are never seen half written."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile


def create_file(name: str, content: bytes) -> None:
    """Put *content* into a file *name* that was not there, or leave none; raises OSError."""
    with open(name, "xb") as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            os.unlink(name)
            raise


def replace_file(name: str, content: bytes) -> None:
    """Put *content* into the file *name*, at once or not at all, with the rights that it has; raises OSError."""
    put_file(name, content, stat.S_IMODE(os.stat(name).st_mode))


def put_file(name: str, content: bytes, mode: int | None = None) -> None:
    """Put *content* into a file *name*, at once or not at all, which only its owner can read without a *mode*; raises OSError."""
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=os.path.dirname(name) or ".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, name)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
