"""Web and e-mail addresses as mails, gateways and newsletters leave them, back to what was meant."""

from __future__ import annotations

import base64
import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from jobboard.fields.links import email_fault, web_address_fault
from jobboard.standards.tracking import drop_tracking

MAX_LINK_CHARACTERS = 4000
_REDIRECTS = (
    (re.compile(r"(?:^|\.)safelinks\.protection\.outlook\.com$"), "", "url"),
    (re.compile(r"^urldefense\.proofpoint\.com$"), "/v1/", "u"),
    (re.compile(r"^(?:www\.)?google\.[a-z.]{2,6}$"), "/url", "q"),
    (re.compile(r"^(?:www\.)?google\.[a-z.]{2,6}$"), "/url", "url"),
    (re.compile(r"^lm?\.facebook\.com$"), "/l.php", "u"),
    (re.compile(r"^linkprotect\.cudasvc\.com$"), "/url", "a"),
    (re.compile(r"^clicktime\.(?:symantec|cloud\.postoffice)\.(?:com|net)$"), "", "u"),
)
"""Host, beginning of the path, and the parameter that holds the address behind it."""
_DEFENSE_3 = re.compile(r"/v3/__(?P<url>.{1,4000}?)__;(?P<lost>[\w-]{0,400}={0,2})!", re.DOTALL)
_RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

_BARE = re.compile(r"(?:https?://|(?<![\w@./-])www\.(?=[\w-]{1,60}\.))[^\s<>\"`\\^{}|\[\]“”„]{3,2000}")
_AT = r"(?:@|\s{0,2}[\[({<]\s?(?:at|@|ät)\s?[\])}>]\s{0,2}|\s{1,2}AT\s{1,2})"
_DOT = r"(?:\.|\s{0,2}[\[({]\s?(?:dot|punkt|\.)\s?[\])}]\s{0,2}|\s{1,2}(?:DOT|dot)\s{1,2})"
_DOTS = re.compile(_DOT, re.IGNORECASE)
_EMAIL = re.compile(
    rf"(?<![\w.+%-])(?P<name>[A-Za-z0-9][\w+%-]{{0,40}}(?:{_DOT}[\w+%-]{{1,40}}){{0,4}}){_AT}"
    rf"(?P<host>[A-Za-z0-9-]{{1,60}}(?:{_DOT}[A-Za-z0-9-]{{2,60}}){{1,5}})(?![\w@])",
    re.IGNORECASE,
)
_SPELLED_EMAIL = re.compile(
    r"(?i)(?:(?<=[(<\[])(?P<name>[A-Za-z][\w.+-]{1,40})|(?<![\w.@-])(?P<dotted>[A-Za-z][\w-]{0,30}\.[A-Za-z][\w-]{1,30}))\sat\s(?P<host>[a-z0-9][a-z0-9-]{1,40}(?:(?:\.|\sdot\s)[a-z0-9-]{2,40}){1,4})(?![\w@])"
)
"""`jane.doe at example.org`, where the name has a dot or stands in brackets."""
_MAY_HIDE_EMAIL = re.compile(r"(?i)[\[({<]\s?(?:at|ät)\s?[\])}>]|\bat\b|\(a\)")
_PATTERN_EMAIL = re.compile(
    r"(?i)(?:first-?name|last-?name|first\.?last|name\.surname|surname|vorname|nachname|prenom|nombre|nome|your\.?name|f\.lastname|voornaam|fornamn|förnamn|name@|user@|username|xxx)[\w.-]*@?"
)
"""What stands for the form of an address."""


def clean_link(url: str) -> str:
    """The address behind mail gateways and redirects, without parameters that only track."""
    url = url.strip()
    if len(url) > MAX_LINK_CHARACTERS:
        return url
    for _ in range(4):  # a link can be wrapped by the sender's gateway, the list's and the reader's
        inner = _unwrap(url)
        if inner is None or web_address_fault(inner):
            break
        url = inner
    return drop_tracking(url)


class Address(NamedTuple):
    """A web or e-mail address in a text."""

    value: str
    """Cleaned and complete."""
    start: int
    end: int


def locate_links(text: str) -> list[Address]:
    """The web addresses in *text* with their places."""
    found = []
    for match in _BARE.finditer(text) if "http" in text or "www." in text else ():
        written = _trim(match[0])
        link = clean_link(written)
        link = link if "://" in link else f"https://{link}"
        if web_address_fault(link) is None:
            found.append(Address(link, match.start(), match.start() + len(written)))
    return found


def clean_links_in(text: str) -> str:
    """*text* with every web address in it cleaned."""

    def cleaned(match: re.Match[str]) -> str:
        link = _trim(match[0])
        return (clean_link(link) if "://" in link else link) + match[0][len(link) :]

    return _BARE.sub(cleaned, text) if "://" in text else text


def find_emails(text: str) -> list[str]:
    """The e-mail addresses in *text*, also "name [at] uni (dot) edu", each once, in the order of their appearance."""
    return list(dict.fromkeys(address.value for address in locate_emails(text)))


def locate_emails(text: str) -> list[Address]:
    """The e-mail addresses in *text* with their places; patterns such as `firstname.lastname@` are none."""
    if "@" not in text and not _MAY_HIDE_EMAIL.search(text):
        return []
    found = []
    for match in _EMAIL.finditer(text):
        name, host = (_DOTS.sub(".", match[part]) for part in ("name", "host"))
        address = f"{name}@{host}".replace(" ", "")
        if email_fault(address) is None and re.search(r"\.[A-Za-z]{2,18}$", host) and not _PATTERN_EMAIL.match(address):
            found.append(Address(address, match.start(), match.end()))
    for match in _SPELLED_EMAIL.finditer(text):
        address = f"{match['name'] or match['dotted']}@{re.sub(r'(?i) dot ', '.', match['host'])}"
        if email_fault(address) is None and not _PATTERN_EMAIL.match(address):
            found.append(Address(address, match.start(), match.end()))
    return sorted(found, key=lambda address: address.start)


def _unwrap(url: str) -> str | None:
    """The address that a gateway's link leads to; None when it is no such link."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host.startswith("urldefense."):
        if match := _DEFENSE_3.search(url):
            return _restore(match["url"], match["lost"])
        if parts.path.startswith("/v2/") and (coded := parse_qs(parts.query).get("u")):
            return unquote(coded[0].replace("-", "%").replace("_", "/"))
    for pattern, path, parameter in _REDIRECTS:
        if pattern.search(host) and parts.path.startswith(path) and (inner := parse_qs(parts.query).get(parameter)):
            return inner[0]
    return None


def _restore(url: str, lost: str) -> str:
    """A URL Defense v3 address with the characters that `*` (one) and `**X` (a run) stand for."""
    try:
        characters = base64.urlsafe_b64decode(lost + "=" * (-len(lost) % 4)).decode("utf-8", "strict")
    except (ValueError, UnicodeDecodeError):
        return url
    at = 0

    def next_characters(match: re.Match[str]) -> str:
        nonlocal at
        length = _RUN_LENGTHS.index(match[1]) + 2 if match[1] else 1
        taken = characters[at : at + length]
        at += length
        return taken

    restored = re.sub(r"\*(?:\*([\w-]))?", next_characters, url)
    return re.sub(r"^(https?:/)(?=[^/])", r"\1/", restored)


def _trim(link: str) -> str:
    """*link* without the punctuation of the sentence around it."""
    while link:
        if link[-1] in ".,;:!?*_'’»" or (link[-1] == ")" and link.count(")") > link.count("(")):
            link = link[:-1]
        else:
            break
    return link
