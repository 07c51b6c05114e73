"""Parameters of web addresses that say where a click came from, and nothing about the page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w*|gclid|fbclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi"
    r"|gh_src|trk|trkinfo|trackingid|refid|lever-source|lever-origin|lipi)(?:=|$)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:ref|referrer|referer|source|src|lang|locale)(?:=|$)", re.IGNORECASE)
"""What mostly is the same: not certain enough to change an address, but enough to take two for one."""


def drop_tracking(url: str) -> str:
    """*url* without parameters that only track."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.match(pair)]
    fragment = "" if _TRACKING.match(parts.fragment) or parts.fragment.startswith(":~:") else parts.fragment
    if kept == parts.query.split("&") and fragment == parts.fragment:
        return url
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), fragment))


def names_no_page(parameter: str) -> bool:
    """Whether a *parameter* tells one spelling of a page's address from another, and not one page from another."""
    return bool(_TRACKING.match(parameter) or _FROM.match(parameter))
