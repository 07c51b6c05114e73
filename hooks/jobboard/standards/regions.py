"""Parts of countries that people write behind a city: states, provinces and nations, with their postal codes."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jobboard.standards.tables import fold_name


class Region(NamedTuple):
    """A part of a country."""

    code: str
    """As post knows it, such as `KY`; empty where it knows none."""
    name: str
    country: str
    """ISO 3166-1 alpha-2."""


_CODED = {
    "US": (
        "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia"
        "|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine"
        "|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada"
        "|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma"
        "|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont"
        "|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
    ),
    "CA": (
        "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia"
        "|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon"
    ),
    "AU": ("ACT Australian Capital Territory|NSW New South Wales|QLD Queensland|TAS Tasmania|VIC Victoria"),
}
_UNCODED = {
    "AU": ("Northern Territory", "South Australia", "Western Australia"),
    "GB": ("England", "Scotland", "Wales", "Northern Ireland"),
}
"""Whose codes mean something else to most readers, or that have none."""

REGIONS = (
    *(
        Region(code, name, country)
        for country, listed in _CODED.items()
        for code, _, name in (entry.partition(" ") for entry in listed.split("|"))
    ),
    *(Region("", name, country) for country, names in _UNCODED.items() for name in names),
)

ENGLISH_COUNTIES = frozenset((
    "Bedfordshire", "Berkshire", "Buckinghamshire", "Cambridgeshire", "Cheshire", "Cornwall", "County Durham", "Cumbria", "Derbyshire",
    "Devon", "Dorset", "East Sussex", "Essex", "Gloucestershire", "Greater London", "Greater Manchester", "Hampshire", "Herefordshire",
    "Hertfordshire", "Kent", "Lancashire", "Leicestershire", "Lincolnshire", "Merseyside", "Norfolk", "North Yorkshire",
    "Northamptonshire", "Northumberland", "Nottinghamshire", "Oxfordshire", "Shropshire", "Somerset", "South Yorkshire",
    "Staffordshire", "Suffolk", "Surrey", "Tyne and Wear", "Warwickshire", "West Midlands", "West Sussex", "West Yorkshire",
    "Wiltshire", "Worcestershire", "Yorkshire",
))  # fmt: skip
"""Those that "City, County, UK" may name; the board's places say England."""


def find_region(written: str) -> Region | None:
    """The region whose code or name is *written*, in any case."""
    return _by_spelling().get(fold_name(written))


def country_of_region(written: str) -> str | None:
    """The code of the country in which the region *written* lies."""
    region = find_region(written)
    return region.country if region else None


@cache
def _by_spelling() -> dict[str, Region]:
    return {fold_name(spelling): region for region in REGIONS for spelling in (region.code, region.name) if spelling}
