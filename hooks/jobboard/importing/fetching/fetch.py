"""Fetch one public web page over https, and nothing else: no private network, no endless answer, no surprise on the way."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from jobboard import __version__
from jobboard.importing.fetching.checked_connection import CheckedAdapter
from jobboard.importing.fetching.checked_connection import FetchError as FetchError
from jobboard.standards.english import cut

USER_AGENT = f"jobboard/{__version__} (imports a single page for a curator)"
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown")
_SAVE = "save the page in your browser and import the file"
_CHUNK = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a fetch may cost, and where it may lead."""

    seconds: float = 20
    """For everything together: names, redirects, the last byte."""
    size: int = 5 * 1024 * 1024
    """Bytes of the answer, decompressed."""
    redirects: int = 5
    ports: frozenset[int] = frozenset([443])
    allows_private: bool = False
    """Whether addresses of the own machine and network may be connected to; only tests may."""
    certificates: str | None = None
    """File of the certificate authorities to trust; None for the usual ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What was fetched."""

    url: str
    """Behind all redirects."""
    content: bytes
    content_type: str
    """Without parameters, in lower case."""
    charset: str | None = None
    """As the server states it."""


def fetch(url: str, *, limits: Limits = Limits()) -> FetchedPage:  # immutable
    """The page at *url*, or a `FetchError`; never later than `limits.seconds`."""
    results: queue.SimpleQueue[FetchedPage | Exception] = queue.SimpleQueue()
    deadline = time.monotonic() + limits.seconds

    def work() -> None:
        try:
            results.put(_follow(url.strip(), limits, deadline))
        except Exception as error:  # noqa: BLE001  # it is raised below
            results.put(error)

    # Names are looked up, and headers are read, by code that knows no total time-out: so it is waited for from outside.
    threading.Thread(target=work, daemon=True, name="fetch").start()
    try:
        result = results.get(timeout=limits.seconds + 0.2)
    except queue.Empty:
        raise _too_slow(url, limits) from None
    if isinstance(result, Exception):
        raise result
    return result


def _follow(url: str, limits: Limits, deadline: float) -> FetchedPage:
    seen: set[str] = set()
    with requests.Session() as session:
        session.trust_env = False  # a proxy would connect to addresses that nobody has checked; .netrc holds passwords
        session.adapters.clear()
        session.mount("https://", CheckedAdapter(allows_private=limits.allows_private))
        session.headers.update({"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,text/plain;q=0.5"})
        while True:
            _check_address(url, limits, is_redirect=bool(seen))
            seen.add(url)
            with _get(session, url, limits, deadline) as response:
                target = response.headers.get("Location")
                if response.status_code not in _REDIRECTS or not target:
                    return _read_page(response, url, limits, deadline)
            url = _join(url, target)
            if url in seen:
                raise FetchError(f"the page redirects in a circle, back to {_shown(url)}; {_SAVE}")
            if len(seen) > limits.redirects:
                raise FetchError(
                    f"the page redirects more than {limits.redirects} times; {_SAVE}, or give the last address"
                )


def _get(session: requests.Session, url: str, limits: Limits, deadline: float) -> requests.Response:
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise _too_slow(url, limits)
    host = urlsplit(url).hostname or ""
    try:
        return session.get(
            url, stream=True, allow_redirects=False, timeout=remaining, verify=limits.certificates or True
        )
    except requests.exceptions.SSLError as error:
        raise FetchError(
            f"{host} has no certificate that can be trusted for it; {_SAVE} if you trust the page"
        ) from error
    except requests.exceptions.Timeout as error:
        raise _too_slow(url, limits) from error
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, UnicodeError) as error:
        raise FetchError(f"{_shown(url)} is not a web address; copy it from your browser's address bar") from error
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise FetchError(f"{host} broke the connection off; try again later, or {_SAVE}") from error


def _read_page(response: requests.Response, url: str, limits: Limits, deadline: float) -> FetchedPage:
    _check_status(response.status_code, url)
    stated = response.headers.get("Content-Type", "")
    kind = stated.partition(";")[0].strip().casefold()
    if kind not in _TYPES:
        found = f"`{kind[:60]}`" if kind else "something that is not named"
        raise FetchError(
            f"{_shown(url)} is not a web page but {found}; open it, and save its text as a .txt or .html file"
        )
    content = _read_content(response, url, limits, deadline)
    charset = requests.utils.get_encoding_from_headers(response.headers) if "charset" in stated.casefold() else None
    return FetchedPage(url=url, content=content, content_type=kind, charset=charset)


def _read_content(response: requests.Response, url: str, limits: Limits, deadline: float) -> bytes:
    too_large = FetchError(
        f"the page is larger than {limits.size / 1024 / 1024:g} MB; save the part with the position as a text file, and import that"
    )
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length[:18]) > limits.size:
        raise too_large
    content = bytearray()
    try:
        while chunk := response.raw.read1(_CHUNK, decode_content=True):  # what has arrived: read() would wait for more
            content += chunk
            if len(content) > limits.size:
                raise too_large
            if time.monotonic() > deadline:
                raise _too_slow(url, limits)
    except urllib3.exceptions.TimeoutError as error:
        raise _too_slow(url, limits) from error
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise FetchError(
            f"{urlsplit(url).hostname} broke off in the middle of the page; try again, or {_SAVE}"
        ) from error
    return bytes(content)


def _check_address(url: str, limits: Limits, *, is_redirect: bool) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError:
        parts, port = urlsplit(""), 443
    lead = f"the page redirects to {_shown(url)}, which" if is_redirect else _shown(url) or "an empty address"
    if parts.scheme.casefold() == "http":
        raise FetchError(f"{lead} is not encrypted (http); try https, or {_SAVE}")
    if parts.scheme.casefold() != "https" or not parts.hostname:
        raise FetchError(f"{lead} is not an https address; give one that begins with `https://`, or a saved file")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{lead} contains a user name or password; {_SAVE}")
    if port not in limits.ports:
        raise FetchError(f"{lead} leads to port {port}, and pages are fetched from the usual one only; {_SAVE}")


def _check_status(status: int, url: str) -> None:
    if 200 <= status < 300:
        return
    if status in (404, 410):
        reason = f"there is no page at {_shown(url)} ({status}); check the address, or look for the position's new one"
    elif status in (401, 402, 403, 406, 407, 429, 451):
        reason = f"{urlsplit(url).hostname} does not give the page to programs ({status}); {_SAVE}"
    elif status >= 500:
        reason = f"{urlsplit(url).hostname} has a fault of its own ({status}); try again later, or {_SAVE}"
    else:
        reason = f"{urlsplit(url).hostname} answered with status {status} and no page; {_SAVE}"
    raise FetchError(reason)


def _shown(url: str) -> str:
    """*url* as a message may show it: short, and without a password."""
    start, at, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    shown = f"{start}{at}{authority.rpartition('@')[2]}{slash}{path}"
    shown = "".join(character if character.isprintable() else "?" for character in shown)
    return cut(shown, 100)


def _join(url: str, target: str) -> str:
    try:
        # requests reads headers as Latin-1; servers that send raw UTF-8 there mean it
        return requests.utils.requote_uri(urljoin(url, target.encode("latin-1").decode("utf-8", "replace")))
    except (ValueError, requests.exceptions.RequestException):
        raise FetchError(f"the page redirects to something that is no address; {_SAVE}") from None


def _too_slow(url: str, limits: Limits) -> FetchError:
    host = urlsplit(url).hostname if "://" in url else url
    return FetchError(f"{host} did not deliver the page within {limits.seconds:g} seconds; try again later, or {_SAVE}")
