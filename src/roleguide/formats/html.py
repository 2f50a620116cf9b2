"""A document as one self-contained page: light and dark, for a phone, a screen and paper.

No script, no font, no image and no address is loaded: the page works from a mail attachment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import starmap
from pathlib import Path
from typing import Final, TypeAlias, assert_never

from roleguide import __version__
from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.language import N_, Language, visible
from roleguide.views.document import (
    Anchors,
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
    Inline,
    Item,
    Line,
    Lines,
    Link,
    Meter,
    Panel,
    Panels,
    Prose,
    Row,
    labelled,
    plain,
    spans,
)

STYLE: Final = Path(__file__).with_name("page.css")
"""The one design of every page."""

_GLYPHS: Final[dict[Change, str]] = {"left": "−", "right": "+", "changed": "~", "same": "="}


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


class _Writer:
    """Writes blocks; it knows the names of the sides, which marks are read out as."""

    def __init__(self, document: Document, follow: Follow | None) -> None:
        self.document = document
        self.follow = follow
        self.say = document.language.say
        self.anchors = Anchors((*document.blocks, *document.rest))

    def sections(self) -> Iterator[str]:
        """What is read first, and what may be unfolded below it."""
        blocks = self.document.blocks
        yield "<header>"
        if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
            yield f'<h1 class="quiet">{_text(self.document.title)}</h1>'
        yield from self.parted(blocks, "</header>")
        if self.document.rest:
            summary = _text(self.say(N_("Everything")))
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

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield from self.heading(block)
            case Prose():
                yield self.prose(block)
            case Lines(lines):
                yield "\n".join(map(_text, lines)).join(("<pre>", "</pre>"))
            case Bullets(items):
                yield f"<ul>{''.join(map(self.item, items))}</ul>"
            case Fields(rows):
                yield f"<dl>{''.join(starmap(self.field, rows))}</dl>"
            case Grid():
                yield from self.grid(block)
            case Entries(entries):
                yield from map(self.entry, entries)
            case Panels(panels, head):
                yield self.panels(panels, head=head)
            case _:
                assert_never(block)

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

    def prose(self, prose: Prose) -> str:
        classes = " ".join(name for name in (prose.tone, prose.side) if name and name != "body")
        mark = self.mark(prose.side, line=True)
        label = f"<b>{_text(self.document.language.label(prose.label))}</b> " if prose.label else ""
        pointer = f' <span class="pointer">→ {_text(prose.pointer)}</span>' if prose.pointer else ""
        return f"<p{_class(classes)}>{mark}{label}{self.inline(prose.text)}{pointer}</p>"

    def item(self, item: Item) -> str:
        label = labelled(self.document.language, item.label)
        head = f"<b>{self.subject(label)}</b> " if item.label else ""
        text = f"{self.mark(item.mark)}{head}{self.inline(item.text)}"
        return f"<li{_class(_marked(item.mark))}>{text}</li>"

    def field(self, name: Inline, value: Inline) -> str:
        return f"<dt>{self.subject(name)}</dt><dd>{self.inline(value)}</dd>"

    def grid(self, grid: Grid) -> Iterator[str]:
        wide = _class("wide" if any(column.wide for column in grid.columns) else "")
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
        return f"<tr{_class(_marked(row.mark))}>{''.join(cells)}</tr>"

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
        read = self.say(N_("level {n} of 5"), n=cell.value)
        bars = "".join(f"<i{_class('on' if at < cell.value else '')}></i>" for at in range(5))
        return f'<span class="meter" role="img" aria-label="{_text(read)}">{bars}</span>'

    def entry(self, entry: Entry) -> str:
        lines = "".join(
            f"<p{_class(_marked(line.mark or entry.mark))}>"
            + self.part(line)
            + f"<span>{self.inline(line.text)}</span></p>"
            for line in entry.lines
        )
        head = f"<h3>{self.mark(entry.mark)}{self.subject(entry.name)}</h3>"
        return f"<article{_class(_marked(entry.mark))}>{head}{lines}</article>"

    def part(self, line: Line) -> str:
        if not line.label:
            return ""
        return f'<span class="part">{self.mark(line.mark, line=True)}{_text(line.label)}</span> '

    def panels(self, panels: Sequence[Panel], *, head: bool) -> str:
        tag = "h2" if head else "h3"
        drawn = "".join(
            f"<div{_class(_marked(panel.mark))}>{self.title(panel, tag)}"
            f"<p>{self.inline(panel.text)}</p></div>"
            for panel in panels
        )
        return f'<div class="panels{" head" if head else ""}">{drawn}</div>'

    def title(self, panel: Panel, tag: str) -> str:
        if not panel.title:
            return ""
        return f"<{tag}>{self.mark(panel.mark, line=True)}{self.subject(panel.title)}</{tag}>"

    def mark(self, mark: Change | None, *, line: bool = False) -> str:
        """A mark as a glyph for eyes and as words for ears; in a line it only names the side."""
        if mark is None:
            return ""
        left, right = self.document.sides or ("", "")
        words = {
            "left": left if line else self.say(N_("only {name}"), name=left),
            "right": right if line else self.say(N_("only {name}"), name=right),
            "changed": self.say(N_("different")),
            "same": self.say(N_("the same in both")),
        }[mark]
        return f'<span class="mark" role="img" aria-label="{_text(words)}">{_GLYPHS[mark]}</span> '


def _anchor(link: Link) -> str:
    return escape(f"{link.section}-{link.id}")


def _marked(mark: Change | None) -> str:
    return mark or ""


def _kinds(column: Column) -> str:
    """The classes of a column's head and cells."""
    kinds = (column.side or "", "figure" * column.figures, "id" * column.id)
    return _class(" ".join(filter(None, kinds)))


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""
