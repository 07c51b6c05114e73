"""The time zone of a country that has one only."""

from __future__ import annotations

_ZONES = {
    "Austria": "Europe/Vienna", "Belgium": "Europe/Brussels", "Bulgaria": "Europe/Sofia", "Croatia": "Europe/Zagreb", "Cyprus": "Asia/Nicosia",
    "Czechia": "Europe/Prague", "Denmark": "Europe/Copenhagen", "Estonia": "Europe/Tallinn", "Finland": "Europe/Helsinki", "France": "Europe/Paris",
    "Germany": "Europe/Berlin", "Greece": "Europe/Athens", "Hungary": "Europe/Budapest", "Iceland": "Atlantic/Reykjavik", "Ireland": "Europe/Dublin",
    "Italy": "Europe/Rome", "Latvia": "Europe/Riga", "Lithuania": "Europe/Vilnius", "Luxembourg": "Europe/Luxembourg", "Malta": "Europe/Malta",
    "Netherlands": "Europe/Amsterdam", "Norway": "Europe/Oslo", "Poland": "Europe/Warsaw", "Romania": "Europe/Bucharest", "Serbia": "Europe/Belgrade",
    "Slovakia": "Europe/Bratislava", "Slovenia": "Europe/Ljubljana", "Sweden": "Europe/Stockholm", "Switzerland": "Europe/Zurich", "Türkiye": "Europe/Istanbul",
    "United Kingdom": "Europe/London", "Israel": "Asia/Jerusalem", "Japan": "Asia/Tokyo", "South Korea": "Asia/Seoul", "Singapore": "Asia/Singapore",
    "Hong Kong": "Asia/Hong_Kong", "Taiwan": "Asia/Taipei", "India": "Asia/Kolkata", "China": "Asia/Shanghai", "South Africa": "Africa/Johannesburg",
    "Saudi Arabia": "Asia/Riyadh", "United Arab Emirates": "Asia/Dubai", "Qatar": "Asia/Qatar", "Thailand": "Asia/Bangkok",
}  # fmt: skip
"""By English name; Spain's and Portugal's islands, and countries as wide as the United States, have several."""


def zone_of_country(name: str) -> str:
    """The IANA name of the zone in which all of a country's days end; empty where there are several."""
    return _ZONES.get(name, "")
