"""The look of the terminal: glyphs, colours, and texts whose hard spaces hold."""

from __future__ import annotations

from typing import Final

from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from roleguide.language import HARD_SPACE, NARROW_SPACE, visible
from roleguide.views.document import Mark

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
STYLES: Final[dict[Mark | None, Style]] = {
    "left": Style(color="#d75f00"),
    "right": Style(color="#0087d7"),
    "both": Style(bold=True),
    "same": Style(dim=True),
    None: Style.null(),
}
BOLD: Final = Style(bold=True)
DIM: Final = Style(dim=True)

# Rich breaks lines at any white space; these stand in for the spaces that must not break.
_STAND_INS: Final = {ord(HARD_SPACE): "\ufdd0", ord(NARROW_SPACE): "\ufdd1"}
_SPACES: Final = {0xFDD0: HARD_SPACE, 0xFDD1: NARROW_SPACE}


def styled(text: str, style: Style | None = None) -> Text:
    """A text for Rich, its hard spaces safe, nothing in it that a terminal would obey."""
    return Text(visible(text).translate(_STAND_INS), style or "", overflow="fold")


def with_spaces(drawn: str) -> str:
    """What Rich drew, with its hard spaces back."""
    return drawn.translate(_SPACES)


def glyph(mark: Mark | None, style: Style | None = None) -> Text:
    """A mark in its colour."""
    return Text(GLYPHS[mark], STYLES[mark] + (style or Style.null()))


def hung(mark: Text, body: RenderableType) -> RenderableType:
    """A mark with its body beside it; the body's further lines keep its margin."""
    return columns((mark, 1), (body, None))


def columns(*parts: tuple[RenderableType, int | None]) -> RenderableType:
    """Parts beside each other; one without a width takes what is left."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for _, width in parts:
        table.add_column(width=width, ratio=None if width else 1)
    table.add_row(*(part for part, _ in parts))
    return table
