"""How texts are worded: filler, languages, genders, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.model import Sections
from roleguide.reading.consistency.finding import Breach, at, rule
from roleguide.reading.quality.texts import texts_in, words_in

_MONEY: Final = re.compile(r"[€$£]\s?\d|\d[\s.,\d]*k?\s?[€$£]")

_AROUND: Final = re.compile(r"[“„«][^“”„«»]*[”“»]")
"""A text between quotation marks of type, with none inside it."""

_PLAIN: Final = ("plain", "mission", "definition", "focus", "scope", "ad", "varies")
"""The texts of a role that say what is so; a scene may invent its figures."""


@rule(
    N_("“{words}”, which could be said of any job"),
    N_("say what is done, to what end, decided by whom"),
)
def texts_have_no_filler(sections: Sections) -> Iterator[Breach]:
    """No text has words that would suit any job."""
    for section in ("roles", "skills", "activities"):
        for identifier, record in getattr(sections, section).items():
            for path, language, words in words_in(record):
                if filler := _filler(language, words):
                    yield Breach((section, identifier, *path, language), {"words": filler})


@rule(
    N_("the marks {marks} around it are part of the text"),
    N_("write it between double quotes: {example}"),
)
def texts_have_no_quotes_around(sections: Sections) -> Iterator[Breach]:
    """No text stands between the quotation marks of type, which mark no text in YAML."""
    for section in ("roles", "skills", "activities"):
        for identifier, record in getattr(sections, section).items():
            for path, text in texts_in(record):
                # Once for a text that stands for every language.
                around = next((words for words in text.values() if _AROUND.fullmatch(words)), None)
                if around:
                    values = {"marks": f"{around[0]} {around[-1]}", "example": '"…"'}
                    yield Breach((section, identifier, *path), values)


def _filler(language: str, words: str) -> str:
    pattern = _fillers(language)
    found = pattern.search(re.sub(r"\s", " ", words)) if pattern else None
    return found[0] if found else ""


@cache
def _fillers(language: str) -> re.Pattern[str] | None:
    fillers = Language(language).fillers
    return re.compile(rf"\b(?:{'|'.join(fillers)})(?!\w)", re.IGNORECASE) if fillers else None


@rule(N_("“{title}” in one gender"), N_("write both, as in {example}"))
def titles_have_both_genders(sections: Sections) -> Iterator[Breach]:
    """A title that is masculine has its feminine beside it."""
    for identifier, role in sections.roles.items():
        if role.title.gendered is not None:
            continue
        for language in LANGUAGES:
            title = role.title.text.get(language, "")
            head = title.partition(" ")[0].casefold()
            if head in Language(language).masculine:
                values = {"title": title, "example": "{m: …, f: …}"}
                yield Breach(("roles", identifier, "title", language), values)


@rule(
    N_("begins with what its part says already"),
    N_("begin with a verb that says what is done"),
)
def parts_begin_with_deeds(sections: Sections) -> Iterator[Breach]:
    """What a role does in an activity begins with what it does; its part is said already."""
    for identifier, role in sections.roles.items():
        for activity, share in role.responsibilities.items():
            for language, words in share.text.items():
                opening = Language(language).worn_opening
                if opening and re.match(opening, words, re.IGNORECASE):
                    path = ("responsibilities", activity, "text", language)
                    yield Breach(("roles", identifier, *path))


@rule(N_("an amount without its source"), N_("put it under {place}, with country, year and source"))
def amounts_have_sources(sections: Sections) -> Iterator[Breach]:
    """An amount of money stands where its source stands."""
    for identifier, role in sections.roles.items():
        values = {"place": at("roles", identifier, "pay.figures")}
        for key in _PLAIN:
            for language, words in (getattr(role, key) or {}).items():
                if _MONEY.search(words):
                    yield Breach(("roles", identifier, key, language), values)
