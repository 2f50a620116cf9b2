"""What the script searches in, as a script of data: names, other titles, senses, definitions.

The script follows the rules of `search` and of the reading of titles, whose words come with the
data; the full reader of titles stays in the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.model import Role, Sense, Text, TitleWordKind
from roleguide.name_matching import titles_of
from roleguide.search import words
from roleguide.sections import SEARCHED, SECTIONS
from roleguide.site.contents import Contents
from roleguide.title_index import EMPTY
from roleguide.word_forms import LITTLE, forms

PROSE: Final = {"mission": 3, "plain": 3, "definition": 3}
"""The fields of which the words are found, with what a word in one counts beside one in a name."""

MEANING: Final = 1
"""What a word in the meaning of a term counts."""

_CORE: Final = (*EMPTY, "rank", "trade", "spelling", "translation")
_ASIDE: Final = tuple(kind for kind in get_args(TitleWordKind) if kind not in _CORE)
"""Kinds of title words that surround a title, and do not say nothing at all."""


def search_index(contents: Contents, language: Language) -> str:
    """A script that hands the data to the script of the site."""
    catalog, languages = contents.catalog, [*map(Language, LANGUAGES)]
    data = {
        "records": [*_records(catalog, language)],
        "pairs": None if contents.chosen == "all" else [*contents.pairs],
        "empty": sorted(_phrases(catalog, EMPTY)),
        "ranks": sorted(_phrases(catalog, ("rank",))),
        "aside": sorted(_phrases(catalog, _ASIDE)),
        "spellings": dict(sorted(_spellings(catalog).items())),
        "little": sorted(LITTLE),
        "versus": sorted(_versus(languages)),
        "endings": "|".join(ending for each in languages for ending in each.endings),
        "same": [list(pair) for each in languages for pair in each.same_endings],
        "kinds": {name: language.say(_KINDS.get(name, SECTIONS[name].label)) for name in SEARCHED},
        "weights": {name: SECTIONS[name].weight for name in SEARCHED},
        "words": {name: language.say(text, **_PLACES) for name, text in _WORDS.items()},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"roleguide.take({text.translate(_LINE_ENDS)});\n"


_KINDS: Final = {"roles": N_("job")}
"""What a found record is called where the pages call its kind otherwise than the program does."""

_WORDS: Final = {
    "none": N_("Nothing is called that."),
    "compare": N_("{left} or {right}"),
    "choose": N_("Choose two jobs from the lists."),
    "same": N_("That is the same job twice."),
    "missing": N_("These two have no page here; the program compares any two."),
}
"""What the script says."""

_PLACES: Final = {name: f"{{{name}}}" for name in ("left", "right")}
"""The places in it, which the script fills."""

_LINE_ENDS: Final = {0x2028: "\\u2028", 0x2029: "\\u2029"}


def _versus(languages: Iterable[Language]) -> list[str]:
    """The words that stand between two jobs to be compared."""
    return [word for each in languages for word in (*each.opposing, each.conjunctions["or"])]


def _records(catalog: Catalog, language: Language) -> Iterator[list[object]]:
    """Section, id, title, names with their weights, texts with theirs."""
    for section in SEARCHED:
        for identifier, record in getattr(catalog.sections, section).items():
            if section != "pairs":
                title = catalog.title(section, identifier, language)
                yield [section, identifier, title, _names(identifier, record), _prose(record)]


def _names(identifier: str, record: object) -> list[list[object]]:
    """The names of a record, each with what a word in it counts; every name once."""
    found: dict[str, int] = {}
    for weight, name in _named(identifier, record):
        if said := " ".join(words(name)):
            found.setdefault(said, weight)
    return [[weight, name] for name, weight in found.items()]


def _named(identifier: str, record: object) -> Iterator[tuple[int, str]]:
    for weight, text in _texts(record):
        yield from ((weight, name) for name in text.values())
    others = titles_of(record) if isinstance(record, Role) else ()
    yield from ((5, name) for _, name in others)
    yield from ((5, name) for name in getattr(record, "also", ()))
    yield 5, identifier.replace("-", " ")


def _texts(record: Any) -> Iterator[tuple[int, Text]]:
    """The names of a record that it has in every language."""
    if isinstance(record, Role):
        yield from ((8, text) for text in record.title if text)
    else:
        yield 8, record.name
    yield 6, getattr(record, "short", None) or {}
    yield from ((5, sense.name or {}) for sense in _senses(record))


def _senses(record: object) -> Iterable[Sense]:
    return getattr(record, "senses", ())


def _prose(record: object) -> list[list[object]]:
    """The texts that say what a record is, as words."""
    texts: list[tuple[int, Text]] = [
        (weight, getattr(record, field, None) or {}) for field, weight in PROSE.items()
    ]
    texts += [(MEANING, sense.meaning) for sense in _senses(record)]
    return [[weight, " ".join(words(said))] for weight, text in texts for said in text.values()]


def _phrases(catalog: Catalog, kinds: Sequence[str]) -> set[str]:
    """The phrases around a title that are of some kinds, in their forms."""
    return {
        "".join(forms(text))
        for group in catalog.sections.title_words.values()
        if group.kind in kinds
        for phrases in group.words.values()
        for text in phrases.texts
    } - {""}


def _spellings(catalog: Catalog) -> Mapping[str, str]:
    """What abbreviations and variants stand for first, in forms."""
    return {
        "".join(forms(text)): " ".join(forms(meanings.texts[0]))
        for group in catalog.sections.title_words.values()
        for meanings_of in group.stands_for.values()
        for text, meanings in meanings_of.items()
    }
