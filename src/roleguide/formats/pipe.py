"""A document as lines for a pipe: no box, no wrapping, no colour; the marks are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import Final

from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.formats.text_width import text_width
from roleguide.language import one_line
from roleguide.views.document import (
    DASH,
    MARKS,
    Cell,
    Document,
    Entry,
    Grid,
    Heading,
    Inline,
    Item,
    Meter,
    Panels,
    Prose,
    Writer,
    plain,
)

WIDEST: Final = 100
"""The columns that a table of texts may take: as many as the terminal that a pipe stands for."""


def render(document: Document, _page: Page) -> str:
    """The document as lines."""
    writer = _Writer(document)
    parts = ("\n".join(map(one_line, writer.block(block))) for block in document.blocks)
    return "\n\n".join(parts) + "\n"


def _marked(mark: Change | None, text: str) -> str:
    return f"{MARKS[mark]} {text}" if mark else text


class _Writer(Writer[str]):
    def heading(self, heading: Heading) -> Iterator[str]:
        yield "   ".join(filter(None, (plain(heading.text), heading.note, *heading.tally)))

    def prose(self, prose: Prose) -> Iterator[str]:
        said = _marked(prose.side, self.labelled(prose.label, prose.text))
        yield f"{said} → {prose.pointer}" if prose.pointer else said

    def lines(self, lines: Sequence[str]) -> Sequence[str]:
        return lines

    def bullets(self, items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            mark = MARKS[item.mark] if item.mark else "-"
            yield f"{mark} {self.labelled(item.label, item.text)}"

    def fields(self, rows: Sequence[tuple[Inline, Inline]]) -> Iterator[str]:
        return starmap(self.labelled, rows)

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        for entry in entries:
            yield _marked(entry.mark, plain(entry.name))
            yield from (f"    {self.marked(line)}" for line in entry.lines)

    def panels(self, block: Panels) -> Iterator[str]:
        return map(self.marked, block.panels)

    def marked(self, item: Item) -> str:
        return _marked(item.mark, self.labelled(item.label, item.text))

    def grid(self, grid: Grid) -> Iterator[str]:
        """Columns two spaces apart, or a line a cell where they are too far apart to follow."""
        heads = [column.name for column in grid.columns]
        rows = [(row.mark, [*map(_cell, row.cells)]) for row in grid.rows]
        lines = [(None, heads), *rows] if any(heads) else rows
        widths = _widths([cells for _, cells in lines])
        if any(column.wide for column in grid.columns) and sum(widths) > WIDEST:
            return (line for mark, cells in rows for line in self.stacked(grid, mark, cells))
        return _aligned(lines, widths)

    def stacked(self, grid: Grid, mark: Change | None, row: list[str]) -> Iterator[str]:
        """A row's name, and below it a line a column; one line where both sides say the same."""
        name, *cells = row
        if mark == "same":
            yield self.labelled(_marked(mark, name), cells[0])
            return
        yield _marked(mark, name)
        for column, cell in zip(grid.columns[1:], cells, strict=True):
            if cell not in ("", DASH):
                yield f"    {_marked(column.side, self.labelled(column.name, cell))}"


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(text_width, column)) for column in zip(*rows, strict=True)]


def _aligned(lines: Sequence[tuple[Change | None, list[str]]], widths: list[int]) -> Iterator[str]:
    marked = any(mark for mark, _ in lines)
    for mark, cells in lines:
        line = "  ".join(map(_padded, cells, widths))
        yield (f"{MARKS[mark]} {line}" if marked else line).rstrip()


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - text_width(cell))


def _cell(cell: Cell) -> str:
    if isinstance(cell, Meter):
        return str(cell.value) if cell.value else DASH
    return one_line(plain(cell))
