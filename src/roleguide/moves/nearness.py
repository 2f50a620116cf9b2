"""Which roles are near one, whether or not people usually go from one to the other.

A role is as near as the mean of four shares says: of its skills and its activities that are
covered, and of the skills and activities that it covers. The mean is the same both ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from roleguide.catalog import Catalog, RoleEntry, Size
from roleguide.model import TAKING_PART
from roleguide.moves.coverage import Outline, outline, outlines, ratio
from roleguide.moves.result import NEAR, Near

MOST: Final = 5
"""How many near roles are told."""

NEARER: Final = 2
"""How many roles are told that are nearer than one to which there is no way."""

LEAST: Final = 0.45
"""How near those have to be: nearer than `NEAR`, since they stand there without their shares."""


def near(catalog: Catalog, entry: RoleEntry, besides: set[str]) -> tuple[Near, ...]:
    """The near roles, the nearest first, without some."""
    own = outline(catalog, entry.role)
    found = nearnesses(catalog, own, catalog.sizes())
    close = {role: size for role, size in found.items() if size >= NEAR and role not in besides}
    first = _nearest(close)[:MOST]
    told = outlines(catalog, first) if first else {}
    return tuple(Near(role, own.covers(told[role]), told[role].covers(own)) for role in first)


def nearest_in(catalog: Catalog, entry: RoleEntry, goal: RoleEntry) -> tuple[str, ...]:
    """The roles of the goal's family that are nearest to a role, if nearer to it than the goal."""
    own, aim, sizes = outline(catalog, entry.role), outline(catalog, goal.role), catalog.sizes()
    least = max(Near(goal.id, own.covers(aim), aim.covers(own)).nearness, LEAST)
    nearer = {
        role: nearness
        for role, nearness in nearnesses(catalog, own, sizes).items()
        if nearness > least and sizes[role].family == goal.role.family and role != entry.id
    }
    return tuple(_nearest(nearer)[:NEARER])


def _nearest(found: Mapping[str, float]) -> list[str]:
    """Roles by how near they are; those that are so alike by id."""
    return sorted(found, key=lambda role: (-found[role], role))


def nearnesses(catalog: Catalog, own: Outline, sizes: Mapping[str, Size]) -> dict[str, float]:
    """How near every role is to one: what `Near` says of the outlines of both.

    Only what both name is summed up, skill by skill: there may be thousands of roles.
    """
    held, shared, brought = own.held, _shared(catalog, own), defaultdict[str, int](int)
    basics = {
        family: _basics(catalog, own, family) for family in {s.family for s in sizes.values()}
    }
    wanted = {role: sum(basics[size.family].values()) for role, size in sizes.items()}
    for skill, level, weight, roles in catalog.store.needs(skills=held) if held else ():
        mine, theirs = weight * min(held[skill], level), _reached(own, skill, level)
        for role in roles.split():
            brought[role] += mine
            wanted[role] += theirs - basics[sizes[role].family].get(skill, 0)

    def nearness(role: str, size: Size) -> float:
        there = ratio(brought[role], size.whole), ratio(shared[role], size.tasks)
        back = ratio(wanted[role], own.whole), ratio(shared[role], len(own.activities))
        return sum((*there, *back)) / 4

    return {role: nearness(role, size) for role, size in sizes.items()}


def _shared(catalog: Catalog, own: Outline) -> Mapping[str, int]:
    """How many activities each role has in common with one; 0 for those that are left out."""
    active, found = own.activities, defaultdict[str, int](int)
    for _, part, roles in catalog.store.parts(activities=active) if active else ():
        for role in roles.split() if part in TAKING_PART else ():
            found[role] += 1
    return found


def _basics(catalog: Catalog, own: Outline, family: str) -> dict[str, int]:
    """What is reached of each skill that a role asks for by what is basic to a family."""
    basics = catalog.sections.families[family].basics
    return {skill: _reached(own, skill, level) for skill, level in basics.items()}


def _reached(own: Outline, skill: str, level: int) -> int:
    """What a level of a skill is of all that a role asks for; nothing if it does not ask for it."""
    need = own.asked.get(skill)
    return need.weight * min(level, need.level) if need else 0
