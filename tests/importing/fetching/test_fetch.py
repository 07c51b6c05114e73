"""Pages are fetched from a real server on this machine, which misbehaves as servers do."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme

from jobboard.importing.fetching.checked_connection import is_public
from jobboard.importing.fetching.fetch import FetchError, Limits, fetch

AUTHORITY = trustme.CA()
CERTIFICATE = Path(tempfile.mkdtemp()) / "authority.pem"
"""Of an authority that only these tests trust."""
AUTHORITY.cert_pem.write_to_path(str(CERTIFICATE))
PAGE = "<html><body><h1>Postdoc für Bildgebung</h1></body></html>".encode()
MEGABYTE = bytes(1024 * 1024)


class Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]] = []  # noqa: RUF012  # of the one server

    def do_GET(self) -> None:  # the name http.server calls
        """Misbehave as the path says."""
        self.asked.append((self.path, self.headers["User-Agent"]))
        self.close_connection = True
        kind, _, rest = self.path.strip("/").partition("/")
        with contextlib.suppress(OSError):
            getattr(self, f"answer_{kind}")(rest)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""

    def send(self, content: bytes = PAGE, status: int = 200, **headers: str) -> None:
        """Answer with *content*."""
        self.send_response(status)
        for name, value in {"Content_Type": "text/html", "Content_Length": str(len(content)), **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def answer_page(self, rest: str) -> None:
        """A good page."""
        self.send(Content_Type="Text/HTML; charset=UTF-8")

    def answer_packed(self, rest: str) -> None:
        """A compressed page."""
        self.send(gzip.compress(PAGE), Content_Encoding="gzip")

    def answer_bomb(self, rest: str) -> None:
        """20 MB in 20 KB."""
        self.send(gzip.compress(20 * MEGABYTE), Content_Encoding="gzip")

    def answer_status(self, rest: str) -> None:
        """Any status."""
        self.send(status=int(rest))

    def answer_type(self, rest: str) -> None:
        """Any content type, none for an empty one."""
        self.send(Content_Type=rest)

    def answer_to(self, rest: str) -> None:
        """A redirect to the rest of the path."""
        self.send(b"", 302, Location=rest)

    def answer_loop(self, rest: str) -> None:
        """Two pages that redirect to each other."""
        self.send(b"", 301, Location="/loop/b" if rest == "a" else "/loop/a")

    def answer_hop(self, rest: str) -> None:
        """A redirect to the next number, until 0."""
        self.send(b"", 307, Location=f"/hop/{int(rest) - 1}" if int(rest) > 1 else "/page")

    def answer_large(self, rest: str) -> None:
        """20 MB, announced or not."""
        self.send(b"", Content_Length=str(20 * len(MEGABYTE)) if rest == "announced" else "")
        for _ in range(20):
            self.wfile.write(MEGABYTE)

    def answer_drip(self, rest: str) -> None:
        """A byte now and then, of the headers or of the page, each in time for a time-out of its own, for a minute."""
        if rest == "page":
            self.send(b"", Content_Length="1000000")
        for _ in range(1200):
            self.wfile.write(b"x")
            self.wfile.flush()
            if self.server.stopping.wait(0.05):  # type: ignore[attr-defined]  # set below
                return

    def answer_cut(self, rest: str) -> None:
        """Less than was announced."""
        self.send(PAGE, Content_Length="1000")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an https server for `localhost`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.stopping = threading.Event()  # type: ignore[attr-defined]  # for the slow answers
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients that hang up are the point
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.stopping.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def limits_for(address: str, **others: Any) -> Limits:
    """Limits that allow the test's server."""
    port = int(address.rsplit(":", 1)[1].split("/")[0])
    given = {
        "ports": frozenset([port]),
        "allows_private": True,
        "certificates": str(CERTIFICATE),
        "seconds": 10,
        **others,
    }
    return Limits(**given)


def reason(url: str, server: str, **others: Any) -> str:
    """Why *url* is not fetched."""
    with pytest.raises(FetchError) as raised:
        fetch(url, limits=limits_for(server, **others))
    message = str(raised.value)
    assert "\n" not in message
    assert "; " in message, "every reason says what to do instead"
    return message


def test_a_page_is_fetched(server: str) -> None:
    """The bytes come with the address behind all redirects, and the server learns who asks."""
    page = fetch(f"{server}/hop/5", limits=limits_for(server))
    assert (page.url, page.content) == (f"{server}/page", PAGE)
    assert (page.content_type, page.charset) == ("text/html", "UTF-8")
    assert Handler.asked[-1][1].startswith("jobboard/")
    assert fetch(f"{server}/packed", limits=limits_for(server)).content == PAGE
    named = server.replace("127.0.0.1", "localhost")
    assert fetch(f"{named}/page", limits=limits_for(server)).content == PAGE


def test_redirects_are_followed_with_suspicion(server: str) -> None:
    """A circle, too many steps, and steps to where a fetch may not begin all end it."""
    assert "in a circle" in reason(f"{server}/loop/a", server)
    assert "more than 5 times" in reason(f"{server}/hop/6", server)
    assert "not encrypted" in reason(f"{server}/to/http://example.org/", server)
    assert "not an https address" in reason(f"{server}/to/file:///etc/passwd", server)
    assert "leads to port 22" in reason(f"{server}/to/https://example.org:22/", server)
    credentials = reason(f"{server}/to/https://user:secret@example.org/", server)
    assert "user name" in credentials
    assert "secret" not in credentials


@pytest.mark.parametrize("path", ["large/announced", "large/unannounced", "bomb"])
def test_a_page_has_a_largest_size(server: str, path: str) -> None:
    """20 MB are not read to the end, however they are announced or packed."""
    assert "larger than 5 MB" in reason(f"{server}/{path}", server)


@pytest.mark.parametrize("path", ["drip/page", "drip/headers"])
def test_a_page_has_a_longest_time(server: str, path: str) -> None:
    """A server that sends a byte at a time is not waited for."""
    assert "within 0.4 seconds" in reason(f"{server}/{path}", server, seconds=0.4)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", ""])
def test_only_pages_are_taken(server: str, kind: str) -> None:
    """A PDF or nothing nameable is not a page."""
    assert "is not a web page" in reason(f"{server}/type/{kind}", server)
    assert fetch(f"{server}/type/application/xhtml+xml", limits=limits_for(server)).content == PAGE


def test_answers_without_a_page_are_explained(server: str) -> None:
    """Each kind of status has its own advice."""
    assert "there is no page at" in reason(f"{server}/status/404", server)
    assert "does not give the page to programs (403)" in reason(f"{server}/status/403", server)
    assert "a fault of its own (500)" in reason(f"{server}/status/500", server)
    assert "status 304" in reason(f"{server}/status/304", server)
    assert "broke" in reason(f"{server}/cut", server)


def test_a_certificate_must_be_trusted(server: str) -> None:
    """A self-signed certificate, or one for another name, ends it."""
    assert "no certificate that can be trusted" in reason(f"{server}/page", server, certificates=None)


def test_a_certificate_must_be_the_hosts(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name that was asked for is checked, not the address that was connected to."""
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: look_up("127.0.0.1", *rest, **more))
    url = server.replace("127.0.0.1", "jobs.example.org")
    assert "jobs.example.org has no certificate" in reason(f"{url}/page", server)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/", "https://[::1]/", "https://10.1.2.3/", "https://169.254.169.254/latest/meta-data/",
        "https://192.168.0.1/", "https://[::ffff:10.0.0.1]/", "https://[fe80::1]/", "https://0.0.0.0/",
        "https://2130706433/", "https://0x7f.1/", "https://localhost/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(url: str) -> None:
    """The own machine, the own network and the cloud's metadata are no web pages, however they are spelled."""
    with pytest.raises(FetchError, match=r"private network|no website"):
        fetch(url)


def test_names_that_lead_inside_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among public ones is enough, and nothing is connected to."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 443)) for ip in ("93.184.215.14", "169.254.169.254")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it was connected to"))
    with pytest.raises(FetchError, match="private network"):
        fetch("https://inside.example.org/")


def test_addresses_are_public_or_not() -> None:
    """Only what any machine of the internet could reach is public."""
    assert is_public("93.184.215.14")
    assert is_public("2606:4700::1111")
    private = "100.64.0.1 224.0.0.1 240.0.0.1 255.255.255.255 172.16.0.1 ::ffff:8.8.8.8 2002:7f00:1:: 64:ff9b::a00:1 ff02::1 fc00::1 fe80::1%eth0 nonsense"
    assert [address for address in private.split() if is_public(address)] == []


def test_what_is_not_there_is_explained(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listening, and a name that does not exist."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        silent = f"https://127.0.0.1:{free.getsockname()[1]}"
        assert "does not answer" in reason(f"{silent}/", silent)

    def fail(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match=r"no website called `nowhere\.example`"):
        fetch("https://nowhere.example/")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/", "not encrypted"),
        ("ftp://example.org/", "not an https address"),
        ("https://", "not an https address"),
        ("", "an empty address is not"),
        ("https://me:secret@example.org/", "user name"),
        ("https://example.org:8443/", "port 8443"),
        ("https://example.org:99999/", "not an https address"),
        ("https://ex ample.org/", "is not a web address|no website"),
    ],
)
def test_addresses_that_are_not_fetched(url: str, why: str) -> None:
    """What is no public https address is refused before anything is looked up."""
    with pytest.raises(FetchError, match=why) as raised:
        fetch(url)
    assert "secret" not in str(raised.value)


def test_a_lookup_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time covers the look-up of the name, too."""
    released = threading.Event()

    def hang(*_: Any, **__: Any) -> Any:
        released.wait(5)
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(FetchError, match=r"within 0\.2 seconds"):
        fetch("https://example.org/", limits=Limits(seconds=0.2))
    released.set()
