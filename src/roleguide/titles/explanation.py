"""All that there is to say of a title: what it means, what it hides, how it is written. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from roleguide.catalog import Catalog, RoleEntry
from roleguide.errors import AmbiguousName, UnknownName
from roleguide.language import Language
from roleguide.language.folding import bare
from roleguide.language_tags import LANGUAGES, SOURCE
from roleguide.model import AlsoCalled, Question, Sense
from roleguide.name_matching import fold, names_of, other_title
from roleguide.titles import LONGEST, Candidate, TitleReading, read
from roleguide.titles.scanning import repaired
from roleguide.titles.words import Words
from roleguide.word_forms import WORD, form, forms, runs

_CANADA: Final = "CA"
"""The country whose French has titles of its own."""

_ANY: Final = Language(SOURCE)
"""The language of errors that nobody sees."""


class Meaning(NamedTuple):
    """A role that a title may mean.

    Attributes:
        found: By what it was found.
        entry: The role.
        name: The name by which it was found, as it is written.
        title: The entry of its other titles that this name is; None where it is none of them.
    """

    found: Candidate
    entry: RoleEntry
    name: str
    title: AlsoCalled | None


class Hidden(NamedTuple):
    """A term in a title, and those of its senses that the words there may have."""

    term: str
    senses: tuple[Sense, ...]


class Test(NamedTuple):
    """A question that tells two roles apart, by their ids."""

    roles: tuple[str, str]
    question: Question


class Form(NamedTuple):
    """How a title is written.

    Attributes:
        lang: Its language; with a country where that has a title of its own.
        text: The title; with both forms where it has two.
        gendered: Its two forms under `m` and `f`, or None.
    """

    lang: str
    text: str
    gendered: Mapping[str, str] | None = None


class Explanation(NamedTuple):
    """A title explained.

    Attributes:
        reading: What it was read as.
        meanings: The roles, aligned with the candidates of the reading.
        hidden: The terms in it.
        tests: What tells these roles apart.
        forms: How the title of the role is written; none unless the reading is sure.
        confused: The roles that people confuse it with, by a written pair; none likewise.
    """

    reading: TitleReading
    meanings: tuple[Meaning, ...]
    hidden: tuple[Hidden, ...]
    tests: tuple[Test, ...]
    forms: tuple[Form, ...]
    confused: tuple[str, ...]


def understand(catalog: Catalog, title: str) -> TitleReading:
    """What a title means: what goes by that name, else what it reads as.

    Args:
        catalog: The guides in effect.
        title: The title, however it was written.
    """
    reading = _named(catalog, repaired(title[:LONGEST])) or read(catalog, title)
    return reading if reading.candidates or reading.trade else _resembling(catalog, reading)


def _named(catalog: Catalog, text: str) -> TitleReading | None:
    """What goes by that name: a role, several, or those that a term means."""
    if not catalog.has(text):
        return None
    try:
        section, identifier = catalog.find_any(text, _ANY)
    except AmbiguousName:
        section, identifier = "roles", ""
    roles = catalog.called("roles", text)
    if section == "terms":
        return _usual(catalog, text, identifier, roles)
    if section == "roles" and roles:
        named = tuple(Candidate(role, fold(text), "name", ()) for role in roles)
        return TitleReading(text, named, sure=bool(identifier))
    return None


def _usual(catalog: Catalog, text: str, term: str, named: Sequence[str]) -> TitleReading | None:
    """The roles that a term means, the usual ones first; sure where there is one usual sense."""
    senses = catalog.sections.terms[term].senses
    usual = [sense for sense in senses if sense.use == "usual"] or senses[:1]
    meant = [sense.role for sense in (*usual, *senses) if sense.role]
    roles = dict.fromkeys((*meant, *named))
    found = tuple(Candidate(role, fold(text), "sense", ()) for role in roles)
    sure = len(usual) == 1 and usual[0].role is not None
    return TitleReading(text, found, sure=sure) if found else None


def _resembling(catalog: Catalog, reading: TitleReading) -> TitleReading:
    """The roles that are near a title without any meaning, by a word or by the spelling."""
    try:
        catalog.find("roles", reading.title, _ANY)
    except UnknownName as error:
        near = tuple(Candidate(role, "", "near", ()) for role in error.suggestions)
        return reading._replace(candidates=near)
    except AmbiguousName:  # a name that only signs set apart, such as C#
        pass
    return reading


def explain(catalog: Catalog, reading: TitleReading) -> Explanation:
    """What there is to say of a title that was read."""
    meanings = tuple(_meaning(catalog, candidate) for candidate in reading.candidates)
    return Explanation(
        reading,
        meanings,
        tuple(_hidden(catalog, reading)),
        tuple(_tests(catalog, meanings)) if reading.verdict != "none" else (),
        tuple(_forms(meanings[0])) if reading.sure else (),
        tuple(catalog.paired(reading.role)) if reading.role else (),
    )


def _meaning(catalog: Catalog, found: Candidate) -> Meaning:
    entry = catalog.entry(found.role)
    names = [name for _, name in names_of(entry.id, entry.role)]
    # The id comes last: it often folds like a title, which reads better.
    name = next((name for name in (*names[1:], names[0]) if fold(name) == found.name), "")
    return Meaning(found, entry, name, other_title(entry.role, found.name))


def _hidden(catalog: Catalog, reading: TitleReading) -> Iterator[Hidden]:
    """The terms in a title, longest first at each place, in the order in which they stand there."""
    words = Words(catalog.store)
    words.learn(forms(reading.title))
    found = [word for word in WORD.findall(reading.title) if not _is_mark(word, words)]
    wholes = {fold("".join(found)), *(candidate.name for candidate in reading.candidates)}
    at = 0
    for start, stop in runs(len(found)):
        phrase = found[start:stop]
        telling = reading.verdict != "none" and _tells(phrase, words)
        if start >= at and (telling or fold("".join(phrase)) in wholes):
            terms = list(_senses(catalog, phrase))
            at = stop if terms else at
            yield from terms


def _is_mark(word: str, words: Words) -> bool:
    """Whether a word is a letter or two of a mark of gender, such as *H/F*."""
    return len(word) < 3 and any(entry.kind == "gender" for entry in words[form(bare(word))])


def _tells(phrase: Sequence[str], words: Words) -> bool:
    """Whether a phrase inside a title says more of it than what the work is about.

    *Sales* in *Head of Sales* is explained by the role; a rank or several words may mislead.
    """
    return len(phrase) > 1 or any(entry.kind == "rank" for entry in words[form(bare(phrase[0]))])


def _senses(catalog: Catalog, phrase: Sequence[str]) -> Iterator[Hidden]:
    """The terms of a name, in either gender, and those of which one sense is called so."""
    asked = {fold("".join(phrase)), "".join(forms("".join(f"{word} " for word in phrase)))}
    for identifier in dict.fromkeys(i for name in asked for i in catalog.called("terms", name)):
        term = catalog.sections.terms[identifier]
        own = {*map(fold, (identifier, *term.name.values(), *term.also))}
        if own & asked:
            yield Hidden(identifier, term.senses)
        else:
            named = (s for s in term.senses if asked & {*map(fold, (s.name or {}).values())})
            yield Hidden(identifier, tuple(named))


def _tests(catalog: Catalog, meanings: Sequence[Meaning]) -> Iterator[Test]:
    """What is written to tell roles apart."""
    for one, other in combinations((meaning.entry.id for meaning in meanings), 2):
        if pair := catalog.pair(one, other):
            yield from (Test((one, other), question) for question in pair.tests)


def _forms(meaning: Meaning) -> Iterator[Form]:
    """The role's own title in each language, the one that was found, and those of Canada."""
    role = meaning.entry.role
    for code in LANGUAGES:
        if text := role.title.text.get(code):
            yield Form(code, text, _gendered(code, text, role.title.gendered))
    if meaning.title and not _is_canadian(meaning.title):
        yield Form(meaning.title.lang, *meaning.title.text)
    for title in filter(_is_canadian, role.titles):
        yield Form(f"{title.lang.partition('-')[0]}-{_CANADA}", *title.text)


def _is_canadian(title: AlsoCalled) -> bool:
    """Whether a title is used in Canada alone."""
    return title.markets == (_CANADA,) or title.lang.endswith(f"-{_CANADA}")


def _gendered(code: str, text: str, forms: Mapping[str, str] | None) -> Mapping[str, str] | None:
    """The two forms of a title, if they are those of its wording in a language."""
    return forms if forms and Language(code).doublet(forms["m"], forms["f"]) == text else None
