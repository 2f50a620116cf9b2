"""The usual steps between roles, as the two pages of each step tell them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import LADDER, Move, Origin, Role, Step

Careers: TypeAlias = Mapping[str, Mapping[str, Step]]
"""Of each role, the roles that people go on to, and how."""


def careers(catalog: Catalog) -> Careers:
    """The usual steps between all roles in effect."""
    roles = {head.id: catalog.entry(head.id).role for head in catalog.heads()}
    found = {i: {g: s for g, s in role.leads_to.items() if g in roles} for i, role in roles.items()}
    for goal, role in roles.items():
        for origin in role.comes_from:
            if origin.role in found:
                found[origin.role].setdefault(goal, _step(roles[origin.role], origin, role))
    return found


def step_between(start: RoleEntry, goal: RoleEntry) -> Step | None:
    """The usual step from one role to another, told on either page; of the two, the first."""
    if start.id == goal.id:
        return None
    for origin in goal.role.comes_from:
        if origin.role == start.id:
            return start.role.leads_to.get(goal.id, _step(start.role, origin, goal.role))
    return start.role.leads_to.get(goal.id)


def _step(start: Role, origin: Origin, goal: Role) -> Step:
    """A step of which only the page of the goal tells."""
    return Step(_kind(start, goal), origin.proof, origin.after)


def _kind(start: Role, goal: Role) -> Move:
    if LADDER.index(goal.level.low) > LADDER.index(start.level.high):
        return "up"
    return "side" if start.family == goal.family else "switch"
