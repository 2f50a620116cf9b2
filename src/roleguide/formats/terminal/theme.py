"""The look of the terminal: glyphs, colours, and the width at which the two sides stack."""

from __future__ import annotations

from typing import Final

from rich.style import Style
from rich.text import Text

from roleguide.compare.result import Change
from roleguide.views.document import MARKS

STACKED: Final = 72
"""Below this many columns, the two sides stand one above the other."""

# One warm colour and one cool one, told apart by colour-blind eyes, legible on black and on white.
STYLES: Final[dict[Change | None, Style]] = {
    "left": Style(color="#d75f00"),
    "right": Style(color="#0087d7"),
    "changed": Style(bold=True),
    "same": Style(dim=True),
    None: Style.null(),
}
BOLD: Final = Style(bold=True)
DIM: Final = Style(dim=True)


def glyph(mark: Change | None, style: Style | None = None) -> Text:
    """A mark in its colour."""
    return Text(MARKS[mark], STYLES[mark] + (style or Style.null()))
