"""One run of MkDocs: a single build, or a preview with a build after each change."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path

from jobboard.preview.preview import Preview
from jobboard.site.publication import Publication, prepare


class Session:
    """Lets builds begin and end, one after the other.

    Python's garbage collector rests while a build runs, which makes a million objects and hardly a cycle.
    """

    def __init__(self, *, is_preview: bool) -> None:
        self.preview = Preview() if is_preview else None

    def begin_build(self, root: Path, environment: Mapping[str, str], site_url: str | None) -> Publication:
        """Read the project in *root*; *site_url* is where a preview is served. Raises PublicationError."""
        gc.disable()
        if self.preview is None:
            return prepare(root, environment)
        self.preview.begin_build()
        return prepare(root, environment, site_url=site_url, readings=self.preview.readings)

    def end_build(self) -> None:
        """The build has come to its end, or failed."""
        gc.freeze()  # what a preview keeps need not be looked through with each new object
        gc.enable()
        if self.preview is not None:
            self.preview.end_build()
