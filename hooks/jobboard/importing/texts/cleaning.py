"""Text as it arrives to text as it was meant: encoding, invisible and lost characters, the residue of mails."""

from __future__ import annotations

import re

from jobboard.importing.draft import Draft
from jobboard.source.characters import drop_hidden

_PRINTABLE = bytes((9, 10, 13, *range(32, 127)))
_LOST_APOSTROPHE = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|need)n\?t|(?:i|you|we|they|who|could|should|would|might|must)\?(?:ve|re|ll|d|m)"
    r"|(?:he|she|it|that|there|what|who|let|here)\?(?:s|ll|d)|[a-z]{4,40}\?s(?=\s))\b",
    re.IGNORECASE,
)
"""Words of which only an apostrophe can be missing: "Universit?t" lacks a letter."""
_LOST_BULLET = re.compile(r"^([ \t]{0,8})\?[ \t]{1,8}(?=\S)", re.MULTILINE)
_LOST = re.compile(r"(?<=[A-Za-z])\?(?=[a-z])|(?<=[a-z])\?(?= [a-z])|\ufffd")
_IN_LINK = re.compile(r"(?:https?://|mailto:)\S{1,2000}|[^\s@]{1,100}+@[^\s?]{1,300}+\?(?:subject|body|cc)=")
_QUOTE = re.compile(r"^(?:>[ \t]?){1,6}")
_SENT_FROM = re.compile(
    r"^(?:Sent from (?:my|Mail|Outlook|Yahoo)|Get Outlook for|Gesendet von|Von meinem \w+ gesendet|Envoyé de mon)\b.{0,80}$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\b(?:mailing list|unsubscribe|to post to this list|listinfo|list archives?|you received this message because)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*(?:_{5,}|-{5,}|={5,}|\*{5,})\s*$")
_MAIL_HEADER = re.compile(
    r"^(?:From|To|Cc|Sent|Reply-To|Date|Subject|Message-ID|MIME-Version|Content-[\w-]+|X-[\w-]+|Received|Return-Path|List-[\w-]+):\s",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"^(?:On .{5,120} wrote:|Am .{5,120} schrieb .{1,80}:|-{2,8}\s?(?:Original|Forwarded) Message\s?-{2,8}|Begin forwarded message:)$",
    re.IGNORECASE,
)


def decode(data: bytes) -> tuple[str, str | None]:
    """The text in *data*, and what was certain enough to be repaired; raises ValueError with a sentence for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "the file was UTF-16"
        except UnicodeDecodeError:
            raise ValueError("it is not text") from None
    if data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")):
        raise ValueError("it is a word processor's, PDF or image file, not text")
    if b"\x00" in data[:65536]:
        raise ValueError("it is not text")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        if len(data[:4096].translate(None, _PRINTABLE)) > len(data[:4096]) // 3:
            raise ValueError("it is not text") from None
        if error.start > len(data) - 4:
            return data.decode("utf-8", "ignore"), "a character that was cut off at the end was dropped"
        return data.decode("cp1252", "replace"), "the file was Windows-1252"


def repair_characters(text: str, draft: Draft) -> str:
    """*text* with mojibake read in the right encoding, without invisible characters, with certain losses restored."""
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x0c", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
    )
    if not text.isascii():
        text = _repair_mojibake(text, draft)
    text = text.replace("\xa0", " ").replace("\u202f", " ")
    text = drop_hidden(text)
    return _restore_lost(text, draft) if "?" in text or "\ufffd" in text else text


def strip_mail(text: str, draft: Draft) -> str:
    """*text* without the marks of forwarding, the sender's device and the list's footer; a signature stays out, too."""
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    if filled and sum(line.startswith(">") for line in filled) > 0.6 * len(filled):
        lines = [_QUOTE.sub("", line) for line in lines]
        draft.repairs.append("the `>` of a forwarded mail were removed")
    kept = [
        line for line in lines if not (_SENT_FROM.match(line[:200].strip()) or _ATTRIBUTION.match(line[:260].strip()))
    ]
    if len(kept) != len(lines):
        draft.repairs.append("lines that a mail program adds were removed")
    kept = _strip_headers(kept, draft)
    return "\n".join(_strip_footer(kept, draft))


def _repair_mojibake(text: str, draft: Draft) -> str:
    import ftfy  # slow to import, and few texts need it

    config = ftfy.TextFixerConfig(
        uncurl_quotes=False,
        fix_character_width=False,
        unescape_html=False,
        fix_latin_ligatures=True,
        normalization="NFC",
    )
    fixed = "".join(line if line.isascii() else ftfy.fix_text(line, config) for line in text.splitlines(keepends=True))
    if re.sub(r"\s|[ﬀ-ﬆ]", "", fixed) != re.sub(r"\s|[ﬀ-ﬆ]", "", text) and _garbled(text):
        draft.repairs.append("characters in a wrong encoding were repaired")
    return fixed


def _garbled(text: str) -> bool:
    return bool(re.search(r"[Ââã€Ã][\x80-\xbf€™œ“”šž¡-¿]", text))


def _restore_lost(text: str, draft: Draft) -> str:
    """Put back what can only have been an apostrophe or a bullet; count the rest."""
    bullets = len(_LOST_BULLET.findall(text))
    if bullets >= 2:
        text = _LOST_BULLET.sub(r"\1- ", text)
        draft.repairs.append(f"{bullets} bullets that had become `?` were restored")
    outside = _IN_LINK.sub(lambda match: " " * len(match[0]), text)
    places = [match.start() + match[0].index("?") for match in _LOST_APOSTROPHE.finditer(outside)]
    if places:
        characters = list(text)
        for place in places:
            characters[place] = "’"
        text = "".join(characters)
        draft.repairs.append(f"{len(places)} apostrophes that had become `?` were restored")
        outside = _IN_LINK.sub(lambda match: " " * len(match[0]), text)
    if lost := len(_LOST.findall(outside)):
        example = next(_LOST.finditer(outside)).start()
        shown = text[max(0, example - 15) : example + 15].replace("\ufffd", "?").replace("\n", " ")
        draft.problems.append(f"{lost} characters were lost and stand as `?`, such as in `{shown}`")
    return text.replace("\ufffd", "?")


def _strip_headers(lines: list[str], draft: Draft) -> list[str]:
    """Without a mail's own header lines, which need two at the top to be recognised."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = first
    while (
        end < len(lines)
        and end < first + 40
        and (_MAIL_HEADER.match(lines[end]) or (end > first and lines[end][:1] in (" ", "\t")))
    ):
        end += 1
    if end - first < 2:
        return lines
    draft.repairs.append("the header of a mail was removed")
    return lines[end:]


def _strip_footer(lines: list[str], draft: Draft) -> list[str]:
    """Without a signature below `-- ` and a mailing list's footer below a rule."""
    for number in range(max(0, len(lines) - 30), len(lines)):
        rest = lines[number:]
        is_signature = lines[number].rstrip("\n") in ("-- ", "--") and number > 5 and len(rest) <= 15
        is_footer = _RULE.match(lines[number][:200]) and _FOOTER.search("\n".join(rest)[:3000])
        if is_signature or is_footer:
            draft.repairs.append("a mail's signature or a list's footer at the end was removed")
            return lines[:number]
    return lines
