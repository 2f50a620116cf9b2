"""Moves between roles as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roleguide.catalog import Catalog, RoleEntry
from roleguide.formats.serialize import aligned, head, named, plain, some
from roleguide.moves import levels_up
from roleguide.moves.careers import step_between
from roleguide.moves.coverage import Covered, covered

if TYPE_CHECKING:
    from roleguide.moves.result import Around, Branch, Move, Way


def move_json(result: Move, catalog: Catalog) -> dict[str, object]:
    """`roleguide.move/1`: what it takes to go from one role to another, and by which steps."""
    goal = result.roles[1].role
    return {
        "schema": "roleguide.move/1",
        "roles": [head(entry) for entry in result.roles],
        **some(result, "step", "back", "levels", "personal", "outside"),
        "coverage": {"there": _coverage(result.there), "back": _coverage(result.home)},
        "skills": [
            {
                **named("skills", each.skill, catalog),
                "task": each.task,
                "levels": [each.now, each.then],
                "weight": each.weight,
            }
            for each in result.tasks
        ],
        "responsibilities": [
            {
                **named("activities", each.activity, catalog),
                **aligned((each.now, each.then), {"parts": "part", "reaches": "reach"}),
            }
            for each in result.parts
        ],
        "ways": [_way(way) for way in result.ways],
        **some(result, "rose", "nearer"),
        **some(goal, "interview", "pitfalls", "ask"),
        "pay": [plain(entry.role.pay) for entry in result.roles],
    }


def moves_json(catalog: Catalog, left: RoleEntry, right: RoleEntry) -> list[dict[str, object]]:
    """What kind of move it is between two roles, there and back; `move` tells by which steps."""
    return [_moved(catalog, left, right), _moved(catalog, right, left)]


def _moved(catalog: Catalog, start: RoleEntry, goal: RoleEntry) -> dict[str, object]:
    return {
        "from": start.id,
        "to": goal.id,
        "step": plain(step_between(start, goal)),
        "levels": levels_up(start.role.level, goal.role.level),
        "coverage": _coverage(covered(catalog, start, goal)),
    }


def around_json(result: Around) -> dict[str, object]:
    """`roleguide.next/1`: where people go on to and come from, and what is near besides."""
    return {
        "schema": "roleguide.next/1",
        "role": head(result.entry),
        "onward": [_branch(each) for each in result.onward],
        "origins": [_branch(each) for each in result.origins],
        "outside": [plain(each._replace(role=None)) for each in result.outside],
        "beyond": plain(result.entry.role.beyond),
        "near": [
            {
                "role": each.role,
                "nearness": round(each.nearness, 4),
                "there": _coverage(each.there),
                "back": _coverage(each.back),
            }
            for each in result.near
        ],
    }


def _branch(branch: Branch) -> dict[str, object]:
    further = {"further": [_branch(each) for each in branch.further]} if branch.further else {}
    return {"role": branch.role, **plain(branch.step), **further}


def _way(way: Way) -> dict[str, object]:
    legs = [
        {
            "from": leg.start,
            "to": leg.goal,
            **plain(leg.step),
            "coverage": _coverage(leg.covered),
        }
        for leg in way.legs
    ]
    return {"legs": legs, "bottleneck": way.bottleneck.goal}


def _coverage(covered: Covered) -> dict[str, object]:
    shares = {key: round(share, 4) for key, share in covered.skills._asdict().items()}
    return {"skills": shares, "activities": round(covered.activities, 4)}
