"""One letter wrong in a long word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

SHORTEST: Final = 6
"""Letters from which on a word is corrected."""

MOST_LETTERS: Final = 40
"""Letters up to which it is; a word of n letters has 53 n near forms, of n letters each."""

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def near_forms(form: str) -> set[str]:
    """All that is one letter from a form: one missing, one too many, another one, two swapped."""
    return set(_edits(form)) - {form}


def _edits(form: str) -> Iterator[str]:
    for at in range(len(form) + 1):
        before, after = form[:at], form[at:]
        yield from (f"{before}{letter}{after}" for letter in _LETTERS)
        if after:
            yield f"{before}{after[1:]}"
            yield from (f"{before}{letter}{after[1:]}" for letter in _LETTERS)
        if len(after) > 1:
            yield f"{before}{after[1]}{after[0]}{after[2:]}"
