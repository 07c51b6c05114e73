#!/usr/bin/env python3
"""Makes the tables of countries, cities and currencies from Unicode's CLDR, as Babel has it.

    make_standards.py FOLDER

Written into FOLDER are

- `countries.tsv`: ISO 3166-1 alpha-2 and alpha-3 code, address, English name;
- `country_names.tsv`: another way to write a country, folded, and its code;
- `cities.tsv`: a city after which a time zone is named, folded in several languages, and its country's code;
- `currencies.tsv`: ISO 4217 code, name, symbol, decimal places.

What people write and CLDR does not say stands below. A spelling that means two countries stands in no table.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import get_timezone_location
from babel.languages import get_official_languages
from babel.numbers import get_currency_precision, get_territory_currencies

from jobboard.source.addresses import slugify
from jobboard.standards.tables import fold_name

TODAY = dt.date(2026, 11, 1)
"""As of which a currency is in use."""
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv")
"""In which postings are read; a country is also known by its names in its own languages."""
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Codes of CLDR that are regions, or parts of a country."""
WITHDRAWN = {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
"""Codes of three letters for what is another country today, or several."""
NAMES = {
    "AG": "Antigua and Barbuda", "BA": "Bosnia and Herzegovina", "BL": "Saint Barthélemy", "CD": "DR Congo",
    "CG": "Republic of the Congo", "CI": "Ivory Coast", "GS": "South Georgia and the South Sandwich Islands",
    "HK": "Hong Kong", "HM": "Heard Island and McDonald Islands", "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia",
    "MF": "Saint Martin", "MM": "Myanmar", "MO": "Macau", "PM": "Saint Pierre and Miquelon", "PS": "Palestine",
    "SH": "Saint Helena", "SJ": "Svalbard and Jan Mayen", "ST": "São Tomé and Príncipe", "TC": "Turks and Caicos Islands",
    "TF": "French Southern Territories",
    "TT": "Trinidad and Tobago", "UM": "United States Minor Outlying Islands",
    "VC": "Saint Vincent and the Grenadines", "VI": "US Virgin Islands", "WF": "Wallis and Futuna",
}  # fmt: skip
"""Common English names that CLDR spells in another way; addresses come from them, and never change."""
ADDRESSES = {"CC": "cocos-islands"}
"""Parts of addresses that were given before their names changed."""
OTHERS = {
    "AD": "Principality of Andorra",
    "AE": "UAE|Emirates",
    "AG": "Antigua & Barbuda|Antigua|Barbuda",
    "AL": "Shqipëri|Shqipëria",
    "AM": "Hayastan",
    "AR": "Argentine Republic",
    "AT": "Österreich|Oesterreich|Republic of Austria",
    "AU": "Commonwealth of Australia",
    "AX": "Åland|Ahvenanmaa",
    "AZ": "Azərbaycan|Azerbaycan",
    "BA": "Bosnia & Herzegovina|Bosnia|Bosnia-Herzegovina|BiH|Bosna i Hercegovina",
    "BE": "België|Belgique|Belgien|Kingdom of Belgium",
    "BG": "България|Bulgariya|Republic of Bulgaria",
    "BH": "Kingdom of Bahrain",
    "BL": "St. Barthélemy|Saint Barths|St. Barths",
    "BN": "Brunei Darussalam",
    "BO": "Plurinational State of Bolivia",
    "BQ": "Bonaire|Sint Eustatius|Saba|Bonaire Sint Eustatius and Saba|Bonaire Sint Eustatius & Saba",
    "BR": "Brasil",
    "BS": "The Bahamas",
    "BV": "Bouvetøya|Bouvetoya",
    "BY": "Беларусь|Belorussia|Byelorussia",
    "CC": "Cocos Islands|Keeling Islands",
    "CD": "DRC|Democratic Republic of the Congo|Democratic Republic of Congo|The Democratic Republic of the Congo|Congo-Kinshasa|Congo - Kinshasa|Congo Kinshasa|Zaire",
    "CG": "Republic of Congo|Congo Republic|Congo-Brazzaville|Congo - Brazzaville|Congo Brazzaville",
    "CH": "Schweiz|Suisse|Svizzera|Svizra|Die Schweiz|Swiss Confederation",
    "CI": "Côte d’Ivoire|Cote d'Ivoire",
    "CM": "Cameroun",
    "CN": "PRC|P.R. China|People's Republic of China|People’s Republic of China|Mainland China",
    "CV": "Cabo Verde",
    "CY": "Kypros|Κύπρος|Kıbrıs|Kibris|Republic of Cyprus",
    "CZ": "Czech Republic|The Czech Republic|Česko|Česká republika",
    "DE": "Deutschland|Federal Republic of Germany|Bundesrepublik Deutschland",
    "DK": "Danmark|Kingdom of Denmark",
    "DM": "Commonwealth of Dominica",
    "DO": "The Dominican Republic|República Dominicana",
    "DZ": "Algérie",
    "EE": "Eesti|Republic of Estonia",
    "EG": "Arab Republic of Egypt",
    "EH": "Sahrawi Republic",
    "ES": "España|Espanya|Espainia|Kingdom of Spain",
    "FI": "Suomi|Republic of Finland",
    "FK": "Falklands|Falkland Islands (Malvinas)|Islas Malvinas",
    "FM": "Federated States of Micronesia",
    "FO": "Faroes|Føroyar|Foroyar|Færøerne|Faeroerne",
    "FR": "French Republic|République française|Metropolitan France",
    "GB": "UK|The United Kingdom|the UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland",
    "GE": "Republic of Georgia|Sakartvelo",
    "GF": "Guyane|Guyane française",
    "GG": "Bailiwick of Guernsey",
    "GL": "Kalaallit Nunaat|Grønland|Gronland",
    "GM": "The Gambia",
    "GN": "Guinée|Guinea-Conakry",
    "GQ": "Guinea Ecuatorial",
    "GR": "Hellas|Ellada|Ελλάδα|Hellenic Republic",
    "GS": "South Georgia & the South Sandwich Islands|South Georgia|South Sandwich Islands|South Georgia and South Sandwich Islands|South Georgia & South Sandwich Islands",
    "GW": "Guinea Bissau|Guiné-Bissau",
    "HK": "Hong Kong SAR|Hong Kong SAR China|HKSAR|Hongkong",
    "HM": "Heard Island & McDonald Islands|Heard and McDonald Islands|Heard & McDonald Islands",
    "HR": "Hrvatska|Republic of Croatia",
    "HU": "Magyarország",
    "IE": "Éire|Republic of Ireland",
    "IL": "State of Israel",
    "IN": "Bharat|Republic of India",
    "IO": "Chagos Archipelago",
    "IR": "Islamic Republic of Iran",
    "IS": "Ísland",
    "IT": "Italia|Italian Republic",
    "JE": "Bailiwick of Jersey",
    "JO": "Hashemite Kingdom of Jordan",
    "JP": "Nippon|Nihon",
    "KG": "Kyrgyz Republic",
    "KH": "Kampuchea",
    "KM": "Comores|Union of the Comoros",
    "KN": "St. Kitts and Nevis|Saint Kitts & Nevis|St. Kitts & Nevis|Saint Kitts|St. Kitts|Nevis",
    "KP": "DPRK|Democratic People's Republic of Korea|Democratic People’s Republic of Korea",
    "KR": "Korea|Republic of Korea|Korea (South)|Korea Republic|Korea (Republic of)",
    "KW": "State of Kuwait",
    "LA": "Lao PDR|Lao People's Democratic Republic|Lao People’s Democratic Republic",
    "LB": "Liban|Lebanese Republic",
    "LC": "St. Lucia",
    "LI": "Principality of Liechtenstein",
    "LS": "Kingdom of Lesotho",
    "LT": "Lietuva|Republic of Lithuania",
    "LU": "Luxemburg|Lëtzebuerg|Grand Duchy of Luxembourg",
    "LV": "Latvija|Republic of Latvia",
    "MA": "Maroc|Kingdom of Morocco",
    "MC": "Principality of Monaco",
    "MD": "Republic of Moldova|Moldavia",
    "ME": "Crna Gora",
    "MF": "St. Martin|Saint-Martin|Saint Martin (French part)|St. Martin (French part)",
    "MH": "Republic of the Marshall Islands",
    "MK": "Macedonia|Republic of North Macedonia|FYROM|Severna Makedonija|Северна Македонија",
    "MM": "Burma|Myanmar (Burma)",
    "MO": "Macao|Macau SAR|Macao SAR|Macao SAR China",
    "MP": "Saipan|Commonwealth of the Northern Mariana Islands",
    "MR": "Mauritanie",
    "MT": "Republic of Malta",
    "MU": "Maurice|Île Maurice",
    "MV": "The Maldives",
    "MX": "United Mexican States",
    "MZ": "Moçambique",
    "NC": "Nouvelle-Calédonie",
    "NL": "The Netherlands|Holland|Nederland|Kingdom of the Netherlands",
    "NO": "Norge|Noreg|Kingdom of Norway",
    "NZ": "Aotearoa|Aotearoa New Zealand",
    "OM": "Sultanate of Oman",
    "PF": "Polynésie française|Tahiti",
    "PG": "PNG",
    "PH": "The Philippines|Pilipinas",
    "PL": "Polska|Republic of Poland",
    "PM": "St. Pierre and Miquelon|Saint Pierre & Miquelon|St. Pierre & Miquelon|Saint-Pierre-et-Miquelon",
    "PN": "Pitcairn",
    "PS": "State of Palestine|Palestinian Territories|Palestinian Territory|Occupied Palestinian Territory|West Bank|Gaza|Gaza Strip",
    "PT": "Portuguese Republic",
    "QA": "State of Qatar",
    "RE": "La Réunion",
    "RS": "Srbija|Србија|Republic of Serbia",
    "RU": "Russian Federation|Россия|Rossiya",
    "SA": "KSA|Kingdom of Saudi Arabia",
    "SE": "Sverige|Kingdom of Sweden",
    "SG": "Republic of Singapore",
    "SH": "St. Helena|Ascension Island|Tristan da Cunha|Saint Helena Ascension and Tristan da Cunha|St. Helena Ascension and Tristan da Cunha|Saint Helena Ascension & Tristan da Cunha|St. Helena Ascension & Tristan da Cunha",
    "SI": "Slovenija|Republic of Slovenia",
    "SJ": "Svalbard & Jan Mayen|Svalbard|Jan Mayen|Spitsbergen",
    "SK": "Slovak Republic|Slovensko",
    "SR": "Surinam",
    "ST": "São Tomé & Príncipe",
    "SX": "Saint Martin (Dutch part)|St. Martin (Dutch part)|Sint Maarten (Dutch part)",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland",
    "TC": "Turks & Caicos Islands|Turks and Caicos|Turks & Caicos",
    "TD": "Tchad",
    "TF": "French Southern and Antarctic Lands|French Southern & Antarctic Lands",
    "TL": "East Timor|Timor Leste",
    "TN": "Tunisie",
    "TR": "Turkey|Tuerkiye|Republic of Türkiye",
    "TT": "Trinidad & Tobago|Trinidad|Tobago",
    "TW": "Chinese Taipei",
    "TZ": "United Republic of Tanzania",
    "UA": "Україна|Ukraina",
    "UM": "US Minor Outlying Islands",
    "US": "USA|US|United States of America|The United States|the US|the USA|America|Estados Unidos|États-Unis|Vereinigte Staaten|Stati Uniti",
    "VA": "Vatican|Vatican City State|Holy See",
    "VC": "St. Vincent and the Grenadines|Saint Vincent & the Grenadines|St. Vincent & the Grenadines|Saint Vincent|St. Vincent|Saint Vincent and Grenadines|St. Vincent and Grenadines|Saint Vincent & Grenadines|St. Vincent & Grenadines",
    "VE": "Bolivarian Republic of Venezuela",
    "VG": "BVI|Virgin Islands (British)",
    "VI": "USVI|United States Virgin Islands|Virgin Islands (U.S.)",
    "VN": "Viet Nam",
    "WF": "Wallis & Futuna",
    "WS": "Western Samoa",
    "XK": "Kosova|Republic of Kosovo",
    "ZA": "RSA|Republic of South Africa",
}
"""What else a country is called."""
CITIES_FIRST = {
    "granada", "guadalupe", "maurice", "norfolk", "saint vincent", "salvador", "san martin", "santa elena", "santa helena", "santa lucia",
}  # fmt: skip
"""Names of countries in some language that elsewhere are those of well-known cities, or of people."""
ALSO_USED = {"SVC", "VED"}
"""Currencies of ISO 4217 that CLDR counts for no country today."""
SYMBOLS = {"USD": "US$", "SGD": "S$"}
"""Signs that are another currency's in another country."""


def main() -> None:
    """Write the tables."""
    folder = Path(sys.argv[1])
    origin = f"# Unicode CLDR, by Babel {version('babel')}; made by tools/make_standards.py, which says what was added."
    english = Locale("en")
    territories = {str(code): str(name) for code, name in english.territories.items()}
    codes = sorted(code for code in territories if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES)
    names = {code: NAMES.get(code, territories[code]) for code in codes}
    alpha_3 = {
        new[0]: old
        for old, new in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", old) and old not in WITHDRAWN
    }
    rows = [(code, alpha_3[code], ADDRESSES.get(code) or slugify(names[code]), names[code]) for code in codes]
    _write(folder / "countries.tsv", origin, rows)
    spellings: dict[str, set[str]] = defaultdict(set)
    for code in codes:
        for spelling in {fold_name(name) for name in _other_names(code)} - {fold_name(names[code])} - CITIES_FIRST:
            if len(spelling) > 3 or not spelling.isascii():
                spellings[spelling].add(code)
    known = {fold_name(name): code for code, name in names.items()} | {
        fold_name(other): code for code, others in OTHERS.items() for other in others.split("|")
    }
    found = {spelling: codes for spelling, codes in spellings.items() if spelling not in known and len(codes) == 1}
    listed = {fold_name(other): code for code, others in OTHERS.items() for other in others.split("|")}
    listed = {spelling: code for spelling, code in listed.items() if spelling not in CITIES_FIRST}
    _write(
        folder / "country_names.tsv", origin, sorted((listed | {s: next(iter(c)) for s, c in found.items()}).items())
    )
    _write(folder / "cities.tsv", origin, _cities(set(codes)))
    _write(folder / "currencies.tsv", origin, _currencies(english))


def _other_names(code: str) -> Iterable[str]:
    languages = dict.fromkeys((*LANGUAGES, *get_official_languages(code, regional=True, de_facto=True)))
    for language in languages:
        try:
            name = Locale.parse(language).territories.get(code)
        except (UnknownLocaleError, ValueError):
            continue
        if name:
            yield name


def _cities(codes: set[str]) -> list[tuple[str, str]]:
    """Each city with the code of its country; a name that several countries have is left out."""
    cities: dict[str, set[str]] = defaultdict(set)
    for zone, code in get_global("zone_territories").items():
        if code not in codes or "/" not in zone:
            continue
        for language in LANGUAGES:
            city = get_timezone_location(zone, locale=language, return_city=True)
            if city and not re.search(r"[,(\[]|\bUnknown\b", city):  # "Center, North Dakota"
                cities[fold_name(city)].add(code)
    return sorted((city, next(iter(found))) for city, found in cities.items() if len(found) == 1)


def _currencies(english: Locale) -> list[tuple[str, ...]]:
    used = {
        code
        for territory in map(str, english.territories)
        for code in map(str, get_territory_currencies(territory, TODAY))
        if len(code) == 3
    }
    rows: list[tuple[str, ...]] = []
    for code in sorted(used | ALSO_USED):
        symbol = SYMBOLS.get(code) or english.currency_symbols.get(code, code)
        is_word = unicodedata.normalize("NFKC", symbol).replace(" ", "").replace(".", "").isalpha()
        rows.append((code, english.currencies[code], code if is_word else symbol, str(get_currency_precision(code))))
    return rows


def _write(path: Path, origin: str, rows: Iterable[tuple[str, ...]]) -> None:
    path.write_text("".join(f"{line}\n" for line in (origin, *map("\t".join, rows))), "utf-8")


if __name__ == "__main__":
    main()
