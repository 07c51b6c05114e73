"""Old addresses that lead to a job's present one."""

from __future__ import annotations

from markupsafe import escape

from jobboard.board.board import Job
from jobboard.site.address import Site
from jobboard.site.files import SiteFile
from jobboard.source.addresses import job_address


def redirect_page(alias: str, job: Job, site: Site) -> SiteFile:
    """A page without shell at the old address; it works on any host, without server rules."""
    url = escape(site.absolute(job.address))
    title = escape(job.posting.title)
    content = (
        f'<!doctype html>\n<html lang="{escape(site.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title}</title>\n<link rel="canonical" href="{url}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url=../{job.posting.slug}/">\n</head>\n'
        f'<body><p>Moved to <a href="../{job.posting.slug}/">{title}</a>.</p></body>\n</html>\n'
    )
    return SiteFile(f"{job_address(alias)}index.html", content)
