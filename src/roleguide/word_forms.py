"""Words of a title without what does not matter: case, accents, plurals and feminine endings.

*Directrices commerciales* and *directeur commercial* come to the same forms. Forms are keys to
compare by, and no words to show. Nothing here knows a guide.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from roleguide.language import Language
from roleguide.language.folding import bare
from roleguide.language_tags import LANGUAGES

LONGEST_PHRASE: Final = 4
"""Words of the longest phrase that is looked up."""

READINGS: Final = 4
"""In how many ways a title is read where its abbreviations stand for several things."""

WORD: Final = re.compile(r"(?:[^\W_]+|\ufffd)+")
"""A word; a character that was lost on the way (U+FFFD) counts as one of its letters."""

_RULES: Final = tuple(map(Language, LANGUAGES))

_SAME_ENDINGS: Final = tuple(pair for rules in _RULES for pair in rules.same_endings)
"""Endings of all languages, since a title may be in any of them or in several."""
_ENDINGS: Final = ("e", *(ending for ending, _ in _SAME_ENDINGS))

_SHORTEST: Final = 5
"""Letters that taking off a final *e* must leave, so that *care* and *car* stay apart."""

LITTLE: Final = frozenset(word for rules in _RULES for word in rules.little)
"""Words so frequent that they tell nothing beside any other."""

_KINDS: Final = re.compile(f"(?:{'|'.join(e for rules in _RULES for e in rules.endings)})$")
_SHORTEST_STEM: Final = 4
"""The fewest letters of a word that are left without its ending."""


class Entry(NamedTuple):
    """What a word or phrase of the guide's title words says.

    Attributes:
        kind: Its kind, as in the model.
        level: Its place on the ladder, from 0; -1 unless it is a rank.
        means: The forms it stands for; none unless it is a spelling.
    """

    kind: str
    level: int = -1
    means: tuple[str, ...] = ()


Lookup: TypeAlias = Mapping[str, Sequence[Entry]]
"""What phrases say, by their forms written together."""


class Piece(NamedTuple):
    """A form, and the words it comes from: those from `start` to before `stop`.

    Where it translates a word, `written` is the form of that word; else it is the form itself.
    """

    form: str
    start: int
    stop: int
    written: str


class Span(NamedTuple):
    """A phrase: the words from `start` to before `stop`, and what they say."""

    start: int
    stop: int
    kind: str
    level: int


def forms(text: str) -> list[str]:
    """The forms of the words of a text, in their order."""
    return [form(word) for word in WORD.findall(bare(text))]


@lru_cache(maxsize=8192)
def form(word: str) -> str:
    """The form of a word that is bare of capitals and accents."""
    if len(word) < 4:
        return word
    if word[-1] == "s":
        word = word.rstrip("s") if len(word.rstrip("s")) > 2 else word
    if word[-1] == "y" and len(word) >= _SHORTEST:
        return f"{word[:-1]}i"
    return _changed_ending(word) if word.endswith(_ENDINGS) else word


def _changed_ending(word: str) -> str:
    for ending, other in _SAME_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + other
    while len(word) > _SHORTEST and word[-1] == "e":
        word = word[:-1]
    return word


def stem(word: str) -> str:
    """A word without its ending of plural, gender or kind, if enough of it is left."""
    found = _KINDS.search(word)
    return word[: found.start()] if found and found.start() >= _SHORTEST_STEM else word


def as_lookup(rows: Iterable[tuple[str, str, int, str]]) -> dict[str, list[Entry]]:
    """What the store says of phrases, by phrase."""
    found: dict[str, list[Entry]] = {}
    for phrase, kind, level, means in rows:
        found.setdefault(phrase, []).append(Entry(kind, level, tuple(means.split())))
    return found


def phrases(found: Sequence[str]) -> set[str]:
    """All phrases that some forms make, as they are looked up."""
    return {"".join(found[start:stop]) for start, stop in runs(len(found))}


def runs(length: int, barriers: Container[int] = ()) -> Iterable[tuple[int, int]]:
    """Where phrases may stand among so many words, longest first at each place.

    Args:
        length: How many words there are.
        barriers: Words before which no phrase goes on.
    """
    return _runs_up_to(length, barriers) if barriers else _runs(length)


@lru_cache(maxsize=64)
def _runs(length: int) -> list[tuple[int, int]]:
    """Those without barriers: the thousand names of a guide have few lengths."""
    return [*_runs_up_to(length)]


def _runs_up_to(length: int, barriers: Container[int] = ()) -> Iterator[tuple[int, int]]:
    for start in range(length):
        stop = min(length, start + LONGEST_PHRASE)
        stop = next((at for at in range(start + 1, stop) if at in barriers), stop)
        for end in range(stop, start, -1):
            yield start, end


def respelled(
    found: Sequence[str], lookup: Lookup, barriers: Container[int] = ()
) -> list[list[Piece]]:
    """The forms with abbreviations and variants replaced by what they stand for.

    Where one stands for several things, there is a list for each, up to `READINGS`.
    """
    lists: list[list[Piece]] = [[]]
    at = 0
    for start, stop in runs(len(found), barriers):
        if start < at:
            continue
        entries = lookup.get("".join(found[start:stop]), ())
        if (entries or stop == start + 1) and (more := _ways(entries, found, start, stop)):
            lists = [[*before, *pieces] for before in lists for pieces in more][:READINGS]
            at = stop
    return lists


def _ways(
    entries: Sequence[Entry], found: Sequence[str], start: int, stop: int
) -> list[list[Piece]]:
    """The ways to read a phrase; none for words that nothing says to belong together."""
    ways = [_pieces(entry, found, start, stop) for entry in entries if entry.means]
    if not ways and stop == start + 1:
        return [[Piece(found[start], start, stop, found[start])]]
    return ways


def _pieces(entry: Entry, found: Sequence[str], start: int, stop: int) -> list[Piece]:
    if entry.kind == "translation" and len(entry.means) == 1 and stop == start + 1:
        return [Piece(entry.means[0], start, stop, found[start])]
    return [Piece(form, start, stop, form) for form in entry.means]


def spans(found: Sequence[str], lookup: Lookup, barriers: Container[int] = ()) -> Iterator[Span]:
    """The phrases among the forms that say something, longest first at each place."""
    for start, stop in runs(len(found), barriers):
        for entry in lookup.get("".join(found[start:stop]), ()):
            if not entry.means:
                yield Span(start, stop, entry.kind, entry.level)
