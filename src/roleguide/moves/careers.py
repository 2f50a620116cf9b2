"""The usual steps between roles, as the two pages of each step tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import LADDER, Head, MoveKind, Role, Step

Kinds: TypeAlias = Mapping[str, Mapping[str, MoveKind]]
"""Of each role, the roles that people go on to, and the kind of each step."""


def kinds(catalog: Catalog) -> Kinds:
    """The kinds of the usual steps between all roles in effect; no page is read."""
    told = catalog.steps()
    found = {
        role: {g: move for g, move in page[0].items() if g in told} for role, page in told.items()
    }
    for goal, (_, origins) in told.items():
        for origin in origins:
            if origin in found and goal not in found[origin]:
                found[origin][goal] = _kind(catalog.head(origin).role, catalog.head(goal).role)
    return found


def steps(
    catalog: Catalog, known: Kinds, pairs: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Step]:
    """The usual steps between some roles in full; only the pages that tell of them are read.

    Args:
        catalog: The guides in effect.
        known: The kinds of all steps.
        pairs: The roles that the steps lead from and to.
    """
    wanted = [*pairs]
    ahead = catalog.store.careers({start for start, _ in wanted})
    behind = catalog.store.careers({goal for start, goal in wanted if goal not in ahead[start][0]})
    found = {}
    for start, goal in wanted:
        step = ahead[start][0].get(goal)
        if step is None:
            origin = next(each for each in behind[goal][1] if each.role == start)
            step = Step(known[start][goal], origin.proof, origin.after)
        found[start, goal] = step
    return found


def step_between(start: RoleEntry, goal: RoleEntry) -> Step | None:
    """The usual step from one role to another, told on either page; of the two, the first."""
    if start.id == goal.id:
        return None
    for origin in goal.role.comes_from:
        if origin.role == start.id:
            told = Step(_kind(start.role, goal.role), origin.proof, origin.after)
            return start.role.leads_to.get(goal.id, told)
    return start.role.leads_to.get(goal.id)


def _kind(start: Role | Head, goal: Role | Head) -> MoveKind:
    if LADDER.index(goal.level.low) > LADDER.index(start.level.high):
        return "up"
    return "side" if start.family == goal.family else "switch"
