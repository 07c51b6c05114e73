"""The full-text index of the open positions' descriptions, made by Pagefind's command line after a build.

The board only asks which positions match, so what is kept is Pagefind's index and one file that says which
position each of its ids is; its fragments (a file a page) and its own user interface are not published.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from jobboard.site.browser.folding import fold, other_spellings
from jobboard.site.browser.index import DESCRIPTIONS_FOLDER, INDEX_ADDRESS
from jobboard.site.staging import StagedFolder, StagingError
from jobboard.source.addresses import job_address

_NAMES = "descriptions.json"
"""Pagefind's id for each position of the board's index, in its order."""

_PUBLISHED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "*.pagefind", "index/*")
"""What the board needs of all that Pagefind makes."""
_MEMORY = "/dev/shm"  # noqa: S108 - the folder made in it is our own
"""A folder in memory, on Linux."""
_BYTES, _BYTES_EACH = 4 * 1024 * 1024, 64 * 1024
"""What it has to have room for: Pagefind's own program, and for each position."""
_MAGIC = b"pagefind_dcd"
_END = "ß"
"""A letter that no folded word has. Pagefind finds what begins with the word asked for, or else what it begins with; a
word that ends with this letter is never the beginning of another. Also in `theme/assets/js/board/descriptions.js`."""
_MARK = "ø"
"""Another such letter, before the number of a mark."""
_LANGUAGE = "unknown"
"""For Pagefind: no word is cut down to its stem, and texts of all languages are found together."""
_SUMMARY = re.compile(r' data-summary="([^"]*)"')
_INLINE = re.compile(r"</?(?:a|abbr|b|code|del|em|i|ins|kbd|s|span|strong|sub|sup)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


class IndexingError(Exception):
    """No index could be made; the message says why."""


def index_descriptions(site: Path) -> int:
    """Index the built *site*; the number of positions whose description can be searched.

    Raises IndexingError. Job pages mark their description with `data-pagefind-body` while they are open.
    """
    try:
        return _index(site)
    except StagingError as error:
        raise IndexingError(str(error)) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise IndexingError(f"the index cannot be written into `{site}`: {reason}") from None


def _index(site: Path) -> int:
    try:
        positions: list[str] = json.loads((site / INDEX_ADDRESS).read_bytes())["jobs"]["slug"]
    except (FileNotFoundError, NotADirectoryError, ValueError, LookupError, TypeError):
        raise IndexingError(f"there is no built site in `{site}`; build it first") from None
    if not positions:
        return 0  # the build has said so where Pagefind would look, which itself takes an empty folder for a mistake
    with TemporaryDirectory(prefix="jobboard-", dir=_memory_for(len(positions))) as scratch:
        excerpts, made = Path(scratch, "excerpts"), Path(scratch, "index")
        excerpts.mkdir()
        for slug in positions:
            _write_excerpt(site, slug, excerpts)
        command = [sys.executable, "-m", "pagefind", "--site", str(excerpts), "--output-path", str(made)]
        command += ["--force-language", _LANGUAGE]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
        if result.returncode:
            raise IndexingError(f"pagefind failed:\n{result.stdout}{result.stderr}")
        ids = dict(_read_fragment(path) for path in (made / "fragment").glob("*"))
        names = [ids.get(slug) for slug in positions]
        _publish(made, names, StagedFolder(str(site / DESCRIPTIONS_FOLDER)))
    return len(ids)


def _publish(made: Path, names: Sequence[str | None], stage: StagedFolder) -> None:
    """Let what Pagefind *made* take the place of the index before; who is killed meanwhile leaves that one."""
    try:
        (stage.path / "index").mkdir(exist_ok=True)
        for path in chain.from_iterable(map(made.glob, _PUBLISHED)):
            shutil.copyfile(path, stage.path / path.relative_to(made))
        text = json.dumps(names, separators=(",", ":")) + "\n"
        (stage.path / _NAMES).write_text(text, "utf-8")
    except BaseException:
        stage.discard()
        raise
    stage.publish()


def _memory_for(positions: int) -> str | None:
    """A folder in memory that holds the files of so many *positions*, of which Pagefind reads one and writes one each.

    None where the system has none, or no room in it; a disk takes up to twice as long for all.
    """
    try:
        has_room = shutil.disk_usage(_MEMORY).free > _BYTES + positions * _BYTES_EACH
    except OSError:
        return None
    return _MEMORY if has_room and os.access(_MEMORY, os.W_OK) else None


def _write_excerpt(site: Path, slug: str, folder: Path) -> None:
    """Write the page of *slug* into *folder* with nothing but the folded words of its description."""
    page = (site / job_address(slug) / "index.html").read_text("utf-8")
    start, end = page.find('<div class="jb-text" data-pagefind-body'), page.rfind('<section class="jb-apply"')
    summary, text = _SUMMARY.search(page, start, end), _INLINE.sub("", page[start:end])
    blocks = [html.unescape(block) for block in (summary[1] if summary else "", *_TAG.split(text))]
    texts = [_spell_marks(words) for block in blocks for words in (fold(block), other_spellings(block)) if words]
    words = f" {_END} ".join(f"{text} ".replace(" ", f"{_END} ") for text in texts)
    (folder / f"{slug}.html").write_text(f"<html><title>{slug}</title><body data-pagefind-body>{words}</html>", "utf-8")


def _spell_marks(words: str) -> str:
    """*words* with each mark as letters: Pagefind would take words that differ in marks alone for the same."""
    if words.isascii():
        return words
    return "".join(f"{_MARK}{ord(c):x}" if unicodedata.category(c)[0] == "M" else c for c in words)


def _read_fragment(path: Path) -> tuple[str, str]:
    """A page's slug, and Pagefind's id of it."""
    content = gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)
    address: str = json.loads(content)["url"]
    return address.strip("/").removesuffix(".html"), path.stem
