"""Where the site and its sources are: absolute addresses for feeds, machines and edit links."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

import idna


class Site(NamedTuple):
    """A published board."""

    url: str
    """Where it is published, with `/` at the end."""
    title: str
    description: str
    language: str
    repository: str | None
    """Web address of the git repository, without `/` at the end."""
    branch: str
    postings_folder: str = "postings"
    """The folder of postings in the repository."""

    def absolute(self, address: str) -> str:
        """The whole address of a page given below the root."""
        return self.url + address

    def edit_url(self, path: str) -> str | None:
        """Where a posting's file can be edited; None without a repository."""
        if self.repository is None:
            return None
        return f"{self.repository}/edit/{self.branch}/{quote_path(f'{self.postings_folder}/{path}')}"

    def new_file_url(self, path: str, text: str) -> str | None:
        """Where a file called *path* among the postings can be begun with *text*; None without a repository."""
        if self.repository is None:
            return None
        folder, _, name = f"{self.postings_folder}/{path}".rpartition("/")
        filled = f"filename={quote(name, safe='')}&value={quote(text, safe='')}"
        return f"{self.repository}/new/{self.branch}/{quote_path(folder)}?{filled}"

    def report_url(self, title: str, text: str) -> str | None:
        """Where a problem can be reported, with the report begun; None without a repository."""
        if self.repository is None:
            return None
        return f"{self.repository}/issues/new?title={quote(title, safe='')}&body={quote(text, safe='')}"


def quote_path(path: str) -> str:
    """*path*, whose folders may be called anything, as a part of an address; a byte that is no text stays that byte."""
    return quote(path.encode("utf-8", "surrogateescape"))


def encode_address(url: str) -> str:
    """*url* in ASCII, as feeds and machines take it: a host in other scripts as IDNA 2008 has it, a path percent-encoded.

    Raises ValueError for a host that cannot be one.
    """
    if url.isascii():
        return url
    parts = urlsplit(url)
    host = idna.encode(parts.hostname or "", uts46=True).decode()
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        (parts.scheme, host + port, quote(parts.path, safe="/%:@!$&'()*+,;=~"), parts.query, parts.fragment)
    )
