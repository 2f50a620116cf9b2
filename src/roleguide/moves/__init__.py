"""From one role to another: what changes, what it takes, and by which steps. Pure, no wording."""

from __future__ import annotations

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import LADDER, LevelRange
from roleguide.moves.careers import kinds, step_between
from roleguide.moves.coverage import covered
from roleguide.moves.nearness import nearest_in
from roleguide.moves.plan import part_changes, skill_tasks
from roleguide.moves.result import Move
from roleguide.moves.ways import rises, ways


def move(catalog: Catalog, start: RoleEntry, goal: RoleEntry) -> Move:
    """What it takes to go from one role to another.

    Ways over other roles are looked for only where no usual step leads there; ways back, and what
    is nearer, only where there is no way at all.
    """
    step, back = step_between(start, goal), step_between(goal, start)
    known = kinds(catalog) if not step and start.id != goal.id else {}
    there = ways(catalog, known, start, goal)
    found = Move(
        (start, goal),
        step,
        back=back,
        levels=levels_up(start.role.level, goal.role.level),
        there=covered(catalog, start, goal),
        home=covered(catalog, goal, start),
        tasks=skill_tasks(catalog, start, goal),
        parts=part_changes(start.role, goal.role),
        ways=there,
    )
    if found.near or there or start.id == goal.id:
        return found
    rose = rises(known, goal.id, start.id)
    return found._replace(rose=rose, nearer=nearest_in(catalog, start, goal))


def levels_up(start: LevelRange, goal: LevelRange) -> int:
    """The levels between two places on the ladder: negative is down; 0 where ranges meet."""
    up = LADDER.index(goal.low) - LADDER.index(start.high)
    down = LADDER.index(goal.high) - LADDER.index(start.low)
    return max(up, 0) or min(down, 0)
