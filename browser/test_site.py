"""What people do with a site: search, compare, change the language, print, on any screen."""

from __future__ import annotations

import ast
import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

PAGES: Final = (
    "index.html",
    "fr/index.html",
    "en/roles/sales-ops.html",
    "fr/compare/sales-director--sales-ops.html",
    "en/compare/csm--growth-manager.html",
    "fr/pay/sdr.html",
    "en/next/csm.html",
    "fr/moves/sdr--account-executive.html",
    "en/skills/data-analysis.html",
    "fr/activities/sales-forecast.html",
    "en/terms/cro.html",
    "fr/terms/index.html",
    "en/compare/index.html",
    "en/about/index.html",
)
PHONE: Final = {"width": 400, "height": 800}
TESTS: Final = Path(__file__).parents[1] / "tests"

PROBES_NOT_FOUND: Final = {
    "leads entrants": "stands in what a role does, sentence by sentence; the index has names, "
    "other titles, senses and definitions",
    "BDR Team Lead": "is read as the role above the one that it names; the script knows no ranks",
}
"""Probes of the program's search that the script does not answer, with the reason."""


def found(page: Page) -> list[str]:
    """The titles that a search shows."""
    page.wait_for_selector("#find-found li")
    return [each.split("\n")[0] for each in page.locator("#find-found li").all_inner_texts()]


def test_a_title_leads_to_its_job_from_the_keyboard_alone(open_page: Open) -> None:
    page = open_page("fr/index.html")
    page.keyboard.press("/")
    page.keyboard.type("responsable ADV")
    assert found(page)[0].startswith("Responsable de l’administration des ventes")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("fr/roles/sales-admin-manager.html$"))
    page.go_back()
    expect(page).to_have_url(re.compile("fr/index.html$"))


def test_any_page_has_the_search(open_page: Open) -> None:
    page = open_page("en/terms/cro.html")
    page.get_by_role("combobox", name="Search").fill("sdr vs bdr")
    page.get_by_role("option").first.click()
    expect(page).to_have_url(re.compile("en/compare/bdr--sdr.html$"))


def test_any_two_jobs_are_compared_whichever_comes_first(open_page: Open) -> None:
    for one, other in (("Sales Ops", "resp. adv"), ("resp. adv", "Sales Ops")):
        page = open_page("index.html")
        page.get_by_role("combobox", name="One job").fill(one)
        page.get_by_role("option").first.click()
        page.get_by_role("combobox", name="The other").fill(other)
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Compare").click()
        expect(page).to_have_url(re.compile("en/compare/sales-admin-manager--sales-ops.html$"))


def test_what_cannot_be_compared_is_told(open_page: Open) -> None:
    page = open_page("index.html")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status")).to_have_text("Choose two jobs from the lists.")
    page.get_by_role("combobox", name="One job").fill("sdr")
    page.get_by_role("combobox", name="The other").fill("sdr")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status")).to_have_text("That is the same job twice.")


def test_the_language_is_changed_on_the_spot(open_page: Open) -> None:
    page = open_page("en/compare/csm--growth-manager.html")
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile("fr/compare/csm--growth-manager.html$"))
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Growth Manager")


# Where a reader stands on a page: the first field, heading or row that is not above the window.
AT_TOP: Final = """() => [...document.querySelectorAll("main :is(h2, h3, dt, tr)")].findIndex(
    each => !each.closest("details:not([open])") && each.getBoundingClientRect().top > 65)"""
LEADS: Final = """at => { const row = document.querySelectorAll("main :is(h2, h3, dt, tr)")[at];
    return row.querySelector("a")?.pathname.split("/").slice(-2).join("/") }"""


@pytest.mark.parametrize("screen", [{"width": 1280, "height": 600}, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("roles/sales-ops", "dt >> nth=4"),
        ("roles/sales-ops", "h3 >> nth=7"),
        ("compare/sales-director--sales-ops", "details h2 >> nth=3"),
        ("terms/index", "tr >> nth=90"),
    ],
)
def test_the_place_is_kept_when_the_language_changes(
    open_page: Open, screen: dict[str, int], path: str, place: str
) -> None:
    page = open_page(f"en/{path}.html", viewport=screen)
    for folded in page.locator("main summary").all():
        folded.click()
    page.locator("main").locator(place).evaluate("element => element.scrollIntoView()")
    before = page.evaluate(AT_TOP)
    record = page.evaluate(LEADS, before)
    for language, code in (("Français", "fr"), ("English", "en")):
        box = page.get_by_role("link", name=language).bounding_box()
        assert box, "the switch is always in sight"
        page.mouse.click(box["x"] + 5, box["y"] + 5)  # without the scrolling of a locator's click
        expect(page).to_have_url(re.compile(f"{code}/{path}.html$"))
        after = page.evaluate(AT_TOP)
        assert page.evaluate(LEADS, after) == record
        assert after == before or record


def test_at_the_top_of_a_page_there_is_no_place_to_keep(open_page: Open) -> None:
    page = open_page("en/roles/sales-ops.html")
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile("fr/roles/sales-ops.html$"))
    assert page.evaluate("scrollY") == 0


def test_the_root_greets_in_the_readers_language_and_keeps_nobody_there(open_page: Open) -> None:
    page = open_page("index.html", locale="fr-CA")
    expect(page).to_have_url(re.compile("fr/index.html$"))
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile("en/index.html$"))
    expect(open_page("index.html", locale="de-DE").locator("html")).to_have_attribute("lang", "en")


def test_all_but_the_search_works_without_script(open_page: Open) -> None:
    page = open_page("index.html", java_script_enabled=False)
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.get_by_role("link", name="Sales Engineer").click()
    page.get_by_text("Compare with another job").click()
    page.get_by_role("link", name="Channel Manager").last.click()
    expect(page).to_have_url(re.compile("en/compare/channel-manager--sales-engineer.html$"))


def test_the_skip_link_comes_first_and_leads_past_the_bar(open_page: Open) -> None:
    page = open_page("en/roles/sales-ops.html")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("at", ["folder"], indirect=True)  # a server sends the same pages
@pytest.mark.parametrize(
    ("screen", "scheme"),
    [({"width": 1280, "height": 900}, "light"), (PHONE, "dark")],
    ids=["wide and light", "phone and dark"],
)
def test_axe_finds_nothing(open_page: Open, at: str, screen: dict[str, int], scheme: str) -> None:
    page = open_page(PAGES[0], viewport=screen, color_scheme=scheme)
    for path in PAGES:
        page.goto(at + path)
        for folded in page.locator("summary").all():
            folded.click()
        assert findings(page) == [], path
    page.goto(at + "index.html")
    page.fill("#find", "sales ops")
    found(page)
    assert findings(page) == []


# What is wider than the room it has. What a screen reader alone reads is moved out of sight.
CUT: Final = """() => {
    document.querySelectorAll("details").forEach(each => each.open = true);
    const cut = [...document.querySelectorAll("html, body *")].filter(each =>
        !each.matches(".skip") && getComputedStyle(each).display !== "inline" &&
        each.clientWidth && each.scrollWidth > each.clientWidth + 1);
    return cut.map(each => `${each.tagName}: ${each.textContent.slice(0, 40)}`) }"""


@pytest.mark.parametrize("at", ["folder"], indirect=True)
@pytest.mark.parametrize("width", [1280, 400, 320])
def test_nothing_is_cut_or_wider_than_the_screen(
    open_page: Open, at: str, folder: Path, width: int
) -> None:
    written = sorted(f"{file.relative_to(folder)}" for file in folder.glob("*/*/*.html"))
    page = open_page(PAGES[0], viewport={"width": width, "height": 800})
    for path in (*PAGES, *written[:: 40 if width < 1280 else 200]):
        page.goto(at + path)
        assert page.evaluate(CUT) == [], path


def test_every_link_leads_to_a_file_of_the_site(folder: Path) -> None:
    files = {f"{file.relative_to(folder)}" for file in folder.rglob("*")}
    led = re.compile(r"""\s(?:href|src)=["']?([^"'\s>#]+)""")
    nowhere = [
        f"{path}: {target}"
        for path in files
        if path.endswith(".html")
        for target in {*led.findall((folder / path).read_text(encoding="utf-8"))}
        if not target.startswith("https://")
        and posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) not in files
    ]
    assert nowhere == []


def findings(page: Page) -> list[str]:
    """What axe finds wrong; it may not look at the style sheet, since a page may fetch nothing."""
    result = Axe().run(page, options={"preload": False}).response
    return [f"{v['id']}: {v['nodes'][0]['target']}" for v in result["violations"]]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_is_folded_is_printed_and_what_leads_on_is_not(open_page: Open, paper: str) -> None:
    page = open_page("en/roles/sales-ops.html")
    page.emulate_media(media="print")
    expect(page.get_by_text("When to hire")).to_be_visible()
    expect(page.get_by_role("navigation", name="Menu")).to_be_hidden()
    printed = page.pdf(format=paper)
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 12


def probes() -> Iterator[tuple[str, str, int]]:
    """What the program's tests look for, what they expect, and among how many answers."""
    for file, name, section, most in (
        ("search", "PROBES", "", 8),
        ("titles", "SURE", "roles:", 1),
    ):
        tree = ast.parse((TESTS / f"test_{file}.py").read_text(encoding="utf-8"))
        (text,) = (
            ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name
        )
        for line in text.strip().splitlines():
            query, equals, expected = line.partition(" = ")
            if equals and not line.startswith("#"):
                yield query.strip(), section + expected.strip(), most


FIND: Final = """queries => new Promise(tell => roleguide.ready(search => tell(queries.map(
    query => search.find(query).map(each => `${each.section}:${each.id}`)))))"""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_program_and_the_site_find_the_same(open_page: Open, language: str) -> None:
    """A probe among the first eight, as in the program's test; a title as the first of all."""
    asked = [*probes()]
    page = open_page(f"{language}/about/index.html")
    answers = page.evaluate(FIND, [query for query, *_ in asked])
    missed = {
        query
        for (query, expected, most), answer in zip(asked, answers, strict=True)
        if expected not in answer[:most]
    }
    assert missed == {*PROBES_NOT_FOUND}


def test_a_key_is_answered_in_one_frame_on_a_slow_machine(open_page: Open) -> None:
    page = open_page("en/about/index.html")
    page.evaluate(FIND, ["sales"])
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = page.evaluate(
        """async () => {
            const input = document.querySelector("#search"), times = [];
            for (const end of [...Array(24).keys()]) {
                input.value = "responsable operations de".slice(0, end + 1);
                const start = performance.now();
                input.dispatchEvent(new Event("input"));
                times.push(performance.now() - start);
                await new Promise(requestAnimationFrame);
            }
            return times;
        }"""
    )
    print(json.dumps([round(each, 1) for each in times]))  # for whoever looks: no timed tests
    assert len(times) == 24
