"""The words of sentences, and phrases found in them. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from roleguide.language.folding import bare
from roleguide.word_forms import LITTLE, WORD, form, stem

LONGEST_STEM: Final = 7
"""Letters of a word that are compared: *prospecter*, *prospection* and *prospects* are alike."""

LONGEST_ENDING: Final = 4
"""Letters of the longest word in *-ez* that is no verb."""

APART: Final = 1
"""Other telling words that may stand between two words of a phrase."""

SENTENCES: Final = 2_000
"""Texts whose words are kept, since several questions are asked of each sentence."""

SILENT: Final = LITTLE | frozenset(
    "your our their his her its you we they i will be is are as by at with from that this all any "
    "each vos votre nos notre ses son sa leur leurs vous nous tu te tes ta ton est sont par avec "
    "pour dans ainsi que qui ce cette ces aupres afin".split()
)
"""Words that stand in sentences about anything."""

_NOUNS: Final = frozenset(["prospect", "prospects"])
"""Nouns with the stem of a verb: many speak to *prospects*, few *prospect*."""

_APART: Final = {"equip": "equipem"}
"""Stems that two words share which mean different things, *team* and *equipment*."""


def infinitive(word: str) -> str:
    """A word, *vous prospectez* as *prospecter*; other words in *-ez* are few and say nothing."""
    return f"{word[:-2]}er" if len(word) > LONGEST_ENDING and word.endswith("ez") else word


@cache
def _stem(word: str) -> str:
    whole = form(infinitive(word))
    found = stem(whole)[:LONGEST_STEM]
    other = _APART.get(found)
    return other if other and whole.startswith(other[:-1]) else found


@lru_cache(maxsize=SENTENCES)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, bare of capitals and accents."""
    return tuple(WORD.findall(bare(text)))


@lru_cache(maxsize=SENTENCES)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the telling words of a text, in their order."""
    return tuple([_stem(word) for word in words_of(text) if word not in SILENT])


def phrase_stems(text: str) -> list[str]:
    """The same, the nouns in them told apart from the verbs of the same stem."""
    words = (word for word in words_of(text) if word not in SILENT)
    return ["prospect" if word in _NOUNS else _stem(word) for word in words]


def with_pairs(words: Sequence[str]) -> dict[str, None]:
    """Words, each once, and every two that follow each other."""
    return dict.fromkeys([*words, *pairs(words)])


def pairs(words: Sequence[str]) -> dict[str, None]:
    """Every two words that follow each other, once."""
    return dict.fromkeys(f"{one} {other}" for one, other in pairwise(words))


class Found(NamedTuple):
    """A phrase in a sentence.

    Attributes:
        key: What it means.
        at: Where its words stand among the stems of the sentence, from 0.
    """

    key: str
    at: tuple[int, ...]


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
            if parts := phrase_stems(text):
                self._added.setdefault(rarest(parts), []).append(f"{' '.join(parts)}|{key}")

    def within(self, found: Sequence[str]) -> Iterator[Found]:
        """The phrases in the stems of a sentence."""
        known = {*found}
        for each in dict.fromkeys(found):
            row = self._rows.get(each)
            for phrase in [*(row.split(";") if row else ()), *self._added.get(each, ())]:
                words, _, key = phrase.partition("|")
                parts = words.split(" ")
                if known.issuperset(parts) and (at := _places(parts, found)):
                    yield Found(key, at)


def rarest(parts: Iterable[str]) -> str:
    """The stem of a phrase by which it is looked up: the longest."""
    return max(parts, key=lambda part: (len(part), part))


def _places(parts: Sequence[str], found: Sequence[str]) -> tuple[int, ...]:
    """Where the words of a phrase stand in their order and near each other; nowhere if empty."""
    for start, each in enumerate(found):
        if each == parts[0]:
            places = [start]
            for part in parts[1:]:
                near = found[places[-1] + 1 : places[-1] + 2 + APART]
                if part not in near:
                    break
                places.append(places[-1] + 1 + near.index(part))
            else:
                return tuple(places)
    return ()
