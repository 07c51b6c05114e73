"""Each file in `cases/languages` shows what the words of one language's table read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from jobboard.importing.texts.contracts import contract_in
from jobboard.importing.texts.employment import employment_in
from jobboard.importing.texts.labels import field_of_label
from jobboard.importing.texts.pay import pay_in
from jobboard.importing.texts.positions import kind_of_title
from jobboard.postings.deadline_texts import DayKind, judge_days
from jobboard.standards.days import find_days
from jobboard.standards.languages.language import CONTRACT_TYPES, CUES, EMPLOYMENT, PERIODS, WORK_MODES
from jobboard.standards.languages.words import ALL, LANGUAGES, cue, month_numbers, tell_language

FOLDER = Path(__file__).parents[1] / "cases" / "languages"
CASES: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml"))}


def pairs(name: str) -> list[Any]:
    return [
        pytest.param(code, written, expected, id=f"{code}-{written}"[:40])
        for code, case in CASES.items()
        for written, expected in case[name]
    ]


def test_every_language_has_a_case() -> None:
    """A table without its case is not finished."""
    assert set(CASES) == set(LANGUAGES)


@pytest.mark.parametrize("code", CASES)
def test_a_language_is_told_by_its_little_words(code: str) -> None:
    """Two sentences are enough."""
    assert tell_language(CASES[code]["text"]) == code


def test_a_few_words_tell_no_language() -> None:
    """A title alone may be of any language."""
    assert tell_language("Postdoc position, Paris") is None


@pytest.mark.parametrize(("code", "sentence", "day"), pairs("deadlines"))
def test_the_last_day_is_told_from_other_days(code: str, sentence: str, day: dt.date | None) -> None:
    """A day of applications is a deadline; a first day of work, of reading or of interviews is none."""
    judged = judge_days(sentence.lower(), find_days(sentence, codes=(code, "en")), (code, "en"))
    found = [entry.mention.days[0] for entry in judged if entry.kind is DayKind.LAST]
    assert found == ([day] if day else [])


@pytest.mark.parametrize(("code", "written", "expected"), pairs("contract"))
def test_a_contract_is_read(code: str, written: str, expected: dict[str, Any]) -> None:
    assert contract_in(written, (code, "en")) == expected


@pytest.mark.parametrize(("code", "written", "expected"), pairs("employment"))
def test_employment_is_read(code: str, written: str, expected: str) -> None:
    assert employment_in(written, (code, "en")) == [expected]


@pytest.mark.parametrize(("code", "written", "expected"), pairs("pay"))
def test_pay_is_read(code: str, written: str, expected: dict[str, Any]) -> None:
    found = pay_in(written, "Sweden" if code == "sv" else None, written, (code, "en"))
    assert {name: value for name, value in found.items() if name in expected} == expected


@pytest.mark.parametrize(("code", "title", "kind"), pairs("kinds"))
def test_a_title_names_its_kind_of_position(code: str, title: str, kind: str) -> None:
    assert kind_of_title(title, (code, "en")) == kind


@pytest.mark.parametrize(("code", "label", "field"), pairs("labels"))
def test_a_label_names_its_field(code: str, label: str, field: str) -> None:
    assert field_of_label(label, (code,)) == field


@pytest.mark.parametrize("code", ALL)
def test_a_table_has_the_names_that_the_board_has(code: str) -> None:
    """A word under a name that nothing reads would be lost in silence."""
    language = LANGUAGES[code]
    assert set(month_numbers((code,)).values()) == set(range(1, 13))
    assert set(language.periods) <= set(PERIODS)
    assert set(language.employment) <= set(EMPLOYMENT)
    assert set(language.contracts) <= {*CONTRACT_TYPES, "stipend"}
    assert set(language.work_modes) <= set(WORK_MODES)
    assert set(language.cues) <= set(CUES)


@pytest.mark.parametrize("name", CUES)
def test_no_cue_matches_an_empty_text(name: str) -> None:
    """A wording left empty would match everywhere."""
    assert not cue(name).search("")
