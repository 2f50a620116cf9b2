"""The words of sentences, and phrases found in them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, Generic, NamedTuple, TypeVar

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

Key = TypeVar("Key")


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


class Found(NamedTuple, Generic[Key]):
    """A phrase in a sentence: what it means, how many words it has, and where it begins."""

    key: Key
    words: int


class Phrases(Generic[Key]):
    """A list of phrases, each with what it means."""

    def __init__(self) -> None:
        self._by_stem: dict[str, list[tuple[Key, frozenset[str]]]] = {}

    def add(self, key: Key, texts: Iterable[str]) -> None:
        """Add phrases that mean the same; one without a telling word is left out."""
        for text in texts:
            parts = frozenset(stems(text))
            if parts:
                first = max(parts, key=lambda part: (len(part), part))
                self._by_stem.setdefault(first, []).append((key, parts))

    def within(self, found: Sequence[str]) -> Iterator[Found[Key]]:
        """The phrases in the stems of a sentence."""
        places: dict[str, list[int]] = {}
        for at, each in enumerate(found):
            places.setdefault(each, []).append(at)
        for each in places:
            for key, parts in self._by_stem.get(each, ()):
                if len(parts) == 1 or (parts <= places.keys() and _near(parts, places)):
                    yield Found(key, len(parts))


def _near(parts: frozenset[str], places: dict[str, list[int]]) -> bool:
    """Whether the words of a phrase stand near each other somewhere."""
    room = len(parts) + APART
    first, *rest = parts
    return any(
        all(any(abs(at - other) < room for other in places[part]) for part in rest)
        for at in places[first]
    )
