"""A document as Markdown (CommonMark with GitHub's tables), ready to paste into a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from roleguide.compare.result import Change
from roleguide.formats import Page
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
    Lines,
    Meter,
    Panel,
    Panels,
    Prose,
)

_MARKS: dict[Change | None, str] = {
    "left": "−",
    "right": r"\+",
    "changed": r"\~",
    "same": "=",
    None: "",
}
# On GitHub, what stands between two dollar signs is a formula.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$])")


def render(document: Document, page: Page) -> str:  # noqa: ARG001 — every format has a page
    """The document as Markdown."""
    blocks: list[str] = []
    if not any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        blocks.append(f"# {_text(document.title)}")
    blocks += ("\n".join(_block(block, document.language)) for block in document.blocks)
    return "\n\n".join(blocks) + "\n"


def _text(text: str) -> str:
    """A text that Markdown shows as it is, without the spaces that would indent a block."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text).strip(" "))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", escaped))


def _label(language: Language, name: str) -> str:
    return _text(language.label(one_line(name).strip(" ")))


def _block(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading(text, note, level, tally):
            # A heading inside a document is never its title.
            yield f"{'#' * level} {_text(text)}"
            if note or tally:
                yield f"\n*{' · '.join(_text(part) for part in (note, *tally) if part)}*"
        case Prose(text, tone, side, label, pointer):
            said = _text(f"{language.label(label)} {text}" if label else text)
            said = f"**{said}**" if tone == "lead" else said
            said = f"{_MARKS[side]} {said}" if side else said
            yield f"{said} → **{_text(pointer)}**" if pointer else said
        case Lines(lines):
            yield from (f"    {one_line(line)}" for line in lines)
        case Bullets(items):
            for item in items:
                mark = f"{_MARKS[item.mark]} " if item.mark else ""
                label = f"**{_label(language, item.label)}** " if item.label else ""
                yield f"- {mark}{label}{_text(item.text)}"
        case Fields(rows):
            for name, value in rows:
                yield f"- **{_label(language, name)}** {_text(value)}"
        case Grid():
            yield from _grid(block)
        case Entries(entries):
            for entry in entries:
                mark = f"{_MARKS[entry.mark]} " if entry.mark else ""
                yield f"- {mark}**{_text(entry.name)}**"
                for line in entry.lines:
                    own = f"{_MARKS[line.mark]} " if line.mark else ""
                    label = f"*{_label(language, line.label)}* " if line.label else ""
                    yield f"  - {own}{label}{_text(line.text)}"
        case Panels(panels):
            yield from _panels(panels)
        case _:
            assert_never(block)


def _grid(grid: Grid) -> Iterator[str]:
    marked = any(row.mark for row in grid.rows)
    heads = [_text(column.name) for column in grid.columns]
    yield _row(["", *heads] if marked else heads)
    rules = ["---:" if column.figures else "---" for column in grid.columns]
    yield _row(["---", *rules] if marked else rules)
    for row in grid.rows:
        cells = [_cell(cell) for cell in row.cells]
        yield _row([_MARKS[row.mark], *cells] if marked else cells)


def _panels(panels: Sequence[Panel]) -> Iterator[str]:
    if len(panels) == 1:
        panel = panels[0]
        yield f"**{_text(panel.title)}** {_text(panel.text)}" if panel.title else _text(panel.text)
        return
    yield _row([f"{_MARKS[panel.mark]} {_text(panel.title)}".strip() for panel in panels])
    yield _row(["---"] * len(panels))
    yield _row([_text(panel.text) for panel in panels])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Meter):
        return f"{'■' * cell.value}{'□' * (5 - cell.value)} {cell.value}" if cell.value else "–"
    return _text(cell)
