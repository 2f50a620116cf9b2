"""A document for ears: words instead of marks and glyphs, a sentence a line, nothing aligned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.language import HARD_SPACE, N_, NARROW_SPACE, Language, one_line
from roleguide.views.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Inline,
    Line,
    Lines,
    Meter,
    Panel,
    Panels,
    Prose,
    plain,
)


def render(document: Document, page: Page) -> str:  # noqa: ARG001 — every format has a page
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
                yield f"{plain(text)}, {note}" if note else plain(text)
            case Prose():
                yield self.prose(block)
            case Lines(lines):
                yield from (line.replace("→ ", "") for line in lines)
            case Bullets(items):
                for item in items:
                    yield self.said(item.mark, self.labelled(item.label, item.text))
            case Fields(rows):
                for name, value in rows:
                    yield self.labelled(name, value)
            case Grid():
                yield from self.grid(block)
            case Entries(entries):
                for entry in entries:
                    yield from self.entry(entry)
            case Panels(panels):
                for panel in panels:
                    yield self.panel(panel)
            case _:
                assert_never(block)

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
        apart = any(column.wide and column.name for column in grid.columns)
        for row in grid.rows:
            first, *rest = (self.cell(cell) for cell in row.cells)
            values = [
                self.labelled(column.name, cell)
                for column, cell in zip(grid.columns[1:], rest, strict=True)
                if cell
                and column.name != "Δ"
                and row.mark in (column.side, None, "changed", "same")
            ]
            mark = row.mark if row.mark in ("left", "right", "same") else None
            if apart:  # sentences: a line each
                yield self.said(mark, _stopped(first))
                yield from (f"  {value}" for value in values)
            else:
                yield self.said(mark, self.labelled(first, self.language.clauses(values)))

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


def _stopped(text: str) -> str:
    """A text with a full stop, unless it ends a sentence already, perhaps inside quotes."""
    ended = text.rstrip(f'”»"’) {HARD_SPACE}{NARROW_SPACE}').endswith((".", "!", "?", "…"))
    return text if ended else f"{text}."
