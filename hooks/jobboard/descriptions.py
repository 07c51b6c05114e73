"""The full-text index of the open positions' descriptions, made by Pagefind's command line after a build.

The board only asks which positions match, so what is kept is Pagefind's index and one file that says which
position each of its ids is; its fragments (a file a page) and its own user interface are not published.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from jobboard.addresses import job_address
from jobboard.index import DESCRIPTIONS_FOLDER, INDEX_ADDRESS

NAMES_ADDRESS = f"{DESCRIPTIONS_FOLDER}/descriptions.json"
"""Pagefind's id for each position of the board's index, in its order."""

_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_MAGIC = b"pagefind_dcd"


class IndexingError(Exception):
    """No index could be made; the message says why."""


def index_descriptions(site: Path) -> int:
    """Index the built *site*; the number of positions whose description can be searched.

    Raises IndexingError. Job pages mark their description with `data-pagefind-body` while they are open.
    """
    try:
        positions: list[str] = json.loads((site / INDEX_ADDRESS).read_bytes())["jobs"]["slug"]
    except FileNotFoundError:
        raise IndexingError(f"there is no built site in `{site}`; build it first") from None
    target = site / DESCRIPTIONS_FOLDER
    shutil.rmtree(target, ignore_errors=True)
    with TemporaryDirectory() as excerpts:
        for slug in positions:
            _write_excerpt(site, slug, Path(excerpts))
        command = [sys.executable, "-m", "pagefind", "--site", excerpts, "--output-path", str(target)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if result.returncode:
        raise IndexingError(f"pagefind failed:\n{result.stdout}{result.stderr}")
    ids = dict(_read_fragment(path) for path in (target / "fragment").glob("*"))
    shutil.rmtree(target / "fragment", ignore_errors=True)
    for path in target.iterdir():
        if path.is_file() and path.name not in _KEPT and path.suffix not in (".pf_meta", ".pagefind"):
            path.unlink()
    target.mkdir(exist_ok=True)
    names = [ids.get(slug) for slug in positions]
    (site / NAMES_ADDRESS).write_text(json.dumps(names, separators=(",", ":")) + "\n", "utf-8")
    return len(ids)


def _write_excerpt(site: Path, slug: str, folder: Path) -> None:
    """Write the page of *slug* into *folder* with nothing but its description: Pagefind reads that twice as fast."""
    page = (site / job_address(slug) / "index.html").read_text("utf-8")
    start, end = page.find('<div class="jb-text" data-pagefind-body'), page.rfind('<section class="jb-apply"')
    head = page[: page.index(">", page.index("<html")) + 1]
    (folder / f"{slug}.html").write_text(f"{head}<title>{slug}</title>{page[start:end]}", "utf-8")


def _read_fragment(path: Path) -> tuple[str, str]:
    """A page's slug, and Pagefind's id of it."""
    content = gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)
    address: str = json.loads(content)["url"]
    return address.strip("/").removesuffix(".html"), path.stem
