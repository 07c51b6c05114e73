"""The sitemap (sitemaps.org, 0.9): every page that search engines should know."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterator, Sequence

from markupsafe import escape

from jobboard.site.address import Site
from jobboard.site.files import SiteFile

SITEMAP = "sitemap.xml"
MAX_ADDRESSES = 50_000
"""In one file, by the protocol; with more, `sitemap.xml` is an index of several files."""

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_GZIP = 31
"""For zlib: in the format of gzip, whose header it writes the same with every Python, and without a time."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def make_sitemap(entries: Sequence[tuple[str, dt.date | None]], site: Site) -> Iterator[SiteFile]:
    """Files for *entries*: addresses below the site's root, each with the day of its last change where that is known."""
    parts = [entries[at : at + MAX_ADDRESSES] for at in range(0, len(entries), MAX_ADDRESSES)]
    if len(parts) == 1:
        text = _list_pages(parts[0], site)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        yield from (SiteFile(name, _list_pages(part, site)) for name, part in zip(names, parts, strict=True))
        rows = "".join(f"<sitemap><loc>{escape(site.absolute(name))}</loc></sitemap>\n" for name in names)
        text = f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{rows}</sitemapindex>\n"
    yield SiteFile(SITEMAP, text)
    yield SiteFile(f"{SITEMAP}.gz", zlib.compress(text.encode(), wbits=_GZIP))


def _list_pages(entries: Sequence[tuple[str, dt.date | None]], site: Site) -> str:
    rows = "".join(
        f"<url><loc>{escape(site.absolute(address))}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for address, day in entries
    )
    return f"{_HEAD}<urlset {_NAMESPACE}>\n{rows}</urlset>\n"
