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
"""The keys of names, which are often the same in several languages, or in one alone."""

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

    A record whose texts are all in one language is left alone, however they are written; so is
    what it takes over.

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
            lacking = [text for text in said if spoken - text.languages]
            if len(spoken) > 1 and lacking:
                texts = ", ".join(f'{code}: "…"' for code in sorted(spoken))
                values = {
                    "language": ", ".join(sorted(spoken - lacking[0].languages)),
                    "number": len(lacking),
                    "example": f"{{{texts}}}",
                }
                yield Breach((section, identifier, *lacking[0].path), values)


def _spoken(said: Sequence[_Said]) -> frozenset[str]:
    """The languages of a record: those that its texts name."""
    return frozenset[str]().union(*(text.languages for text in said if not text.one))


def _said(record: object, taken: Container[tuple[str, str]]) -> Iterator[_Said]:
    """The texts of a record that are its own, but for its names, each with its own languages."""
    for path, text in texts_in(record):
        own = {language for language, words in text.items() if (language, words) not in taken}
        if not own or path[0] in _NAMES:
            continue
        one = text.keys() == LANGUAGES.keys() and len({*text.values()}) == 1
        words = text[min(own)]
        if not one:
            yield _Said(path, frozenset(own), one=False)
        elif len(words.split()) >= _SENTENCE:
            yield _Said(path, frozenset({_language(words)}), one=True)


def _language(words: str) -> str:
    """The language of a sentence, by its little words; the first one where they do not tell."""
    found = bare(words).split()
    return max(LANGUAGES, key=lambda code: sum(map(Language(code).little.__contains__, found)))
