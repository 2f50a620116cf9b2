"""What somebody may have meant by a name that nothing has. Pure.

Whole words tell first, in whatever form they stand (*quotas*, *upselling*, *prévisions*): those of
names, then those of definitions. The spelling comes second. Where nothing is near, nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Final, TypeAlias, TypeVar

from roleguide import word_forms
from roleguide.word_forms import LITTLE, Lookup, forms, respelled, stem

MOST_WORDS: Final = 8
"""Words looked at: of a pasted page, the first ones tell as much."""

NEAR: Final = 0.72
"""How alike two names must be written, from 0 to 1."""

SLIP: Final = 0.88
"""How alike they must be for a slip of the finger to be likelier than another word."""

_CLOSE: Final = 24
"""Names compared with the nearest one."""

_MANY: Final = 8
"""Definitions with the same words from which on these tell nothing."""

_LONGEST_ENDING: Final = 4
"""Letters at the end of a form that may be others in the word: *directeur* in *directrice*."""

_SHORTEST_START: Final = 3

_SEVERAL: Final = 3
"""Words from which on one may be missing."""

_KIN: Final = 0.8
"""What a word of the same stem counts (*pricing*, *price*), where the same word counts 1."""

Key = TypeVar("Key")
"""What stands for a record."""

Readings: TypeAlias = list[list[str]]
"""The forms of the words of a name, once for each thing that its abbreviations may stand for."""


def phrases(name: str) -> set[str]:
    """What to look up among the abbreviations of the guide before a name is read."""
    return word_forms.phrases(forms(name)[:MOST_WORDS])


def readings(name: str, abbreviations: Lookup = {}) -> Readings:  # noqa: B006 — never changed
    """The words of a name that tell something, and what its abbreviations stand for.

    Args:
        name: The name as it was given.
        abbreviations: What `phrases` stand for.
    """
    found = forms(name)[:MOST_WORDS]
    spelled = [[piece.form for piece in pieces] for pieces in respelled(found, abbreviations)]
    return [telling for words in [found, *spelled] if (telling := _without_little_words(words))]


def starts(asked: Readings) -> set[str]:
    """How every word begins that may be a form of one that was asked for."""
    return {_start(word) for words in asked for word in words}


def by_words(asked: Readings, texts: Iterable[tuple[Key, str]], missing: int = 0) -> list[Key]:
    """The records whose texts have the words asked for, those with the fewest others first.

    Args:
        asked: The words.
        texts: Records, each with one of its names or with its definition.
        missing: How many words may be missing, of three and more.
    """
    best: dict[Key, float] = {}
    for key, text in texts:
        found = _without_little_words(forms(text))
        score = max((_likeness(words, found, missing) for words in asked), default=0.0)
        best[key] = max(score, best.get(key, 0.0))
    return sorted((key for key in best if best[key]), key=lambda key: -best[key])


def respelt(asked: Readings, texts: Iterable[tuple[Key, str]]) -> Readings:
    """The words asked for, each as texts spell it that have it nearly so: *forcast*, *forecast*."""
    known = list({form: None for _, text in texts for form in forms(text)})

    def nearest(word: str) -> str:
        return next(iter(get_close_matches(word, known, n=1, cutoff=SLIP)), word)

    return [[nearest(word) for word in words] for words in asked]


def by_definition(asked: Readings, texts: Iterable[tuple[Key, str]]) -> list[Key]:
    """The records whose definitions have the words asked for; none if too many have them."""
    found = by_words(asked, texts)
    return found if len(found) <= _MANY else []


def by_spelling(name: str, known: Iterable[tuple[Key, str]], least: float = NEAR) -> list[Key]:
    """The records whose names are spelled nearly so, best first.

    Args:
        name: The name as it was given.
        known: Records, each with one of its folded names.
        least: How alike they must be at least.
    """
    from roleguide.name_matching import fold  # options and commands have no records

    keys: dict[str, list[Key]] = {}
    for key, folded in known:
        keys.setdefault(folded, []).append(key)
    asked = fold(name)
    close = get_close_matches(asked, list(keys), n=_CLOSE, cutoff=least)
    best = SequenceMatcher(None, close[0], asked).ratio() if close else 0.0
    near = [c for c in close if SequenceMatcher(None, c, asked).ratio() > best - 0.1]
    near = [*(swapped for swapped in _swapped(asked) if swapped in keys), *near]
    return list(dict.fromkeys(key for folded in near for key in keys[folded]))


def _swapped(word: str) -> Iterator[str]:
    """A word with two neighbouring letters in each other's place, as *cms* is *csm*."""
    for at in range(len(word) - 1):
        yield f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"


def _without_little_words(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in LITTLE] or list(words)


def _start(word: str) -> str:
    return min(word[: max(_SHORTEST_START, len(word) - _LONGEST_ENDING)], _kin(word), key=len)


def _kin(word: str) -> str:
    """What a word has in common with those of its family."""
    kin = stem(word)
    return kin[:-1] if kin[-1] == "e" and len(kin) > _LONGEST_ENDING else kin


def _likeness(words: Sequence[str], found: Collection[str], most: int) -> float:
    """How much of a text is what was asked for, from 0 (not near) to 1."""
    kin = {_kin(word) for word in found}
    scores = [1.0 if word in found else _KIN if _kin(word) in kin else 0.0 for word in words]
    missing = scores.count(0.0)
    if missing > (most if len(words) >= _SEVERAL else 0):
        return 0.0
    return sum(scores) / (len(found) + missing)
