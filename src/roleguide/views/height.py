"""How many lines blocks take on a terminal, by estimate: a view that must fit asks before it draws.

Texts are counted in characters, not in cells, and tables as if all their columns were drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from roleguide.views.document import (
    Block,
    Bullets,
    Cell,
    Fields,
    Grid,
    Heading,
    Inline,
    Meter,
    Prose,
    plain,
)

Extent: TypeAlias = Literal["screen", "page", "whole"]
"""The first screen, that with all the rest folded below it, or all there is."""

LINES: Final[Mapping[int, int]] = {100: 40, 80: 50, 60: 65}
"""The lines that a first screen may take, by the columns of the terminal."""

WORDS: Final = 304
"""The words that it may have, beside some twenty of heads and notes."""

SPARE: Final = 3
"""Lines that stay free, since long names wrap raggedly and lines are only estimated."""

STACKED: Final = 72
"""Columns from which the two sides of a table of texts stand side by side."""

_LABEL: Final = 12
"""Columns of a column's name before a cell that stands on a line of its own."""

_RAGGED: Final = 5
"""Columns that a line of words leaves empty at its end, on the average."""


def height(blocks: Sequence[Block], columns: int) -> int:
    """The lines of blocks one below the other, with a blank line between any two."""
    return sum(_block(block, columns) for block in blocks) + max(len(blocks) - 1, 0)


def fitting(
    candidates: Iterable[Sequence[Block]], lines: Mapping[int, int], words: int
) -> Sequence[Block]:
    """The first of several versions of a page that fits; the last one where none does.

    Args:
        candidates: The versions.
        lines: The lines that a page may take, by the columns of a terminal.
        words: The words that it may have.
    """
    blocks: Sequence[Block] = ()
    for blocks in candidates:
        short = all(height(blocks, columns) <= most for columns, most in lines.items())
        if short and _words(blocks) <= words:
            break
    return blocks


def _words(blocks: Sequence[Block]) -> int:
    """How many words there are; a mark or a sign that stands apart, as in French, is none."""
    texts = (text for block in blocks for name, said in block.texts() for text in (name, *said))
    said = (plain(text) for text in texts if not isinstance(text, Meter))
    return sum(any(map(str.isalnum, word)) for text in said for word in text.split())


def _block(block: Block, columns: int) -> int:
    match block:
        case Heading(text, note):
            return _lines(_size(text) + 3 + len(note), columns)
        case Prose(text, label=label, pointer=pointer):
            return _lines(len(label) + _size(text) + len(pointer), columns - 2)
        case Bullets(items):
            return _total((_size(item.label) + _size(item.text) for item in items), columns - 2)
        case Fields(rows):
            names = max(_size(name) for name, _ in rows)
            return _total((_size(value) for _, value in rows), columns - 4 - names)
        case Grid():
            return _grid(block, columns)
        case _:  # no view that must fit has any other
            raise NotImplementedError


def _grid(grid: Grid, columns: int) -> int:
    wide = any(column.wide for column in grid.columns)
    return (_texts if wide else _values)(grid, columns)


def _texts(grid: Grid, columns: int) -> int:
    """A table of texts: below heads and a rule, or where that is too wide, cell below cell."""
    if columns < STACKED:
        cells = (_cell(cell) + _LABEL for row in grid.rows for cell in row.cells[1:])
        return len(grid.rows) + _total(cells, columns - 6)
    names = max(_cell(row.cells[0]) for row in grid.rows)
    room = (columns - 3 - names) // (len(grid.columns) - 1) - 5  # narrow columns are ragged
    return 2 + _total((max(map(_cell, row.cells)) for row in grid.rows), room)


def _values(grid: Grid, columns: int) -> int:
    """A table of values, whose names give way."""
    widths = [
        max(map(_cell, cells)) for cells in zip(*(row.cells for row in grid.rows), strict=True)
    ]
    return 1 + _total((_cell(row.cells[0]) for row in grid.rows), columns - 9 - sum(widths[1:]))


def _total(sizes: Iterable[int], room: int) -> int:
    return sum(_lines(size, room) for size in sizes)


def _cell(cell: Cell) -> int:
    return cell.value if isinstance(cell, Meter) else _size(cell)


def _size(text: Inline) -> int:
    return len(plain(text))


def _lines(characters: int, room: int) -> int:
    """The lines of a text; one that fits leaves nothing ragged."""
    if characters <= room:
        return 1
    return -(-characters // max(room - _RAGGED, 10))
