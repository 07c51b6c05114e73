"""One run of MkDocs: a single build, or a preview with a build after each change."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jobboard.parallel.processes import SecondProcess
from jobboard.preview.preview import Preview
from jobboard.program import (
    end_if_told,
    open_closed_streams,
    replace_unknown_letters,
    undisturbed,
    unwind_when_ended,
)
from jobboard.shell.production import Production
from jobboard.site.plan import MarkdownFile
from jobboard.site.publication import MachineError, Publication, PublicationError, prepare
from jobboard.site.staging import StagedFolder, StagingError, refuse_to_replace
from jobboard.source.source_text import show

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""Of what is written, whatever is named."""


class Session:
    """Lets builds begin and end, one after the other.

    Python's garbage collector rests while a build runs, which makes a million objects and hardly a cycle.
    """

    def __init__(self, *, is_preview: bool) -> None:
        open_closed_streams()
        replace_unknown_letters()
        unwind_when_ended()
        self.preview = Preview() if is_preview else None
        self._stage: StagedFolder | None = None
        self._production: Production | None = None
        self._is_built = False

    def begin_build(
        self,
        root: Path,
        environment: Mapping[str, str],
        target: str,
        site_url: str | None,
        *,
        sources: Iterable[str] = (),
        has_folder_addresses: bool = True,
    ) -> tuple[Publication, str]:
        """What is in *root*, whose site *target* will hold, and the folder to write into; *site_url* is where a preview is served.

        Raises PublicationError. *sources* are folders that the site is made of, besides those of *root* and the postings.
        *has_folder_addresses* says whether pages are published as folders, which all of the board's own are. A preview
        writes into *target* at once.
        """
        self._production, self._is_built = None, False
        if not has_folder_addresses:
            raise PublicationError(
                "jobboard: `mkdocs.yml` sets `use_directory_urls: false`, and every address of a board ends with `/`: "
                "links would lead nowhere; remove the line"
            )
        gc.disable()
        if self.preview is not None:
            self.preview.begin_build()
            return prepare(root, environment, Path(target), site_url=site_url, readings=self.preview.readings), target
        publication = prepare(root, environment, Path(target))
        try:
            made_of = (publication.folder, *map(Path, sources), root / ".git")
            refuse_to_replace(Path(target), made_of, root)
            with undisturbed():
                self._stage = StagedFolder(target)
        except StagingError as error:
            raise MachineError(str(error)) from None
        return publication, str(self._stage.path)

    def produce(
        self, publication: Publication, titles: Mapping[str, str], sources: Iterable[MarkdownFile], folder: str
    ) -> Production:
        """Begin to write the site into *folder*; *titles* and *sources* are those of `make_plan`."""
        self._production = Production(publication.plan(titles, sources), publication, folder)
        return self._production

    def take_theme(self, print_shell: Callable[[str], str]) -> None:
        """Let *print_shell* print what surrounds the pages, and a preview answer with them."""
        assert self._production
        self._production.take_theme(print_shell)
        if self.preview is not None:
            self.preview.production = self._production

    def end_build(self) -> None:
        """Wait for what is still being written; raises PublicationError."""
        if self._production and not self._production.finish():
            raise MachineError("the process that writes the other half of the pages failed or was stopped (see above)")
        self._is_built = True
        self._rest()

    def break_off(self, error: Exception) -> None:
        """Leave neither the other process behind nor half a site; raises PublicationError where the machine is at fault."""
        if self._production:
            self._production.stop()
        self._is_built = False
        self._rest()
        end_if_told()  # a library may have taken that for a fault of its own
        if isinstance(error, MemoryError):
            error = OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
        if isinstance(error, OSError) and self.preview is None:
            raise MachineError.of(self._say_refused(error), error) from None

    def _say_refused(self, error: OSError) -> str:
        """What the machine has refused: to read a source, or else to write the site."""
        file = error.filename  # of a copy, the source's
        if (
            error.errno in _FULL
            or not isinstance(file, str)
            or self._stage is None
            or Path(file).is_relative_to(self._stage.path)
        ):
            return "the site cannot be written"
        return f"`{show(Path(file))}` cannot be read"

    def publish(self) -> None:
        """Put the site that was built in the place of the old one, which stays where none was; raises PublicationError."""
        if not self._is_built:  # perhaps a signal has ended the build anywhere
            SecondProcess.stop_all()
        with undisturbed():
            stage, self._stage = self._stage, None
            if stage is None:
                return
            try:
                if self._is_built:
                    stage.publish()
                else:
                    stage.discard()
            except OSError as error:
                raise MachineError.of("the new site cannot take its place", error) from None

    def _rest(self) -> None:
        gc.freeze()  # what a preview keeps need not be looked through with each new object
        gc.enable()
        if self.preview is not None:
            self.preview.end_build()
