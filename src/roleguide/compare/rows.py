"""Make the rows that comparisons and matrices have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Final, TypeVar

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import (
    CHANGES,
    Basic,
    Change,
    Compared,
    FactValue,
    Needed,
    Rows,
    delta,
)
from roleguide.model import Responsibility, Role

T = TypeVar("T")

FACTS: Final[Mapping[str, Callable[[Role], FactValue | None]]] = {
    "focus": lambda role: role.focus,
    "stage": lambda role: role.stage,
    "level": lambda role: role.level,
    "reach": lambda role: role.over,
    "number": lambda role: role.number,
    "leads": lambda role: role.leads,
    "reports_to": lambda role: role.reports_to,
    "works_with": lambda role: role.works_with,
    "faces": lambda role: role.faces,
    "horizon": lambda role: role.horizon,
}
"""The facts of *At a glance*, in the order in which they are shown."""


def rows(catalog: Catalog, roles: Sequence[RoleEntry]) -> Rows:
    """The rows of two or more roles."""
    contexts, worlds = catalog.sections.contexts, catalog.sections.worlds
    metrics = _by_id(roles, lambda role: role.metrics)
    tools = _by_id(roles, lambda role: dict.fromkeys(role.tools, True))
    scenes = _by_id(roles, lambda role: role.examples)
    figures = _by_id(roles, lambda role: role.analogies)
    return Rows(
        _facts(roles),
        _responsibilities(roles),
        _skills(catalog, roles),
        tuple(sorted(metrics, key=_order)),
        tuple(sorted(tools, key=_order)),
        tuple(sorted(scenes, key=lambda row: contexts[row.id].position)),
        # The worlds come first in which every role has a figure.
        tuple(sorted(figures, key=lambda row: (-_holders(row), worlds[row.id].position))),
    )


def versions(roles: Sequence[RoleEntry]) -> bool:
    """Whether these are two guides' versions of one role; their wording and weights count, too."""
    return len(roles) == 2 and roles[0].id == roles[1].id


def _facts(roles: Sequence[RoleEntry]) -> tuple[Compared[FactValue], ...]:
    found: list[Compared[FactValue]] = []
    for fact, value in FACTS.items():
        values = tuple(value(entry.role) or None for entry in roles)
        if any(v is not None for v in values):
            found.append(_compared(fact, values))
    return tuple(found)


def _whole(value: object) -> object:
    """All that a value says, in which a difference counts."""
    return value


def _compared(
    identifier: str, values: tuple[T | None, ...], told_by: Callable[[T], object] = _whole
) -> Compared[T]:
    """A row, with how the values differ.

    Args:
        identifier: What the row is about.
        values: What each role has of it.
        told_by: The part of a value in which a difference counts.
    """
    return Compared(identifier, _change(values, told_by), values)


def _change(values: Sequence[T | None], told_by: Callable[[T], object]) -> Change:
    if len(values) == 2 and values[0] is None:
        return "right"
    if len(values) == 2 and values[1] is None:
        return "left"
    told = [None if value is None else told_by(value) for value in values]
    return "same" if all(each == told[0] for each in told[1:]) else "changed"


def _order(row: Compared[T]) -> int:
    """The rank of a row by its change; a matrix has no sides, so all its rows rank the same."""
    return CHANGES.index(row.change) if len(row.values) == 2 else 0


def _holders(row: Compared[T]) -> int:
    return sum(value is not None for value in row.values)


def _by_id(
    roles: Sequence[RoleEntry],
    field: Callable[[Role], Mapping[str, T]],
    told_by: Callable[[T], object] = _whole,
) -> list[Compared[T]]:
    """A row for each id in a field of the roles, by id: so they stay where they rank the same."""
    held = [field(entry.role) for entry in roles]
    ids = sorted({identifier for each in held for identifier in each})
    return [_compared(i, tuple(each.get(i) for each in held), told_by) for i in ids]


def _responsibilities(roles: Sequence[RoleEntry]) -> tuple[Compared[Responsibility], ...]:
    """The activities, ordered by change and then by how much they tell about the roles."""
    found = _by_id(roles, _with_reach, _whole if versions(roles) else attrgetter("part", "over"))
    places = [{a: at for at, a in enumerate(entry.role.responsibilities)} for entry in roles]

    def rank(row: Compared[Responsibility]) -> tuple[int, int, int]:
        # People write the activities of a role in this order, the most telling first.
        place = sum(each.get(row.id, 0) for each in places)
        return _order(row), -_holders(row), place

    return tuple(sorted(found, key=rank))


def _with_reach(role: Role) -> dict[str, Responsibility]:
    """A role's responsibilities, each with the role's own reach if it states none."""
    return {a: r._replace(over=r.over or role.over) for a, r in role.responsibilities.items()}


def needs(catalog: Catalog, roles: Sequence[RoleEntry]) -> Mapping[str, tuple[Needed | None, ...]]:
    """What each of several roles needs of every skill that one of them names.

    A skill that is basic to a role's family is no skill that it lacks. Two versions of one role
    are told apart by what they name themselves.
    """
    families = catalog.sections.families
    basics = [{} if versions(roles) else families[e.role.family].basics for e in roles]
    return {
        skill: tuple(
            _needed(entry.role, skill, basic) for entry, basic in zip(roles, basics, strict=True)
        )
        for skill in dict.fromkeys(skill for entry in roles for skill in entry.role.skills)
    }


def _needed(role: Role, skill: str, basics: Mapping[str, int]) -> Needed | None:
    stated = role.skills.get(skill)
    if stated is None and skill in basics:
        return Basic(basics[skill])
    return stated


def _skills(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[Compared[Needed], ...]:
    told_by = _whole if versions(roles) else attrgetter("level")
    sections = catalog.sections
    found: list[Compared[Needed]] = [
        _compared(skill, values, told_by) for skill, values in sorted(needs(catalog, roles).items())
    ]

    def rank(row: Compared[Needed]) -> tuple[int, int, int, int, int]:
        place = sections.families[sections.skills[row.id].family].position
        heaviness = sum(need.level * (need.weight or 0) for need in row.values if need)
        apart = abs(delta(row) or 0)
        return _order(row), -_holders(row), -apart, -heaviness, place

    return tuple(sorted(found, key=rank))
