"""One run of MkDocs: a single build, or a preview with a build after each change."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path

from jobboard.preview.preview import Preview
from jobboard.site.publication import Publication, PublicationError, prepare
from jobboard.site.staging import StagedFolder


class Session:
    """Lets builds begin and end, one after the other.

    Python's garbage collector rests while a build runs, which makes a million objects and hardly a cycle.
    """

    def __init__(self, *, is_preview: bool) -> None:
        self.preview = Preview() if is_preview else None
        self._stage: StagedFolder | None = None
        self._is_built = False

    def begin_build(
        self,
        root: Path,
        environment: Mapping[str, str],
        target: str,
        site_url: str | None,
        *,
        has_folder_addresses: bool = True,
    ) -> Publication:
        """Read the project in *root*, whose site *target* will hold; *site_url* is where a preview is served.

        Raises PublicationError. *has_folder_addresses* says whether pages are published as folders, which all of the board's own are.
        """
        if not has_folder_addresses:
            raise PublicationError(
                "jobboard: `mkdocs.yml` sets `use_directory_urls: false`, and every address of a board ends with `/`: "
                "links would lead nowhere; remove the line"
            )
        gc.disable()
        if self.preview is None:
            return prepare(root, environment, Path(target))
        self.preview.begin_build()
        return prepare(root, environment, Path(target), site_url=site_url, readings=self.preview.readings)

    def stage(self, folder: str) -> str:
        """Where a build writes what *folder* will hold; raises StagingError. A preview writes into it at once."""
        if self.preview is not None:
            return folder
        self._stage, self._is_built = StagedFolder(folder), False
        return str(self._stage.path)

    def publish(self) -> None:
        """Put the site that was built in the place of the old one; raises OSError. Without one, the old one stays."""
        stage, self._stage = self._stage, None
        if stage is None:
            return
        if self._is_built:
            stage.publish()
        else:
            stage.discard()

    def end_build(self, *, is_built: bool) -> None:
        """The build has come to its end, or failed."""
        self._is_built = is_built
        gc.freeze()  # what a preview keeps need not be looked through with each new object
        gc.enable()
        if self.preview is not None:
            self.preview.end_build()
