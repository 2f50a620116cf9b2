"""Single keys from a terminal; nothing is asked where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from roleguide.cli import output

ENDS: Final = ("q", "\x1b", "\x04", "")
"""The keys that end the asking: q, escape, the end of a file; nothing where the input is closed."""


def can_ask() -> bool:
    """Whether somebody sits before a terminal."""
    return output.is_terminal(sys.stdin) and output.is_terminal() and output.is_terminal(sys.stderr)


def ask(question: Sequence[str], allowed: str, read: Callable[[], str]) -> str | None:
    """The key pressed in answer to a question; None where the asking is to end.

    Args:
        question: Its lines.
        allowed: The keys that are answers; others are passed over.
        read: Reads a key.
    """
    output.write_error(question)
    while True:
        key = read().lower()
        if key in ENDS:
            return None
        if key in allowed:
            return key


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """What reads a key as soon as it is pressed, without showing it."""
    try:
        import termios  # where there is a terminal
        import tty
    except ImportError:  # Windows: a line a key
        yield lambda: sys.stdin.readline().strip()[:1]
        return
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        yield lambda: sys.stdin.read(1)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
