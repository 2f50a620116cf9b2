"""Words become hits: where in the guides something is written, in either language. Pure.

The index folds case and accents; here ligatures are undone, endings of plural and gender are taken
off, and each word is looked up by its beginning, so that *négocier* finds *négociation*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from roleguide.catalog import Catalog
from roleguide.language import rules_of
from roleguide.language.folding import bare
from roleguide.language_tags import LANGUAGES

MOST: Final = 20
"""Records given, the best ones."""

_FETCHED: Final = 400
"""Texts read from the index to rank; the best ones of more would not change."""

_SPOKEN: Final = tuple(map(rules_of, LANGUAGES))
"""The rules of all languages: a query may be in any of them."""

_ENDINGS: Final = re.compile(f"(?:{'|'.join(e for rules in _SPOKEN for e in rules.endings)})$")
_SHORTEST: Final = 4
"""Letters that taking off an ending must leave."""

# A word in a title or a name says more than the same word in a scene.
_FIELD_WEIGHTS: Final = {
    "title": 8.0,
    "name": 8.0,
    "short": 6.0,
    "titles": 5.0,
    "mission": 3.0,
    "plain": 3.0,
    "definition": 3.0,
    "difference": 2.0,
    "responsibilities": 1.5,
}
_SECTION_WEIGHTS: Final = {"roles": 1.3, "terms": 1.15, "activities": 1.1, "skills": 1.1}

_LITTLE: Final = frozenset(word for rules in _SPOKEN for word in rules.little)
"""Words that stand everywhere; they count only where nothing else is asked for."""


class Hit(NamedTuple):
    """A record that matches, and the best text it matches in.

    Attributes:
        section: Its section.
        id: Its id.
        field: The field of that text.
        lang: The text's language.
        text: The text itself.
        marks: Where the words stand in it, as pairs of start and end.
    """

    section: str
    id: str
    field: str
    lang: str
    text: str
    marks: tuple[tuple[int, int], ...]


def search(
    catalog: Catalog, query: str, sections: Sequence[str] | None = None, most: int = MOST
) -> list[Hit]:
    """The records in which all words of a query stand, else any of them; best first.

    Args:
        catalog: The guides in effect.
        query: Words in either language.
        sections: The sections to look in; all if None.
        most: How many records to give.
    """
    asked = words(query)
    stems = [stem(word) for word in asked if word not in _LITTLE] or [stem(w) for w in asked]
    if not stems:
        return []
    for joiner in (" AND ", " OR "):
        phrase = joiner.join(f'"{s}"*' for s in stems)
        rows = catalog.store.search(phrase, sections, _FETCHED)
        if rows:
            break
    else:
        catalog.store.verify()
    scored: dict[tuple[str, str], tuple[float, Hit]] = {}
    for at, (section, identifier, field, lang, text) in enumerate(rows):
        marks = _marks(text, stems)
        score = _score(section, field, text, marks, stems) / (1 + at / 100)
        hit = Hit(section, identifier, field, lang, text, marks)
        key = (section, identifier)
        if key not in scored or scored[key][0] < score:
            scored[key] = (score, hit)
    best = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1].section, pair[1].id))
    return [hit for _, hit in best[:most]]


def words(text: str) -> list[str]:
    """The words of a text, without case, accents and ligatures."""
    return [match[0] for match in re.finditer(r"[^\W_]+", bare(text))]


def stem(word: str) -> str:
    """A word without its ending of plural, gender or kind, if enough of it is left."""
    found = _ENDINGS.search(word)
    return word[: found.start()] if found and found.start() >= _SHORTEST else word


def _marks(text: str, stems: Sequence[str]) -> tuple[tuple[int, int], ...]:
    return tuple(
        match.span()
        for match in re.finditer(r"[^\W_]+", text)
        if any(bare(match[0]).startswith(s) for s in stems)
    )


def _score(
    section: str, field: str, text: str, marks: Sequence[tuple[int, int]], stems: Sequence[str]
) -> float:
    """How well a text answers: by its field, how much of it was asked for, and exactness."""
    found = [words(text[start:end])[0] for start, end in marks]
    covered = sum(any(word.startswith(s) for word in found) for s in stems) / len(stems)
    density = len(marks) / max(len(words(text)), 1)
    weight = _FIELD_WEIGHTS.get(field, 1.0) * _SECTION_WEIGHTS.get(section, 1.0)
    return weight * (covered**2) * (0.4 + density)
