"""The headers of HOSTING.md: the same as in the code, sent by a real nginx, and no hindrance to any page."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPConnection
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from browser.reader import Reader
from building import ROOT, Project, make_project, posting
from jobboard.site.headers import EVERYWHERE, SHARED, SHARED_ENDINGS, make_headers

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
HOSTING = (ROOT / "HOSTING.md").read_text("utf-8")
[SNIPPET] = re.findall(r"```nginx\n(.*?)```", HOSTING, re.DOTALL)
PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine."""
PAGES = ("", "tags/imaging/", "jobs/one/", "saved/", "subscribe/", "trends/")


def test_the_table_is_that_of_the_code() -> None:
    """HOSTING.md lists every header with its value, for all files or for what is shared."""
    found: dict[str, dict[str, str]] = {}
    for files, name, value in re.findall(r"^\| (.+?) \| `(.+?)` \| `(.+?)` \| .+? \|$", HOSTING, re.MULTILINE):
        found.setdefault(files, {})[name] = value
    shared = ", ".join(f"`*.{ending}`" for ending in SHARED_ENDINGS)
    assert found == {"all": EVERYWHERE, shared: SHARED}


def test_the_site_brings_the_headers() -> None:
    """`_headers` has each rule as Netlify and Cloudflare Pages read it, and no header in two rules that meet."""
    rules: dict[str, dict[str, str]] = {}
    for line in make_headers().splitlines():
        if line.startswith("/"):
            rules[line] = current = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            current[name] = value
    assert rules.pop("/*") == EVERYWHERE
    assert rules == {f"/*.{ending}": SHARED for ending in SHARED_ENDINGS}
    assert not EVERYWHERE.keys() & SHARED.keys()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A built site with one posting."""
    project = make_project(tmp_path_factory.mktemp("hosting"))
    project.write("postings/one.md", posting())
    assert project.build().returncode == 0
    assert (project.site / "_headers").read_text() == make_headers()
    assert project.jobboard("index", "site").returncode == 0
    return project


@pytest.fixture(scope="module")
def hosted(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address on an nginx that is set up as HOSTING.md says."""
    if NGINX is None:
        pytest.skip("no nginx: install nginx-light")
    place = tmp_path_factory.mktemp("nginx")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    server = SNIPPET.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/jobs", str(project.site))
    temporary = "".join(
        f"{name}_temp_path {place}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (place / "nginx.conf").write_text(
        f"daemon off; pid {place}/pid; error_log {place}/error.log notice; worker_processes 1;\n"
        f"events {{}}\nhttp {{ include /etc/nginx/mime.types; access_log off; {temporary}\n{server}\n}}\n"
    )
    place.chmod(0o755)
    for folder in (project.site, *project.site.parents):
        if tempfile.gettempdir() in map(str, folder.parents):
            folder.chmod(0o755)  # nginx' worker is somebody else where tests run as root
    process = subprocess.Popen([NGINX, "-p", str(place), "-c", str(place / "nginx.conf")], stderr=subprocess.PIPE)
    try:
        while not _is_listening(port):
            assert process.poll() is None, process.stderr.read() if process.stderr else b""
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.communicate()


def _is_listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("address", ["", "jobs/one/", "assets/favicon.svg", "robots.txt", "feed.xml", "tags/imaging/atom.xml",
                                     "feed.json", "jobs.json", "deadlines.ics", "jobs/one/deadline.ics"])  # fmt: skip
def test_nginx_sends_the_headers(hosted: str, address: str) -> None:
    """Each file has what it is to have, once, and the others nothing of it; its type is right."""
    with urlopen(hosted + address, timeout=20) as answer:
        headers = answer.headers
    is_shared = address.endswith(SHARED_ENDINGS)
    for name, value in EVERYWHERE.items():
        assert headers.get_all(name) == [value], name
    for name, value in SHARED.items():
        assert headers.get_all(name) == ([value] if is_shared else None), name
    kinds = {
        "xml": "application/xml",
        "json": "application/json",
        "ics": "text/calendar",
        "svg": "image/svg+xml",
        "txt": "text/plain",
    }
    assert headers.get_content_type() == kinds.get(address.rpartition(".")[2], "text/html")


def test_nginx_shows_no_hidden_file_and_sends_on_by_path(hosted: str, project: Project) -> None:
    """Hidden files that a build has kept are nobody's business; an address keeps its host, whatever stands before nginx."""
    hidden = project.site / ".git"
    hidden.mkdir(mode=0o755)
    (hidden / "config").write_text("secret")
    for name, answers in {".git/config": 404, "jobs/.git/x": 404, ".well-known/x": 404, "jobs/one": 301}.items():
        status, headers, content = _ask(hosted, name)
        assert (status, b"secret" in content) == (answers, False), name
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Location"] == ("/jobs/one/" if answers == 301 else None)
    shutil.rmtree(hidden)


def _ask(site: str, address: str) -> tuple[int, Message, bytes]:
    """What the server answers, which leads nowhere else."""
    connection = HTTPConnection(site.removeprefix("http://").rstrip("/"), timeout=20)
    connection.request("GET", f"/{address}")
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def test_pages_are_whole_with_the_headers(chromium: Browser, hosted: str) -> None:
    """In a browser no page misses anything: no error, nothing against a policy, and the search answers."""
    reader = Reader(chromium, hosted)
    page = reader.open()
    page.context.set_default_timeout(PATIENCE)
    for address in PAGES:
        page.goto(address)
    page.goto("?q=scans")
    expect(page.locator("#board-status")).to_contain_text("1 position", timeout=PATIENCE)
    page.goto("nowhere/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address", timeout=PATIENCE)
    reader.close()
    assert [fault for fault in reader.faults if "status of 404" not in fault] == []


def test_a_reader_leaves_no_trace(chromium: Browser, hosted: str) -> None:
    """No cookie is set, no request bears anything that tells a reader from another, and none goes elsewhere."""
    reader = Reader(chromium, hosted)
    page = reader.open()
    page.context.set_default_timeout(PATIENCE)
    asked: list[tuple[str, dict[str, str], str | None]] = []
    page.on("request", lambda request: asked.append((request.url, request.all_headers(), request.post_data)))
    for address in PAGES:
        page.goto(address)
    page.goto("jobs/one/")
    page.get_by_role("button", name=re.compile("^Save ")).click()
    page.goto("saved/")
    page.goto("?q=scans")
    expect(page.locator("#board-status")).to_contain_text("1 position", timeout=PATIENCE)
    cookies = page.context.cookies()
    reader.close()
    assert cookies == []
    assert len(asked) > 30
    for url, headers, body in asked:
        assert url.startswith(hosted), url
        assert body is None
        assert not any(headers.get(name) for name in ("cookie", "authorization", "referer")), (url, headers)
        assert not re.search(r"[?&](?!q=|sort=|ts=\d{13}$)", url), url  # Pagefind names the time
    assert reader.faults == []
