"""A line that begins where no line may: by how much, beside which lines, and where it may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.reading.places import FileText, Place

_KEY: Final = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s#"'\[{&*!|>%@`-][^:#]*):(?=\s|$)""")
_DASH: Final = re.compile(r"-(?: +|$)")
_STEP: Final = 2
"""Columns by which drafts indent what belongs to a key."""
_SHOWN: Final = 30
"""Characters that are shown of another line."""


class _Start(NamedTuple):
    """Where a key or an item of a list begins.

    Attributes:
        place: Its place.
        colon: The column of a key's colon; 0 of an item.
        opens: Whether its value stands on the lines below it.
    """

    place: Place
    colon: int
    opens: bool

    @property
    def column(self) -> int:
        """Its column."""
        return self.place.column

    def told(self) -> dict[str, object]:
        """What is said of it."""
        text = self.place.source.line(self.place.line)[self.column - 1 :].strip()
        text = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        return {"column": self.column, "line": self.place.line, "text": text}


def misplaced(place: Place) -> Fault | None:
    """The fault of a line at whose beginning, or first colon, a parser stopped.

    Returns:
        None where the line begins as it may, so that something else is wrong with it.
    """
    own, levels = next(_starts(place.source, place.line), None), [*_above(place)]
    if own is None or not levels or place.column not in (own.column, own.colon):
        return None
    if any(level.column == own.column for level in levels):
        beside = next(level for level in levels if level.column == own.column)
        return _mixed(own, beside) if place.column == own.column else None
    return _between(own, levels)


def without_colon(place: Place) -> Place | None:
    """The line of a key without its colon, where a parser stopped at that of the next key."""
    own = next(_starts(place.source, place.line), None)
    if own is None or place.column != own.colon:
        return None
    for number in range(place.line - 1, 0, -1):
        line = place.source.line(number)
        if line.strip() and not line.lstrip().startswith("#"):
            column = len(line) - len(line.lstrip()) + 1
            none = next(_starts(place.source, number), None) is None
            return Place(place.source, number, column) if none else None
    return None


def without_tabs(place: Place) -> Message:
    """What to do about a tab before a line: how many spaces stand there, and beside what."""
    above = next(_above(place), None)
    if above is None:
        return Message(N_("indent with spaces, never with tabs"))
    text = (
        N_("indent with spaces, never with tabs: with {n}, below line {line} (“{text}”)")
        if above.opens
        else N_("indent with spaces, never with tabs: with {n}, as line {line} (“{text}”)")
    )
    return Message(text, {"n": above.column - 1 + _STEP * above.opens, **above.told()})


def _starts(source: FileText, line: int) -> Iterator[_Start]:
    """The items and the key that begin in a line, the outermost first."""
    text = source.line(line).partition(" #")[0].rstrip()
    at = len(text) - len(text.lstrip(" "))
    while dash := _DASH.match(text, at):
        yield _Start(Place(source, line, at + 1), 0, opens=dash.end() == len(text))
        at = dash.end()
    if key := _KEY.match(text, at):
        yield _Start(Place(source, line, at + 1), key.end(), opens=key.end() == len(text))


def _above(place: Place) -> Iterator[_Start]:
    """The items and keys that a line stands in or beside, the nearest first."""
    limit = None
    for line in range(place.line - 1, 0, -1):
        for start in reversed([*_starts(place.source, line)]):
            if limit is None or start.column < limit:
                yield start
                limit = start.column
        if limit == 1:
            return


def _between(own: _Start, levels: Sequence[_Start]) -> Fault | None:
    """The fault of a line that begins in no column of those above; None below what has no value."""
    near = [level for level in levels if level.column < own.column][:1]
    if near == levels[:1]:
        if near[0].opens:
            return None
    else:
        near.append(levels[0])
    found = Message(N_("this line begins in column {column}"), {"column": own.column})
    allowed, *others = (Message(_AS_LINE, level.told()) for level in near)
    if others:
        allowed = Message(N_("{one}, or {other}"), {"one": allowed, "other": others[0]})
    ways = (level.column - own.column for level in near)
    by = {"left" if way < 0 else "right": abs(way) for way in ways}
    return own.place.fault("", found, allowed=allowed, hint=Message(_MOVES[tuple(by)], by))


def _mixed(own: _Start, beside: _Start) -> Fault | None:
    """The fault of an item beside a key, or of a key beside an item."""
    if bool(own.colon) == bool(beside.colon):
        return None
    found = N_("a key beside the items of a list") if own.colon else N_("an item beside a key")
    hint = N_("move it below the key that it belongs to, or write it as the others are written")
    allowed = Message(_AS_LINE, beside.told())
    return own.place.fault("", Message(found), allowed=allowed, hint=Message(hint))


_AS_LINE: Final = N_("column {column}, as line {line} (“{text}”)")
_MOVES: Final = {
    ("left",): N_("move it to the left by {left}; a text that goes on over lines goes in quotes"),
    ("right",): N_("move it to the right by {right}"),
    ("left", "right"): N_("move it to the left by {left}, or to the right by {right}"),
}
"""What to do, by the sides on which it may begin."""
