"""Lines of commented YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from roleguide.language import N_, Language, one_line

WIDTH: Final = 98
"""Columns of a line; a level described in a sentence takes two or three."""

INDENT: Final = "  "

STAYS: Final = "##"
"""What opens a comment that is none to take away: an editor takes one of the two signs off."""


def comment(text: str, depth: int = 0, sign: str = "#") -> Iterator[str]:
    """A text as lines of comment.

    Args:
        text: The text; line ends in it are spaces.
        depth: The levels below which it stands.
        sign: What opens each line. Two signs make a line that stays a comment where an editor
            takes one off.
    """
    mark = f"{INDENT * depth}{sign} "
    lines = wrap(one_line(text), WIDTH - len(mark), break_on_hyphens=False)
    return (f"{mark}{line}" for line in lines)


def told(
    language: Language, sentence: str, depth: int = 0, sign: str = "#", /, **values: object
) -> Iterator[str]:
    """A sentence of the interface as lines of comment; see `comment`."""
    return comment(language.say(sentence, **values), depth, sign)


def commands_to_try(language: Language, commands: Iterable[str]) -> Iterator[str]:
    """Commands as comments, each whole on a line of its own, to be copied from there."""
    yield from told(language, N_("Then:"))
    yield from (f"#   {one_line(command)}" for command in commands)


def silenced(lines: Iterable[str], depth: int = 1) -> Iterator[str]:
    """Lines below a level that a reader has yet to set free, by taking off one sign."""
    indent = INDENT * depth
    return (f"{indent}# {line.removeprefix(indent)}" for line in lines)
