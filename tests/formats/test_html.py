"""One self-contained page: nothing is loaded, everything is named, light and dark."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from views.answers import LANGUAGES, bakery, compared, shown

from formats.documents import ENGLISH, everything
from formats.drawing import render
from formats.markup import html_parts, tags
from roleguide import __version__
from roleguide.formats import Page
from roleguide.language import Language
from roleguide.views.comparison_sections import Options
from roleguide.views.document import Block, Column, Document, Grid, Heading, Prose, Row

PAGES = {
    "compare": compared("baker", "bakery-manager"),
    "matrix": compared("baker", "bakery-manager", "head-baker"),
    "show": shown("baker"),
    "folded": compared("baker", "bakery-manager", options=Options(page=True)),
}


@pytest.fixture(params=[(name, code) for name in PAGES for code in LANGUAGES], ids=".".join)
def page(request: pytest.FixtureRequest) -> str:
    name, code = request.param
    return render("html", PAGES[name](bakery(), LANGUAGES[code]), Page())


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    for tag, attributes in tags(html_parts(page)):
        assert tag not in ("link", "script", "img", "iframe", "object", "embed", "base", "form")
        assert not {"src", "action", "poster", "srcset", "style"} & set(attributes)
        assert attributes.get("href", "#").startswith("#")
        assert not any(name.startswith("on") for name in attributes)
    assert not re.search(r"url\(|@import|expression\(", page)
    assert not re.search(r"https?://", re.sub(r">[^<]*<", "><", page))


def test_the_page_names_itself_and_fits_a_phone(page: str) -> None:
    parts = html_parts(page)
    assert parts[0] == ("doctype", "doctype html")
    named = tags(parts)
    html = next(attributes for tag, attributes in named if tag == "html")
    assert html["lang"] in LANGUAGES
    metas = [attributes for tag, attributes in named if tag == "meta"]
    assert {"charset": "utf-8"} in metas
    content = {meta["name"]: meta["content"] for meta in metas if "name" in meta}
    assert content["viewport"] == "width=device-width, initial-scale=1"
    assert content["color-scheme"] == "light dark"
    title = parts[parts.index(("open", "title")) + 1]
    assert title[0] == "text"
    assert title[1]


def test_it_is_light_and_dark_and_prints(page: str) -> None:
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "@media (prefers-color-scheme: dark)" in style
    assert "@media print" in style
    assert "@media (max-width:" in style
    assert style.count("{") == style.count("}")
    assert not re.search(r"^[<=>]{7}", style, re.MULTILINE)  # two versions that were never joined
    used = set(re.findall(r"var\((--[\w-]+)\)", style))
    light, _, rest = style.partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("* {")[0]
    assert used
    for name in used:
        assert f"{name}:" in light, name
        assert f"{name}:" in dark, name


def test_a_section_has_something_in_it(page: str) -> None:
    assert not re.search(r"<section>\s*</section>|<details><summary>[^<]*</summary>\s*</", page)
    assert page.count("<section>") == page.count("</section>")


def luminance(color: str) -> float:
    """WCAG 2's relative luminance of `#rrggbb`."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "left", "right"])
def test_texts_have_contrast(scheme: str, ink: str) -> None:
    """At least 4.5 : 1 on the paper, as WCAG 2 asks for."""
    page = render("html", everything("x"), Page())
    light, _, rest = page.partition("@media (prefers-color-scheme: dark)")
    style = light if scheme == "light" else rest.partition("* {")[0]
    colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", style))
    for paper in ("paper", "card"):
        one, other = sorted((luminance(colors[ink]), luminance(colors[paper])), reverse=True)
        assert (one + 0.05) / (other + 0.05) >= 4.5, paper


def test_the_headings_have_an_order(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in tags(html_parts(page)) if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_every_mark_and_meter_has_words(page: str) -> None:
    for tag, attributes in tags(html_parts(page)):
        kinds = attributes.get("class", "").split()
        if tag == "span" and {"mark", "meter"} & set(kinds):
            assert attributes["role"] == "img"
            assert attributes["aria-label"]


def test_tables_have_heads_for_rows_and_columns(page: str) -> None:
    parts = tags(html_parts(page))
    scopes = [attributes.get("scope") for tag, attributes in parts if tag == "th"]
    assert scopes
    assert set(scopes) <= {"row", "col"}


def test_no_id_and_no_class_is_made_of_data() -> None:
    for _, attributes in tags(html_parts(render("html", everything("QQQ"), Page()))):
        assert "id" not in attributes
        assert "QQQ" not in attributes.get("class", "")


def test_the_page_says_what_made_it() -> None:
    page = render("html", everything("x"), Page())
    footer = page.partition("<footer>")[2].partition("</footer>")[0]
    assert f"roleguide {__version__}" in footer


def test_a_document_without_a_title_of_its_own_shows_its_name() -> None:
    page = render("html", Document("The name", ENGLISH, (Prose("text"),)), Page())
    assert '<h1 class="quiet">The name</h1>' in page
    page = render("html", Document("The name", ENGLISH, (Heading("Own", level=1),)), Page())
    assert page.count("<h1") == 1
    assert "<h1>Own</h1>" in page


def test_the_language_of_canada_is_named() -> None:
    page = render("html", Document("T", Language("fr-CA"), ()), Page())
    assert '<html lang="fr-CA">' in page


def test_the_title_of_the_page_is_text_alone() -> None:
    """In <title>, a browser shows tags as they are written."""
    document = everything("one\ntwo")
    title = render("html", document, Page()).partition("<title>")[2].partition("</title>")[0]
    assert "<" not in title


def test_width_and_colour_change_nothing() -> None:
    document = everything("x")
    assert render("html", document, Page(40)) == render("html", document, Page(120, color=True))


def test_the_parser_of_these_tests_sees_what_is_there() -> None:
    """Break it once: an attribute too many, a tag too many, one left open."""
    with pytest.raises(AssertionError):
        html_parts("<p>a")
    with pytest.raises(AssertionError):
        html_parts("<p><b>a</p></b>")
    assert html_parts("<p>a&lt;<br>b</p>") == [("open", "p"), ("text", "a< b"), ("close", "p")]
    assert tags(html_parts("<p onclick=x></p>")) == [("p", {"onclick": "x"})]


def test_a_language_that_runs_from_right_to_left_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roleguide.language.Language.direction", "rtl")
    document = everything("Q")._replace(language=Language("ar"))
    parts = tags(html_parts(render("html", document, Page())))
    assert ("html", {"lang": "ar", "dir": "rtl"}) in parts


def html(*blocks: Block) -> str:
    return render("html", Document("Title", ENGLISH, blocks), Page())


def test_the_parts_of_a_tally_stand_apart() -> None:
    drawn = html(Heading("Skills", tally=("− 7 only Ops", "+ 7 only Director")))
    assert "<li>− 7 only Ops</li><li>+ 7 only Director</li>" in drawn


def test_the_head_of_a_row_is_its_name_and_not_its_id() -> None:
    columns = (Column("", id=True), Column("", wide=True), Column("", figures=True))
    drawn = html(Grid(columns, (Row(("sales-ops", "Sales Ops", "3")),)))
    assert '<td class="id">sales-ops</td><th scope=row>Sales Ops</th>' in drawn
    assert '<td class="figure">3</td>' in drawn


def test_the_head_of_a_column_of_figures_stands_above_them() -> None:
    grid = Grid(
        (Column("what", wide=True), Column("how many", figures=True)), (Row(("ships", "3")),)
    )
    drawn = render("html", Document("", ENGLISH, (grid,)), Page())
    assert '<th class="figure" scope=col>how many</th>' in drawn
