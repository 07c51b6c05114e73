"""Places of schema.org's JobPosting in the board's spelling."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.pages.html_tree import plain_text
from jobboard.importing.pages.job_terms import as_list, text_in
from jobboard.standards.tables import find_country
from jobboard.vocabulary import fold

_NOT_A_PLACE = re.compile(
    r"|-+|n/?a|null|none|undefined|unknown|tbd|various.*|multiple.*|several.*|\d+ locations?|(?:fully |100 ?% )?remote.*|any|anywhere",
    re.IGNORECASE,
)
_HOME_NATIONS = {
    "eng": "England", "gb-eng": "England", "sct": "Scotland", "gb-sct": "Scotland", "wls": "Wales",
    "gb-wls": "Wales", "nir": "Northern Ireland", "gb-nir": "Northern Ireland",
}  # fmt: skip


def read_country(written: Any) -> str | None:
    """The common English name of a country given by code or name."""
    text = plain_text(text_in(written))
    found = find_country(text) if text else None
    return found.name if found else None


def place_stated(stated: Any) -> tuple[Any, str]:
    """A place as "City, Region, Country" (None without a country), and the words of the source."""
    address = stated.get("address", stated) if isinstance(stated, dict) else stated
    address = as_list(address)[0] if as_list(address) else ""
    if isinstance(address, dict):
        keys = ("addressLocality", "addressRegion", "addressCountry")
        city, region, country = (plain_text(text_in(address.get(key))) for key in keys)
        if not (city or region or country):
            words = text_in(address.get("streetAddress")) or (text_in(stated) if isinstance(stated, dict) else "")
            city = plain_text(words)
    else:
        city, region, country = plain_text(text_in(address)), "", ""
    evidence = ", ".join(filter(None, (city, region, country)))
    region = _HOME_NATIONS.get(region.casefold(), region)
    parts = [part.strip() for whole in (city, region) for part in whole.split(",")]
    parts = [part for part in parts if not _NOT_A_PLACE.fullmatch(part)]
    name = read_country(country)
    if name is None and len(parts) > (0 if city else 1) and (name := _country_at_end(parts)):
        parts = parts[:-1]
    if name is None:
        return None, evidence
    if name in ("United States", "Canada"):
        parts = [re.sub(rf"^{find_country(name).code}-(?=[A-Z]{{2}}$)", "", part) for part in parts]  # type: ignore[union-attr]
    kept: list[str] = []
    for part in parts:
        is_country = read_country(part) == name and part not in _HOME_NATIONS.values()
        if fold(part) not in map(fold, kept) and not is_country:
            kept.append(part)
    if name == "Georgia" and kept:  # "City, Georgia" is ambiguous
        return {"city": kept[0], "country": "GE"}, evidence
    return ", ".join([*kept[:3], name]), evidence


def _country_at_end(parts: list[str]) -> str | None:
    """The country that the last part names; two letters behind a city may as well be a state."""
    last = parts[-1] if parts else ""
    if len(parts) > 1 and (len(last) == 2 or last == "Georgia") and last.upper() != "UK":
        return None
    return read_country(last)
