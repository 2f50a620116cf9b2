"""What must hold of anything drawn for a terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rich.cells import cell_len

from formats.documents import texts
from roleguide import formats
from roleguide.formats import FORMATS, PAGE, Page
from roleguide.language import HARD_SPACE, NARROW_SPACE, visible
from roleguide.views.document import Document

DOCUMENTS = tuple(name for name, form in FORMATS.items() if form.takes == "document")
WHOLE = tuple(name for name, form in FORMATS.items() if form.whole)
"""The formats of a document, and those of them that are read as a page."""
WIDTHS = (40, 60, 72, 80, 100, 120)
HARD = (HARD_SPACE, NARROW_SPACE)


def render(name: str, document: Document, page: Page = PAGE) -> str:
    """A document in a format."""
    return formats.render(name, document, page)


def drawn(document: Document, width: int, *, color: bool = False) -> str:
    return render("terminal", document, Page(width, color))


def chunks(text: str) -> list[str]:
    """What stands between spaces at which a line may break."""
    return [chunk for chunk in re.split(r"[ \t\n]+", text) if chunk]


def too_wide(text: str, width: int) -> list[str]:
    """The lines of a drawing that are wider than asked."""
    return [line for line in text.split("\n") if cell_len(line) > width]


def broken(document: Document, text: str, width: int) -> list[str]:
    """The words of a document that a drawing does not show whole, as often as they are said.

    What hard spaces join is one word too, so that none is lost. Labels have a colon behind them.
    Addresses may be broken: few lines have room for one.
    """
    shown = Counter(word for found in text.split() for word in {found, found.removesuffix(":")})
    said = [visible(one) for one in texts(document)]
    words = Counter(word for one in said for word in one.split() if "://" not in word)
    hard = Counter(c for one in said for c in chunks(one) if any(space in c for space in HARD))
    whole = width
    return [
        *(w for w, times in words.items() if cell_len(w) <= whole and shown[w] < times),
        *(c for c, times in hard.items() if cell_len(c) <= whole and text.count(c) < times),
    ]


def bare_edges(text: str) -> list[str]:
    """The lines that begin or end at a space that must not break."""
    lines = (line.strip(" ") for line in text.split("\n"))
    return [line for line in lines if line.startswith(HARD) or line.endswith(HARD)]


def faults(document: Document, widths: Iterable[int] = WIDTHS) -> dict[int, list[str]]:
    """What is wrong with a document at some widths, by width."""
    found: dict[int, list[str]] = {}
    for width in widths:
        text = drawn(document, width)
        problems = [
            *(f"too wide: {line}" for line in too_wide(text, width)),
            *(f"broken: {word}" for word in broken(document, text, width)),
            *(f"edge: {line!r}" for line in bare_edges(text)),
        ]
        if problems:
            found[width] = problems
    return found
