"""What levels and weights of skills say, and what is basic to every role of a family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import Needed
from roleguide.language import N_, Language
from roleguide.views.document import Inline, Prose
from roleguide.views.links import filled, link, listed

SCALE: Final = N_("level 1 to 5; weight: how much it separates and matters")
"""The note beside skills that have a level and a weight."""
_ALL_NEED: Final = N_("level 1 to 5")
_SOME_NEED: Final = N_("level 1 to 5; a dash: not among its main skills")


def level_note(needs: Iterable[Sequence[Needed | None]]) -> str:
    """The note beside the levels of several roles, each with what they need of one skill."""
    return _SOME_NEED if any(None in values for values in needs) else _ALL_NEED


def basics_of(
    entries: Iterable[RoleEntry], catalog: Catalog, language: Language
) -> Iterator[Prose]:
    """What is basic to every role in the families of these roles, a line a family."""
    for family in dict.fromkeys(entry.role.family for entry in entries):
        yield from basics(family, catalog, language)


def basics(family: str, catalog: Catalog, language: Language) -> Iterator[Prose]:
    """The line that says what is basic to every role of a family, if anything is."""
    record = catalog.sections.families[family]
    if record.basics:
        skills = (_basic(skill, level, catalog, language) for skill, level in record.basics.items())
        name = language.uncapitalized(language.of(record.name))
        line = N_("Basic to every role in {family}: {skills}")
        yield Prose(filled(language, line, family=name, skills=listed(skills)), tone="quiet")


def _basic(skill: str, level: int, catalog: Catalog, language: Language) -> Inline:
    name = link(catalog, language, "skills", skill)
    name = name._replace(text=language.uncapitalized(name.text))
    return filled(language, N_("{skill} ({level})"), skill=name, level=str(level))
