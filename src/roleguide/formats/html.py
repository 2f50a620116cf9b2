"""A document as one self-contained page: light and dark, for a phone, a screen and paper.

No script, no font, no image and no address is loaded: the page works from a mail attachment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final, TypeAlias

from roleguide import __version__
from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.language import N_, Language, visible
from roleguide.views.document import (
    MARKS,
    Anchors,
    Block,
    Cell,
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Inline,
    Item,
    Link,
    Meter,
    Panels,
    Prose,
    Row,
    Writer,
    plain,
    spans,
)

STYLE: Final = Path(__file__).with_name("page.css")
"""The one design of every page."""

Follow: TypeAlias = Callable[[Link], str]
"""Gives the address to which a link leads; nothing where it leads nowhere."""


def render(document: Document, _page: Page) -> str:
    """The document as a page."""
    main = body(document)
    turned = "" if document.language.direction == "ltr" else ' dir="rtl"'
    made = document.language.say(N_("Made with roleguide {version}."), version=__version__)
    return f"""<!doctype html>
<html lang="{escape(document.language.code)}"{turned}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{_text(document.title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
{main}
</main>
<footer>{_text(made)}</footer>
</body>
</html>
"""


def body(document: Document, follow: Follow | None = None) -> str:
    """What a page says, without what stands around it.

    Args:
        document: What it says.
        follow: Where links lead; without it, to the places on the page that tell of their records.
    """
    return "\n".join(_Writer(document, follow).sections())


def fragment(blocks: Sequence[Block], language: Language, follow: Follow) -> str:
    """Some blocks of a page, those under a heading of level 2 in a section of their own."""
    return "\n".join(_Writer(Document("", language, ()), follow).parted(blocks, ""))


def _text(text: str) -> str:
    return escape(visible(text))


class _Writer(Writer[str]):
    """Writes blocks; marks are read out as the names of their sides."""

    def __init__(self, document: Document, follow: Follow | None) -> None:
        super().__init__(document)
        self.follow = follow
        self.anchors = Anchors((*document.blocks, *document.rest))

    def sections(self) -> Iterator[str]:
        """What is read first, and what may be unfolded below it."""
        blocks = self.document.blocks
        yield "<header>"
        if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
            yield f'<h1 class="quiet">{_text(self.document.title)}</h1>'
        yield from self.parted(blocks, "</header>")
        if self.document.rest:
            summary = _text(self.language.say(N_("Everything")))
            yield f"<details><summary>{summary}</summary>"
            yield from self.parted(self.document.rest, "")
            yield "</details>"

    def parted(self, blocks: Sequence[Block], opened: str) -> Iterator[str]:
        """Blocks, those under one heading in a section of their own.

        Args:
            blocks: The blocks.
            opened: The end of what is open before them.
        """
        for block in blocks:
            if isinstance(block, Heading) and block.level > 1:
                yield opened
                yield "<section>"
                opened = "</section>"
            yield from self.block(block)
        yield opened

    def heading(self, heading: Heading) -> Iterator[str]:
        yield f"<h{heading.level}>{self.subject(heading.text)}</h{heading.level}>"
        if heading.note:
            yield f'<p class="note">{_text(heading.note)}</p>'
        if heading.tally:
            parts = "".join(f"<li>{_text(part)}</li>" for part in heading.tally)
            yield f'<ul class="note tally">{parts}</ul>'

    def inline(self, text: Inline) -> str:
        """A text whose links lead to where something tells of their records, if it does."""
        return "".join(map(self.followed if self.follow else self.led, spans(text)))

    def subject(self, text: Inline) -> str:
        """A text that names what follows it; links lead to the first one that names a record."""
        return "".join(map(self.followed if self.follow else self.named, spans(text)))

    def followed(self, part: str | Link) -> str:
        """A part of a text; a link leads to another page if there is one."""
        if not isinstance(part, Link):
            return _text(part)
        text = _text(part.name or part.text)
        address = self.follow(part) if self.follow else ""
        return f'<a href="{escape(address)}">{text}</a>' if address else text

    def led(self, part: str | Link) -> str:
        """A part of a text; a link leads to another place of the page if it tells of its record."""
        text = _text(plain(part))
        return f'<a href="#{_anchor(part)}">{text}</a>' if self.anchors.lead(part) else text

    def named(self, part: str | Link) -> str:
        text = _text(plain(part))
        return f'<span id="{_anchor(part)}">{text}</span>' if self.anchors.first(part) else text

    def prose(self, prose: Prose) -> Iterator[str]:
        classes = _class(prose.tone if prose.tone != "body" else None, prose.side)
        mark = self.mark(prose.side, line=True)
        label = f"<b>{_text(self.language.label(prose.label))}</b> " if prose.label else ""
        pointer = f' <span class="pointer">→ {_text(prose.pointer)}</span>' if prose.pointer else ""
        yield f"<p{classes}>{mark}{label}{self.inline(prose.text)}{pointer}</p>"

    def lines(self, lines: Sequence[str]) -> Iterator[str]:
        yield "\n".join(map(_text, lines)).join(("<pre>", "</pre>"))

    def bullets(self, items: Sequence[Item]) -> Iterator[str]:
        yield f"<ul>{''.join(map(self.item, items))}</ul>"

    def item(self, item: Item) -> str:
        colon = self.language.label("")
        head = f"<b>{self.subject(item.label)}{colon}</b> " if item.label else ""
        return f"<li{_class(item.mark)}>{self.mark(item.mark)}{head}{self.inline(item.text)}</li>"

    def fields(self, rows: Sequence[tuple[Inline, Inline]]) -> Iterator[str]:
        pairs = (f"<dt>{self.subject(n)}</dt><dd>{self.inline(value)}</dd>" for n, value in rows)
        yield f"<dl>{''.join(pairs)}</dl>"

    def grid(self, grid: Grid) -> Iterator[str]:
        wide = _class("wide" * any(column.wide for column in grid.columns))
        yield f'<div class="scroll"><table{wide}>'
        if any(column.name for column in grid.columns):
            yield f"<thead><tr>{''.join(map(self.head, grid.columns))}</tr></thead>"
        yield "<tbody>"
        for row in grid.rows:
            yield self.row(grid, row)
        yield "</tbody></table></div>"

    def head(self, column: Column) -> str:
        """The head of a column; one without a name is no head to those who hear it."""
        if not column.name:
            return "<td></td>"
        return f"<th{_kinds(column)} scope=col>{_text(column.name)}</th>"

    def row(self, grid: Grid, row: Row) -> str:
        named = next(at for at, column in enumerate(grid.columns) if not column.id)
        cells = [
            self.row_cell(column, cell, self.mark(row.mark) if not at else "", names=at == named)
            for at, (column, cell) in enumerate(zip(grid.columns, row.cells, strict=True))
        ]
        return f"<tr{_class(row.mark)}>{''.join(cells)}</tr>"

    def row_cell(self, column: Column, cell: Cell, mark: str, *, names: bool) -> str:
        """A cell of a row; the one that names it is its head."""
        if names:
            return f"<th scope=row>{mark}{self.cell(cell, self.subject)}</th>"
        label = f' data-label="{_text(column.name)}"' if column.name else ""
        return f"<td{_kinds(column)}{label}>{mark}{self.cell(cell, self.inline)}</td>"

    def cell(self, cell: Cell, written: Callable[[Inline], str]) -> str:
        if not isinstance(cell, Meter):
            return written(cell)
        if not cell.value:
            return '<span class="none">–</span>'
        read = self.language.say(N_("level {n} of 5"), n=cell.value)
        bars = "".join(f"<i{_class('on' * (at < cell.value))}></i>" for at in range(5))
        return f'<span class="meter" role="img" aria-label="{_text(read)}">{bars}</span>'

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        for entry in entries:
            lines = "".join(self.line(line, line.mark or entry.mark) for line in entry.lines)
            head = f"<h3>{self.mark(entry.mark)}{self.subject(entry.name)}</h3>"
            yield f"<article{_class(entry.mark)}>{head}{lines}</article>"

    def line(self, line: Item, mark: Change | None) -> str:
        label = f"{self.mark(line.mark, line=True)}{_text(plain(line.label))}"
        part = f'<span class="part">{label}</span> ' if line.label else ""
        return f"<p{_class(mark)}>{part}<span>{self.inline(line.text)}</span></p>"

    def panels(self, block: Panels) -> Iterator[str]:
        drawn = "".join(self.panel(panel, "h2" if block.head else "h3") for panel in block.panels)
        yield f'<div class="panels{" head" if block.head else ""}">{drawn}</div>'

    def panel(self, panel: Item, tag: str) -> str:
        title = f"{self.mark(panel.mark, line=True)}{self.subject(panel.label)}"
        head = f"<{tag}>{title}</{tag}>" if panel.label else ""
        return f"<div{_class(panel.mark)}>{head}<p>{self.inline(panel.text)}</p></div>"

    def mark(self, mark: Change | None, *, line: bool = False) -> str:
        """A mark as a glyph for eyes and as words for ears; in a line it only names the side."""
        if mark is None:
            return ""
        words = self.names.get(mark) if line else None
        told = _text(self.meaning(mark) if words is None else words)
        return f'<span class="mark" role="img" aria-label="{told}">{MARKS[mark]}</span> '


def _anchor(link: Link) -> str:
    return escape(f"{link.section}-{link.id}")


def _kinds(column: Column) -> str:
    """The classes of a column's head and cells."""
    return _class(column.side, "figure" * column.figures, "id" * column.id)


def _class(*names: str | None) -> str:
    classes = " ".join(filter(None, names))
    return f' class="{classes}"' if classes else ""
