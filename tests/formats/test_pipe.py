"""What a pipe gets, what ears get, and which format is which."""

from __future__ import annotations

from pathlib import Path

import pytest
from views.answers import LISTS, bakery, compared, shown

from formats.documents import ENGLISH, FRENCH, everything
from formats.drawing import render
from roleguide.cli.main import main
from roleguide.errors import UsageError
from roleguide.formats import FORMATS, Page
from roleguide.language import HARD_SPACE
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
    Table,
)

GLYPHS = "−~■□→•"
"""What a voice reads out as noise, or not at all."""

HEADS = (
    Column(""),
    Column("Ops", "left"),
    Column("Director", "right"),
    Column("Δ", figures=True),
)
SKILLS = Grid(
    HEADS,
    (
        Row(("Leading", Meter(2), Meter(5), "+3"), "changed"),
        Row(("Counting", Meter(4), Meter(4), "0"), "same"),
        Row(("Singing", Meter(1), Meter(0), ""), "left"),
        Row(("Writing", Meter(0), Meter(3), ""), "right"),
    ),
)
ENTRIES = Entries(
    (
        Entry("Plan", (Item("so", "does it", "left"), Item("thus", "advises", "right")), "changed"),
        Entry("Call", (Item("so", "does it"),), "left"),
        Entry("Sing", (Item("so", "does it"),), "right"),
        Entry("Walk", (Item("a", "does it", "left"), Item("b", "does it", "right")), "same"),
        Entry("Note", (Item("only text"),)),
    )
)


def said(form: str, *blocks: Block) -> list[str]:
    document = Document("Title", ENGLISH, blocks, ("Ops", "Director"))
    return render(form, document, Page()).removesuffix("\n").split("\n")


# A pipe -------------------------------------------------------------------------------------


def test_a_pipe_gets_marks_and_columns() -> None:
    assert said("pipe", SKILLS) == [
        "            Ops  Director  Δ",
        "~ Leading   2    5         +3",
        "= Counting  4    4         0",
        "− Singing   1    –",
        "+ Writing   –    3",
    ]
    assert said("pipe", ENTRIES) == [
        "~ Plan",
        "    − does it: so",
        "    + advises: thus",
        "− Call",
        "    does it: so",
        "+ Sing",
        "    does it: so",
        "= Walk",
        "    − does it: a",
        "    + does it: b",
        "Note",
        "    only text",
    ]


def test_a_pipe_gets_texts_unwrapped() -> None:
    long = "word " * 100 + "end"
    blocks = (
        Heading("Head", "note"),
        Prose(long),
        Prose("Who?", pointer="Ops"),
        Bullets((Item("text", "label"), Item("alone"), Item("left", mark="left"))),
        Fields((("Name", long),)),
        Panels((Item(long, "Ops", "left"), Item("b"))),
    )
    assert said("pipe", *blocks) == [
        "Head   note",
        "",
        long,
        "",
        "Who? → Ops",
        "",
        "- label: text",
        "- alone",
        "− left",
        "",
        f"Name: {long}",
        "",
        f"− Ops: {long}",
        "b",
    ]


def test_a_pipe_gets_no_box_no_colour_and_no_ellipsis() -> None:
    document = everything("word " * 60)
    shown_text = render("pipe", document, Page(40, color=True))
    assert shown_text == render("pipe", document, Page(120))
    assert not set("─│┌━…\x1b") & set(shown_text)


def test_rows_for_a_pipe_are_tab_separated_without_a_head() -> None:
    rows = (("a", "b\tc", "d"), ("", "é\nf", "g"))
    document = Document("", ENGLISH, (), table=Table(("x", "y", "z"), rows), rows_in_pipe=True)
    assert render("tsv", document, Page()) == "a\tb c\td\n\té f\tg\n"


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=repr)
def test_lists_go_into_pipes_as_rows(name: str, language: object) -> None:
    document = LISTS[name](bakery(), FRENCH if language == FRENCH else ENGLISH)
    assert document.rows_in_pipe
    assert document.table
    lines = render("tsv", document, Page()).splitlines()
    assert len(lines) == len(document.table.rows)
    assert {line.count("\t") for line in lines} == {len(document.table.heads) - 1}
    assert all(len(row) == len(document.table.heads) for row in document.table.rows)


# Ears ---------------------------------------------------------------------------------------


def test_plain_says_marks_in_words() -> None:
    assert said("plain", SKILLS) == [
        "Leading: Ops: level 2 of 5; Director: level 5 of 5",
        "the same in both: Counting: Ops: level 4 of 5; Director: level 4 of 5",
        "only Ops: Singing: Ops: level 1 of 5",
        "only Director: Writing: Director: level 3 of 5",
    ]
    both, left, right, same, note = (said("plain", Entries((entry,))) for entry in ENTRIES.entries)
    assert both == ["Plan.", "  Ops: does it: so", "  Director: advises: thus"]
    assert left == ["Call.", "  only Ops: does it: so"]
    assert right == ["Sing.", "  only Director: does it: so"]
    assert same[0].startswith("Walk: ")
    assert same[1:] == ["  Ops: does it: a", "  Director: does it: b"]
    assert note == ["Note.", "  only text"]


def test_plain_says_texts_in_sentences() -> None:
    blocks = (
        Heading("Head", "note"),
        Heading("Responsibilities", tally=("− 1 only Ops", "+ 2 only Director")),
        Prose("Who?", pointer="Ops"),
        Bullets((Item("text", "label"), Item("here", mark="left"), Item("and there", mark="same"))),
        Fields((("Name", "value"),)),
        Panels((Item("a", "Ops", "left"), Item("b", "the captain", "right"))),
    )
    assert said("plain", *blocks) == [
        "Head, note",
        "",
        "Responsibilities",
        "",
        "Who? Ops.",
        "",
        "label: text",
        "only Ops: here",
        "the same in both: and there",
        "",
        "Name: value",
        "",
        "Ops: a",
        "Director: the captain: b",
    ]


def test_plain_says_a_wide_table_line_by_line() -> None:
    heads = (Column(""), Column("Ops", "left", wide=True), Column("Director", "right", wide=True))
    grid = Grid(heads, (Row(("Stage", "behind", "–"), "left"), Row(("Level", "a", "a"), "same")))
    assert said("plain", grid) == [
        "only Ops: Stage.",
        "  Ops: behind",
        "the same in both: Level.",
        "  Ops: a",
        "  Director: a",
    ]


@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=repr)
def test_plain_has_no_glyph_whatever_the_block(language: object) -> None:
    document = everything("so", FRENCH if language == FRENCH else ENGLISH)
    assert not set(GLYPHS) & set(render("plain", document, Page()))


def test_plain_keeps_a_plus_that_is_no_mark() -> None:
    assert said("plain", Heading("Proof", "C++ programmers")) == ["Proof, C++ programmers"]


def test_plain_of_a_comparison_has_no_mark() -> None:
    answer = compared("bakery-manager", "head-baker")
    plain = render("plain", answer(bakery(), ENGLISH), Page())
    assert "=" not in plain
    assert not set(GLYPHS) & set(plain)


def test_a_check_for_ears_has_no_glyph(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("CONFIG", "CACHE"):
        monkeypatch.setenv(f"ROLEGUIDE_{kind}_DIR", str(tmp_path / kind))
    path = tmp_path / "faulty.yaml"
    path.write_text("roles:\n  x: {titel: X}\n", encoding="utf-8")
    assert main(["check", str(path), "--format", "plain", "--lang", "en"]) == 1
    plain = capfdbinary.readouterr().out.decode()
    assert "titel" in plain
    assert not set(GLYPHS) & set(plain)


def test_french_is_spaced_as_french() -> None:
    document = Document("", FRENCH, (Fields((("Nom", "valeur"),)), Bullets((Item("t", "l"),))))
    for form in ("pipe", "plain"):
        shown_text = render(form, document, Page())
        assert f"Nom{HARD_SPACE}: valeur" in shown_text
        assert f"l{HARD_SPACE}: t" in shown_text


# The registry -------------------------------------------------------------------------------


def test_every_format_that_can_be_asked_for_is_drawn() -> None:
    for name, form in FORMATS.items():
        if form.takes in ("document", "table"):
            assert render(name, everything("x"), Page()).endswith("\n")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_what_is_no_table_cannot_become_one(form: str) -> None:
    document = shown("baker")(bakery(), ENGLISH)
    with pytest.raises(UsageError) as error:
        render(form, document, Page())
    assert error.value.remedy
    assert "json" in str(error.value)


@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=repr)
def test_csv_has_a_head_in_one_language_whatever_the_answers(language: object) -> None:
    document = compared("baker", "bakery-manager")(
        bakery(), FRENCH if language == FRENCH else ENGLISH
    )
    first = render("csv", document, Page()).partition("\r\n")[0]
    assert first == "kind,id,name,change,bakery/baker,bakery/bakery-manager"


def test_ears_hear_no_full_stop_twice() -> None:
    blocks = (
        Entries(
            (Entry("“They win.”", ()), Entry("« Vraiment\u202f?\u00a0»", ()), Entry("Etc.", ()))
        ),
        Prose("Who?", pointer="Ing."),
    )
    assert said("plain", *blocks) == [
        "“They win.”",
        "« Vraiment\u202f?\u00a0»",
        "Etc.",
        "",
        "Who? Ing.",
    ]


def test_a_table_of_long_texts_stands_a_cell_a_line_in_a_pipe() -> None:
    long = "a text that is as long as any on a sheet, with a comma in it"
    columns = (Column(""), Column("Ops", "left", wide=True), Column("Director", "right", wide=True))
    rows = (
        Row(("Week", long, f"{long} too"), "changed"),
        Row(("Level", "manager", "manager"), "same"),
        Row(("Talks to", "–", "buyers"), "right"),
    )
    assert said("pipe", Grid(columns, rows)) == [
        "~ Week",
        f"    − Ops: {long}",
        f"    + Director: {long} too",
        "= Level: manager",
        "+ Talks to",
        "    + Director: buyers",
    ]
    assert said("pipe", Grid(columns, rows[1:])) == [
        "            Ops      Director",
        "= Level     manager  manager",
        "+ Talks to  –        buyers",
    ]
