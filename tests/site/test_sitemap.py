"""The sitemap keeps to the protocol's limit, whatever the number of pages."""

from __future__ import annotations

import datetime as dt
import gzip
import re

from jobboard.site.address import Site
from jobboard.site.sitemap import MAX_ADDRESSES, make_sitemap

SITE = Site(url="https://e.org/", title="T", description="D", language="en", repository=None, branch="main")


def test_few_pages_fill_one_file() -> None:
    """Each page is named with the day of its last change, escaped, and the compressed file says the same."""
    files = {
        file.address: file.content for file in make_sitemap([("", None), ("jobs/a&b/", dt.date(2026, 11, 1))], SITE)
    }
    assert set(files) == {"sitemap.xml", "sitemap.xml.gz"}
    assert "<url><loc>https://e.org/jobs/a&amp;b/</loc><lastmod>2026-11-01</lastmod></url>" in str(files["sitemap.xml"])
    packed = bytes(files["sitemap.xml.gz"])  # type: ignore[arg-type]
    assert gzip.decompress(packed).decode() == files["sitemap.xml"]
    assert packed.startswith(bytes.fromhex("1f8b 08 00 00000000 00 03"))  # no name, no time, one system for all Pythons


def test_many_pages_fill_several_files_with_an_index() -> None:
    """Above the protocol's limit, the sitemap is an index of files that hold every page once."""
    entries = [(f"jobs/{number}/", None) for number in range(MAX_ADDRESSES + 2)]
    files = {file.address: file.content for file in make_sitemap(entries, SITE)}
    index = str(files["sitemap.xml"])
    assert "<sitemapindex" in index
    parts = re.findall(r"<loc>https://e\.org/(sitemap-\d\.xml)</loc>", index)
    counts = [str(files[part]).count("<url>") for part in parts]
    assert counts == [MAX_ADDRESSES, 2]
