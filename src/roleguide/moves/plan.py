"""What to do about each skill, and what becomes of one's part in each activity."""

from __future__ import annotations

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Need, Role
from roleguide.moves.coverage import levels_held
from roleguide.moves.result import TASKS, PartChange, Share, SkillTask
from roleguide.moves.separation import LEADING


def skill_tasks(catalog: Catalog, start: RoleEntry, goal: RoleEntry) -> tuple[SkillTask, ...]:
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


def part_changes(start: Role, goal: Role) -> tuple[PartChange, ...]:
    """The activities of two roles, those of the goal first."""
    activities = dict.fromkeys([*goal.responsibilities, *start.responsibilities])
    return tuple(PartChange(a, _share(start, a), _share(goal, a)) for a in activities)


def _share(role: Role, activity: str) -> Share | None:
    does = role.responsibilities.get(activity)
    return Share(does.part, does.over or role.over) if does else None
