"""Markdown to paste into a page: headings, lists and tables as a reader of CommonMark sees them."""

from __future__ import annotations

import re

import pytest
from views.answers import LANGUAGES, bakery, compared, shown

from formats.documents import ENGLISH, everything
from formats.drawing import render
from formats.markup import markdown_parts
from roleguide.formats import Page
from roleguide.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Item,
    Meter,
    Panels,
    Prose,
    Row,
)


def lines(*blocks: Block) -> list[str]:
    document = Document("Title", ENGLISH, (Heading("Own", level=1), *blocks), ("L", "R"))
    return render("markdown", document, Page()).removesuffix("\n").split("\n")[2:]


def test_a_document_begins_with_one_title() -> None:
    page = render("markdown", Document("Title", ENGLISH, (Prose("text"),)), Page())
    assert page == "# Title\n\ntext\n"
    assert lines(Heading("Section", "note")) == ["## Section", "", "*note*"]
    titled = Document("Title", ENGLISH, (Heading("Own", level=1),))
    assert render("markdown", titled, Page()) == "# Own\n"


def test_prose_has_its_tone_and_pointer() -> None:
    assert lines(Prose("so", tone="lead"), Prose("so", tone="quiet")) == ["**so**", "", "so"]
    assert lines(Prose("Who?", pointer="yes: L")) == ["Who? → **yes: L**"]


def test_lists_have_their_marks_and_labels() -> None:
    items = (
        Item("a", "l"),
        Item("b", mark="left"),
        Item("c", mark="right"),
        Item("d", mark="changed"),
    )
    assert lines(Bullets((*items, Item("e", mark="same")))) == [
        "- **l:** a",
        "- − b",
        r"- \+ c",
        r"- \~ d",
        "- = e",
    ]
    assert lines(Fields((("Name", "value"),))) == ["- **Name:** value"]


def test_entries_are_lists_in_lists() -> None:
    entry = Entry("Plan", (Item("so", "does it", "left"), Item("thus", "", "right")), "changed")
    assert lines(Entries((entry,))) == [
        r"- \~ **Plan**",
        "  - − *does it:* so",
        r"  - \+ thus",
    ]


def test_tables_have_heads_and_figures_to_the_right() -> None:
    grid = Grid(
        (Column(""), Column("L", "left"), Column("Δ", figures=True)),
        (Row(("a|b", Meter(2), "+1"), "changed"), Row(("c", Meter(0), ""), "right")),
    )
    assert lines(grid) == [
        "|  |  | L | Δ |",
        "| --- | --- | --- | ---: |",
        r"| \~ | a\|b | ■■□□□ 2 | \+1 |",
        r"| \+ | c | – |  |",
    ]


def test_panels_side_by_side_are_a_table() -> None:
    assert lines(Panels((Item("a", "L", "left"), Item("b", "R", "right")))) == [
        r"| − L | \+ R |",
        "| --- | --- |",
        "| a | b |",
    ]
    assert lines(Panels((Item("a", "L"),))) == ["**L** a"]
    assert lines(Panels((Item("a"),))) == ["a"]


@pytest.mark.parametrize("text", ["ends in a line end\n", " begins with a space", "one\ntwo"])
def test_emphasis_holds_whatever_spaces_a_text_has(text: str) -> None:
    """`**text **` would show its stars."""
    for block in (Prose(text, tone="lead"), Heading("h", text), Entries((Entry(text, ()),))):
        page = "\n".join(lines(block))
        parts = markdown_parts(page)
        assert any(kind in ("strong_open", "em_open") for kind, *_ in parts), page
        assert not any("*" in part for _, *rest in parts for part in rest)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(compared("baker", "bakery-manager"), id="compare"),
        pytest.param(compared("baker", "bakery-manager", "head-baker"), id="matrix"),
        pytest.param(shown("baker"), id="show"),
    ],
)
def test_tables_are_read_as_tables(code: str, answer: object) -> None:
    assert callable(answer)
    document = answer(bakery(), LANGUAGES[code])
    page = render("markdown", document, Page())
    tables = sum(kind == "table_open" for kind, *_ in markdown_parts(page))
    expected = sum(
        isinstance(b, Grid) or (isinstance(b, Panels) and len(b.panels) > 1)
        for b in document.blocks
    )
    assert tables == expected
    assert not re.search(r"^\s*$\n^\s*$", page, re.MULTILINE), "two empty lines"


def test_width_and_colour_change_nothing() -> None:
    document = everything("x")
    assert render("markdown", document, Page(40)) == render(
        "markdown", document, Page(99, color=True)
    )


def test_dollars_make_no_formula_and_the_rest_stays_readable() -> None:
    """Names and addresses are left to the page they are pasted on, which may link them."""
    said = "@octocat: US$/CA$, see https://example.com/a"
    assert lines(Prose(said)) == [said.replace("$", r"\$")]
