"""Tables: columns where there is room for whole words, a stack of lines where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from roleguide.formats.terminal.theme import BOLD, DIM, STACKED, STYLES, glyph
from roleguide.formats.terminal.wrap import hung, indented, size, styled, wrapped
from roleguide.language import Language
from roleguide.views.document import Cell, Column, Grid, Meter, Row, plain


def draw_grid(grid: Grid, language: Language, width: int) -> list[RenderableType]:
    """Draw a table, or its rows one below the other."""
    ruled = any(column.wide for column in grid.columns) and any(c.name for c in grid.columns)
    # A rule joins the columns by a space more each.
    widths = _widths(grid, width - 4 - (len(grid.columns) if ruled else 0))
    two_sided = any(column.side and column.wide for column in grid.columns)
    if widths is None or (two_sided and width < STACKED):
        return [line for row in grid.rows for line in _stack(grid, row, language, width)]
    table = Table(
        box=SIMPLE_HEAD if ruled else None,
        show_header=any(column.name for column in grid.columns),
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style=BOLD,
    )
    table.add_column("", width=1)
    for column, room in zip(grid.columns, widths, strict=True):
        table.add_column(
            styled(column.name, STYLES[column.side] + BOLD),
            width=room,
            justify="right" if column.figures else "left",
        )
    for row in grid.rows:
        table.add_row(glyph(row.mark), *(_cells(grid.columns, row)))
    return [table]


def _cells(columns: Sequence[Column], row: Row) -> list[Text]:
    """A row's cells; what both sides have alike recedes."""
    quiet = row.mark == "same"
    return [
        _cell(cell, DIM if quiet else STYLES[column.side])
        if isinstance(cell, Meter)
        else styled(cell, DIM if quiet and at else None)
        for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
    ]


def _stack(grid: Grid, row: Row, language: Language, width: int) -> list[Text]:
    """A row of a table that is too wide: its name, then a line a column."""
    first, *rest = _cells(grid.columns, row)
    lines = hung(glyph(row.mark), wrapped(first, width - 2))
    for column, cell in zip(grid.columns[1:], rest, strict=True):
        if not cell.plain:
            continue
        label = f"{language.label(column.name)} " if column.name else ""
        if column.side:
            text = Text.assemble(styled(label, STYLES[column.side]), cell)
            lines += hung(glyph(column.side), wrapped(text, width - 6), 4)
        else:
            lines += indented(wrapped(Text.assemble(styled(label, DIM), cell), width - 4), 4)
    return lines


def _cell(cell: Cell, style: Style) -> Text:
    if not isinstance(cell, Meter):
        return styled(cell, style)
    if not cell.value:
        return Text("–", DIM)
    return Text("■" * cell.value, style) + Text("□" * (5 - cell.value), DIM)


def _natural(cell: Cell) -> int:
    return 5 if isinstance(cell, Meter) else size(cell)


def _widths(grid: Grid, room: int) -> list[int] | None:
    """The columns' widths, or None where words would not fit whole.

    The first column may wrap to a third of the room, `wide` columns share what the others leave.
    """
    columns = len(grid.columns)
    room -= 2 * columns
    natural = [
        max([size(grid.columns[at].name), *(_natural(row.cells[at]) for row in grid.rows)])
        for at in range(columns)
    ]
    longest = [
        max(
            (
                size(word)
                for text in [grid.columns[at].name, *(_words(row.cells[at]) for row in grid.rows)]
                for word in text.split(" ")
            ),
            default=0,
        )
        for at in range(columns)
    ]
    wide = [at for at, column in enumerate(grid.columns) if column.wide]
    widths = list(natural)
    if wide:
        widths[0] = max(longest[0], min(natural[0], room // 4))
        rest = room - sum(widths[at] for at in range(columns) if at not in wide)
        share = rest // len(wide)
        if share < max(22, *(longest[at] for at in wide)):
            return None
        for at in wide:
            widths[at] = min(share, natural[at])
    elif sum(widths) > room:
        widths[0] = max(longest[0], room - sum(widths[1:]))
        if sum(widths) > room or widths[0] < min(natural[0], 16):
            return None
    return widths


def _words(cell: Cell) -> str:
    return "" if isinstance(cell, Meter) else plain(cell)
