"""Where a role is asked for by no name it has: the glossary's usual sense, then a title read.

Names come first, so that what a name means never changes; and nothing is run by guess: a reading
that is not sure is answered with a list.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from roleguide.errors import AmbiguousName, TitlesApart, UnclearTitle, UnknownName
from roleguide.language import N_, Language, said_in_any
from roleguide.name_matching import fold
from roleguide.titles import TitleReading, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roleguide.catalog import Catalog


def role_meant(
    catalog: Catalog, name: str, language: Language, unknown: UnknownName
) -> tuple[str, TitleReading | None]:
    """The id of the role that a name means which no role has, and the reading if it was read.

    Args:
        catalog: The guides in effect.
        name: The name, or a title as people write one.
        language: The language of the lists in errors.
        unknown: What to say where it means nothing.

    Raises:
        UnclearTitle: It may mean several roles, or one that it does not quite name.
        UnknownName: It means no role.
    """
    guide = name.partition("/")[0]
    if guide != name and guide in catalog.guides:
        raise unknown
    if usual := _usual(catalog, name, language):
        return usual, None
    reading = read(catalog, name)
    if reading.role:
        return reading.role, reading
    if _is_qualified(catalog, name) and not read(catalog, guide).trade:
        raise _no_guide(guide)
    if _leads_nowhere(catalog, reading, unknown):
        raise _none_of_ours(catalog, reading, language, unknown)
    raise _unclear(catalog, name, reading, language)


def _unclear(
    catalog: Catalog, name: str, reading: TitleReading, language: Language
) -> UnclearTitle:
    apart = _titles_apart(catalog, name)
    roles = dict.fromkeys([*apart, *(candidate.role for candidate in reading.candidates)])
    near = [(role, _title_and_sentence(catalog, role, language)) for role in roles]
    return (TitlesApart if apart else UnclearTitle)(name, near)


def _titles_apart(catalog: Catalog, text: str) -> list[str]:
    """The two roles named around a word between titles: *difference between sdr and bdr*."""
    words = text.strip("?!. ").split()
    between = said_in_any(lambda n: {*n.opposing, *n.conjunctions.values(), *n.beside})
    for at, word in enumerate(words[:_MOST_WORDS]):
        if fold(word) in between:
            before = [" ".join(words[start:at]) for start in range(at)]
            after = [" ".join(words[at + 1 : stop]) for stop in range(len(words), at + 1, -1)]
            found = {role: None for side in (before, after) for role in _first(catalog, side)}
            if len(found) == 2:
                return [*found]
    return []


def _first(catalog: Catalog, names: Sequence[str]) -> list[str]:
    """The role that the first of some names means which is somebody's; none where several do."""
    name = next(filter(catalog.has_role, names), None)
    roles = catalog.called("roles", name) if name else []
    return roles if len(roles) == 1 else []


_MOST_WORDS: Final = 16
"""Words of a line that are looked at for one that stands between titles."""


def _is_qualified(catalog: Catalog, name: str) -> bool:
    """Whether a name is written as the role of a guide; *acheteur/acheteuse* is one title."""
    from roleguide.reading.values import IDENTIFIER  # for a name with a slash

    guide, _, role = name.partition("/")
    ids = all(IDENTIFIER.fullmatch(part) for part in (guide, role))
    return ids and guide[:_ALIKE] != role[:_ALIKE] and not catalog.has(guide)


def _no_guide(guide: str) -> UnknownName:
    text = N_("No guide in use is called “{name}”; --guide PATH adds one, wherever it lies.")
    return UnknownName(text, guide, listing="roleguide guides")


_ALIKE: Final = 3
"""Letters that the two genders of a title have in common at least."""


def _usual(catalog: Catalog, name: str, language: Language) -> str | None:
    """The role that the glossary gives as the usual sense of a name."""
    roles = catalog.usual_roles(name)
    if len(roles) > 1:
        raise AmbiguousName(name, [(i, catalog.title("roles", i, language)) for i in roles])
    return next(iter(roles), None)


def _leads_nowhere(catalog: Catalog, reading: TitleReading, unknown: UnknownName) -> bool:
    """Whether a title is that of no role, and nothing near is worth a list."""
    return bool(reading.trade) or not reading.candidates or _is_slip(catalog, reading, unknown)


def _is_slip(catalog: Catalog, reading: TitleReading, unknown: UnknownName) -> bool:
    """Whether a name is nearer to the spelling of something than to any title."""
    unsaid = all(c.unknown for c in reading.candidates)
    if _is_one_word(reading):
        return (unsaid or bool(reading.corrections)) and bool(unknown.suggestions)
    return unsaid and not catalog.spelled(reading.title).isdisjoint(unknown.suggestions)


def _none_of_ours(
    catalog: Catalog, reading: TitleReading, language: Language, unknown: UnknownName
) -> UnknownName:
    if not reading.trade:
        return unknown
    text = N_("“{name}” is a job that this guide does not describe.")
    near = [candidate.role for candidate in reading.candidates[:3]]
    titles = {role: catalog.title("roles", role, language) for role in near}

    def nearest() -> Mapping[str, str]:
        # In a longer title, only a word that all trades have would be left to go by: *manager*.
        return titles or (unknown.titles if _is_one_word(reading) else {})

    return UnknownName(text, reading.title, nearest, way_on(catalog, reading))


def way_on(catalog: Catalog, reading: TitleReading) -> str:
    """The command that leads on from a title of no role: to where its one word is written.

    A founder is no role of the guide and is met all over it.
    """
    if _is_one_word(reading) and reading.trade:
        from roleguide.search import search  # seldom needed

        if search(catalog, reading.title, None, 1).hits:
            end = "-- " if reading.title.startswith("-") else ""
            return f"roleguide search {end}{shlex.quote(reading.title)}"
    return "roleguide list"


def _is_one_word(reading: TitleReading) -> bool:
    return len(reading.title.split()) == 1


def _title_and_sentence(catalog: Catalog, role: str, language: Language) -> str:
    """A role's title, and in a sentence what it is."""
    record = catalog.entry(role).role
    title, sentence = language.of(record.title.text), language.of(record.plain or record.mission)
    return f"{language.label(title)} {sentence}"
