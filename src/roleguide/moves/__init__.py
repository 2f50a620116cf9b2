"""From one role to another: what changes, what it takes, and by which steps. Pure, no wording."""

from __future__ import annotations

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import LADDER, LevelRange, Need, Role
from roleguide.moves.careers import kinds, step_between
from roleguide.moves.coverage import covered, levels_held
from roleguide.moves.nearness import nearest_in
from roleguide.moves.result import TASKS, Move, PartChange, Share, SkillTask
from roleguide.moves.separation import LEADING
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
        tasks=_skill_tasks(catalog, start, goal),
        parts=_part_changes(start.role, goal.role),
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


def _skill_tasks(catalog: Catalog, start: RoleEntry, goal: RoleEntry) -> tuple[SkillTask, ...]:
    """The skills of two roles by what to do about them; in each group, what matters most first.

    What is basic to the start's family counts as held at that level; what is basic to the goal's
    is not let go.
    """
    held, asked = levels_held(catalog, start.role), goal.role.skills
    basics = catalog.sections.families[goal.role.family].basics
    found = [_task(skill, held.get(skill), need) for skill, need in asked.items()]
    found += [
        SkillTask(skill, "let_go", need.level, None, need.weight)
        for skill, need in start.role.skills.items()
        if skill not in asked and skill not in basics
    ]
    return tuple(sorted(found, key=_rank))


def _task(skill: str, now: int | None, need: Need) -> SkillTask:
    if now is None:
        return SkillTask(skill, "show", None, need.level, need.weight)
    return SkillTask(skill, "keep" if now >= need.level else "deepen", now, need.level, need.weight)


def _rank(each: SkillTask) -> tuple[int, bool, int, int, str]:
    """By task; of what is missing, leading first; else by what is missing, or by what weighs."""
    levels = each.then or each.now or 0
    gap = levels - (each.now or 0) if each.task == "deepen" else 0
    leads = each.task in ("deepen", "show") and each.skill in LEADING and each.weight > 1
    return TASKS.index(each.task), not leads, -gap * each.weight, -levels * each.weight, each.skill


def _part_changes(start: Role, goal: Role) -> tuple[PartChange, ...]:
    """The activities of two roles, those of the goal first."""
    activities = dict.fromkeys([*goal.responsibilities, *start.responsibilities])
    return tuple(PartChange(a, _share(start, a), _share(goal, a)) for a in activities)


def _share(role: Role, activity: str) -> Share | None:
    does = role.responsibilities.get(activity)
    return Share(does.part, does.over or role.over) if does else None
