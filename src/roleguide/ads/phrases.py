"""The words of sentences, and phrases found in them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from roleguide.language.folding import bare
from roleguide.word_forms import LITTLE, WORD, form, stem

LONGEST_STEM: Final = 7
"""Letters of a word that are compared: *prospecter*, *prospection* and *prospects* are alike."""

APART: Final = 3
"""Other words that may stand among the words of a phrase."""

SILENT: Final = LITTLE | frozenset(
    "your our their his her its you we they i will be is are as by at with from that this all any "
    "each vos votre nos notre ses son sa leur leurs vous nous tu te tes ta ton est sont par avec "
    "pour dans ainsi que qui ce cette ces aupres afin".split()
)
"""Words that stand in sentences about anything."""

_APART: Final = {"equip": "equipem"}
"""Stems that two words share which mean different things, *team* and *equipment*."""


@cache
def _stem(word: str) -> str:
    whole = form(word)
    found = stem(whole)[:LONGEST_STEM]
    other = _APART.get(found)
    return other if other and whole.startswith(other[:-1]) else found


def stems(text: str) -> list[str]:
    """The stems of the telling words of a text, in their order."""
    return [_stem(word) for word in WORD.findall(bare(text)) if word not in SILENT]


def with_pairs(words: Sequence[str]) -> dict[str, None]:
    """Words, each once, and every two that follow each other."""
    return dict.fromkeys([*words, *(f"{one} {other}" for one, other in pairwise(words))])


class Found(NamedTuple):
    """A phrase in a sentence: what it means, and how many words it has."""

    key: str
    words: int


class Phrases:
    """A list of phrases, each with what it means."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        """Begin with phrases that are in their stems already.

        Args:
            rows: By one of their stems: each phrase's stems, a bar and what it means, parted by
                semicolons.
        """
        self._rows: Final = rows
        self._added: Final[dict[str, list[str]]] = {}

    def add(self, key: str, texts: Iterable[str]) -> None:
        """Add phrases that mean the same; one without a telling word is left out."""
        for text in texts:
            if parts := frozenset(stems(text)):
                self._added.setdefault(rarest(parts), []).append(f"{' '.join(sorted(parts))}|{key}")

    def within(self, found: Sequence[str]) -> Iterator[Found]:
        """The phrases in the stems of a sentence."""
        places: dict[str, list[int]] = {}
        for at, each in enumerate(found):
            places.setdefault(each, []).append(at)
        for each in places:
            row = self._rows.get(each)
            for phrase in [*(row.split(";") if row else ()), *self._added.get(each, ())]:
                words, _, key = phrase.partition("|")
                parts = frozenset(words.split(" "))
                if len(parts) == 1 or (parts <= places.keys() and _near(parts, places)):
                    yield Found(key, len(parts))


def rarest(parts: Iterable[str]) -> str:
    """The stem of a phrase by which it is looked up: the longest."""
    return max(parts, key=lambda part: (len(part), part))


def _near(parts: frozenset[str], places: dict[str, list[int]]) -> bool:
    """Whether the words of a phrase stand near each other somewhere."""
    room = len(parts) + APART
    first, *rest = parts
    return any(
        all(any(abs(at - other) < room for other in places[part]) for part in rest)
        for at in places[first]
    )
