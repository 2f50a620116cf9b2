"""What lies around a role: where people go on to and come from, and what is near besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Step
from roleguide.moves.careers import kinds, steps
from roleguide.moves.coverage import Outline, outline, outlines
from roleguide.moves.result import NEAR, Around, Branch, Near

MOST: Final = 5
"""How many near roles are told."""

NEARER: Final = 2
"""How many roles are told that are nearer than one to which there is no way."""

LEAST: Final = 0.2
"""How near those have to be."""


def around(catalog: Catalog, entry: RoleEntry) -> Around:
    """Two steps on from a role, two steps back, and the near roles that no step joins to it."""
    onward = kinds(catalog)
    back: dict[str, list[str]] = {role: [] for role in onward}
    for role, goals in onward.items():
        for goal in goals:
            back[goal].append(role)
    ahead, behind = _pairs(onward, entry.id), _pairs(back, entry.id)
    told = steps(catalog, onward, [*ahead, *((start, goal) for goal, start in behind)])
    told_back = {(goal, start): step for (start, goal), step in told.items()}
    joined = {entry.id, *onward[entry.id], *back[entry.id]}
    return Around(
        entry,
        _branches(onward, entry.id, told),
        _branches(back, entry.id, told_back),
        tuple(each for each in entry.role.comes_from if each.role is None),
        tuple(near(catalog, entry, joined)[:MOST]),
    )


def _pairs(known: Mapping[str, Iterable[str]], role: str) -> list[tuple[str, str]]:
    """The steps from a role and those that follow them; none leads back to it."""
    first = [(role, one) for one in known[role]]
    return [*first, *((one, two) for _, one in first for two in known[one] if two != role)]


def _branches(
    known: Mapping[str, Iterable[str]], role: str, told: Mapping[tuple[str, str], Step]
) -> tuple[Branch, ...]:
    """The roles one step away, as the sheet lists them, each with those of another step."""
    return tuple(
        Branch(
            one,
            told[role, one],
            tuple(Branch(two, told[one, two]) for two in known[one] if two != role),
        )
        for one in known[role]
    )


def near(catalog: Catalog, entry: RoleEntry, besides: set[str]) -> list[Near]:
    """The near roles, the nearest first, without some.

    A role is as near as the mean of four shares says: of its skills and its activities that are
    covered, and of the skills and activities that it covers. The mean is the same both ways.
    """
    known = outlines(catalog)
    own = known[entry.id]
    found = [
        Near(role, own.covers(other), other.covers(own))
        for role, other in known.items()
        if role not in besides
    ]
    close = [each for each in found if each.nearness >= NEAR]
    return sorted(close, key=lambda each: (-each.nearness, each.role))


def nearest_in(catalog: Catalog, entry: RoleEntry, goal: RoleEntry) -> tuple[str, ...]:
    """The roles of the goal's family that are nearest to a role, if nearer to it than the goal."""
    family = goal.role.family
    same = {role for role, other in catalog.families().items() if other == family}
    own = outline(catalog, entry.role)

    def to(role: str, other: Outline) -> Near:
        return Near(role, own.covers(other), other.covers(own))

    least = max(to(goal.id, outline(catalog, goal.role)).nearness, LEAST)
    others = [to(role, other) for role, other in outlines(catalog, same).items()] if same else []
    nearer = [each for each in others if each.nearness > least and each.role != entry.id]
    nearer.sort(key=lambda each: (-each.nearness, each.role))
    return tuple(each.role for each in nearer[:NEARER])
