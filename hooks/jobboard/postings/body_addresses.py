"""Links in a posting's text that readers would take for others: their words show another address, or a letter goes to more people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import LOOK_ALIKE_LETTERS, MISLEADING_LINK
from jobboard.fields.links import find_addresses, find_look_alike
from jobboard.source.front_matter import Document
from jobboard.standards.look_alikes import from_ascii
from jobboard.wording.github_markdown import Link, find_links

_LINK = re.compile(r"\[([^\[\]]*+)\](?:(?:\(|:)\s*+(?:mailto:|https://)?+([^\s()?]*+)([^\s()]*+\s++[\"'(])?+)?+")
"""Words, the address behind them, which most words that are one repeat, and the beginning of a title."""
_WORDS_WITH_BRACKETS = re.compile(r"\][^\[\]]*+\]\(")
"""The end of a link whose words hold brackets of their own."""
_PART_OF_ADDRESS = re.compile(r"[.@](?! |$)|&(?:#|\w+;)|[．。․｡＠﹒﹫]")
"""Without one of these, words show no address; a full stop that ends a word or an abbreviation is none."""
_LETTER = re.compile(r"@[^\s()<>?]{0,255}+\?")
"""An address of e-mail with more behind it."""
_ODD_HOSTS = tuple(
    re.compile(begin + r"[^\s/?#()<>\[\]]{0,255}?(?:(?!\s)[^\x00-\x7f]|[xX][nN]--)") for begin in ("://", r"www\.")
)
"""Websites whose names have other letters than those of ASCII, or stand for such names."""
_HOST = re.compile(
    r"www\.(?:[^\W_][\w-]*\.)+[a-z]{2,}|(?:[^\W_][\w-]*\.)*[^\W_][\w-]*[^\W_]\.(?:[a-z]{2}|com|edu|gov|info|int|net|org)"
)
"""That stands for an address without `https://`; not every word with a full stop in it does."""
_SURELY_HOST = re.compile(r"www\..*|.*\.(?:com|edu|gov|org|(?:ac|edu|co)\.[a-z]{2})")
"""Which also stands for one among other words."""
_FILE = re.compile(r".*\.(?:md|py|rs|sh|pl|cc|ai|ps|so|js|ts)")
"""What has the form of a host, and is as often the name of a file or a program."""
_SENTENCE = " \t\n.,;:!?()<>[]{}'\"`*_/"
_SEEN = ("subject", "body")
"""Headers of a letter that its writer reads before it is sent."""


def may_mislead(body: str) -> bool:
    """Whether a look at each link of a text, which most texts do not need, could find one that misleads."""
    for words, target, title in _LINK.findall(body):
        if title or (words != target and _PART_OF_ADDRESS.search(words)):
            return True
    if _WORDS_WITH_BRACKETS.search(body):
        return True
    if "?" in body and ("%40" in body or _LETTER.search(body)):
        return True
    may_have_odd_host = not body.isascii() or "--" in body
    return may_have_odd_host and any(pattern.search(body) for pattern in _ODD_HOSTS)


def check_addresses(document: Document) -> list[Diagnostic]:
    """Each link of a text that leads elsewhere than it seems to."""
    return [found for link in find_links(document.body) if (found := _check(document, link))]


def _check(document: Document, link: Link) -> Diagnostic | None:
    target = unquote(link.target)
    source, words = document.source, " ".join(unicodedata.normalize("NFKC", link.words).split())
    number = document.body_line + link.line - 1
    written = source.line(number)
    indent = len(written) - len(written.lstrip()) if number == document.body_line else 0
    column = len(written.encode()[: link.column + indent - 1].decode(errors="ignore")) + 1
    end = written.find("](", column) if written[column - 1 : column] == "[" else -1
    length = (end + 1 if end >= 0 else len(written)) - column + 1
    mark = source.mark(number, column, max(1, length))
    if words == target and (alike := find_look_alike(target)):  # what is written behind words, `body_links` sees
        mark = source.mark(number, column, len(target), alike.label)
        return source.report(LOOK_ALIKE_LETTERS, f"a link {alike.message}", mark, help=alike.help)
    for shown in (words, " ".join(link.title.split())):
        if other := next((address for address in _addresses_in(shown) if not _is_same(address, target)), None):
            message = f"a link shows `{other}`, and leads to `{_place_of(target) or target}`"
            help = "write the address that it leads to, or words that are no address"
            return source.report(MISLEADING_LINK, message, mark, help=(help,))
    if link.target.lower().startswith("mailto:") and (header := _unseen_header(link.target)):
        message = f"a link to a letter sets its `{header}`, which a reader may not see"
        help = "leave out what stands behind `?`, or write `?subject=…` with `%20` for each space"
        return source.report(MISLEADING_LINK, message, mark, help=(help,))
    return None


def _addresses_in(words: str) -> Iterator[str]:
    """What *words* show: e-mail addresses, web addresses, and the name of a website that stands alone."""
    emails, urls = find_addresses(words)
    yield from (*emails, *urls)
    parts = words.casefold().split()
    for part in (part.strip(_SENTENCE) for part in parts):
        host = re.split(r"[/?#:]", part, maxsplit=1)[0]
        if _HOST.fullmatch(host) and (_SURELY_HOST.fullmatch(host) or (len(parts) == 1 and not _FILE.fullmatch(part))):
            yield host


def _is_same(shown: str, target: str) -> bool:
    """Whether a *shown* address belongs to the *target* of its link, or the other way round."""
    there = _place_of(target)
    if "@" in shown and "@" in there and "//" not in shown:
        return shown.casefold() == there
    here, there = _host_of(_place_of(shown)), _host_of(there)
    return here == there or here.endswith(f".{there}") or there.endswith(f".{here}")


def _place_of(address: str) -> str:
    """The website or mailbox that *address* leads to."""
    if "//" not in address:
        return address.partition("?")[0].casefold().removeprefix("mailto:")
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _host_of(place: str) -> str:
    return from_ascii(place.rpartition("@")[2].casefold()).removeprefix("www.").strip(".")


def _unseen_header(target: str) -> str | None:
    names = (unquote(part.partition("=")[0]).casefold() for part in target.partition("?")[2].split("&"))
    return next((name for name in names if name and name not in _SEEN), None)
