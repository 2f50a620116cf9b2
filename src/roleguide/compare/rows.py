"""Make the rows that comparisons and matrices have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from roleguide.model import Analogy, Example, Responsibility, Role, Tie

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
    return Rows(
        _facts(roles),
        _responsibilities(roles),
        _skills(catalog, roles),
        _metrics(roles),
        _tools(roles),
        _examples(catalog, roles),
        _analogies(catalog, roles),
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


def _ids(mappings: Iterable[Iterable[str]]) -> list[str]:
    """The ids in their order, in which they stay where rows rank the same."""
    return sorted({identifier for mapping in mappings for identifier in mapping})


def _responsibilities(roles: Sequence[RoleEntry]) -> tuple[Compared[Responsibility], ...]:
    """The activities, ordered by change and then by how much they tell about the roles."""
    told_by = _whole if versions(roles) else _part_and_reach
    found = [
        _compared(activity, tuple(_with_reach(entry.role, activity) for entry in roles), told_by)
        for activity in _ids(entry.role.responsibilities for entry in roles)
    ]
    places = [{a: at for at, a in enumerate(entry.role.responsibilities)} for entry in roles]

    def rank(row: Compared[Responsibility]) -> tuple[int, int, int]:
        # People write the activities of a role in this order, the most telling first.
        place = sum(each.get(row.id, 0) for each in places)
        return _order(row), -_holders(row), place

    return tuple(sorted(found, key=rank))


def _with_reach(role: Role, activity: str) -> Responsibility | None:
    """A role's responsibility, with the role's own reach if it states none."""
    found = role.responsibilities.get(activity)
    return found._replace(over=found.over or role.over) if found else None


def _part_and_reach(responsibility: Responsibility) -> object:
    return responsibility.part, responsibility.over


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
    told_by = _whole if versions(roles) else _level
    found: list[Compared[Needed]] = [
        _compared(skill, values, told_by) for skill, values in sorted(needs(catalog, roles).items())
    ]

    def rank(row: Compared[Needed]) -> tuple[int, int, int, int, int]:
        heaviness = sum(need.level * (need.weight or 0) for need in row.values if need)
        apart = abs(delta(row) or 0)
        return _order(row), -_holders(row), -apart, -heaviness, _family_position(catalog, row.id)

    return tuple(sorted(found, key=rank))


def _level(need: Needed) -> object:
    return need.level


def _family_position(catalog: Catalog, skill: str) -> int:
    family = catalog.sections.skills[skill].family
    return catalog.sections.families[family].position


def _metrics(roles: Sequence[RoleEntry]) -> tuple[Compared[Tie], ...]:
    found: list[Compared[Tie]] = [
        _compared(metric, tuple(entry.role.metrics.get(metric) for entry in roles))
        for metric in _ids(entry.role.metrics for entry in roles)
    ]
    return tuple(sorted(found, key=_order))


def _tools(roles: Sequence[RoleEntry]) -> tuple[Compared[bool], ...]:
    found: list[Compared[bool]] = [
        _compared(tool, tuple(tool in entry.role.tools or None for entry in roles))
        for tool in _ids(entry.role.tools for entry in roles)
    ]
    return tuple(sorted(found, key=_order))


def _examples(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[Compared[Example], ...]:
    contexts = catalog.by_position("contexts", _ids(entry.role.examples for entry in roles))
    return tuple(
        _compared(context, tuple(entry.role.examples.get(context) for entry in roles))
        for context in contexts
    )


def _analogies(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[Compared[Analogy], ...]:
    """The analogies, with the worlds first in which every role has a figure."""
    found = [
        _compared(world, tuple(entry.role.analogies.get(world) for entry in roles))
        for world in _ids(entry.role.analogies for entry in roles)
    ]
    worlds = catalog.sections.worlds
    return tuple(sorted(found, key=lambda row: (-_holders(row), worlds[row.id].position)))
