"""Parts of countries that people write instead of the country, or between it and the city."""

from __future__ import annotations

_STATES = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida"
    "|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland"
    "|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire"
    "|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania"
    "|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington"
    "|WV West Virginia|WI Wisconsin|WY Wyoming"
)
_PROVINCES = (
    "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario"
    "|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon|NT Northwest Territories|NU Nunavut"
)

US_STATES = {code: name for code, _, name in (entry.partition(" ") for entry in _STATES.split("|"))}
"""By postal code."""
CANADIAN_PROVINCES = {code: name for code, _, name in (entry.partition(" ") for entry in _PROVINCES.split("|"))}
"""By postal code."""
AUSTRALIAN_STATES = {
    "NSW": "New South Wales", "QLD": "Queensland", "VIC": "Victoria", "TAS": "Tasmania", "ACT": "Australian Capital Territory",
}  # fmt: skip

COUNTRY_OF_CODE = {
    **dict.fromkeys(set(US_STATES) - {"AL", "AR", "AZ", "CA", "CO", "DE", "GA", "ID", "IL", "IN", "KY", "LA", "MA", "MD", "ME", "MN", "MO",
                                      "MS", "MT", "NC", "ND", "NE", "PA", "SC", "SD", "TN", "VA"}, "United States"),
    **dict.fromkeys(("AB", "MB", "NB", "NS", "ON", "QC", "YT"), "Canada"),
    **dict.fromkeys(("NSW", "QLD", "TAS"), "Australia"),
}  # fmt: skip
"""The country that "City, CODE" means; codes that are a country's, too, are not here."""
COUNTRY_OF_REGION = {
    **dict.fromkeys(set(US_STATES.values()) - {"Georgia"}, "United States"),
    **dict.fromkeys(CANADIAN_PROVINCES.values(), "Canada"), "Québec": "Canada",
    **dict.fromkeys(("New South Wales", "Queensland", "Tasmania", "South Australia", "Western Australia"), "Australia"),
    **dict.fromkeys(("England", "Scotland", "Wales", "Northern Ireland"), "United Kingdom"),
}  # fmt: skip

ENGLISH_COUNTIES = frozenset((
    "Bedfordshire", "Berkshire", "Buckinghamshire", "Cambridgeshire", "Cheshire", "Cornwall", "County Durham", "Cumbria", "Derbyshire",
    "Devon", "Dorset", "East Sussex", "Essex", "Gloucestershire", "Greater London", "Greater Manchester", "Hampshire", "Herefordshire",
    "Hertfordshire", "Kent", "Lancashire", "Leicestershire", "Lincolnshire", "Merseyside", "Norfolk", "North Yorkshire",
    "Northamptonshire", "Northumberland", "Nottinghamshire", "Oxfordshire", "Shropshire", "Somerset", "South Yorkshire",
    "Staffordshire", "Suffolk", "Surrey", "Tyne and Wear", "Warwickshire", "West Midlands", "West Sussex", "West Yorkshire",
    "Wiltshire", "Worcestershire", "Yorkshire",
))  # fmt: skip
"""Those that "City, County, UK" may name; the board's places say England."""
