"""A document as Markdown (CommonMark with GitHub's tables), ready to paste into a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.language import one_line
from roleguide.views.document import (
    DASH,
    MARKS,
    Anchors,
    Cell,
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
    Spans,
    Writer,
    plain,
    spans,
)

_MARKS: Final = {**MARKS, "right": r"\+", "changed": r"\~", None: ""}

# On GitHub, what stands between two dollar signs is a formula.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$])")


def render(document: Document, _page: Page) -> str:
    """The document as Markdown."""
    writer = _Writer(document)
    blocks: list[str] = []
    if not any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        blocks.append(f"# {_text(document.title)}")
    blocks += ("\n".join(writer.block(block)) for block in (*document.blocks, *document.rest))
    return "\n\n".join(blocks) + "\n"


def _text(text: str) -> str:
    """A text that Markdown shows as it is, without the spaces that would indent a block."""
    return _begun(_escaped(text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _begun(escaped: str) -> str:
    """A text at the beginning of a block, where numbers and dashes would make a list."""
    opened = re.sub(r"^([-+=])", r"\\\1", escaped.strip(" "))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", opened)


def _marked(mark: Change | None) -> str:
    return f"{_MARKS[mark]} " if mark else ""


class _Writer(Writer[str]):
    """Writes blocks; it knows which links lead to a place on the page."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.anchors = Anchors((*document.blocks, *document.rest))

    def inline(self, text: Inline) -> str:
        """A text whose links lead to where the page tells of their records, if it does."""
        return _begun("".join(self.mentioned(part) for part in spans(text)))

    def mentioned(self, part: str | Link) -> str:
        text = _escaped(plain(part))
        return f"[{text}](#{part.section}-{part.id})" if self.anchors.lead(part) else text

    def subject(self, text: Inline) -> str:
        """A text that names what follows it; links lead to the first one that names a record."""
        return _begun("".join(self.named(part) for part in spans(text)))

    def named(self, part: str | Link) -> str:
        text = _escaped(plain(part))
        anchor = f'<a id="{part.section}-{part.id}"></a>' if self.anchors.first(part) else ""
        return f"{anchor}{text}"

    def heading(self, heading: Heading) -> Iterator[str]:
        # A heading inside a document is never its title.
        yield f"{'#' * heading.level} {self.subject(heading.text)}"
        notes = [_text(part) for part in (heading.note, *heading.tally) if part]
        if notes:
            yield f"\n*{' · '.join(notes)}*"

    def prose(self, prose: Prose) -> Iterator[str]:
        label = f"{self.language.label(prose.label)} " if prose.label else ""
        said = self.inline(Spans((label, *spans(prose.text))))
        said = f"**{said}**" if prose.tone == "lead" else said
        said = f"{_marked(prose.side)}{said}"
        yield f"{said} → **{_text(prose.pointer)}**" if prose.pointer else said

    def lines(self, lines: Sequence[str]) -> Iterator[str]:
        return (f"    {one_line(line)}" for line in lines)

    def bullets(self, items: Sequence[Item]) -> Iterator[str]:
        return (f"- {_marked(item.mark)}{self.item(item)}" for item in items)

    def item(self, item: Item) -> str:
        colon = self.language.label("")
        label = f"**{self.subject(item.label)}{colon}** " if item.label else ""
        return f"{label}{self.inline(item.text)}"

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        for entry in entries:
            yield f"- {_marked(entry.mark)}**{self.subject(entry.name)}**"
            for line in entry.lines:
                name = plain(line.label)
                label = f"*{_text(self.language.label(name))}* " if name else ""
                yield f"  - {_marked(line.mark)}{label}{self.inline(line.text)}"

    def grid(self, grid: Grid) -> Iterator[str]:
        marked = any(row.mark for row in grid.rows)
        heads = [_text(column.name) for column in grid.columns]
        yield _row(["", *heads] if marked else heads)
        rules = ["---:" if column.figures else "---" for column in grid.columns]
        yield _row(["---", *rules] if marked else rules)
        for row in grid.rows:
            first, *rest = row.cells
            cells = [self.cell(first, self.subject), *(self.cell(c, self.inline) for c in rest)]
            yield _row([_MARKS[row.mark], *cells] if marked else cells)

    def cell(self, cell: Cell, written: Callable[[Inline], str]) -> str:
        if not isinstance(cell, Meter):
            return written(cell)
        if not cell.value:
            return DASH
        return f"{'■' * cell.value}{'□' * (5 - cell.value)} {cell.value}"

    def panels(self, block: Panels) -> Iterator[str]:
        panels = block.panels
        if len(panels) == 1:
            title = f"**{self.subject(panels[0].label)}** " if panels[0].label else ""
            yield f"{title}{self.inline(panels[0].text)}"
            return
        yield _row([f"{_marked(p.mark)}{self.subject(p.label)}".strip() for p in panels])
        yield _row(["---"] * len(panels))
        yield _row([self.inline(panel.text) for panel in panels])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
