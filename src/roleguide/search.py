"""Find the records in which words are written, in any language. Pure.

The index folds case and accents. This module folds ligatures, takes off endings of plural and
gender, and looks up each word by its beginning, so that *négocier* finds *négociation*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from roleguide.catalog import Catalog
from roleguide.language.folding import bare, has_other_letters, is_mark
from roleguide.name_matching import fold
from roleguide.sections import SEARCHED, weight
from roleguide.word_forms import LITTLE, stem

MOST: Final = 20
"""Records given unless more are asked for, the best ones."""

MOST_WORDS: Final = 32
"""Different words looked for. A longer query is a pasted page: its first words tell as much, and
each further word takes time."""

_RANKED: Final = 400
"""Texts that are ranked here; the others follow in the order of the index."""

_WORD: Final = re.compile(r"[^\W_]+")

Row: TypeAlias = tuple[str, str, str, str, str]
"""A text that matches: section, id, field, language, text."""


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


class SearchResult(NamedTuple):
    """What a search found.

    Attributes:
        hits: The best hits.
        total: How many records match in all.
        words: The different words that were asked for; only the first `MOST_WORDS` were looked for.
    """

    hits: list[Hit]
    total: int
    words: int


def search(
    catalog: Catalog, query: str, sections: Sequence[str] | None = None, most: int = MOST
) -> SearchResult:
    """The records with all words of a query, or if there is none, with any of them; best first.

    Args:
        catalog: The guides in effect.
        query: Words in either language.
        sections: The sections to look in; all if None.
        most: How many records to give; 0 for all.
    """
    asked = dict.fromkeys(words(query))
    telling = [word for word in asked if word not in LITTLE] or list(asked)
    stems = tuple(dict.fromkeys(map(stem, telling[:MOST_WORDS])))
    queries, rows = _matching(catalog, stems, sections)
    hits = _ranked(rows, stems) if stems else list(_named(catalog, query, sections or SEARCHED))
    total = len(hits)
    if len(rows) == _RANKED and 0 < most <= total:
        total = catalog.store.count_matches(queries, sections)
    elif len(rows) == _RANKED:
        rest = catalog.store.search(queries, sections)[_RANKED:]
        hits += _ranked(rest, stems, besides=hits)
        total = len(hits)
    return SearchResult(hits[: most or total], total, len(telling))


def _matching(
    catalog: Catalog, stems: Sequence[str], sections: Sequence[str] | None
) -> tuple[list[str], list[Row]]:
    """The queries for the index, and the first texts that match one of them."""
    words = [f'"{stem}"*' for stem in stems]
    for queries in ([" AND ".join(words)], words) if words else ():
        if rows := catalog.store.search(queries, sections, _RANKED):
            return queries, rows
    catalog.store.verify()
    return [], []


def _named(catalog: Catalog, query: str, sections: Sequence[str]) -> Iterator[Hit]:
    """The records named by a query without words, such as an emoji, which is not in the index."""
    folded = fold(query)
    for section in sections:
        for _, identifier, name in catalog.store.find(section, folded) if folded else ():
            yield Hit(section, identifier, "name", "", name, ((0, len(name)),))


def _ranked(rows: Sequence[Row], stems: tuple[str, ...], besides: Sequence[Hit] = ()) -> list[Hit]:
    """The best text of each record that is not among `besides`, the best record first.

    What says the same stays in the order of the index.
    """
    known = {hit[:2] for hit in besides}
    best: dict[tuple[str, str], tuple[float, Hit]] = {}
    for row in rows:
        key = row[:2]
        if key not in known:
            score, hit = _scored(row, stems)
            if key not in best or best[key][0] < score:
                best[key] = (score, hit)
    ordered = sorted(best.values(), key=lambda scored: -scored[0])
    return [hit for _, hit in ordered]


def _scored(row: Row, stems: tuple[str, ...]) -> tuple[float, Hit]:
    """A text as a hit, and how well it answers."""
    text = row[-1]
    spans = word_spans(text)
    marked = [(span, word) for span in spans if (word := _word(text, span)).startswith(stems)]
    hit = Hit(*row, marks=tuple(span for span, _ in marked))
    return _score(hit, [word for _, word in marked], len(spans), stems), hit


def words(text: str) -> list[str]:
    """The words of a text, without case, accents and ligatures."""
    plain = bare(text)
    return [plain[start:end] for start, end in word_spans(plain)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a text begin and end."""
    if has_other_letters(text):  # whose marks are part of the word, which `\w` does not know
        text = "".join("x" if is_mark(character) else character for character in text)
    return [match.span() for match in _WORD.finditer(text)]


def _word(text: str, span: tuple[int, int]) -> str:
    return bare(text[slice(*span)])


def _score(hit: Hit, found: Sequence[str], length: int, stems: Sequence[str]) -> float:
    """How well a text answers: by its field, how much of it was asked for, and exactness.

    Args:
        hit: The text.
        found: The words in it that were asked for.
        length: All its words.
        stems: What was asked for.
    """
    covered = sum(any(word.startswith(s) for word in found) for s in stems) / len(stems)
    density = len(found) / max(length, 1)
    return weight(hit.section, hit.field) * (covered**2) * (0.4 + density)
