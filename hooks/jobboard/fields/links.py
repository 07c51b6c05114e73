"""Web and e-mail addresses, and what is built from them: how to apply, where it was found."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from jobboard.diagnostics.rules import INVALID_LINK, LOOK_ALIKE_LETTERS, MISSING_FIELD
from jobboard.fields.dates import read_date
from jobboard.fields.reading import Reading
from jobboard.posting import Application, Contact, Origin
from jobboard.source.nodes import Mapping, Node, Scalar
from jobboard.standards.invisible import HIDDEN
from jobboard.standards.look_alikes import find_foreign_letter, from_ascii, name_script, to_ascii, to_latin

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_EMAIL_INSIDE = re.compile(rf"(?<![A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]){_EMAIL.pattern}")
"""Looked for once in a row of letters, however long that is."""
_NAME_BEFORE_EMAIL = re.compile(r"([^\W\d][^\d<>()@:,;]*?)\s*[<(,;]\s*[^\s<>()@,;]+@")
"""A person, as letters name them."""
_HOST = re.compile(r"[^\s/?#@:\[\]]+\.[^\s/?#@:\[\]]{2,}")
_SIMPLE_ADDRESS = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z0-9-]{2,}(?:/[\w./?#=&;%~+,:@!$()*-]*)?", re.ASCII
)
"""What nearly every address is, and none that has a fault."""
_ADDRESS_INSIDE = re.compile(r"https?://(?:(?!\]\()[^\s<>\"'`\\^{}|])+")
"""Perhaps with the punctuation of the sentence around it, but not with the middle of a link in Markdown."""
_BEGINS_WITH_EMAIL = re.compile(_EMAIL.pattern + r"(?:\?|$)")
_SUBJECT = re.compile(r"subject=((?:[\w.~!$'()*+,;:@/-]|%(?:[2-7][0-9A-Fa-f]|[89A-Fa-f][0-9A-Fa-f]))+)", re.ASCII)
"""In a mailto link (RFC 6068); `%0A`, with which a letter's other headers begin, is none."""
_FILE = re.compile(r"(?i)[^/]*\.(?:md|pdf|html?|docx?|txt|png|jpe?g)")
_WEBSITE = re.compile(r"(?i)(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/|$))")


def web_address_fault(written: str) -> str | None:
    """Why *written* is not a complete `https://` or `http://` address; None when it is one."""
    if _SIMPLE_ADDRESS.fullmatch(written):
        return None
    if strange := re.search(r"[\s<>\"'`\\^{}|]", written):
        return "it contains a space" if strange[0].isspace() else f"it contains `{strange[0]}`"
    try:
        parts = urlsplit(written)
        port_is_valid = parts.port is None or parts.port > 0
    except ValueError:
        return "it is not a web address"
    if parts.scheme not in ("https", "http"):
        return "it does not begin with `https://`"
    if parts.username is not None:
        return "it contains a user name"
    if not parts.hostname or not port_is_valid or not _HOST.fullmatch(parts.hostname):
        return "it names no website"
    if sign := _strange_in(parts.hostname):
        return f"the website's name contains `{sign}` (U+{ord(sign[0]):04X})"
    return None


def _strange_in(host: str) -> str | None:
    """The first sign of *host* that no website's name has, or that a browser takes for another one."""
    plain = unicodedata.normalize("NFKC", host)
    if plain != unicodedata.normalize("NFC", host):
        return next((sign for sign in host if sign not in plain), host)
    return next(
        (sign for sign in host if not (sign in "-._" or sign.isalnum() or unicodedata.category(sign)[0] == "M")), None
    )


def email_fault(written: str) -> str | None:
    """Why *written* is not an e-mail address; None when it is one."""
    return None if _EMAIL.fullmatch(written) else "it is not an e-mail address"


def propose_address(written: str) -> str | None:
    """What an unusable link may have been meant to be; None where it holds several addresses, or none for certain."""
    bare = written.removeprefix("//")
    emails, urls = find_addresses(written)
    if len(emails) + len(urls) > 1:
        return None
    candidates = [f"https://{bare}"] if _WEBSITE.match(bare) and not _FILE.fullmatch(bare) else []
    candidates += [url for url in urls if not written.startswith(url)]
    candidates.append(re.sub(r"(?<=://)[^/@]*@", "", written))
    if meant := next((address for address in candidates if web_address_fault(address) is None), None):
        return meant
    return f"mailto:{emails[0]}" if emails else None


class LookAlike(NamedTuple):
    """What is said of an address that is not what it seems to be."""

    message: str
    """Behind the name of what holds it."""
    label: str
    help: tuple[str, ...]


def find_look_alike(address: str) -> LookAlike | None:
    """What is strange about the letters of a web or e-mail *address*, also where `xn--` hides them."""
    if address.isascii() and "xn--" not in address.lower():
        return None
    host = address.partition("?")[0].rpartition("@")[2] if "//" not in address else _host_of(address)
    shown = from_ascii(host) if host else ""
    letter = find_foreign_letter(shown)
    if host is None or letter is None:
        return None
    latin = to_latin(shown)
    help: tuple[str, ...] = ("type the address anew, or copy it from the page itself",)
    if latin and (meant := address.replace(host, latin)) != address:
        help = (f"write `{meant}`, if Latin letters are meant", *help)
    return LookAlike(
        message="holds letters of several scripts, which look alike",
        label=f"`{letter}` is {name_script(letter)}: computers read `{to_ascii(host)}`"
        if shown == host
        else f"this is `{shown}`, in which `{letter}` is {name_script(letter)}",
        help=help,
    )


def _host_of(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        return parts.hostname and re.split(r"[:@]", parts.netloc.rpartition("@")[2])[0]  # in its own spelling
    except ValueError:
        return None


def read_web_address(node: Node, name: str, reading: Reading) -> str | None:
    """A complete address that begins with `https://` or `http://`."""
    written = reading.text(node, name, INVALID_LINK)
    if written is None:
        return None
    if fault := web_address_fault(written):
        _report_link(node, name, written, fault, reading)
        return None
    _report_look_alike(node, name, written, reading)
    return written


def read_email(node: Node, name: str, reading: Reading) -> str | None:
    """An e-mail address, with or without `mailto:`."""
    email = _read_mailto(node, name, reading)
    return email[0] if email else None


def _report_look_alike(node: Node, name: str, address: str, reading: Reading) -> None:
    if alike := find_look_alike(address):
        mark = reading.mark_part(node, address, alike.label)
        reading.report(LOOK_ALIKE_LETTERS, f"`{name}` {alike.message}", mark, help=alike.help)


def _read_mailto(node: Node, name: str, reading: Reading) -> tuple[str, str | None] | None:
    """An e-mail address, and the subject that a mailto link gives to its letters."""
    written = reading.text(node, name, INVALID_LINK)
    if written is None:
        return None
    address, mark, query = written.removeprefix("mailto:").partition("?")
    if fault := email_fault(address):
        _report_link(node, name, written, fault, reading)
        return None
    _report_look_alike(node, name, address, reading)
    subject = _SUBJECT.fullmatch(query)
    if mark and (subject is None or HIDDEN.search(unquote(subject[1]))):
        help = ("leave out what stands behind `?`, or write `?subject=…` with `%20` for each space",)
        message = f"`{name}` is not a usable link: behind the address stands something else than a subject"
        reading.report(INVALID_LINK, message, reading.mark_part(node, mark + query), help=help)
        return None
    return address, unquote(subject[1]) if subject else None


def read_application(node: Node, name: str, reading: Reading) -> Application | None:
    """How to apply: an address, or a group with `url` or `email`."""
    if not isinstance(node, Mapping):
        if isinstance(node, Scalar) and (
            node.text.startswith("mailto:") or _BEGINS_WITH_EMAIL.match(node.text.strip())
        ):
            email = _read_mailto(node, name, reading)
            return Application(email=email[0], subject=email[1]) if email else None
        url = read_web_address(node, name, reading)
        return Application(url=url) if url else None
    entries = reading.group(node, name, ("url", "email", "reference", "materials", "letters"))
    if "url" not in entries and "email" not in entries:
        help = (f"add `url: https://…` or `email: name@example.org` under `{name}`",)
        reading.report(MISSING_FIELD, f"`{name}` has neither `url` nor `email`", node, help=help)
        return None
    values = {key: entry.value for key, entry in entries.items()}
    url = read_web_address(values["url"], f"{name}.url", reading) if "url" in values else None
    email = _read_mailto(values["email"], f"{name}.email", reading) if "email" in values else None
    application = Application(
        url=url,
        email=email[0] if email else None,
        subject=email[1] if email else None,
        reference=reading.text(values["reference"], f"{name}.reference") if "reference" in values else None,
        materials=reading.several(values["materials"], f"{name}.materials", reading.text)
        if "materials" in values
        else (),
        letters=reading.text(values["letters"], f"{name}.letters") if "letters" in values else None,
    )
    return application if url or email else None


def read_contact(node: Node, name: str, reading: Reading) -> Contact | None:
    """Whom to ask: a group with `name`, `email` and `url`, an e-mail address, or a name."""
    if isinstance(node, Scalar) and "@" in node.text:
        email = read_email(node, name, reading)
        return Contact(email=email) if email else None
    if not isinstance(node, Mapping):
        text = reading.text(node, name)
        return Contact(name=text) if text else None
    entries = reading.group(node, name, ("name", "email", "url"))
    values = {key: entry.value for key, entry in entries.items()}
    contact = Contact(
        name=reading.text(values["name"], f"{name}.name") if "name" in values else None,
        email=read_email(values["email"], f"{name}.email", reading) if "email" in values else None,
        url=read_web_address(values["url"], f"{name}.url", reading) if "url" in values else None,
    )
    return contact if any(contact) else None


def read_origin(node: Node, name: str, reading: Reading) -> Origin | None:
    """Where the position was found: an address, or a group with `url`."""
    if not isinstance(node, Mapping):
        url = read_web_address(node, name, reading)
        return Origin(url=url) if url else None
    entries = reading.group(node, name, ("url", "retrieved", "verified"))
    if "url" not in entries:
        reading.report(MISSING_FIELD, f"`{name}` has no `url`", node, help=(f"add `url: https://…` under `{name}`",))
        return None
    url = read_web_address(entries["url"].value, f"{name}.url", reading)
    days = {
        key: read_date(entries[key].value, f"{name}.{key}", reading)
        for key in ("retrieved", "verified")
        if key in entries
    }
    return Origin(url=url, retrieved=days.get("retrieved"), verified=days.get("verified")) if url else None


def _report_link(node: Node, name: str, written: str, fault: str, reading: Reading) -> None:
    is_email_only = name == "contact" or name.endswith(".email")
    meant = propose_address(written)
    if is_email_only:
        help = f"give an e-mail address, such as `{name.rpartition('.')[2]}: jane.doe@example.org`"
    elif name == "apply":
        help = "give the whole address, such as `https://example.org/jobs/42`, or an e-mail address"
    else:
        help = "give the whole address, such as `https://example.org/jobs/42`"
    if meant and meant.startswith("mailto:") != is_email_only and name != "apply":
        meant = None
    if meant and is_email_only:
        meant = meant.removeprefix("mailto:")
    label = f"did you mean `{meant}`?" if meant else ""
    emails, urls = find_addresses(written)
    if len(emails) + len(urls) > 1:
        fault = (
            "it holds several addresses, and one is the way to apply"
            if name == "apply"
            else "it holds several addresses"
        )
        help = "give the one that is meant, and name the others in the text"
        if name == "apply" and len(emails) == len(urls) == 1:
            help = f"write `apply: {{url: {quote_inside(urls[0])}, email: {emails[0]}}}`"
    elif name == "contact" and emails and (person := _NAME_BEFORE_EMAIL.match(written)):
        help = f"write `contact: {{name: {quote_inside(person[1])}, email: {emails[0]}}}`"
    elif alike := find_look_alike(written):
        fault, label, help = f"it {alike.message}", alike.label, alike.help[0]
    reading.report(INVALID_LINK, f"`{name}` is not a usable link: {fault}", node, label, (help,))


def find_addresses(written: str) -> tuple[list[str], list[str]]:
    """The e-mail and the web addresses in a text, each once."""
    urls = list(dict.fromkeys(map(_without_punctuation, _ADDRESS_INSIDE.findall(written))))
    emails = dict.fromkeys(_EMAIL_INSIDE.findall(written))
    return [email for email in emails if not any(email in url for url in urls)], urls


def _without_punctuation(address: str) -> str:
    """*address* without the punctuation of the sentence around it."""
    while address[-1] in ".,;:!?" or any(
        address[-1] == close and address.count(close) > address.count(open) for open, close in ("()", "[]")
    ):
        address = address[:-1]
    return address


def quote_inside(address: str) -> str:
    """*address* as it can stand inside braces."""
    return f'"{address}"' if re.search(r"[,\[\]{}]", address) else address
