"""What is paid: amounts with currency and period, pay scales, and words where the numbers are not certain."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.amounts import Amount, amounts_in, is_converted_or_aside
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.pay_scales import scale_in
from jobboard.importing.texts.workplaces import country_hint, country_of
from jobboard.standards.languages.words import ALL, LANGUAGES, cue, find_any, lower

_OTHER_DOLLARS = re.compile(
    r"\b(?:canad\w+|australia\w*|new zealand|singapore|hong kong|mexic\w+|taiwan|chile|colombia|argentina)\b|\.(?:ca|edu\.au|gov\.au|com\.au|nz|sg|hk)\b",
    re.I,
)
"""Where one of these is named, `$` alone is no certain currency."""
_NOT_PAY = re.compile(
    r"\b(?:grant of|grants? (?:worth|totall?ing)|budget|turnover|revenue|million|billion|mio|award|prize|tuition|research funds?|research allowance|expenses|travel|travell?ing|start-?up|relocation|bonus|fee|fees|equipment|consumables|project volume|sachmittel|reisekosten|gebühr|insurance|moving|application fee|per diem|funding volume|project funding|portfolio|scholarship fees|"
    r"frais|matrícula|dépenses|gastos|viaggi|allowance for|support for|contribution|costs?|conference|children|child|family allowance|housing allowance|training allowance|mobility allowance|bench fees?|books|computer|people|students|patients|publications|cores|euros? (?:million|mio)|in funding|additional|extra|discount|voucher)\b"
)
_PAY = re.compile(
    r"\b(?:net per|netto\w*|salar\w*|stipends?|pay|paid|pays|compensation|remunerat\w+|wages?|gross|gehalt\w*|vergüt\w+|entgelt\w*|earn\w*|per annum|p\.a\.|annually|brutto\w*|rémunérat\w+|rémunéré\w*|salaire\w*|gratification|salario|salarial|retribuc\w+|remunerac\w+|sueldo|dotación|retribuzione|stipendio|compenso|lordo|lord[ai]|importo|borsa|salário|remuneração|vencimento|bolsa|salaris\w*|maandsalaris|bruto|lön\w*|månadslön|starting salary|annual|monthly|hourly|scholarship|studentship|fellowship|bourse|cuantía|beurs|stipendium|compensated)\b"
)
_PERIOD_STOP = re.compile(r"[(;=~]|\b(?:which|corresponding|equal|equivalent|i\.e|approx\w*|soit|entspricht|oder)\b")
_NOUNS = frozenset(
    [
        "hour",
        "hr",
        "hours",
        "h",
        "day",
        "week",
        "month",
        "mo",
        "months",
        "year",
        "yr",
        "annum",
        "stunde",
        "std",
        "tag",
        "woche",
        "monat",
        "monats",
        "jahr",
        "jahres",
        "heure",
        "jour",
        "semaine",
        "mois",
        "an",
        "hora",
        "día",
        "semana",
        "mes",
        "año",
        "ora",
        "giorno",
        "settimana",
        "mese",
        "anno",
        "dia",
        "mês",
        "ano",
        "uur",
        "dag",
        "maand",
        "jaar",
        "timme",
        "vecka",
        "månad",
        "mån",
        "år",
        "annuum",
    ]
)
_PER = r"(?:per|/|a|an|each|every|pro|je|im|par|au|al|por|la|all['’]|ao|om|i|p\.?|the)\s?(?:calendar\s)?"
_LARGE = {"USD", "EUR", "GBP", "CHF", "AUD", "CAD", "NZD", "SGD"}
_YEARLY_FROM = 12_000
_YEARLY_KRONER_FROM = 200_000
_MONTHLY_KRONER = range(18_000, 90_000)
_MAX_WORDS = 160
_DIGIT = re.compile(r"\d")


def fill_salary(draft: Draft, passage: Passage) -> None:
    """Note what is paid; a labelled line always, running text only where amount, currency and period are certain."""
    if "salary" in draft.findings:
        return
    country = country_of(draft) or (hint.name if (hint := country_hint(draft, passage)) else None)
    if country is None and not _OTHER_DOLLARS.search(passage.text):
        country = "United States"  # what `$` alone means where no other country of dollars is named
    found: list[Candidate] = []
    for stated in passage.stated("salary"):
        value = _read(stated.value, country, stated.line, passage.codes, is_about_pay=True)
        if not value and re.search(r"[^\W\d_]{3}|\d", stated.value) and len(stated.value) <= _MAX_WORDS:
            value = {"text": _cut_words(stated.value)}
        if value and passage.cue("net").search(stated.label):
            value["text"] = f"net: {value['text']}" if value.get("text", "net") != "net" else "net"
        signs = ("label",) if value and set(value) != {"text"} else ("label", "period not told")
        found.append(Candidate(value, signs, stated.line, stated.place))
    for sentence in passage.sentences:
        if _DIGIT.search(sentence.text) or "BAT" in sentence.text:
            found += _find_in(
                sentence.text, sentence.low, country, passage, sentence.place, is_profile=sentence.section == "profile"
            )
    draft.weigh("salary", _join_parts(found))


def pay_in(written: str, country: str | None = None, around: str = "", codes: tuple[str, ...] = ALL) -> dict[str, Any]:
    """The pay *written*, with its words where amount, currency or period are not certain."""
    return _read(written, country, around or written, codes, is_about_pay=True) or {"text": _cut_words(written)}


def _find_in(
    text: str, low: str, country: str | None, passage: Passage, place: int, *, is_profile: bool
) -> list[Candidate]:
    found: list[Candidate] = []
    if scale := scale_in(text):
        value, start, end = scale
        found.append(Candidate({"scale": value}, ("scale",), cut_around(text, start, end), place))
    pay = _PAY.search(low)
    if not pay or is_profile:
        return found
    for amount in amounts_in(text, low, country):
        around = low[max(0, amount.start - 45) : amount.start] + " " + low[amount.end : amount.end + 35]
        signs = ["about pay"]
        if _NOT_PAY.search(around):
            signs.append("not pay")
        salary = _salary_of(amount, text, low, passage.codes, is_about_pay=True)
        if salary is None:
            continue
        if "text" in salary and "currency" not in salary:
            signs.append("period not told")
        if amount.is_converted:
            signs.append("converted")
        found.append(Candidate(salary, tuple(signs), cut_around(text, amount.start, amount.end), place))
    return found


def _read(
    written: str, country: str | None, around: str, codes: tuple[str, ...], *, is_about_pay: bool
) -> dict[str, Any]:
    """Amounts and pay scale in *written*; the period may stand elsewhere in the line *around* it."""
    text = " ".join(written.split())
    low = lower(text)
    found: dict[str, Any] = {}
    amounts = [
        amount
        for amount in amounts_in(text, low, country)
        if not amount.is_converted or not is_converted_or_aside(text, amount)
    ]
    for amount in amounts:
        beside = low[max(0, amount.start - 30) : amount.start] + low[amount.end : amount.end + 12]
        if re.search(r"\b(?:travel|relocation|bonus|budget|research funds?|allowance)\b", beside):
            continue
        if value := _salary_of(amount, text, low, codes, is_about_pay=is_about_pay, around=lower(around)):
            found = value
            break
    if scale := scale_in(text):
        found["scale"] = scale[0]
        if set(found) == {"text", "scale"}:
            del found["text"]
    return found


def _salary_of(
    amount: Amount, text: str, low: str, codes: tuple[str, ...], *, is_about_pay: bool, around: str = ""
) -> dict[str, Any] | None:
    """The salary an amount states; in words where it is approximate or its period is not told."""
    period = _period_near(low, amount, codes) or (
        _period_near(around, amount._replace(start=len(around), end=len(around)), codes) if around else None
    )
    period = period or (_likely_period(amount) if is_about_pay else None)
    words = _words_around(text, amount)
    if amount.is_approximate:
        return {"text": words}
    if period is None:
        return {"text": words} if amount.currency else None
    smallest = amount.low or amount.high or 0
    if smallest < 500 and period in ("month", "year"):
        return None
    value: dict[str, Any] = {}
    if amount.low is not None:
        value["min"] = amount.low
    if amount.high is not None:
        value["max"] = amount.high
    value |= {"currency": amount.currency, "period": period}
    if _is_net(low, amount, codes):
        value["text"] = "net"
    return value


def _period_near(low: str, amount: Amount, codes: tuple[str, ...]) -> str | None:
    """The period told right behind an amount, else the nearest before it."""
    behind = low[amount.end : amount.end + 50]
    stop = _PERIOD_STOP.search(behind, 2)
    behind = behind[: stop.start()] if stop else behind
    if re.match(r"\s?\(", behind):
        behind = behind[: behind.find(")") + 1] or behind
    before = low[max(0, amount.start - 75) : amount.start]
    nearest: tuple[int, str] | None = None
    for period, pattern in _period_patterns(codes):
        if match := pattern.search(behind):
            nearest = min(nearest or (999, ""), (match.start(), period))
        for match in pattern.finditer(before):
            nearest = min(nearest or (999, ""), (len(before) - match.end() + 4, period))
    return nearest[1] if nearest else None


@cache
def _period_patterns(codes: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for period in ("hour", "day", "week", "month", "year"):
        words = {word for code in codes for word in LANGUAGES[code].periods.get(period, "").split("|")}
        nouns, others = words & _NOUNS, words - _NOUNS
        noun = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
        pattern = rf"(?<!\w){_PER}(?:{noun})(?!\w)"
        others_pattern = find_any("|".join(others)).pattern if others else r"(?!)"
        found.append((period, re.compile(rf"{pattern}|{others_pattern}")))
    return tuple(found)


def _likely_period(amount: Amount) -> str | None:
    """The only period for which such an amount is paid."""
    size = amount.low or amount.high or 0
    if amount.currency in _LARGE and size >= _YEARLY_FROM:
        return "year"
    if amount.currency in ("SEK", "NOK", "DKK") and size >= _YEARLY_KRONER_FROM:
        return "year"
    return "month" if amount.currency in ("SEK", "DKK") and int(size) in _MONTHLY_KRONER else None


def _is_net(low: str, amount: Amount, codes: tuple[str, ...]) -> bool:
    around = low[max(0, amount.start - 60) : amount.start] + " " + low[amount.end : amount.end + 40]
    return bool(cue("net", codes).search(around)) and not cue("gross", codes).search(around)


def _words_around(text: str, amount: Amount) -> str:
    """The clause that an amount stands in, whole words only."""
    first = max(
        (text.rfind(mark, 0, amount.start) + len(mark) for mark in (". ", "; ", ": ") if mark in text[: amount.start]),
        default=0,
    )
    ends = [at for mark in (". ", "; ") if (at := text.find(mark, amount.end)) >= 0]
    clause = text[first : min(ends, default=len(text))].strip(" .")
    return _cut_words(cut_around(clause, amount.start - first, amount.end - first, 120))


def _cut_words(written: str) -> str:
    """*written* on one line, cut between words where it is long."""
    words = " ".join(written.split()).strip(" .;,")
    if len(words) <= _MAX_WORDS:
        return words
    return words[:_MAX_WORDS].rsplit(" ", 1)[0].rstrip(" ,;(") + " …"


def _join_parts(found: list[Candidate]) -> list[Candidate]:
    """Candidates in which amounts and a scale of the same line are one."""
    joined: list[Candidate] = []
    for candidate in found:
        same = next(
            (
                c
                for c in joined
                if c.place == candidate.place
                and "label" not in c.signs
                and isinstance(c.value, dict)
                and isinstance(candidate.value, dict)
                and not set(c.value) & set(candidate.value)
                and "text" not in {*c.value, *candidate.value}
            ),
            None,
        )
        if same is not None:
            joined.remove(same)
            candidate = candidate._replace(
                value={**same.value, **candidate.value}
                if "scale" not in same.value
                else {**candidate.value, **same.value}
            )
        joined.append(candidate)
    return joined
