"""Lines for a terminal: broken between whole words, indented, set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len, chop_cells
from rich.style import Style
from rich.text import Text

from roleguide.language import HARD_SPACE, NARROW_SPACE, one_line
from roleguide.views.document import Inline, plain

# Rich breaks lines at any white space; these stand in for the spaces that must not break.
_STAND_INS: Final = {ord(HARD_SPACE): "\ufdd0", ord(NARROW_SPACE): "\ufdd1"}
_SPACES: Final = {0xFDD0: HARD_SPACE, 0xFDD1: NARROW_SPACE}

_WORD: Final = re.compile(r"[^ ]+ *")

_BOUND: Final = re.compile(r"[^ ]+(?: (?:[/|]|\d+[,;.)]*|--[a-z-]+)(?![^ ]))* *")
"""A word with what begins no line: a stroke between two names, a level, an option."""


def styled(text: Inline, style: Style | None = None) -> Text:
    """A text for Rich, its hard spaces safe, nothing in it that a terminal would obey."""
    return Text(one_line(plain(text)).translate(_STAND_INS), style or "", overflow="fold")


def size(text: Inline) -> int:
    """The columns that a text takes as it is shown."""
    return cell_len(one_line(plain(text)))


def with_spaces(drawn: str) -> str:
    """What Rich drew, with its hard spaces back."""
    return drawn.translate(_SPACES)


def wrapped(text: Text, width: int) -> list[Text]:
    """A text in lines of at most so many columns; only a word wider than that is broken."""
    breaks = list(_breaks(text.plain, width))
    lines = text.divide(breaks) if breaks else [text]
    for line in lines:
        line.rstrip()
    return list(lines)


def _breaks(plain: str, width: int) -> Iterator[int]:
    """The offsets at which lines begin."""
    used = len(plain) - len(plain.lstrip(" "))
    first = True
    for match in _words(plain, width):
        word = match[0].rstrip(" ")
        taken = cell_len(word)
        if not first and used + taken > width:
            yield match.start()
            used = 0
        first = False
        if taken > width:
            at = match.start()
            for part in chop_cells(word, width)[:-1]:
                at += len(part)
                yield at
            taken = cell_len(word[at - match.start() :])
        used += taken + len(match[0]) - len(word)


def _words(plain: str, width: int) -> Iterator[re.Match[str]]:
    """The words of a text, each with what begins no line where there is room for both."""
    for match in _BOUND.finditer(plain):
        if cell_len(match[0].rstrip(" ")) <= width:
            yield match
        else:
            yield from _WORD.finditer(plain, match.start(), match.end())


def hung(mark: Text, lines: Sequence[Text], indent: int = 0) -> list[Text]:
    """Lines behind a mark of one column; the further ones keep its margin."""
    head = Text(" " * indent) + mark + Text(" ")
    return indented(lines, indent + 2, head)


def indented(lines: Sequence[Text], indent: int, head: Text | None = None) -> list[Text]:
    """Lines behind a margin, the first perhaps behind something else."""
    margin = Text(" " * indent)
    return [(head if head and not at else margin) + line for at, line in enumerate(lines)]


def beside(columns: Sequence[tuple[Sequence[Text], int]]) -> list[Text]:
    """Columns of lines next to each other, each as wide as it is said to be."""
    rows = []
    for cells in zip_longest(*(lines for lines, _ in columns)):
        row = Text()
        for (_, width), cell in zip(columns, cells, strict=True):
            text = cell or Text()
            row = row + text + Text(" " * max(width - cell_len(text.plain), 0))
        rows.append(row)
    return rows
