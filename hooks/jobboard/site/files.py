"""What is published beside the pages."""

from __future__ import annotations

from typing import NamedTuple


class SiteFile(NamedTuple):
    """A file of the site that is not a page."""

    address: str
    """Below the site's root."""
    content: str | bytes
    """Bytes where the format demands its own line ends."""
