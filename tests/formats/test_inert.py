"""Whatever a text says, it is shown and not obeyed: by no terminal, browser, page or sheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import pytest

from formats.documents import ENGLISH, HOSTILE, everything
from formats.drawing import DOCUMENTS, drawn, render, too_wide
from formats.markup import Part, html_parts, markdown_parts, squeezed
from roleguide.formats import FORMATS, Page
from roleguide.formats.json import render as dump
from roleguide.formats.text_width import text_width
from roleguide.language import UNSEEN, one_line, visible
from roleguide.views.document import Document, Prose, Table

pytestmark = pytest.mark.sweep

SGR = re.compile(r"\x1b\[[0-9;]*m")
"""The only sequences a terminal may be sent: colour and weight."""

DRAWN = [name for name, form in FORMATS.items() if form.takes in ("document", "table")]
TEXTS = [pytest.param(text, id=name) for name, text in HOSTILE.items()]
hostile = pytest.mark.parametrize("text", TEXTS)

PARTS: Final[Mapping[str, Callable[[str], list[Part]]]] = {
    "html": html_parts,
    "markdown": markdown_parts,
}
PLAIN = "QQQ"
"""A text that says nothing, in the place of a hostile one."""


def instead(parts: list[Part], text: str) -> list[Part]:
    """The parts of a page that says nothing, once it says this text."""
    return bare([tuple(part.replace(PLAIN, visible(text)) for part in one) for one in parts])


def bare(parts: list[Part]) -> list[Part]:
    """The parts without white space, of which pages make what they like."""
    return [tuple(re.sub(r"\s+", "", part) for part in one) for one in parts]


@cache
def rendered(form: str, text: str) -> str:
    """A document that says a text everywhere; for a terminal of 80 columns."""
    return render(form, everything(text), Page(80))


@cache
def harmless(form: str) -> list[Part]:
    """The parts of a page that says nothing."""
    return PARTS[form](rendered(form, PLAIN))


@hostile
def test_no_format_lets_control_characters_through(text: str) -> None:
    for form in DRAWN:
        shown = rendered(form, text)
        assert not UNSEEN.search(shown.replace("\r\n", "\n") if form == "csv" else shown), form


@hostile
def test_a_terminal_is_sent_colours_alone_and_no_line_is_too_wide(text: str) -> None:
    colored = drawn(everything(text), 80, color=True)
    assert "\x1b[" in colored
    uncolored = SGR.sub("", colored)
    assert not UNSEEN.search(uncolored)
    lines = [line.rstrip() for line in uncolored.split("\n")]
    assert lines == rendered("terminal", text).split("\n")
    assert not too_wide(uncolored, 80)
    assert not too_wide(drawn(everything(text), 40), 40)


@hostile
def test_a_text_is_shown_as_it_is(text: str) -> None:
    for form in ("terminal", "pipe", "plain"):
        shown = render(form, Document("", ENGLISH, (Prose(f"‹{text}›"),)), Page(100))
        assert squeezed(shown) == squeezed(f"‹{visible(text)}›"), form


@hostile
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_page_gains_no_tag_no_attribute_no_block_and_no_markup(form: str, text: str) -> None:
    page = PARTS[form](rendered(form, text))
    assert bare(page) == instead(harmless(form), text)


@hostile
def test_a_markdown_table_keeps_its_columns(text: str) -> None:
    """Whoever splits it by hand counts the same columns in every row."""

    def columns(shown: str) -> list[int]:
        rows = [line for line in shown.split("\n") if line.startswith("| ")]
        return [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows]

    assert columns(rendered("markdown", text)) == columns(rendered("markdown", PLAIN))


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
def test_no_text_forges_a_line(text: str) -> None:
    """A line end in a text would make one, and columns would not line up."""
    plain = "Q" * text_width(one_line(text))
    for form in DOCUMENTS:
        if form not in ("terminal", "html"):  # one wraps, in the other a line end is a space
            assert rendered(form, text).count("\n") == rendered(form, plain).count("\n"), form


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
