"""Whether what a record says is said in all the languages that it speaks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from roleguide.language import N_, Language
from roleguide.language.folding import bare
from roleguide.language_tags import LANGUAGES
from roleguide.model import Sections
from roleguide.reading.consistency.finding import Breach, Path, rule
from roleguide.reading.quality.texts import texts_in, words_in

_SECTIONS: Final = ("roles", "skills", "activities", "pairs")
"""Whose records say things in sentences."""

_NAMES: Final = ("title", "short", "titles", "formerly", "name")
"""The keys of names: they tell a record's languages, yet may stand in one of them alone."""

_SENTENCE: Final = 4
"""Words from which on a text that stands for all languages is a sentence in one of them."""


class _Said(NamedTuple):
    """A text of a record.

    Attributes:
        path: Where it stands.
        languages: Those it is in.
        one: Whether it was written once, for all languages.
    """

    path: Path
    languages: frozenset[str]
    one: bool


@rule(
    N_("no text under “{language}:”, here or elsewhere ({number} in all)"),
    N_("write each text in all languages of the record, as in {example}, or in one"),
)
def texts_are_in_all_languages(sections: Sections, below: Sections) -> Iterator[Breach]:
    """What a record says in a language, it says in that language throughout.

    A record whose texts and names are all in one language is left alone, however they are
    written; so is what it takes over.

    Args:
        sections: A guide's own records.
        below: Those of the guides below it.
    """
    for section in filter(sections._asdict().get, _SECTIONS):
        records = getattr(below, section).values()
        taken = {(code, words) for record in records for _, code, words in words_in(record)}
        for identifier, record in getattr(sections, section).items():
            said = [*_said(record, taken)]
            spoken = _spoken(said)
            lacking = _lacking(said, spoken)
            if len(spoken) > 1 and lacking:
                texts = ", ".join(f'{code}: "…"' for code in sorted(spoken))
                values = {
                    "language": ", ".join(sorted(spoken - lacking[0].languages)),
                    "number": len(lacking),
                    "example": f"{{{texts}}}",
                }
                yield Breach((section, identifier, *lacking[0].path), values)


def _spoken(said: Sequence[_Said]) -> frozenset[str]:
    """The languages of a record: those that its texts and its names name."""
    return frozenset[str]().union(*(text.languages for text in said if not text.one))


def _lacking(said: Sequence[_Said], spoken: frozenset[str]) -> list[_Said]:
    """The texts that are not in all languages of their record; names need not be."""
    return [text for text in said if text.path[0] not in _NAMES and spoken - text.languages]


def _said(record: object, taken: Container[tuple[str, str]]) -> Iterator[_Said]:
    """The texts of a record that are its own, each with its own languages, where they tell."""
    for path, text in texts_in(record):
        own = {language for language, words in text.items() if (language, words) not in taken}
        if not own:
            continue
        one = text.keys() == LANGUAGES.keys() and len({*text.values()}) == 1
        words = text[min(own)]
        if not one:
            yield _Said(path, frozenset(own), one=False)
        elif len(words.split()) >= _SENTENCE and (language := _language(words)):
            yield _Said(path, frozenset({language}), one=True)


def _language(words: str) -> str | None:
    """The language of a sentence, by its little words; none where they do not tell.

    Between names alone, as in “Bank of Ireland and Stripe”, they do not tell.
    """
    little = {code: Language(code).little for code in LANGUAGES}
    linking = frozenset[str]().union(*little.values())
    if not any(word[0].islower() and bare(word) not in linking for word in words.split()):
        return None
    found = bare(words).split()
    told = {code: sum(map(own.__contains__, found)) for code, own in little.items()}
    most = [code for code in LANGUAGES if told[code] == max(told.values())]
    return most[0] if len(most) == 1 else None
