"""Whether a sentence says that one leads people: a verb of leading, and soon after it whom. Pure.

*Coach and develop a team of sellers* leads; *lead cross-functional projects* and *build
relationships with clients and their teams* do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from roleguide.ads.phrases import words_of
from roleguide.ads.table import Table

REACH: Final = 8
"""Words after the verb among which whom one leads must stand."""

LONGEST: Final = 3
"""Words of the longest phrase on the lists."""


def leads(text: str, table: Table) -> bool:
    """Whether a sentence says that one leads people."""
    words = words_of(text)
    return any(
        _led(words[at + length : at + length + REACH], table)
        for at in range(len(words))
        for length in range(1, LONGEST + 1)
        if " ".join(words[at : at + length]) in table.leading
    )


def _led(words: Sequence[str], table: Table) -> bool:
    """Whether people are named before anything that is not led."""
    for at in range(len(words)):
        phrases = {" ".join(words[at : at + length]) for length in range(1, LONGEST + 1)}
        if phrases & table.led:
            return True
        if phrases & table.not_led:
            return False
    return False
