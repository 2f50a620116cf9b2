"""Texts as people type them in a hurry: no capitals, no accents, no ligatures, in any language."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import combining, normalize

_LETTERS: Final = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
_LIGATURE: Final = re.compile(f"[{''.join(_LETTERS)}]")


def without_ligatures(text: str) -> str:
    """A text with two letters for each ligature, which Unicode does not take for an accent."""
    return _LIGATURE.sub(lambda found: _LETTERS[found[0]], text)


def decomposed(text: str) -> str:
    """A text without capitals and ligatures, each accent a character behind its letter."""
    if text.isascii():
        return text.lower()
    return normalize("NFKD", without_ligatures(text)).casefold()


def bare(text: str) -> str:
    """A text without capitals, ligatures and accents."""
    plain = decomposed(text)
    return plain if plain.isascii() else "".join(c for c in plain if not combining(c))
