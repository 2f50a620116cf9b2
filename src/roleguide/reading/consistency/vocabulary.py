"""Words against words: other spellings of a term, and skills against interviews and basics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from roleguide.language import N_
from roleguide.language.folding import bare
from roleguide.model import Sections, Term
from roleguide.reading.consistency.finding import Breach, at, rule

_LINKED: Final = {"metrics": "metric", "activities": "activity", "skills": "skill", "tools": "tool"}
"""The sections whose records a term may name, and by which field of a sense."""


@rule(
    N_("“{name}” is the name of {section}.{id}, which is something else"),
    N_("leave it out; {see} may lead there"),
)
def other_names_are_synonyms(sections: Sections) -> Iterator[Breach]:
    """What a term is also called is no name of another record."""
    names = _names(sections)
    for identifier, term in sections.terms.items():
        linked = _linked(identifier, term)
        for number, other in enumerate(term.also):
            section, named = names.get(_folded(other), ("terms", identifier))
            if (section, named) not in linked:
                see = at("terms", identifier, "see")
                values = {"name": other, "section": section, "id": named, "see": see}
                place = ("terms", identifier, "also", number)
                yield Breach(place, values, f"{section}.{named}")


def _names(sections: Sections) -> Mapping[str, tuple[str, str]]:
    """The records by their names, terms before all others."""
    found: dict[str, tuple[str, str]] = {}
    for section in ("terms", *_LINKED):
        for identifier, record in getattr(sections, section).items():
            for name in record.name.values():
                found.setdefault(_folded(name), (section, identifier))
    return found


def _linked(identifier: str, term: Term) -> set[tuple[str, str]]:
    """The term itself, and the records that its senses name."""
    linked = {("terms", identifier)}
    for sense in term.senses:
        linked |= {(s, named) for s, f in _LINKED.items() if (named := getattr(sense, f))}
    return linked


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", bare(name))


@rule(
    N_("asks for “{skill}”, which the role does not need"),
    N_("ask for one of its skills, or add this one under {skills}"),
)
def interviews_prove_needs(sections: Sections) -> Iterator[Breach]:
    """An interview asks for skills that the role needs."""
    for identifier, role in sections.roles.items():
        values = {"skills": at("roles", identifier, "skills")}
        for number, (skill, *_) in enumerate(role.interview):
            if skill not in role.skills:
                place, detail = ("roles", identifier, "interview", number), f"{skill} {number}"
                yield Breach(place, {"skill": skill, **values}, detail, against=(("skills",),))


@rule(
    N_("needs less of “{skill}” ({level}) than its whole family ({basic})"),
    N_("raise the level here, or lower it under {basics}"),
)
def needs_reach_basics(sections: Sections) -> Iterator[Breach]:
    """What is basic to every role of a family, none of them needs less of."""
    for identifier, role in sections.roles.items():
        family = sections.families.get(role.family)
        for skill, least in (family.basics if family else {}).items():
            need = role.skills.get(skill)
            if need is not None and need.level < least:
                basics = at("families", role.family, "basics", skill)
                values = {"skill": skill, "level": need.level, "basic": least, "basics": basics}
                yield Breach(("roles", identifier, "skills", skill), values, skill)
