"""What somebody may have meant who mistyped a command, an option or one of its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Final

from roleguide.likely_names import by_words, readings

_NEAR: Final = 0.67
"""How alike two words must be, from 0 to 1; at 0.66, `for` would be offered for `folder`."""

_STEM: Final = 3
"""Letters from which on the beginning of a word is enough: `--lang` for `--language`."""


def suggestions(word: str, known: Mapping[str, str], most: int = 1) -> list[str]:
    """The known words that may be meant by one that is not known, best first; often there is none.

    Those that have it as a part come first, then those of which it is said, then those that are
    written alike.

    Args:
        word: The word as it was typed. Dashes before it do not count, which `--in` and `--lang`
            have in common without being alike.
        known: What may stand there, and what is said of each.
        most: How many to give.
    """
    asked = word.lstrip("-").casefold()
    words = readings(asked)
    near = by_words(words, zip(known, known, strict=True)) or by_words(words, known.items())
    return (near or _alike(asked, known))[:most]


def _alike(asked: str, known: Iterable[str]) -> list[str]:
    likely = {each: _likeness(asked, each.lstrip("-")) for each in known}
    near = [each for each, likeness in likely.items() if likeness >= _NEAR]
    return sorted(near, key=lambda each: -likely[each])


def _likeness(asked: str, known: str) -> float:
    ratio = SequenceMatcher(None, asked, known).ratio()
    shorter, longer = sorted((asked, known), key=len)
    begins = len(shorter) >= _STEM and longer.startswith(shorter)
    return max(ratio, _NEAR) if begins else ratio
