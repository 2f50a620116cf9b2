"""A document drawn for a terminal, with Rich: two sides, two colours, the same marks everywhere."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from roleguide.formats import Page
from roleguide.language import HARD_SPACE, NARROW_SPACE, Language, visible
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
    Item,
    Mark,
    Meter,
    Panel,
    Panels,
    Prose,
    Row,
)

STACKED: Final = 72
"""Below this many columns, the two sides stand one above the other."""

WIDEST: Final = 110
"""Lines longer than this are hard to read; a wider terminal keeps its margin."""

GLYPHS: Final[dict[Mark | None, str]] = {
    "left": "−",
    "right": "+",
    "both": "~",
    "same": "=",
    None: " ",
}

# One warm colour and one cool one, told apart by colour-blind eyes, legible on black and on white.
_STYLES: Final[dict[Mark | None, Style]] = {
    "left": Style(color="#d75f00"),
    "right": Style(color="#0087d7"),
    "both": Style(bold=True),
    "same": Style(dim=True),
    None: Style.null(),
}
_BOLD: Final = Style(bold=True)
_DIM: Final = Style(dim=True)

# Rich breaks lines at any white space; these stand in for the spaces that must not break.
_STAND_INS: Final = {ord(HARD_SPACE): "\ufdd0", ord(NARROW_SPACE): "\ufdd1"}
_SPACES: Final = {0xFDD0: HARD_SPACE, 0xFDD1: NARROW_SPACE}


def render(document: Document, page: Page) -> str:
    """Draw a document `page.width` columns wide."""
    width = min(page.width, WIDEST)
    console = Console(
        file=io.StringIO(),
        width=width,
        height=200,  # with both given, Rich asks neither terminal nor environment
        color_system="256" if page.color else None,
        force_terminal=page.color,
        no_color=not page.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    painter = _Painter(document, width)
    for at, block in enumerate(document.blocks):
        if at and _apart(document.blocks[at - 1], block):
            console.print()
        console.print(painter.block(block))
    assert isinstance(console.file, io.StringIO)  # noqa: S101 — made so above
    lines = (line.rstrip() for line in console.file.getvalue().translate(_SPACES).split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def _apart(before: Block, block: Block) -> bool:
    """Whether a blank line parts two blocks."""
    if isinstance(before, Heading):
        return before.level == 1
    return not (
        isinstance(before, Prose) and isinstance(block, Prose) and before.tone == block.tone
    )


def _text(text: str, style: Style | None = None) -> Text:
    return Text(visible(text).translate(_STAND_INS), style or "", overflow="fold")


class _Painter:
    """Turns blocks into what Rich draws."""

    def __init__(self, document: Document, width: int) -> None:
        self.language: Language = document.language
        self.sides = document.sides or ("", "")
        self.width = width
        self.stacked = width < STACKED

    def block(self, block: Block) -> RenderableType:
        match block:
            case Heading():
                return self.heading(block)
            case Prose():
                return self.prose(block)
            case Bullets(items):
                return Group(*(self.item(item) for item in items))
            case Fields(rows):
                return self.fields(rows)
            case Grid():
                return self.grid(block)
            case Entries(entries):
                return self.entries(entries)
            case Panels(panels, head):
                return self.panels(panels, head=head)

    def heading(self, heading: Heading) -> RenderableType:
        style = Style(bold=True, underline=heading.level == 1)
        head = _text(heading.text, style)
        if not heading.note:
            return head
        note = Text("   ") + _text(heading.note, _DIM)
        if cell_len(heading.text) + 3 + cell_len(heading.note) <= self.width:
            return head + note
        return Group(head, Padding(_text(heading.note, _DIM), (0, 0, 0, 2)))

    def prose(self, prose: Prose) -> RenderableType:
        style = _STYLES[prose.side] if prose.side else _DIM if prose.tone == "quiet" else None
        text = _text(prose.text, style)
        if prose.pointer:
            pointer = f"→ {prose.pointer}".replace(" ", HARD_SPACE)
            text = text + Text("  ") + _text(pointer, _BOLD)
        return Padding(text, (0, 0, 0, 2))

    def item(self, item: Item) -> RenderableType:
        glyph = GLYPHS[item.mark] if item.mark else "•"
        text = _text(item.text)
        if item.label:
            text = _text(f"{self.language.label(item.label)} ", _BOLD) + text
        return _hung(Text(glyph, _STYLES[item.mark]), text, indent=2)

    def fields(self, rows: Sequence[tuple[str, str]]) -> RenderableType:
        longest = max((cell_len(name) for name, _ in rows), default=0)
        if longest + 24 > self.width:
            return Group(
                *(
                    Group(
                        Padding(_text(name, _DIM), (0, 0, 0, 2)),
                        Padding(_text(value), (0, 0, 0, 4)),
                    )
                    for name, value in rows
                )
            )
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=longest)
        table.add_column(ratio=1)
        for name, value in rows:
            table.add_row(_text(name, _DIM), _text(value))
        return Padding(table, (0, 0, 0, 2))

    def grid(self, grid: Grid) -> RenderableType:
        widths = _widths(grid, self.width - 4)
        if widths is None:
            return Group(*(self.stack(grid, row) for row in grid.rows))
        ruled = any(column.wide for column in grid.columns) and any(c.name for c in grid.columns)
        table = Table(
            box=SIMPLE_HEAD if ruled else None,
            show_header=any(column.name for column in grid.columns),
            show_edge=False,
            pad_edge=False,
            padding=(0, 2, 0, 0),
            header_style=_BOLD,
        )
        table.add_column("", width=1)
        for column, width in zip(grid.columns, widths, strict=True):
            table.add_column(
                _text(column.name, _STYLES[column.side] + _BOLD),
                width=width,
                justify="right" if column.figures else "left",
            )
        for row in grid.rows:
            mark = Text(GLYPHS[row.mark], _STYLES[row.mark])
            table.add_row(mark, *(self.cells(grid.columns, row)))
        return table

    def cells(self, columns: Sequence[Column], row: Row) -> list[Text]:
        """A row's cells; what both sides have alike recedes."""
        quiet = row.mark == "same"
        return [
            _cell(cell, _DIM if quiet else _STYLES[column.side])
            if isinstance(cell, Meter)
            else _text(cell, _DIM if quiet and at else None)
            for at, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
        ]

    def stack(self, grid: Grid, row: Row) -> RenderableType:
        """A row of a table that is too wide: its name, then a line a column."""
        first, *rest = self.cells(grid.columns, row)
        lines: list[RenderableType] = [
            _hung(Text(GLYPHS[row.mark], _STYLES[row.mark]), first, indent=2)
        ]
        for column, cell in zip(grid.columns[1:], rest, strict=True):
            if not cell.plain:
                continue
            if column.side:
                name = _text(f"{self.language.label(column.name)} ", _STYLES[column.side])
                lines.append(
                    Padding(
                        _hung(Text(GLYPHS[column.side], _STYLES[column.side]), name + cell, 2),
                        (0, 0, 0, 4),
                    )
                )
            else:
                name = (
                    _text(f"{self.language.label(column.name)} ", _DIM) if column.name else Text()
                )
                lines.append(Padding(name + cell, (0, 0, 0, 4)))
        return Group(*lines)

    def entries(self, entries: Sequence[Entry]) -> RenderableType:
        labels = [cell_len(line.label) for entry in entries for line in entry.lines]
        room = min(max(labels, default=0) + 1, 30)
        drawn: list[RenderableType] = []
        for entry in entries:
            name = _text(entry.name, _BOLD)
            drawn.append(
                _hung(Text(GLYPHS[entry.mark], _STYLES[entry.mark]), name, 2)
                if entry.mark
                else name
            )
            for line in entry.lines:
                label = _text(line.label, _STYLES[line.mark or entry.mark] if entry.mark else _DIM)
                text = _text(line.text)
                if not line.label:
                    body: RenderableType = text
                elif self.stacked:
                    body = Group(label, text)
                else:
                    body = _columns((label, room), (text, None))
                mark = Text(GLYPHS[line.mark], _STYLES[line.mark])
                drawn.append(Padding(_hung(mark, body, 2) if line.mark else body, (0, 0, 0, 4)))
        return Group(*drawn)

    def panels(self, panels: Sequence[Panel], *, head: bool) -> RenderableType:
        if len(panels) == 1:
            return self.panel(panels[0], head=head)
        if self.width // len(panels) < STACKED // 2:
            return Group(*(self.panel(panel, head=head) for panel in panels))
        table = Table.grid(padding=(0, 3, 0, 0), expand=True)
        for _ in panels:
            table.add_column(ratio=1)
        table.add_row(*(self.panel(panel, head=head) for panel in panels))
        return table

    def panel(self, panel: Panel, *, head: bool) -> RenderableType:
        text = _text(panel.text, _DIM if head else None)
        if not panel.title:
            return Padding(text, (0, 0, 0, 2))
        title = _text(panel.title, _STYLES[panel.mark] + _BOLD)
        body = Group(title, text)
        if panel.mark:
            return _hung(Text(GLYPHS[panel.mark], _STYLES[panel.mark] + _BOLD), body, 2)
        return Padding(body, (0, 0, 0, 2))


def _hung(mark: Text, body: RenderableType, indent: int) -> RenderableType:
    """A mark with its body beside it; the body's further lines keep its margin."""
    return _columns((mark, indent - 1), (body, None))


def _columns(*parts: tuple[RenderableType, int | None]) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for _, width in parts:
        table.add_column(width=width, ratio=None if width else 1)
    table.add_row(*(part for part, _ in parts))
    return table


def _cell(cell: Cell, style: Style) -> Text:
    if not isinstance(cell, Meter):
        return _text(cell, style)
    if not cell.value:
        return Text("–", _DIM)
    return Text("■" * cell.value, style) + Text("□" * (5 - cell.value), _DIM)


def _natural(cell: Cell) -> int:
    return 5 if isinstance(cell, Meter) else cell_len(cell)


def _widths(grid: Grid, room: int) -> list[int] | None:
    """The columns' widths, or None where words would not fit whole.

    The first column may wrap to a third of the room, `wide` columns share what the others leave.
    """
    columns = len(grid.columns)
    room -= 2 * columns
    natural = [
        max([cell_len(grid.columns[at].name), *(_natural(row.cells[at]) for row in grid.rows)])
        for at in range(columns)
    ]
    longest = [
        max(
            (
                cell_len(word)
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
            widths[at] = share
    elif sum(widths) > room:
        widths[0] = max(longest[0], room - sum(widths[1:]))
        if sum(widths) > room or widths[0] < min(natural[0], 16):
            return None
    return widths


def _words(cell: Cell) -> str:
    return "" if isinstance(cell, Meter) else cell


__all__ = ["render"]
