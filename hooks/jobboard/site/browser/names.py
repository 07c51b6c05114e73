"""What the search knows beyond what rows say: other names of places, kinds and tags, and who is behind a position.

The part `search` of `board/index.json`. Its reader is `theme/assets/js/board/names.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeAlias

from jobboard.board import phrases
from jobboard.policy import Policy
from jobboard.posting import Place, Posting
from jobboard.site.browser.dictionary import Dictionary
from jobboard.standards.regions import REGIONS, find_region
from jobboard.standards.tables import city_names, countries, country_aliases, fold_name

Entry: TypeAlias = tuple[str, list[str], list[int]]
"""What the browser calls it, its other names, and the numbers of its countries."""

MODE_NAMES = {
    "on-site": ["onsite", "in person"],
    "hybrid": ["partly remote"],
    "remote": ["home office", "work from home", "working from home", "wfh", "telework", "telecommute"],
}
"""What else the work modes are called."""

_SAID: dict[str, Callable[[Posting], str | None]] = {
    "author": lambda posting: posting.author,
    "unit": lambda posting: posting.organization.unit,
    "via": lambda posting: posting.via.name if posting.via else None,
    "funder": lambda posting: phrases.say_funding(posting.funding),
    "scale": lambda posting: posting.salary.scale if posting.salary else None,
}
"""What a position says of itself and its row does not."""


class SearchNames:
    """Collects the names of the positions of a board, which are added in the order of the index."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._countries = Dictionary()
        self._words = {name: Dictionary() for name in ("place", "area", *_SAID)}
        self._columns: dict[str, list[int]] = {name: [] for name in self._words}
        for dictionary in self._words.values():
            dictionary.number((), ("", [], []))

    def add(self, posting: Posting) -> None:
        """Add the next position."""
        self._add("place", posting.places, lambda: self._place(posting))
        self._add("area", posting.remote_from, lambda: self._area(posting))
        for name, say in _SAID.items():
            said = say(posting)
            self._add(name, said or (), lambda said=said: (said, [], []))  # type: ignore[misc]  # bound now

    def finish(self, values: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
        """All names; those of tags, kinds and modes in the order of the *values* of the filters."""
        tags, positions = self._policy.tags.terms, self._policy.positions.terms
        return {
            "values": {
                "tag": [[slug, *tags[slug].synonyms] for slug, _ in values["tag"]],
                "position": [[slug, *positions[slug].synonyms] for slug, _ in values["position"]],
                "mode": [[slug, *MODE_NAMES[slug]] for slug, _ in values["mode"]],
            },
            "countries": self._countries.entries,
            "words": {name: dictionary.entries for name, dictionary in self._words.items()},
            "columns": self._columns,
        }

    def _add(self, name: str, key: Hashable, make: Callable[[], Entry]) -> None:
        words = self._words[name]
        self._columns[name].append(words.number(key, None if key in words else make()))

    def _place(self, posting: Posting) -> Entry:
        names = dict.fromkeys(name for place in posting.places for name in _names_of(place))
        return phrases.say_where(posting), list(names), self._number(place.country for place in posting.places)

    def _area(self, posting: Posting) -> Entry:
        return f"Remote from {posting.remote_area}", [], self._number(posting.remote_from)

    def _number(self, codes: Iterable[str]) -> list[int]:
        known = self._countries
        return [known.number(code, None if code in known else _name_country(code)) for code in dict.fromkeys(codes)]


def _name_country(code: str) -> tuple[str, list[str]]:
    """Its name, its codes and its other names."""
    country = countries()[code]
    parts = {fold_name(region.name) for region in REGIONS if region.country == code}
    aliases = (name for name in country_aliases(code) if name not in parts)
    return country.name, list(dict.fromkeys([code.lower(), country.alpha_3.lower(), *aliases]))


def _names_of(place: Place) -> list[str]:
    """Other names of its city, and the code of its region; in the United Kingdom all nations that it may be in."""
    names = list(city_names(place.city, place.country)) if place.city else []
    region = find_region(place.region or "")
    regions = [region] if region and region.country == place.country else []
    if not regions and place.country == "GB":
        regions = [region for region in REGIONS if region.country == "GB"]
        names += [region.name for region in regions]
    return names + [region.code for region in regions if region.code]
