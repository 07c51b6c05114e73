"""Narrowing the board down, as a person does: what each filter means, and what an address may say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browser.axe import axe
from browser.reader import DESK, PHONE, Palette, Reader
from browser.server import serve
from building import make_project, posting

EDINBURGH = 'location: "Edinburgh, United Kingdom"\n'


def _postings() -> Iterator[tuple[str, str]]:
    """Eight positions, each for what it shows."""
    yield "spain", posting("In Spain", deadline="2026-12-08").replace("Edinburgh, United Kingdom", "Madrid, Spain")
    remote = "work_mode: remote\nremote_from: [Spain, Europe]\n"
    yield "from-spain", posting("From Spain", deadline="2026-12-13", more=remote).replace(EDINBURGH, "")
    yield "both", posting("Both tags", date="2026-11-19").replace("[imaging]", "[imaging, llm]")
    yield "method", posting("Method alone").replace("[imaging]", "[llm]")
    yield "other-method", posting("Other method").replace("[imaging]", "[deep-learning, epidemiology]")
    pay = "salary: {min: 41000, max: 48000, currency: EUR, period: year}\n"
    yield "paid", posting("Paid by the year", organization="Lakeside Institute", more=pay)
    pay = "salary: {min: 60000, currency: GBP, period: year}\nlanguage: de\n"
    yield "pounds", posting("Paid in pounds", deadline="rolling", date="2026-11-17", more=pay)
    yield "competitive", posting("Paid competitively", more="salary: {text: competitive}\n")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with these positions."""
    project = make_project(tmp_path_factory.mktemp("narrowing"))
    for slug, text in _postings():
        project.write(f"postings/{slug}.md", text)
    result = project.build()
    assert result.returncode == 0, result.stdout
    with serve(project.site) as root:
        yield root


def found(page: Page) -> list[str]:
    """The titles of the list, sorted."""
    status = page.locator("#board-status")
    expect(status).to_have_text(re.compile("open"))
    rows = page.locator("#board-rows").get_by_role("heading")
    expect(rows).to_have_count(int(status.inner_text().split()[0]))
    return sorted(rows.all_inner_texts())


def box(page: Page, label: str) -> Locator:
    return page.locator("#board-filters").get_by_role("checkbox", name=re.compile(rf"^{label} \d+$"))


NARROWED: dict[str, list[str]] = {
    "?country=spain": ["From Spain", "In Spain"],
    "?country=spain&based=in": ["In Spain"],
    "?country=spain&based=remote": ["From Spain"],
    "?country=norway": ["From Spain"],
    "?region=europe&country=spain&based=in": [],
    "?region=europe&based=remote": ["From Spain"],
    "?based=remote": ["From Spain"],
    "?tag=llm&tag=deep-learning": ["Both tags", "Method alone", "Other method"],
    "?tag=llm&tag=imaging": ["Both tags"],
    "?tag=llm&tag=deep-learning&tag=imaging&tag=epidemiology": ["Both tags", "Other method"],
    "?salary=stated": ["Paid by the year", "Paid in pounds"],
    "?pay=48000-eur-year": ["Paid by the year"],
    "?pay=48001-eur-year": [],
    "?pay=100-eur-hour": [],
    "?pay=50000-gbp-year": ["Paid in pounds"],
    "?deadline=none": ["Paid in pounds"],
    "?deadline=20": ["In Spain"],
    "?deadline=2026-12-07": ["From Spain", "In Spain"],
    "?deadline=2026-12-14": [],
    "?announced=1": ["Both tags"],
    "?announced=3": ["Both tags", "Paid in pounds"],
    "?organization=lakeside-institute": ["Paid by the year"],
    "?language=de": ["Paid in pounds"],
}
"""Addresses, each with the titles of what it leaves."""


def test_an_address_narrows_the_board(reader: Reader) -> None:
    """Each filter leaves what it says, names itself in a chip, and stands in its control."""
    page = reader.open()
    for search, titles in NARROWED.items():
        page.goto(f"./{search}")
        assert found(page) == titles, search
        _see_what_is_said(page, search)


def _see_what_is_said(page: Page, search: str) -> None:
    expect(page.locator("#board-dropped")).to_be_hidden()
    parts = re.findall(r"(\w+)=([^&]+)", search)
    expect(page.locator("#board-chips li")).to_have_count(len(parts) + (len(parts) > 1))
    for name, value in parts:
        control = page.locator(f"#board-filters [name={name}]")
        if name == "pay":
            expect(page.get_by_role("spinbutton", name="Pay from")).to_have_value(value.split("-")[0])
            expect(page.get_by_role("combobox", name="Currency and period")).to_have_value(value.split("-", 1)[1])
        elif name in ("based", "deadline", "announced"):
            expect(control).to_have_value(value)
        else:
            expect(page.locator(f"#board-filters input[name={name}][value={value}]")).to_be_checked()


def test_counts_say_what_a_choice_would_give(reader: Reader) -> None:
    """Beside a country stand those in it and those remote from it; beside a tag of another heading what both have."""
    page = reader.open("./")
    expect(box(page, "Spain")).to_have_accessible_name("Spain 2")
    page.get_by_role("combobox", name="Where the work is").select_option("remote from it")
    expect(box(page, "Spain")).to_have_accessible_name("Spain 1")
    expect(box(page, "United Kingdom")).to_have_accessible_name("United Kingdom 1")
    page.goto("./?tag=llm")
    expect(box(page, "Medical imaging")).to_have_accessible_name("Medical imaging 1")
    expect(box(page, "Deep learning")).to_have_accessible_name("Deep learning 1")
    box(page, "Deep learning").check()
    assert found(page) == ["Both tags", "Method alone", "Other method"]
    expect(box(page, "Epidemiology")).to_have_accessible_name("Epidemiology 1")


def test_what_can_mean_nothing_is_dropped_with_a_word(reader: Reader) -> None:
    """Nothing is applied unseen: the address changes at once, and a line says what was left out until something changes."""
    page = reader.open()
    dropped = page.locator("#board-dropped")
    for search in ("deadline=0", "deadline=2026-12-08", "deadline=soon", "pay=much", "based=moon", "announced=-1"):
        page.goto(f"./?{search}")
        name, value = search.split("=")
        expect(dropped).to_have_text(f"Left out, because it can mean nothing here: {name} “{value}”.")
        expect(page).to_have_url(re.compile(r"/$"))
        assert len(found(page)) == 8, search
        box(page, "Spain").check()
        expect(dropped).to_be_hidden()


def test_a_tag_that_no_open_position_has_keeps_its_name(reader: Reader) -> None:
    """An address outlives what it found: its box is there, with the label of the board's vocabulary."""
    page = reader.open("./?tag=wearables")
    assert found(page) == []
    expect(page.get_by_role("checkbox", name="Wearables 0")).to_be_checked()
    expect(page.get_by_role("button", name="Remove filter: Wearables")).to_be_visible()


def test_pay_is_typed_and_told_in_its_unit(reader: Reader) -> None:
    """A sum narrows to what is paid in one currency and for one period, and the page says that nothing is converted."""
    page = reader.open("./")
    page.get_by_role("combobox", name="Currency and period").select_option("GBP a year")
    page.get_by_role("spinbutton", name="Pay from").fill("55000")
    page.get_by_role("spinbutton", name="Pay from").press("Enter")
    expect(page).to_have_url(re.compile(r"\?pay=55000-gbp-year$"))
    assert found(page) == ["Paid in pounds"]
    expect(page.get_by_text("nothing is converted")).to_be_visible()
    page.get_by_role("button", name="Remove filter: Pays from 55,000 GBP a year").click()
    expect(page.get_by_role("spinbutton", name="Pay from")).to_have_value("")


def test_the_list_is_sorted_by_pay(reader: Reader) -> None:
    """The highest first within a currency and period; what states no amount comes last."""
    page = reader.open("./?sort=pay")
    rows = page.locator("#board-rows").get_by_role("heading")
    expect(rows.nth(0)).to_have_text("Paid by the year")
    expect(rows.nth(1)).to_have_text("Paid in pounds")
    expect(page.get_by_role("combobox", name="Sort by")).to_have_value("pay")


def test_a_countrys_page_tells_its_positions_apart(reader: Reader) -> None:
    """How many are in it and how many remote from it, on its page, in the list of places and in its feed."""
    page = reader.open("places/spain/")
    expect(page.get_by_text("2 open positions. As of 20 Nov 2026, 1 in Spain and 1 remote from Spain.")).to_be_visible()
    assert sorted(page.get_by_role("heading", level=2).all_inner_texts()) == ["From Spain", "In Spain"]
    page.goto("places/")
    expect(page.get_by_role("listitem").filter(has_text="Spain")).to_have_text("Spain 1 + 1 remote")
    feed = page.request.get("places/spain/feed.xml").text()
    assert "In Spain, or remote from it." in feed
    assert "/jobs/from-spain/</link>" in feed


def test_the_bars_of_the_timeline_are_a_filter(reader: Reader) -> None:
    """A week's bar leaves what closes in it, beside what else is asked for; once more, and it asks for it no longer."""
    page = reader.open("./?country=spain")
    bar = page.get_by_role("link", name="2 deadlines in the week of 7 Dec")
    bar.click()
    expect(page).to_have_url(re.compile(r"\?country=spain&deadline=2026-12-07$"))
    expect(page.get_by_role("button", name="Remove filter: Closes in the week of 7 Dec 2026")).to_be_visible()
    expect(page.get_by_role("combobox", name="Deadline")).to_have_value("2026-12-07")
    expect(bar).to_have_attribute("aria-current", "true")
    bar.press("Enter")
    expect(page).to_have_url(re.compile(r"\?country=spain$"))
    expect(bar).not_to_have_attribute("aria-current", "true")
    box = bar.locator(".jb-touch").bounding_box()
    assert box
    assert box["width"] >= 24
    assert box["height"] >= 24


def test_a_tag_in_a_row_narrows_the_selection_at_hand(reader: Reader) -> None:
    """The tag joins what is asked for already, the focus stays on it, and back leads back."""
    page = reader.open("./?tag=llm")
    assert found(page) == ["Both tags", "Method alone"]
    tag = page.get_by_role("listitem").filter(has_text="Both tags").get_by_role("link", name="Medical imaging")
    tag.press("Enter")
    expect(page).to_have_url(re.compile(r"\?tag=llm&tag=imaging$"))
    assert found(page) == ["Both tags"]
    expect(tag).to_be_focused()
    expect(box(page, "Medical imaging")).to_be_checked()
    page.go_back()
    assert found(page) == ["Both tags", "Method alone"]
    tag.click()
    tag.click()
    expect(page).to_have_url(re.compile(r"/tags/imaging/$"))  # where it was chosen already, it is a link like others


def test_a_page_of_a_value_leads_into_the_boards_filter(reader: Reader) -> None:
    """Where the same positions can be searched and narrowed further."""
    page = reader.open()
    for address, selection, number in (
        ("tags/llm/", "?tag=llm", 2),
        ("places/spain/", "?country=spain", 2),
        ("organizations/northbridge-university/", "?organization=northbridge-university", 7),
        ("positions/postdoc/", "?position=postdoc", 8),
        ("modes/remote/", "?mode=remote", 1),
    ):
        page.goto(address)
        page.get_by_role("link", name="Search and filter these positions").click()
        expect(page).to_have_url(re.compile(re.escape(f"/{selection}") + "$"))
        assert len(found(page)) == number, address


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_on_a_phone_the_filters_are_a_sheet(reader: Reader, palette: Palette) -> None:
    """It covers the list, counts what it would show, and gives the focus back; nothing in it is smaller than 24 px."""
    page = reader.open("./", width=PHONE, palette=palette)
    opener = page.get_by_role("button", name="Filters")
    opener.click()
    sheet = page.get_by_role("dialog", name="Filters")
    sheet.get_by_role("checkbox", name="Spain 2").check()
    expect(sheet.get_by_role("button", name="Show 2 positions")).to_be_visible()
    assert axe(page) == []
    sizes = sheet.locator("label, select, button, summary, input:not([type=checkbox])").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(box => box.height).map(({ width, height }) => [width, height])"
    )
    assert min(map(min, sizes)) >= 24
    sheet.get_by_role("button", name="Show 2 positions").click()
    expect(sheet).to_be_hidden()
    opener = page.get_by_role("button", name="Filters (1)")
    expect(opener).to_be_focused()
    assert found(page) == ["From Spain", "In Spain"]
    opener.press("Enter")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.set_viewport_size({"width": DESK, "height": 844})
    expect(page.locator("#board-filters").get_by_role("checkbox", name="Spain 2")).to_be_checked()


@pytest.mark.parametrize("address", ["./", "tags/llm/", "places/"])
def test_links_of_lists_are_large_enough_to_touch(reader: Reader, address: str) -> None:
    """What a finger meets is at least 24 px high."""
    page = reader.open(address, width=PHONE)
    links = page.locator(
        ":is(.jb-row__tags, .jb-feeds, .jb-crumb, .jb-index, .jb-narrow) a, .jb-chips button, .jb-marks button"
    )
    expect(page.locator(".jb-row__title a, .jb-index a").first).to_be_visible()
    heights = links.evaluate_all("all => all.map(one => one.getBoundingClientRect().height).filter(Boolean)")
    assert min(heights) >= 24


def test_one_of_many_employers_is_found_by_typing(reader: Reader) -> None:
    """Those with most positions have boxes; any other is typed, completed by the browser, and gets one."""
    page = reader.open()

    def many(route: Route) -> None:
        index = route.fetch().json()
        index["values"]["organization"] += [[f"employer-{number}", f"Employer {number}"] for number in range(70)]
        index["has"]["organization"] = " ".join(
            f"{own}{chr(48 + 2 + job)}" + "".join(chr(48 + 2 + number) for number in range(8, 70) if job == 0)
            for job, own in enumerate(index["has"]["organization"].split(" "))
        )
        route.fulfill(json=index)

    page.route("**/board/index.json", many)
    page.goto("./")
    panel = page.locator("#board-filters")
    expect(panel.locator("input[name=organization]")).to_have_count(8)
    field = page.get_by_role("combobox", name="Organization: find one of 72")
    field.fill("employer 42")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"\?organization=employer-42$"))
    expect(box(page, "Employer 42")).to_be_checked()
    assert len(found(page)) == 1
    field.fill("nobody")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"\?organization=employer-42$"))
