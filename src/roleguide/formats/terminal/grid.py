"""Tables: columns where there is room for whole words, a stack of lines where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from roleguide.formats.terminal.theme import BOLD, DIM, STACKED, STYLES, glyph
from roleguide.formats.terminal.wrap import hung, indented, size, styled, wrapped
from roleguide.language import Language
from roleguide.views.document import DASH, Cell, Column, Grid, Meter, Row, plain

MARKED: Final = 3
"""Columns that the mark of a row takes, with the space behind it."""

LEGIBLE: Final = 22
"""Columns that a text under a head needs, to read as a text and not as a list of words."""

NAMED: Final = 16
"""Columns that the name of a row needs."""


class Layout(NamedTuple):
    """How a table is drawn; without widths, its rows stand one below the other.

    Attributes:
        kept: Which columns are drawn.
        widths: How wide each of them is.
    """

    kept: Sequence[int]
    widths: Sequence[int]


def draw_grid(grid: Grid, language: Language, width: int, plan: Layout) -> list[RenderableType]:
    """Draw a table, or its rows one below the other.

    Args:
        grid: The table.
        language: For the labels of rows that stand one below the other.
        width: The columns of the page.
        plan: How it is drawn.
    """
    two_sided = any(column.side and column.wide for column in grid.columns)
    if not plan.widths or (two_sided and width < STACKED):
        head = wrapped(styled(grid.columns[0].name, BOLD), width) if grid.columns[0].name else []
        return [*head, *(line for row in grid.rows for line in _stack(grid, row, language, width))]
    return [_table(grid, plan)]


def _table(grid: Grid, plan: Layout) -> Table:
    kept, widths = plan
    table = Table(
        box=SIMPLE_HEAD if _ruled(grid.columns) else None,
        show_header=any(column.name for column in grid.columns),
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style=BOLD,
    )
    table.add_column("", width=1)
    for at, room in zip(kept, widths, strict=True):
        column = grid.columns[at]
        table.add_column(
            styled(column.name, STYLES[column.side] + BOLD),
            width=room,
            justify="right" if column.figures else "left",
        )
    for row in grid.rows:
        cells = _cells(grid.columns, row)
        table.add_row(glyph(row.mark), *(cells[at] for at in kept))
    return table


def _ruled(columns: Sequence[Column]) -> bool:
    """Whether a rule stands under the heads."""
    return any(column.wide for column in columns) and any(column.name for column in columns)


def layout(columns: Sequence[Column], rows: Sequence[Row], width: int) -> Layout:
    """How a table is drawn, or several that line up as one.

    Where not all columns fit, spare ones give way; then heads take two lines, and in a list without
    heads texts are broken between any two words. Heads take two lines, too, where that makes room
    for names that would take more.
    """
    for kept, legible, of_head in _attempts(columns):
        gaps = _gaps(len(kept), ruled=_ruled(columns))
        shown = [columns[at] for at in kept]
        cells = [[row.cells[at] for row in rows] for at in kept]
        heads = [of_head(column.name) for column in shown]
        if widths := _widths(shown, heads, cells, width - gaps, legible):
            if not any(column.wide for column in shown):
                low = [_on_two_lines(column.name) for column in shown]
                closer = _widths(shown, low, cells, width - gaps, legible)
                widths = min(widths, closer, key=lambda each: _height(each, heads, cells))
            return Layout(kept, widths)
    return Layout(range(len(columns)), ())


def _height(widths: Sequence[int], heads: Sequence[int], cells: Sequence[Sequence[Cell]]) -> int:
    """The lines of a table of values: its names, which may wrap, and heads on one line or two."""
    names = [-(-_natural(name) // widths[0]) for name in cells[0]]
    return sum(names) + any(head > width for head, width in zip(heads, widths, strict=True))


def _attempts(
    columns: Sequence[Column],
) -> Iterator[tuple[Sequence[int], int, Callable[[str], int]]]:
    """Which columns to draw, what a text needs, and how wide a head is; the best first."""
    every = range(len(columns))
    needed = [at for at in every if not columns[at].spare]
    headed = any(column.name for column in columns)
    yield every, LEGIBLE, size
    yield needed, LEGIBLE, size
    yield needed, LEGIBLE if headed else 0, _on_two_lines


def _gaps(columns: int, *, ruled: bool) -> int:
    """What marks and the space between columns take; a rule takes a column more."""
    return MARKED + (2 + ruled) * (columns - 1) + ruled


def _cells(columns: Sequence[Column], row: Row) -> list[Text]:
    """A row's cells; what both sides have alike recedes."""
    quiet = row.mark == "same"
    return [
        _meter(cell.value, DIM if quiet else STYLES[column.side])
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


def _meter(level: int, style: Style) -> Text:
    if not level:
        return Text(DASH, DIM)
    return Text("■" * level, style) + Text("□" * (5 - level), DIM)


def _natural(cell: Cell) -> int:
    return 5 if isinstance(cell, Meter) else size(cell)


def _widths(
    columns: Sequence[Column],
    heads: Sequence[int],
    cells: Sequence[Sequence[Cell]],
    room: int,
    legible: int,
) -> Sequence[int]:
    """The columns' widths, or none where words would not fit whole.

    Names and texts may wrap: names have a quarter of the room, texts share what is left, and names
    take what they leave.

    Args:
        columns: The columns.
        heads: How wide their heads have to be.
        cells: Their cells.
        room: What is left of the page.
        legible: What a text needs at least.
    """
    texts = [[column.name, *below] for column, below in zip(columns, cells, strict=True)]
    natural = [max([head, *map(_natural, below)]) for head, below in zip(heads, cells, strict=True)]
    widths = [*natural]
    most = [*natural]
    for at, column in enumerate(columns):
        if column.wide or not at:
            wanted = legible if at else NAMED
            widths[at] = max(min(natural[at], wanted), *map(_longest_word, texts[at]))
    most[0] = max(widths[0], min(natural[0], room // 4))
    left = room - sum(widths)
    if left < 0:
        return ()
    for limits in (most, natural):
        left = _grown(widths, limits, left)
    return widths


def _grown(widths: list[int], limits: Sequence[int], left: int) -> int:
    """Widen columns up to their limits, the narrowest first; what is left of the room."""
    while left and (growing := [at for at, limit in enumerate(limits) if widths[at] < limit]):
        widths[min(growing, key=widths.__getitem__)] += 1
        left -= 1
    return left


def _on_two_lines(head: str) -> int:
    """How wide a head is at least that is broken once."""
    words = head.split(" ")
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words)))
    return min(max(map(size, each)) for each in halves)


def _longest_word(cell: Cell) -> int:
    return 0 if isinstance(cell, Meter) else max(map(size, plain(cell).split(" ")))
