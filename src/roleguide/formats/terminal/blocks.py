"""Blocks become lines, and tables what Rich draws."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.style import Style
from rich.text import Text

from roleguide.formats.terminal.grid import Layout, draw_grid, layout
from roleguide.formats.terminal.theme import BOLD, DIM, STACKED, STYLES, glyph
from roleguide.formats.terminal.wrap import beside, hung, indented, size, styled, wrapped
from roleguide.language import HARD_SPACE
from roleguide.views.document import (
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Inline,
    Item,
    Panels,
    Prose,
    Writer,
    plain,
)

MARGIN = 2
"""Columns before a text that stands under a heading."""

INSET = 4
"""Columns before the lines of an entry."""


class Painter(Writer[RenderableType]):
    """Turns blocks into lines, and tables into what Rich draws, for one width."""

    def __init__(self, document: Document, width: int) -> None:
        super().__init__(document)
        self._lists: dict[tuple[Column, ...], Layout] = {}
        self.width = width

    def lines(self, lines: Sequence[str]) -> list[Text]:
        """Lines, wrapped."""
        return [part for line in lines for part in wrapped(styled(line), self.width)]

    def bullets(self, items: Sequence[Item]) -> list[Text]:
        """Items behind their marks, or behind a dot."""
        return [line for item in items for line in self._item(item)]

    def grid(self, grid: Grid) -> list[RenderableType]:
        """A table."""
        return draw_grid(grid, self.language, self.width, self._layout(grid))

    def _layout(self, grid: Grid) -> Layout:
        """How a table is drawn; the parts of a list, which have no heads, line up as one."""
        columns = grid.columns
        if any(column.name for column in columns):
            return layout(columns, grid.rows, self.width)
        if columns not in self._lists:
            parts = [
                b for b in self.document.blocks if isinstance(b, Grid) and b.columns == columns
            ]
            rows = [row for part in parts for row in part.rows]
            self._lists[columns] = layout(columns, rows, self.width)
        return self._lists[columns]

    def heading(self, heading: Heading) -> list[Text]:
        """A heading; what is said beside it stands there if there is room."""
        head = styled(heading.text, Style(bold=True, underline=heading.level == 1))
        beside_it = heading.note or "   ".join(heading.tally)
        note = styled(beside_it, DIM)
        if beside_it and size(heading.text) + 3 + size(beside_it) <= self.width:
            return [Text.assemble(head, "   ", note)]
        lines = wrapped(head, self.width)
        if beside_it:
            lines += indented(wrapped(note, self.width - MARGIN), MARGIN)
        return lines

    def prose(self, prose: Prose) -> list[Text]:
        """A paragraph behind a margin."""
        style = STYLES[prose.side] if prose.side else DIM if prose.tone == "quiet" else None
        text = styled(prose.text, style)
        if prose.label:
            label = styled(f"{self.language.label(prose.label)} ", (style or Style.null()) + BOLD)
            text = Text.assemble(label, text)
        if prose.pointer:
            pointer = f"→{HARD_SPACE}{prose.pointer}"
            text = Text.assemble(text, "  ", styled(pointer, BOLD))
        lines = wrapped(text, self.width - MARGIN)
        return hung(glyph(prose.side), lines) if prose.side else indented(lines, MARGIN)

    def _item(self, item: Item) -> list[Text]:
        text = styled(item.text)
        if item.label:
            text = Text.assemble(styled(f"{self.language.label(plain(item.label))} ", BOLD), text)
        mark = glyph(item.mark) if item.mark else Text("•")
        return hung(mark, wrapped(text, self.width - 2))

    def fields(self, rows: Sequence[tuple[Inline, Inline]]) -> list[Text]:
        """Values beside their names, or below them where there is no room."""
        longest = max((size(name) for name, _ in rows), default=0)
        word = max((size(w) for _, value in rows for w in plain(value).split(" ")), default=0)
        lines = []
        for name, value in rows:
            head = styled(name, DIM)
            if longest + max(word, 20) + 4 > self.width:
                lines += indented(wrapped(head, self.width - MARGIN), MARGIN)
                lines += indented(wrapped(styled(value), self.width - INSET), INSET)
            else:
                room = self.width - MARGIN - longest - 2
                row = beside([([head], longest + 2), (wrapped(styled(value), room), room)])
                lines += indented(row, MARGIN)
        return lines

    def entries(self, entries: Sequence[Entry]) -> list[Text]:
        """Names, each with its lines, whose labels line up."""
        labels = [plain(line.label) for entry in entries for line in entry.lines]
        words = [word for label in labels for word in label.split(" ")]
        room = max(min(_longest(labels) + 2, 30), min(_longest(words) + 1, self.width // 2))
        lines = []
        for entry in entries:
            name = styled(entry.name, BOLD)
            if entry.mark:
                lines += hung(glyph(entry.mark), wrapped(name, self.width - 2))
            else:
                lines += wrapped(name, self.width)
            for line in entry.lines:
                lines += self._line(entry, line, room)
        return lines

    def _line(self, entry: Entry, line: Item, room: int) -> list[Text]:
        """What one side does: its part, and beside or below it the text."""
        style = STYLES[line.mark or entry.mark] if entry.mark else DIM
        inset = INSET + 2 if line.mark else INSET
        width = self.width - inset
        label = styled(line.label, style)
        if not line.label:
            body = wrapped(styled(line.text), width)
        elif self.width < STACKED:
            body = [*wrapped(label, width), *wrapped(styled(line.text), width)]
        else:
            text = wrapped(styled(line.text), width - room)
            body = beside([(wrapped(label, room - 1), room), (text, width - room)])
        return hung(glyph(line.mark), body, INSET) if line.mark else indented(body, INSET)

    def panels(self, block: Panels) -> list[Text]:
        """Texts side by side, or one below the other where there is no room."""
        panels, head = block
        if len(panels) == 1 or self.width // len(panels) < STACKED // 2:
            return [line for p in panels for line in self._panel(p, self.width, head=head)]
        width = self.width // len(panels)
        return beside([(self._panel(p, width - 3, head=head), width) for p in panels])

    def _panel(self, panel: Item, width: int, *, head: bool) -> list[Text]:
        lines = wrapped(styled(panel.label, STYLES[panel.mark] + BOLD), width - 2)
        body = wrapped(styled(panel.text, DIM if head else None), width - 2)
        if not panel.label:
            return indented(body, MARGIN)
        if panel.mark:
            return hung(glyph(panel.mark, BOLD), [*lines, *body])
        return indented([*lines, *body], MARGIN)


def _longest(texts: Sequence[str]) -> int:
    return max(map(size, texts), default=0)
