"""A document as lines for a pipe: no box, no wrapping, no colour; the marks are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.formats.text_width import text_width
from roleguide.language import Language, one_line
from roleguide.views.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Entries,
    Fields,
    Grid,
    Heading,
    Inline,
    Lines,
    Meter,
    Panels,
    Prose,
    plain,
)

MARKS: Final[dict[Change | None, str]] = {
    "left": "−",
    "right": "+",
    "changed": "~",
    "same": "=",
    None: " ",
}


WIDEST: Final = 100
"""The columns that a table of texts may take: as many as the terminal that a pipe stands for."""

NOTHING: Final = "–"
"""What a cell without a value says."""


def render(document: Document, _page: Page) -> str:
    """The document as lines."""
    parts = (
        "\n".join(one_line(line) for line in _block(block, document.language))
        for block in document.blocks
    )
    return "\n\n".join(parts) + "\n"


def _block(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading(text, note, tally=tally):
            yield "   ".join(filter(None, (plain(text), note, *tally)))
        case Prose():
            yield _prose(block, language)
        case Lines(lines):
            yield from lines
        case Bullets():
            yield from _items(block, language)
        case Fields():
            yield from _fields(block, language)
        case Grid():
            yield from _grid(block, language)
        case Entries():
            yield from _entries(block, language)
        case Panels():
            yield from _panels(block, language)
        case _:
            assert_never(block)


def _marked(mark: Change | None, text: str) -> str:
    return f"{MARKS[mark]} {text}" if mark else text


def _labelled(language: Language, label: Inline, text: Inline) -> str:
    return f"{language.label(plain(label))} {plain(text)}" if label else plain(text)


def _prose(prose: Prose, language: Language) -> str:
    said = _marked(prose.side, _labelled(language, prose.label, prose.text))
    return f"{said} → {prose.pointer}" if prose.pointer else said


def _items(bullets: Bullets, language: Language) -> Iterator[str]:
    for item in bullets.items:
        mark = MARKS[item.mark] if item.mark else "-"
        yield f"{mark} {_labelled(language, item.label, item.text)}"


def _fields(fields: Fields, language: Language) -> Iterator[str]:
    return (_labelled(language, name, value) for name, value in fields.rows)


def _entries(block: Entries, language: Language) -> Iterator[str]:
    for entry in block.entries:
        yield _marked(entry.mark, plain(entry.name))
        for line in entry.lines:
            yield f"    {_marked(line.mark, _labelled(language, line.label, line.text))}"


def _panels(block: Panels, language: Language) -> Iterator[str]:
    for panel in block.panels:
        yield _marked(panel.mark, _labelled(language, panel.title, panel.text))


def _grid(grid: Grid, language: Language) -> Iterator[str]:
    """Columns two spaces apart, or a line a cell where they would be too far apart to follow."""
    heads = [column.name for column in grid.columns]
    rows = [(row.mark, [*map(_cell, row.cells)]) for row in grid.rows]
    lines = [(None, heads), *rows] if any(heads) else rows
    widths = _widths([cells for _, cells in lines])
    if any(column.wide for column in grid.columns) and sum(widths) > WIDEST:
        return (line for mark, cells in rows for line in _stacked(grid, mark, cells, language))
    return _aligned(lines, widths)


def _aligned(lines: Sequence[tuple[Change | None, list[str]]], widths: list[int]) -> Iterator[str]:
    marked = any(mark for mark, _ in lines)
    for mark, cells in lines:
        line = "  ".join(map(_padded, cells, widths))
        yield (f"{MARKS[mark]} {line}" if marked else line).rstrip()


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(text_width, column)) for column in zip(*rows, strict=True)]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - text_width(cell))


def _stacked(grid: Grid, mark: Change | None, row: list[str], language: Language) -> Iterator[str]:
    """A row's name, and a line for each column below it; one line where both sides say the same."""
    name, *cells = row
    if mark == "same":
        yield _labelled(language, _marked(mark, name), cells[0])
        return
    yield _marked(mark, name)
    for column, cell in zip(grid.columns[1:], cells, strict=True):
        if cell not in ("", NOTHING):
            yield f"    {_marked(column.side, _labelled(language, column.name, cell))}"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Meter):
        return str(cell.value) if cell.value else NOTHING
    return one_line(plain(cell))
