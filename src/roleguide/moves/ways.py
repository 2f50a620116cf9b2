"""Ways from one role to another over usual steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Step
from roleguide.moves.careers import Careers
from roleguide.moves.coverage import outlines
from roleguide.moves.result import Leg, Way

LONGEST: Final = 6
"""The greatest length of a way; beyond that, it is no way that anybody plans."""

MOST: Final = 3
"""How many ways are told."""


def length(step: Step) -> int:
    """The length of a step: a change of trade counts as two."""
    return 2 if step.move == "switch" else 1


def ways(catalog: Catalog, known: Careers, start: RoleEntry, goal: RoleEntry) -> tuple[Way, ...]:
    """The shortest ways from one role to another by the length of their steps, the widest first.

    Of ways of one length, one is wider if its bottleneck, the step whose skills are held least, is
    held more (the maximum capacity route of Pollack, 1960); then the ids decide.
    """
    paths = [*shortest(known, start.id, goal.id)]
    roles = outlines(catalog) if paths else {}

    def leg(one: str, other: str) -> Leg:
        return Leg(one, other, known[one][other], roles[one].covers(roles[other]))

    found = [Way(tuple(leg(one, other) for one, other in pairwise(path))) for path in paths]

    def rank(way: Way) -> tuple[float, list[str]]:
        return -way.bottleneck.covered.skills.held, [leg.goal for leg in way.legs]

    return tuple(sorted(found, key=rank)[:MOST])


def shortest(known: Careers, start: str, goal: str) -> Iterator[list[str]]:
    """All shortest paths from one role to another, of at most `LONGEST`."""
    left = _lengths(known, goal)
    if start in left and start != goal:
        yield from _paths(known, left, [start])


def _lengths(known: Careers, goal: str) -> Mapping[str, int]:
    """The length of the way from each role to the goal, as far as that is not too long."""
    found = {goal: 0}
    for whole in range(1, LONGEST + 1):
        found |= {
            role: whole
            for role, onward in known.items()
            if role not in found
            and any(found.get(other) == whole - length(step) for other, step in onward.items())
        }
    return found


def _paths(known: Careers, left: Mapping[str, int], path: list[str]) -> Iterator[list[str]]:
    if not left[path[-1]]:
        yield path
        return
    for onward, step in sorted(known[path[-1]].items()):
        if left.get(onward) == left[path[-1]] - length(step):
            yield from _paths(known, left, [*path, onward])
