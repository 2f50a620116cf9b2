"""The words of a choice by the labels that readers see on the pages, in any language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from roleguide.cli.likely_words import suggestions
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES
from roleguide.model import COUNTRIES
from roleguide.name_matching import fold
from roleguide.sections import SECTIONS
from roleguide.views import labels

LABELLED: Final[tuple[Mapping[str, str], ...]] = (
    labels.LEVELS,
    labels.STAGES,
    COUNTRIES,
    {name: section.label for name, section in SECTIONS.items()},
)
"""Labels by the words that they stand for."""


def word_of(value: str, allowed: Sequence[str]) -> str | None:
    """The word that a value stands for, whatever its case and accents; None if it is none."""
    return next((word for label, word in _labels(allowed) if label == fold(value)), None)


def near(value: str, allowed: Sequence[str]) -> list[str]:
    """The word that a value resembles, or whose label it does."""
    by_label = dict(_labels(allowed))
    return [by_label[label] for label in suggestions(fold(value), dict.fromkeys(by_label, ""))]


def _labels(allowed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Folded labels, each with its word. A word also counts as its own label, and comes first."""
    yield from ((fold(word), word) for word in allowed)
    for label_of in LABELLED:
        if set(allowed) <= label_of.keys():
            for code in LANGUAGES:
                say = Language(code).say
                yield from ((fold(say(label_of[word])), word) for word in allowed)
