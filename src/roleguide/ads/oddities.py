"""What is odd in an advertisement, and what the law of a country says of it. Pure.

No legal advice: words are found and not understood, and a law has more in it than a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from roleguide.ads.result import Missing, Odd
from roleguide.ads.sentences import Sentence
from roleguide.model import AdRule, Phrases
from roleguide.word_forms import WORD

FIRST_LINE: Final = 1
"""The line of what an advertisement does not say anywhere."""


def oddities(
    rules: Mapping[str, AdRule],
    sentences: Sequence[Sentence],
    missing: Iterable[Missing],
    country: str | None,
) -> tuple[Odd, ...]:
    """What is odd, by line, and then what the law misses.

    Args:
        rules: The rules of the guides in effect.
        sentences: The sentences of the advertisement, its title first.
        missing: What it does not state.
        country: The country whose law counts; without it, that of each.
    """
    spaced = [(each, _spaced(each.text)) for each in sentences]
    whole = "".join(words for _, words in spaced)
    found = [
        odd
        for identifier, rule in rules.items()
        if _holds(rule, country) and (rule.requires or _has(whole, rule.words))
        for odd in _broken(identifier, rule, spaced, {*missing})
    ]
    return tuple(sorted(found, key=lambda odd: (odd.line, odd.rule)))


def _holds(rule: AdRule, country: str | None) -> bool:
    """Whether a rule speaks of a country, or of none."""
    return not rule.laws or country is None or country in rule.laws


def _broken(
    identifier: str,
    rule: AdRule,
    sentences: Sequence[tuple[Sentence, str]],
    missing: set[Missing],
) -> Iterator[Odd]:
    if rule.requires is None:
        for each, words in sentences:
            if _has(words, rule.words) and not _has(words, rule.unless):
                yield Odd(identifier, rule, each.line, each.text)
    elif rule.requires in missing:
        yield from _lacking(identifier, rule, sentences)


def _lacking(
    identifier: str, rule: AdRule, sentences: Sequence[tuple[Sentence, str]]
) -> Iterator[Odd]:
    """A statement that is missing, at the first sentence that names the place where it must be."""
    if not rule.places:
        yield Odd(identifier, rule, FIRST_LINE, "")
        return
    for each, words in sentences:
        if _has(words, rule.places) and not _has(words, rule.unless):
            yield Odd(identifier, rule, each.line, each.text)
            return


def _has(words: str, phrases: Mapping[str, Phrases]) -> bool:
    """Whether one of some phrases stands in a sentence."""
    return any(phrase in words for each in phrases.values() for phrase in _all_spaced(each.texts))


@cache
def _all_spaced(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_spaced, texts))


@cache
def _spaced(text: str) -> str:
    """The words of a text, each with a space on both sides; accents tell two languages apart."""
    return f" {' '.join(WORD.findall(text.casefold()))} "
