"""A document for ears: words instead of marks and glyphs, a sentence a line, nothing aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, starmap
from typing import assert_never

from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.language import HARD_SPACE, N_, NARROW_SPACE, Language, one_line
from roleguide.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Inline,
    Item,
    Line,
    Lines,
    Meter,
    Panel,
    Panels,
    Prose,
    Row,
    plain,
)


def render(document: Document, _page: Page) -> str:
    """The document as sentences."""
    speaker = _Speaker(document)
    parts = (
        "\n".join(one_line(line) for line in speaker.block(block)) for block in document.blocks
    )
    return "\n\n".join(part for part in parts if part) + "\n"


class _Speaker:
    """Says blocks; it knows the names of the sides."""

    def __init__(self, document: Document) -> None:
        self.language: Language = document.language
        self.sides = document.sides or ("", "")

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(text, note):
                yield ", ".join(filter(None, (plain(text), note)))
            case Prose():
                yield self.prose(block)
            case Lines(lines):
                yield from map(_without_arrow, lines)
            case Bullets(items):
                yield from map(self.item, items)
            case Fields(rows):
                yield from starmap(self.labelled, rows)
            case Grid():
                yield from self.grid(block)
            case Entries(entries):
                yield from chain.from_iterable(map(self.entry, entries))
            case Panels(panels):
                yield from map(self.panel, panels)
            case _:
                assert_never(block)

    def item(self, item: Item) -> str:
        return self.said(item.mark, self.labelled(item.label, item.text))

    def panel(self, panel: Panel) -> str:
        text = self.labelled(panel.title, panel.text)
        name = self.name(panel.mark)
        return text if name in plain(panel.title) else self.labelled(name, text)

    def prose(self, prose: Prose) -> str:
        """A paragraph; one that speaks of a side names it."""
        name = self.name(prose.side)
        known = name.casefold() in plain(prose.text).casefold()
        label = prose.label or ("" if known else name)
        text = self.labelled(label, prose.text)
        return f"{text} {_stopped(prose.pointer)}" if prose.pointer else text

    def grid(self, grid: Grid) -> Iterator[str]:
        sentences = any(column.wide and column.name for column in grid.columns)
        for row in grid.rows:
            name = self.cell(row.cells[0])
            values = [*self.values(grid.columns, row)]
            mark = None if row.mark == "changed" else row.mark
            if sentences:
                yield self.said(mark, _stopped(name))
                yield from (f"  {value}" for value in values)
            else:
                yield self.said(mark, self.labelled(name, self.language.clauses(values)))

    def values(self, columns: Sequence[Column], row: Row) -> Iterator[str]:
        """The values of a row after its name, without those of a side that it does not concern."""
        for column, cell in zip(columns[1:], map(self.cell, row.cells[1:]), strict=True):
            told = row.mark in (column.side, None, "changed", "same")
            if cell and told and column.name != "Δ":
                yield self.labelled(column.name, cell)

    def entry(self, entry: Entry) -> Iterator[str]:
        if entry.mark == "same":
            yield self.labelled(entry.name, self.language.say(N_("the same part in both")))
        else:
            yield _stopped(plain(entry.name))
        for line in entry.lines:
            yield f"  {self.line(line, entry.mark)}"

    def line(self, line: Line, mark: Change | None) -> str:
        text = self.labelled(line.label, line.text)
        if mark in ("left", "right"):
            return self.said(mark, text)
        return self.labelled(self.name(line.mark), text)

    def said(self, mark: Change | None, text: str) -> str:
        """A text with its mark in words before it."""
        if mark in ("left", "right"):
            only = self.language.say(N_("only {name}"), name=self.name(mark))
            return self.labelled(only, text)
        if mark == "same":
            return self.labelled(self.language.say(N_("the same in both")), text)
        if mark == "changed":
            return self.labelled(self.language.say(N_("different")), text)
        return text

    def labelled(self, label: Inline, text: Inline) -> str:
        return f"{self.language.label(plain(label))} {plain(text)}" if label else plain(text)

    def name(self, mark: Change | None) -> str:
        return self.sides[1] if mark == "right" else self.sides[0] if mark == "left" else ""

    def cell(self, cell: Cell) -> str:
        if not isinstance(cell, Meter):
            return self.language.say(N_("none")) if cell == "–" else plain(cell)
        if cell.value:
            return self.language.say(N_("level {n} of 5"), n=cell.value)
        return self.language.say(N_("not listed"))


def _without_arrow(line: str) -> str:
    return line.replace("→ ", "")


def _stopped(text: str) -> str:
    """A text with a full stop, unless it ends a sentence already, perhaps inside quotes."""
    ended = text.rstrip(f'”»"’) {HARD_SPACE}{NARROW_SPACE}').endswith((".", "!", "?", "…"))
    return text if ended else f"{text}."
