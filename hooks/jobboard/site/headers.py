"""`_headers`: what a host is to send with each file, which Netlify and Cloudflare Pages read, and others are told.

A page says most of it itself (its Content-Security-Policy, its referrer policy); the rest can only be said by a server.
HOSTING.md has the same table, and how to set it elsewhere; a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping

HEADERS_ADDRESS = "_headers"

_UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What a browser could be asked for, and no page of a board asks for."""

EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Of every file. The Content-Security-Policy of a page is in the page; this one adds what only a header can say."""

SHARED_ENDINGS = ("xml", "json", "ics")
"""Of feeds, calendars and data."""
SHARED: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Of what is made for other programs, those in pages of other sites included; besides, and none of the above: hosts join two values."""


def make_headers() -> str:
    """The file."""
    rules = {"/*": EVERYWHERE} | {f"/*.{ending}": SHARED for ending in SHARED_ENDINGS}
    return "\n".join(
        f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for pattern, headers in rules.items()
    )
