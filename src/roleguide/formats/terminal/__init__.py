"""A document drawn for a terminal, with Rich: two sides, two colours, the same marks everywhere."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

from roleguide.formats import Page
from roleguide.formats.terminal.blocks import Painter
from roleguide.formats.terminal.wrap import with_spaces
from roleguide.views.document import Block, Bullets, Document, Grid, Heading, Prose


def render(document: Document, page: Page) -> str:
    """Draw a document `page.width` columns wide."""
    console = Console(
        file=io.StringIO(),
        width=page.width,
        height=200,  # with both given, Rich asks neither terminal nor environment
        color_system="256" if page.color else None,
        force_terminal=page.color,
        no_color=not page.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    painter = Painter(document, page.width)
    pending: list[Text] = []
    for at, block in enumerate(document.blocks):
        if at and _apart(document.blocks[at - 1], block):
            pending.append(Text())
        for part in painter.block(block):
            if isinstance(part, Text):
                pending.append(part)
            else:
                _flush(console, pending)
                console.print(part)
    _flush(console, pending)
    assert isinstance(console.file, io.StringIO)  # noqa: S101 — made so above
    lines = (line.rstrip() for line in with_spaces(console.file.getvalue()).split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def _flush(console: Console, pending: list[Text]) -> None:
    """Print lines that are broken already in one call, because each call of Rich is slow."""
    if pending:
        console.print(Text("\n").join(pending), no_wrap=True, overflow="ignore", crop=False)
        pending.clear()


def _apart(before: Block, block: Block) -> bool:
    """Whether a blank line parts two blocks."""
    if isinstance(before, Heading):
        return before.level == 1
    if isinstance(before, Grid) and isinstance(block, Bullets):
        return not any(row.mark for row in before.rows)  # the list goes on with the table's marks
    return not (
        isinstance(before, Prose) and isinstance(block, Prose) and before.tone == block.tone
    )
