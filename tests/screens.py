"""A terminal's screen, cell by cell: what a reader sees of what a program sends.

The emulator is pyte. Of characters that join (a family, a flag, a hand with a skin colour, a heart
made a picture) terminals disagree, so that a test says which rule it means:

- `CLUSTERS`: what Unicode joins is one picture, as wide as that picture. Terminals of the last
  years draw so (kitty, WezTerm, foot, Ghostty, iTerm2, Windows Terminal), Rich measures so, and
  so must whatever is drawn here line up.
- `CHARACTERS`: every character takes the cells it would take alone, as in xterm or a Linux
  console. Nobody can line up joined pictures in both; everything else must in both.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

import pyte
from wcwidth import iter_graphemes, wcswidth, wcwidth

Rule: TypeAlias = Literal["clusters", "characters"]

CLUSTERS: Final[Rule] = "clusters"
CHARACTERS: Final[Rule] = "characters"

COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")


class Screen(pyte.Screen):
    """A screen on which each cell has what it shows, by one of the rules.

    pyte itself forgets what follows a zero-width joiner, so that it is asked to draw whole
    pictures of one cell or two.
    """

    def __init__(self, columns: int, lines: int, rule: Rule = CLUSTERS) -> None:
        self.rule = rule
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        """Put each picture where the cursor is; one that does not fit wraps, as terminals do."""
        for cluster in iter_graphemes(data):
            if self.rule == CLUSTERS:
                self._put(cluster, max(wcswidth(cluster), 0))
            else:
                for character in cluster:
                    self._put(character, max(wcwidth(character), 0))

    def _put(self, shown: str, width: int) -> None:
        at = self.cursor.x
        if not width:
            if at:
                cell = self.buffer[self.cursor.y][at - 1]
                self.buffer[self.cursor.y][at - 1] = cell._replace(data=cell.data + shown)
            return
        if at + width > self.columns:
            self.carriage_return()
            self.linefeed()
            at = 0
        row = self.buffer[self.cursor.y]
        row[at] = self.cursor.attrs._replace(data=shown)
        if width == 2:
            row[at + 1] = self.cursor.attrs._replace(data="")
        self.cursor.x = at + width

    def row(self, number: int) -> list[str]:
        """The cells of a row; the second half of a wide picture is empty."""
        return [self.buffer[number][at].data for at in range(self.columns)]

    @property
    def rows(self) -> list[list[str]]:
        """All rows down to the last one with anything on it."""
        rows = [self.row(number) for number in range(self.lines)]
        while rows and not "".join(rows[-1]).strip():
            rows.pop()
        return rows

    @property
    def text(self) -> list[str]:
        """All rows as lines, without the spaces behind them."""
        return ["".join(row).rstrip() for row in self.rows]


def shown(text: str, width: int, rule: Rule = CLUSTERS) -> Screen:
    """The screen after a text of several lines was sent, tall enough to hold twice of them."""
    screen = Screen(width, 2 * text.count("\n") + 10, rule)
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    return screen


def mask(screen: Screen) -> list[str]:
    """Where the screen has anything: `x` for a cell in use, a space for an empty one."""
    return ["".join(" " if data == " " else "x" for data in row).rstrip() for row in screen.rows]


def starts(screen: Screen, marker: str) -> list[int]:
    """The column at which each row that has a marker has it first."""
    return [row.index(marker) for row in screen.rows if marker in row]
