"""What the board's filters offer."""

from __future__ import annotations

from decimal import Decimal

import orjson
import pytest

from jobboard.policy import Policy
from jobboard.posting import Place, Salary
from jobboard.site.browser.filters import amount, regions
from jobboard.site.browser.index import make_index
from reading import BoardOf


@pytest.mark.parametrize(
    ("salary", "stated"),
    [
        (Salary(text="competitive"), None),
        (Salary(scale="TV-L E13"), None),
        (Salary(currency="EUR"), None),
        (Salary(min=Decimal(40_000), currency="EUR", period="year"), 40_000),
        (Salary(max=Decimal(50_000), currency="EUR", period="year"), 50_000),
        (Salary(min=Decimal(40_000), max=Decimal(50_000), currency="EUR", period="year"), 50_000),
    ],
)
def test_only_an_amount_is_stated_pay(salary: Salary, stated: int | None) -> None:
    """A scale or a word is none; of a range, the most counts."""
    assert amount(salary) == stated


def test_the_boards_own_regions_come_before_continents(policy: Policy) -> None:
    """`Europe` of `board.yml` is the one meant; what it does not name are the continents."""
    found = {label: codes for (_, label), codes in regions(policy).items()}
    assert found["Europe"] == policy.regions["Europe"]
    assert "JP" in found["Asia"]


def test_the_index_tells_places_from_remote_work(board_of: BoardOf) -> None:
    """A job's countries are those it is in; from where it may be done stands beside them, once for all that share it."""
    remote = {"places": (), "work_mode": "remote", "remote_from": ("FR", "ES")}
    index = orjson.loads(make_index(board_of({"places": (Place("Paris", None, "FR"),)}, remote, remote), []))
    names = [label for _, label in index["values"]["country"]]
    said = [[names[ord(one) - 48] for one in text] for text in index["areas"]]
    assert [[names[ord(one) - 48] for one in text] for text in index["has"]["country"].split(" ")] == [
        ["France"],
        [],
        [],
    ]
    assert [said[number] for number in index["jobs"]["area"]] == [[], ["France", "Spain"], ["France", "Spain"]]
    assert [label for _, label, _ in index["regions"]] == ["Europe"]
