"""Whatever a text says, it is shown and not obeyed: by no terminal, browser, page or sheet."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from formats.documents import ENGLISH, HOSTILE, everything
from formats.drawing import drawn, render, too_wide
from formats.markup import Part, html_parts, markdown_parts, squeezed
from roleguide.formats import FORMATS, Page
from roleguide.formats.json import render as dump
from roleguide.formats.text_width import text_width
from roleguide.language import UNSEEN, one_line, visible
from roleguide.views.document import Document, Prose, Table

SGR = re.compile(r"\x1b\[[0-9;]*m")
"""The only sequences a terminal may be sent: colour and weight."""

DRAWN = [name for name, form in FORMATS.items() if form.takes != "data"]
TEXTS = [pytest.param(text, id=name) for name, text in HOSTILE.items()]
hostile = pytest.mark.parametrize("text", TEXTS)

PLAIN = "QQQ"
"""A text that says nothing, in the place of a hostile one."""


def instead(parts: list[Part], text: str) -> list[Part]:
    """The parts of a page that says nothing, once it says this text."""
    return bare([tuple(part.replace(PLAIN, visible(text)) for part in one) for one in parts])


def bare(parts: list[Part]) -> list[Part]:
    """The parts without white space, of which pages make what they like."""
    return [tuple(re.sub(r"\s+", "", part) for part in one) for one in parts]


@hostile
@pytest.mark.parametrize("form", DRAWN)
def test_no_format_lets_control_characters_through(form: str, text: str) -> None:
    shown = render(form, everything(text), Page(100))
    allowed = shown.replace("\r\n", "\n") if form == "csv" else shown
    assert not UNSEEN.search(allowed)


@hostile
def test_a_terminal_is_sent_colours_alone(text: str) -> None:
    colored = drawn(everything(text), 80, color=True)
    assert "\x1b[" in colored
    uncolored = SGR.sub("", colored)
    assert not UNSEEN.search(uncolored)
    lines = [line.rstrip() for line in uncolored.split("\n")]
    assert lines == drawn(everything(text), 80).split("\n")


@hostile
def test_no_text_makes_a_terminal_line_too_wide(text: str) -> None:
    for width in (40, 80):
        assert not too_wide(drawn(everything(text), width), width)


@hostile
@pytest.mark.parametrize("form", ["terminal", "pipe", "plain"])
def test_a_text_is_shown_as_it_is(form: str, text: str) -> None:
    shown = render(form, Document("", ENGLISH, (Prose(f"‹{text}›"),)), Page(100))
    assert squeezed(shown) == squeezed(f"‹{visible(text)}›")


@hostile
def test_html_gains_no_tag_and_no_attribute(text: str) -> None:
    page = html_parts(render("html", everything(text), Page()))
    harmless = html_parts(render("html", everything(PLAIN), Page()))
    assert bare(page) == instead(harmless, text)


@hostile
def test_markdown_gains_no_block_and_no_markup(text: str) -> None:
    page = markdown_parts(render("markdown", everything(text), Page()))
    harmless = markdown_parts(render("markdown", everything(PLAIN), Page()))
    assert bare(page) == instead(harmless, text)


@hostile
def test_a_markdown_table_keeps_its_columns(text: str) -> None:
    """Whoever splits it by hand counts the same columns in every row."""
    page = render("markdown", everything(text), Page())
    harmless = render("markdown", everything(PLAIN), Page())

    def columns(shown: str) -> list[int]:
        rows = [line for line in shown.split("\n") if line.startswith("| ")]
        return [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows]

    assert columns(page) == columns(harmless)


@hostile
def test_csv_keeps_its_cells_and_runs_none(text: str) -> None:
    document = everything(text)
    assert document.table
    shown = render("csv", document, Page())
    rows = list(csv.reader(io.StringIO(shown, newline="")))
    assert rows[0] == list(document.table.heads)
    assert [len(row) for row in rows] == [3, 3, 3]
    for row, given in zip(rows[1:], document.table.rows, strict=True):
        for cell, said in zip(row, given, strict=True):
            assert cell.removeprefix("'") == visible(said)
            assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell) or re.fullmatch(
                r"[-+]?\d+(\.\d+)?", cell
            )


@hostile
def test_tab_separated_lines_keep_their_cells(text: str) -> None:
    document = everything(text)
    assert document.table
    lines = render("tsv", document, Page()).removesuffix("\n").split("\n")
    assert len(lines) == len(document.table.rows)
    for line, given in zip(lines, document.table.rows, strict=True):
        cells = line.split("\t")
        assert [squeezed(cell) for cell in cells] == [squeezed(visible(said)) for said in given]


@hostile
@pytest.mark.parametrize("form", ["pipe", "plain"])
def test_no_text_forges_a_line(form: str, text: str) -> None:
    """A line end in a text would make one, and columns would not line up."""
    shown = render(form, everything(text), Page())
    plain = "Q" * text_width(one_line(text))
    assert shown.count("\n") == render(form, everything(plain), Page()).count("\n")


@hostile
def test_json_says_the_very_text_and_sends_no_control_character(text: str) -> None:
    shown = dump({"text": text, text: [text]})
    assert json.loads(shown) == {"text": text, text: [text]}
    assert not UNSEEN.search(shown)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+33 1 23", "'+33 1 23"),
        ("-x", "'-x"),
        ("-1", "-1"),
        ("+2.5", "+2.5"),
        ("-0,5", "-0,5"),
        ("−3", "−3"),
        ("a=b", "a=b"),
        ("\n=1+1", "'\n=1+1"),
        ("\t=1+1", "'\t=1+1"),
        (" =1+1", "' =1+1"),
        ("\u3000\n@x", "'\u3000\n@x"),
        ("＝1+1", "'＝1+1"),
        ("－x", "'－x"),
        (" a=b", " a=b"),
        ("", ""),
    ],
)
def test_what_a_sheet_would_run_is_text_and_a_number_stays_one(cell: str, written: str) -> None:
    document = Document("", ENGLISH, (), table=Table(("head",), ((cell, "end"),)))
    rows = list(csv.reader(io.StringIO(render("csv", document, Page()), newline="")))
    assert rows == [["head"], [written, "end"]]
