"""Names of files and people's words as parts of addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import INVALID_FILE_NAME
from jobboard.source.source_text import SourceText

_FILE_NAME = re.compile(r"(?:\d{4}-\d{2}-\d{2}-)?(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names of devices to Windows, where no file can have one, whatever its ending."""
_DATE_PREFIX = re.compile(r"\d{4}-\d{2}-\d{2}-")
MAX_SLUG_CHARACTERS = 150
"""Of one part of an address; file systems end at 255 bytes."""

MAX_PROPOSED_CHARACTERS = 80
"""Of an address that is made from employer and job."""


def job_address(slug: str) -> str:
    """Where a posting is published, below the site's root."""
    return f"jobs/{slug}/"


def slug_of_file(name: str) -> str | None:
    """The address a posting's file name gives, without the date before it; None for a name that gives none."""
    match = _FILE_NAME.fullmatch(name)
    if match is None or len(match["slug"]) > MAX_SLUG_CHARACTERS or _RESERVED.fullmatch(match["slug"]):
        return None
    return match["slug"]


def propose_slug(organization: str, title: str) -> str:
    """The address of a position: employer, then job, cut at a word; empty where neither has a letter for it."""
    slug = slugify(f"{organization} {title}")
    if len(slug) > MAX_PROPOSED_CHARACTERS:
        slug = slug[: MAX_PROPOSED_CHARACTERS + 1].rpartition("-")[0] or slug[:MAX_PROPOSED_CHARACTERS]
    return f"{slug}-position" if _RESERVED.fullmatch(slug) else slug


def report_file_name(path: str) -> Diagnostic:
    """What to call a file whose name gives no address."""
    name = path.rsplit("/", 1)[-1]
    stem = _DATE_PREFIX.sub("", name.rsplit(".", 1)[0])
    proposal = (slugify(stem) or "postdoc-health-ml") + ".md"
    if _RESERVED.fullmatch(stem.casefold()):
        message = f"`{name}` is a name that Windows keeps for a device"
        help = f"rename it to `{slugify(stem)}-position.md`, or whatever names employer and job"
    elif slug_of_file(name.rsplit(".", 1)[0] + ".md"):
        message, help = "a posting's file name ends in `.md`", f"rename it to `{name.rsplit('.', 1)[0]}.md`"
    else:
        message = f"`{name}` cannot become an address"
        help = f"rename it to `{proposal}`: lower-case letters a-z, digits and hyphens, ending in `.md`"
    return SourceText(path, "").report(INVALID_FILE_NAME, message, help=(help,))


@lru_cache(maxsize=4096)
def organization_slug(name: str) -> str:
    """The part of an address that stands for an organization; its letters, or a number made of them in other scripts."""
    digest = hashlib.blake2s(unicodedata.normalize("NFKC", name).casefold().encode(), digest_size=5).hexdigest()
    return slugify(name) or f"organization-{digest}"


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """*text* as part of an address: [a-z0-9-], accents dropped, cut at `MAX_SLUG_CHARACTERS`."""
    spelled = text.translate(
        {ord("ß"): "ss", ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("ı"): "i"}
    )
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:MAX_SLUG_CHARACTERS].rstrip("-")
