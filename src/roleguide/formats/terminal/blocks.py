"""Blocks become what Rich draws."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from roleguide.formats.terminal.grid import draw_grid
from roleguide.formats.terminal.look import (
    BOLD,
    DIM,
    STACKED,
    STYLES,
    columns,
    glyph,
    hung,
    styled,
)
from roleguide.language import HARD_SPACE, Language
from roleguide.views.document import (
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Item,
    Panel,
    Panels,
    Prose,
)


class Painter:
    """Turns the blocks of one document into what Rich draws, for one width."""

    def __init__(self, document: Document, width: int) -> None:
        self.language: Language = document.language
        self.sides = document.sides or ("", "")
        self.width = width
        self.stacked = width < STACKED

    def block(self, block: Block) -> RenderableType:
        """A block as Rich draws it."""
        match block:
            case Heading():
                return self._heading(block)
            case Prose():
                return self._prose(block)
            case Bullets(items):
                return Group(*(self._item(item) for item in items))
            case Fields(rows):
                return self._fields(rows)
            case Grid():
                return draw_grid(block, self.language, self.width)
            case Entries(entries):
                return self._entries(entries)
            case Panels(panels, head):
                return self._panels(panels, head=head)

    def _heading(self, heading: Heading) -> RenderableType:
        style = Style(bold=True, underline=heading.level == 1)
        head = styled(heading.text, style)
        if not heading.note:
            return head
        note = Text("   ") + styled(heading.note, DIM)
        if cell_len(heading.text) + 3 + cell_len(heading.note) <= self.width:
            return head + note
        return Group(head, Padding(styled(heading.note, DIM), (0, 0, 0, 2)))

    def _prose(self, prose: Prose) -> RenderableType:
        style = STYLES[prose.side] if prose.side else DIM if prose.tone == "quiet" else None
        text = styled(prose.text, style)
        if prose.pointer:
            pointer = f"→ {prose.pointer}".replace(" ", HARD_SPACE)
            text = text + Text("  ") + styled(pointer, BOLD)
        return Padding(text, (0, 0, 0, 2))

    def _item(self, item: Item) -> RenderableType:
        mark = glyph(item.mark) if item.mark else Text("•")
        text = styled(item.text)
        if item.label:
            text = styled(f"{self.language.label(item.label)} ", BOLD) + text
        return hung(mark, text)

    def _fields(self, rows: Sequence[tuple[str, str]]) -> RenderableType:
        longest = max((cell_len(name) for name, _ in rows), default=0)
        if longest + 24 > self.width:
            return Group(
                *(
                    Group(
                        Padding(styled(name, DIM), (0, 0, 0, 2)),
                        Padding(styled(value), (0, 0, 0, 4)),
                    )
                    for name, value in rows
                )
            )
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=longest)
        table.add_column(ratio=1)
        for name, value in rows:
            table.add_row(styled(name, DIM), styled(value))
        return Padding(table, (0, 0, 0, 2))

    def _entries(self, entries: Sequence[Entry]) -> RenderableType:
        labels = [cell_len(line.label) for entry in entries for line in entry.lines]
        room = min(max(labels, default=0) + 1, 30)
        drawn: list[RenderableType] = []
        for entry in entries:
            name = styled(entry.name, BOLD)
            drawn.append(hung(glyph(entry.mark), name) if entry.mark else name)
            for line in entry.lines:
                label = styled(line.label, STYLES[line.mark or entry.mark] if entry.mark else DIM)
                text = styled(line.text)
                if not line.label:
                    body: RenderableType = text
                elif self.stacked:
                    body = Group(label, text)
                else:
                    body = columns((label, room), (text, None))
                mark = glyph(line.mark)
                drawn.append(Padding(hung(mark, body) if line.mark else body, (0, 0, 0, 4)))
        return Group(*drawn)

    def _panels(self, panels: Sequence[Panel], *, head: bool) -> RenderableType:
        if len(panels) == 1:
            return self._panel(panels[0], head=head)
        if self.width // len(panels) < STACKED // 2:
            return Group(*(self._panel(panel, head=head) for panel in panels))
        table = Table.grid(padding=(0, 3, 0, 0), expand=True)
        for _ in panels:
            table.add_column(ratio=1)
        table.add_row(*(self._panel(panel, head=head) for panel in panels))
        return table

    def _panel(self, panel: Panel, *, head: bool) -> RenderableType:
        text = styled(panel.text, DIM if head else None)
        if not panel.title:
            return Padding(text, (0, 0, 0, 2))
        title = styled(panel.title, STYLES[panel.mark] + BOLD)
        body = Group(title, text)
        if panel.mark:
            return hung(glyph(panel.mark, BOLD), body)
        return Padding(body, (0, 0, 0, 2))
