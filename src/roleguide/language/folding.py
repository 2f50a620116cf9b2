"""Texts without capitals, accents and ligatures, so that searching ignores these.

In Latin, Greek and Cyrillic, people leave accents out. In other scripts a mark on a letter
is a vowel or another consonant (Hindi *ki* and *ka*, Japanese *ga* and *ka*) and belongs to the
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category, normalize

_LIGATURES: Final = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
"""What is no letter with an accent, but two letters in one; Unicode takes none for an accent."""

_ACCENTS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u2de0-\u2dff\ufe00-\ufe2f]"
)
"""Marks of no script in particular, those of Cyrillic, and what tells a sign from its picture."""

# Decomposed, Latin, Greek and Cyrillic letters with accents all lie below U+0530.
_OTHER_LETTER: Final = re.compile(r"[^\W\d_\0-\u052f]")


def bare(text: str) -> str:
    """A text without capitals, ligatures and accents; marks that are no accents stay."""
    if text.isascii():
        return text.lower()
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    plain = normalize("NFKD", text).casefold()
    if plain.isascii():
        return plain
    if not has_other_letters(plain):  # nearly always, and ten times as fast
        return _ACCENTS.sub("", plain)
    return normalize("NFC", "".join(_without_accents(plain)))


def is_mark(character: str) -> bool:
    """Whether a character is a mark on the one before it: an accent, a vowel sign."""
    return category(character).startswith("M")


def has_other_letters(text: str) -> bool:
    """Whether a text has letters other than Latin, Greek and Cyrillic ones."""
    return _OTHER_LETTER.search(text) is not None


def _without_accents(plain: str) -> Iterator[str]:
    keeps_marks = False
    for character in plain:
        if is_mark(character):
            if keeps_marks:
                yield character
            continue
        yield character
        # Joiners stand between a letter and its marks (Bengali) and change neither.
        if category(character) != "Cf":
            keeps_marks = has_other_letters(character)
