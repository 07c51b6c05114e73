"""Scales of pay, such as the German tariffs of public service."""

from __future__ import annotations

import re

_TARIFF = r"(?:TV-?\s?L|TVL|TV-?\s?[öÖ]D|TVöD(?:[- ]?(?:Bund|VKA))?|TVA-?L|TV-?H|TV-Ä|TV-FZJ|TV-G-U|TV-TgDRV|TV-AWO|AVR)(?:[- ]?(?:Bund|VKA|Land|West|Ost|Berlin|Hessen|Forst|S|B))?(?![a-z])"
_GRADE = r"(?:EG|E|Entgeltgruppe|Entgeltgr\.?|Vergütungsgruppe|pay grade|pay group|salary group|salary grade|salary level|salary scale|remuneration group|remuneration level|pay scale|pay level|group|level|grade|scale|Stufe)\s?[-:]?\s?(?P<{name}>\d{{1,2}}\s?[abüÜ]?)(?!\w|[.,]\d)"
_SCALE = re.compile(
    rf"(?P<tariff>{_TARIFF})[\s,(:/-]{{0,3}}(?:(?:im |in der |in |at |the )?{_GRADE.format(name='grade')}|(?P<bare>\d{{1,2}}[abüÜ]?)(?!\w|[.,]\d|\s?%))?"
    rf"|{_GRADE.format(name='grade2')}[\s,(]{{0,3}}(?:(?:of|nach|gemäß|according to|based on|in accordance with|under|on|in|des|der|dem|the|German|public|service|pay|scale|salary|scheme|collective|agreement|federal|state|states|for|employees|länder|\(|-)[\s,(]{{1,3}}){{0,8}}(?P<tariff2>{_TARIFF})"
    rf"|\b(?P<old>BAT(?:[- /]?O)?[- ]?(?:I{{1,3}}|IV|V|VI)?[ab]?)(?=[\s,/.;)]|$)"
    rf"|\b(?P<official>(?:W ?[123]|C ?[34])(?=[- ]?(?:professor|professur|besoldung|salary|pay|level|LBesG|position|\(|,|/))|A ?1[3-6](?= ?(?:[A-Za-z]*BesO|LBesO|[A-Z]*BesG|Besoldung|\w*besoldung))|(?<=Besoldungsgruppe )[WAC] ?\d{{1,2}})",
    re.IGNORECASE,
)


def scale_in(text: str) -> tuple[str, int, int] | None:
    """The scale and grade that *text* names, with where it begins and ends; None where there is none."""
    for match in _SCALE.finditer(text):
        if match["old"]:
            if "BAT" in match["old"] and (
                len(match["old"]) > 3 or re.match(r"[- ]?(?:I|V|\d)", text[match.end("old") :])
            ):
                return match["old"].strip(), match.start(), match.end()
            continue
        if match["official"]:
            if match["official"][0].isupper():
                return match["official"].replace(" ", ""), match.start(), match.end()
            continue
        tariff = match["tariff"] or match["tariff2"]
        grade = match["grade"] or match["grade2"] or match["bare"]
        if not tariff[:3].isupper() and not tariff.startswith("TV"):
            continue
        name = re.sub(r"^TV-?\s?L", "TV-L", tariff) if re.match(r"TV-?\s?L", tariff) else tariff
        name = re.sub(r"^TV-?\s?[öÖ]D", "TVöD", name)
        return (f"{name} E{grade.replace(' ', '')}" if grade else name), match.start(), match.end()
    return None
