"""Pay side by side: whose figures are shown, with what stands beside each, and what is missing."""

from __future__ import annotations

from itertools import chain

import pytest
from formats.drawing import render

from roleguide.catalog import RoleEntry
from roleguide.formats import Page
from roleguide.language import Language
from roleguide.model import COUNTRIES, Pay, PayFigure
from roleguide.views.document import Document, Grid, Meter, plain
from roleguide.views.pay import figures_of, pay_lines, pay_view, shown_countries
from views.answers import LANGUAGES, builtin

ENGLISH, FRENCH = LANGUAGES["en"], LANGUAGES["fr"]

FIGURE = PayFigure("US", 2025, "earnings", "bls-oews-2025", median=9.5, period="hour")


def paid(*figures: PayFigure) -> RoleEntry:
    """A role with these figures."""
    entry = builtin().entry("sdr")
    pay = Pay({"en": "all fixed"}, figures=figures)
    return entry._replace(role=entry.role._replace(pay=pay))


def view(*roles: str, country: str | None = None, language: Language = ENGLISH) -> Document:
    entries = [builtin().entry(role) for role in roles]
    return pay_view(entries, country, builtin(), language, whole=False)


def drawn(document: Document) -> str:
    return " ".join(render("pipe", document, Page()).split())


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def cells(figure: PayFigure) -> list[str]:
    """The row of a single figure, the group that it counts last."""
    (grid,) = grids(pay_view([paid(figure)], None, builtin(), ENGLISH, whole=False))
    group, *amounts = grid.rows[0].cells
    return [plain(cell) for cell in (*amounts, group) if not isinstance(cell, tuple)]


@pytest.mark.parametrize("language", [ENGLISH, FRENCH])
def test_every_figure_stands_with_its_year_its_source_and_the_group_that_was_counted(
    language: Language,
) -> None:
    sources = builtin().sections.sources
    for head in builtin().heads():
        entry = builtin().entry(head.id)
        document = view(head.id, language=language)
        rows = list(chain.from_iterable(grid.rows for grid in grids(document)))
        order = shown_countries([entry], None, language)
        figures = sorted(figures_of(entry), key=lambda figure: order.index(figure.country))
        assert len(rows) == len(figures)
        for row, figure in zip(rows, figures, strict=True):
            counted = plain(row.cells[0])  # type: ignore[arg-type]  # a text
            source = sources[figure.source]
            assert f"{figure.code or ''} {figure.label or ''}".strip() in counted
            assert f"{language.of(source.short or {})}, {figure.year}" in counted
            assert (source.url or "without an address") in drawn(document)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en-GB", ["UK"]),
        ("fr-CA", ["CA"]),
        ("en", ["US", "UK", "CA", "FR"]),
        ("fr-BE", ["FR", "US", "UK", "CA"]),
    ],
)
def test_the_readers_country_is_shown_where_there_are_figures_for_it(
    code: str, shown: list[str]
) -> None:
    document = view("sales-ops", "sales-director", language=Language(code))
    assert document.table
    assert list(dict.fromkeys(row[1] for row in document.table.rows)) == shown


def test_where_the_readers_country_has_no_figure_that_is_said_before_the_others() -> None:
    document = view("csm", language=Language("fr-BE"))
    assert document.table
    assert {row[1] for row in document.table.rows} == {"US", "UK", "CA"}
    assert len(grids(document)) == 3
    belgium = drawn(document).partition("Belgique")[2]
    assert belgium.index("Aucune source datée") < belgium.index("États-Unis")


def test_the_country_asked_for_comes_before_the_readers() -> None:
    document = view("sales-director", country="FR", language=Language("en-GB"))
    assert document.table
    assert {row[1] for row in document.table.rows} == {"FR"}
    assert "--country UK" in drawn(document)


def test_where_nothing_was_found_it_says_so_with_the_month() -> None:
    found = drawn(view("csm", "sales-director", country="FR"))
    assert "No dated source found (Nov\u00a02026)." in render(
        "pipe", view("csm", country="FR"), Page()
    )
    assert "Apec, 2025" in found
    nowhere = pay_view([paid()], None, builtin(), FRENCH, whole=False)
    assert "Aucune source datée trouvée (nov.\u00a02026)." in render("pipe", nowhere, Page())
    assert nowhere.table
    assert not nowhere.table.rows


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({}, ["$9.50 an hour", "–", "(BLS, 2025)"]),
        ({"median": None, "mean": 9, "period": "year"}, ["average $9", "–"]),
        ({"low": 1, "high": 20, "between": (10, 75)}, ["$9.50 an hour", "$1–$20 (10–75)"]),
        ({"low": 1, "between": (25, 75)}, ["$9.50 an hour", "from $1 (25)"]),
        ({"high": 20}, ["$9.50 an hour", "up to $20"]),
        ({"currency": "CAD"}, ["C$9.50 an hour"]),
    ],
)
def test_amounts_say_what_they_are(changed: dict[str, object], shown: list[str]) -> None:
    figure = PayFigure(**FIGURE._asdict() | changed)
    for cell, text in zip(cells(figure), shown, strict=False):
        assert cell.strip() == text


def test_what_was_not_earned_says_what_it_is() -> None:
    assert cells(FIGURE._replace(measure="advertised"))[-1].startswith("Offered in advertisements")


IN_ENGLISH = (
    "United States, Sales Ops: no statistic of its own; "
    "SE: median $124,900 a year (Sales Engineers, BLS, May\u00a02025)"
)


@pytest.mark.parametrize(
    ("code", "other", "line"),
    [("en", "sales-engineer", IN_ENGLISH), ("fr-FR", "sales-director", "")],
)
def test_side_by_side_stands_what_counts_a_job_alone(code: str, other: str, line: str) -> None:
    """What a wider group earns would look like a difference between the two."""
    entries = [builtin().entry("sales-ops"), builtin().entry(other)]
    names = ["Sales Ops", "SE"]
    assert pay_lines(entries, names, builtin(), Language(code)) == line


def test_a_line_has_what_counts_the_job_alone_by_the_name_of_the_group() -> None:
    """What an American group leaves out comes behind its name, and would be taken for it."""
    figure = FIGURE._replace(label="Sales Workers, Wholesale, Except Vans", near="close")
    line = pay_lines([paid(figure)], [""], builtin(), ENGLISH)
    assert "(Sales Workers, Wholesale, BLS" in line
    assert pay_lines([paid(figure._replace(near="narrow"))], [""], builtin(), ENGLISH) == ""
    assert pay_lines([paid()], [""], builtin(), ENGLISH) == ""


def test_every_country_with_figures_has_a_name() -> None:
    countries = {f.country for h in builtin().heads() for f in figures_of(builtin().entry(h.id))}
    assert countries <= COUNTRIES.keys()


def test_one_figure_for_two_roles_is_said_once() -> None:
    """Twice the same figure would look like a finding that both are paid alike."""
    ids = ("sdr", "account-executive", "sales-engineer", "sales-ops")
    sdr, seller, engineer, ops = map(builtin().entry, ids)
    language = LANGUAGES["en"]
    together = pay_lines([sdr, seller], ["SDR", "AE"], builtin(), language)
    assert together.count("$69,990") == 1
    assert "one figure counts both" in together
    apart = pay_lines([engineer, ops], ["SE", "Sales Ops"], builtin(), language)
    assert "counts both" not in apart
    assert apart.count("median") == 1


def test_a_figure_that_roles_share_has_one_row_that_names_them() -> None:
    document = view("sdr", "bdr", "csm", country="CA")
    (grid,) = grids(document)
    assert [plain(cell) for cell in grid.rows[0].cells[:1] if not isinstance(cell, Meter)] == [
        "near SDR, BDR, CSM"
    ]
    assert len(grid.rows) == 1
    assert document.table
    assert [row[0] for row in document.table.rows] == ["sdr", "bdr", "csm"]


def test_roles_without_a_figure_say_so_together() -> None:
    entries = [paid(FIGURE), paid(), paid()._replace(id="bdr")]
    (grid,) = grids(pay_view(entries, "US", builtin(), ENGLISH, whole=False))
    assert len(grid.rows) == 2
    assert "No dated source found" in str(grid.rows[1].cells[-1])


def test_the_countries_of_the_language_come_first() -> None:
    """Without a country in the language's tag; a reader of French is not in America."""
    entry = paid(FIGURE, FIGURE._replace(country="FR"), FIGURE._replace(country="UK"))
    assert shown_countries([entry], None, LANGUAGES["fr"]) == ["FR", "US", "UK"]
    assert shown_countries([entry], None, LANGUAGES["en"]) == ["US", "UK", "FR"]
