"""A document for ears: words instead of marks and glyphs, a sentence a line, nothing aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.language import HARD_SPACE, N_, NARROW_SPACE, one_line
from roleguide.views.document import (
    DASH,
    Cell,
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Item,
    Meter,
    Panels,
    Prose,
    Row,
    Writer,
    plain,
)


def render(document: Document, _page: Page) -> str:
    """The document as sentences."""
    speaker = _Speaker(document)
    parts = ("\n".join(map(one_line, speaker.block(block))) for block in document.blocks)
    return "\n\n".join(filter(None, parts)) + "\n"


class _Speaker(Writer[str]):
    """Says blocks; it knows the names of the sides."""

    def heading(self, heading: Heading) -> Iterator[str]:
        yield ", ".join(filter(None, (plain(heading.text), heading.note)))

    def lines(self, lines: Sequence[str]) -> Iterator[str]:
        return (line.replace("→ ", "") for line in lines)

    def bullets(self, items: Sequence[Item]) -> Iterator[str]:
        return (self.said(item.mark, self.labelled(item.label, item.text)) for item in items)

    def panels(self, block: Panels) -> Iterator[str]:
        for panel in block.panels:
            text = self.labelled(panel.label, panel.text)
            name = self.names.get(panel.mark, "")
            yield text if name in plain(panel.label) else self.labelled(name, text)

    def prose(self, prose: Prose) -> Iterator[str]:
        """A paragraph; one that speaks of a side names it."""
        name = self.names.get(prose.side, "")
        known = name.casefold() in plain(prose.text).casefold()
        label = prose.label or ("" if known else name)
        text = self.labelled(label, prose.text)
        yield f"{text} {_stopped(prose.pointer)}" if prose.pointer else text

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

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        for entry in entries:
            if entry.mark == "same":
                yield self.labelled(entry.name, self.language.say(N_("the same part in both")))
            else:
                yield _stopped(plain(entry.name))
            yield from (f"  {self.line(line, entry.mark)}" for line in entry.lines)

    def line(self, line: Item, mark: Change | None) -> str:
        text = self.labelled(line.label, line.text)
        if mark in ("left", "right"):
            return self.said(mark, text)
        return self.labelled(self.names.get(line.mark, ""), text)

    def said(self, mark: Change | None, text: str) -> str:
        """A text with its mark in words before it."""
        return self.labelled(self.meaning(mark), text) if mark else text

    def cell(self, cell: Cell) -> str:
        if not isinstance(cell, Meter):
            return self.language.say(N_("none")) if cell == DASH else plain(cell)
        if cell.value:
            return self.language.say(N_("level {n} of 5"), n=cell.value)
        return self.language.say(N_("not listed"))


def _stopped(text: str) -> str:
    """A text with a full stop, unless it ends a sentence already, perhaps inside quotes."""
    ended = text.rstrip(f'”»"’) {HARD_SPACE}{NARROW_SPACE}').endswith((".", "!", "?", "…"))
    return text if ended else f"{text}."
