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

from jobboard.addresses import job_address
from jobboard.index import INDEX_ADDRESS

FOLDER = "pagefind"
NAMES_ADDRESS = f"{FOLDER}/descriptions.json"
"""Pagefind's id for each position of the board's index, in its order."""
ENTRY_ADDRESS = f"{FOLDER}/pagefind-entry.json"
"""What Pagefind loads first; a build leaves it empty, which says that there is no index yet."""

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
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--glob", job_address("*") + "index.html"]
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


def _read_fragment(path: Path) -> tuple[str, str]:
    """A page's slug, and Pagefind's id of it."""
    content = gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)
    address: str = json.loads(content)["url"]
    return address.strip("/").rsplit("/", 1)[-1], path.stem
