"""What somebody may have meant who mistyped a command, an option or one of its values."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_NEAR: Final = 0.65
"""How alike two words must be, from 0 to 1; at 0.6, `sort` would be offered for `format`."""

_STEM: Final = 3
"""Letters from which on the beginning of a word is enough: `--lang` for `--language`."""


def suggestions(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words that resemble a word, best first; often there is none.

    Args:
        word: The word as it was typed. Dashes before it do not count, which `--in` and `--lang`
            have in common without being alike.
        known: What may stand there.
        most: How many to give.
    """
    asked = word.lstrip("-").casefold()
    likely = {each: _likeness(asked, each.lstrip("-")) for each in known}
    near = [each for each, likeness in likely.items() if likeness >= _NEAR]
    return sorted(near, key=lambda each: -likely[each])[:most]


def _likeness(asked: str, known: str) -> float:
    ratio = SequenceMatcher(None, asked, known).ratio()
    shorter, longer = sorted((asked, known), key=len)
    begins = len(shorter) >= _STEM and longer.startswith(shorter)
    return max(ratio, _NEAR) if begins else ratio
