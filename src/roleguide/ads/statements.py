"""What an advertisement states beside tasks: pay, place, contract, target and the like. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Final, cast

from roleguide.ads.phrases import words_of
from roleguide.model import AdWordKind, AdWords
from roleguide.word_forms import form

# Compiled where a figure stands beside a word of pay.
_PENSION: Final = r"\b(?:401|403)\s?\(?[kb]\b\)?"
"""American pension schemes, whose names look like an amount."""

_AMOUNT: Final = (
    r"[€$£]\s?\d|\d[.,\s]{0,3}(?:k\b|k€|k£|€|£|\$|euros?\b|eur\b|usd\b|gbp\b|dollars?\b)"
    r"|\b\d{2,3}[.,\s]\d{3}\b|\bsmic\b"
)
"""A sum of money, as advertisements write one, without capitals; without it nothing is said of pay.

Nothing in it is of any length: a text full of digits would take seconds.
"""

_TEAM: Final = frozenset("team teams equipe equipes".split())
_NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten twelve deux trois quatre cinq sept huit neuf dix "
    "douze quinze vingt".split()
)
_UNITS: Final = frozenset(
    "year years month months day days week weeks hour hours percent an ans mois jour jours "
    "h".split()
)
_BEFORE: Final = 3
"""Words in front of a team"""
_AFTER: Final = 5
"""and behind it among which its size stands."""


class Statements:
    """The phrases by which sentences state something, and those beside which they do not."""

    def __init__(self, said: Mapping[str, str], unless: Mapping[str, str]) -> None:
        """Begin with phrases that are in their forms already, by kind, parted by semicolons."""
        self._said: Final = _by_kind(said)
        self._unless: Final = _by_kind(unless)

    def learn(self, record: AdWords) -> None:
        """Add the phrases of a record of a kind."""
        if record.kind:
            for phrases in record.words.values():
                self._said.setdefault(record.kind, []).extend(map(spaced, phrases.texts))
            for phrases in record.unless.values():
                self._unless.setdefault(record.kind, []).extend(map(spaced, phrases.texts))

    def of(self, sentences: Sequence[str]) -> frozenset[AdWordKind]:
        """What some sentences state, by phrases that stand in one of them as written."""
        whole = "".join(map(spaced, sentences))
        # Few phrases stand anywhere: only these are looked for in each sentence.
        said = {kind: _standing(whole, phrases) for kind, phrases in self._said.items()}
        known: set[AdWordKind] = set()
        for sentence in sentences:
            known |= self._stated(sentence, said, known)
        return frozenset(known)

    def tells(self, kind: AdWordKind, sentence: str) -> bool:
        """Whether a sentence states something of a kind, by a phrase that stands in it."""
        words = spaced(sentence)
        return bool(_standing(words, self._said.get(kind, ()))) and not _standing(
            words, self._unless.get(kind, ())
        )

    def _stated(
        self, sentence: str, said: Mapping[AdWordKind, Sequence[str]], known: set[AdWordKind]
    ) -> set[AdWordKind]:
        """What a sentence states beside what is known."""
        words = spaced(sentence)
        found = {kind for kind in said if kind not in known and _standing(words, said[kind])}
        if "pay" in found and not _has_amount(sentence.lower()):
            found.discard("pay")
        if "team" not in known and _tells_size(sentence):
            found.add("team")
        return {kind for kind in found if not _standing(words, self._unless.get(kind, ()))}


def _has_amount(text: str) -> bool:
    """Whether a sum of money stands in a text without capitals; in most there is no figure."""
    figures = "smic" in text or any(map(str.isdigit, text))
    return figures and re.search(_AMOUNT, re.sub(_PENSION, "", text)) is not None


def _tells_size(sentence: str) -> bool:
    """Whether a sentence says how many people are in a team."""
    words = words_of(sentence.replace("%", " percent"))
    sizes = {
        at
        for at, (word, after) in enumerate(zip_longest(words, words[1:]))
        if (word in _NUMBERS or (word.isdecimal() and len(word) < 4)) and after not in _UNITS
    }
    teams = (at for at, word in enumerate(words) if word in _TEAM) if sizes else ()
    return any(sizes.intersection(range(at - _BEFORE, at + _AFTER + 1)) for at in teams)


def _by_kind(rows: Mapping[str, str]) -> dict[AdWordKind, list[str]]:
    return {cast("AdWordKind", kind): phrases.split(";") for kind, phrases in rows.items()}


def _standing(words: str, phrases: Iterable[str]) -> list[str]:
    """The phrases that stand among some words."""
    return [phrase for phrase in phrases if phrase in words]


def spaced(text: str) -> str:
    """The forms of the words of a text, each with a space on both sides."""
    return f" {' '.join(map(form, words_of(text)))} "
