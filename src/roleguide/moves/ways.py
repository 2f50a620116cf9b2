"""Ways from one role to another over usual steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import MoveKind
from roleguide.moves.careers import Kinds, steps
from roleguide.moves.coverage import outlines
from roleguide.moves.result import Leg, Way

LONGEST: Final = 6
"""The greatest length of a way; beyond that, it is no way that anybody plans."""

MOST: Final = 3
"""How many ways are told."""


def length(move: MoveKind) -> int:
    """The length of a step: a change of trade counts as two."""
    return 2 if move == "switch" else 1


def ways(catalog: Catalog, known: Kinds, start: RoleEntry, goal: RoleEntry) -> tuple[Way, ...]:
    """The shortest ways from one role to another by the length of their steps, the widest first.

    Of ways of one length, one is wider if its bottleneck, the step whose skills are held least, is
    held more (the maximum capacity route of Pollack, 1960); then the ids decide.
    """
    paths = [*shortest(known, start.id, goal.id)]
    told = steps(catalog, known, {pair for path in paths for pair in pairwise(path)})
    roles = outlines(catalog, {role for path in paths for role in path}) if paths else {}

    def leg(pair: tuple[str, str]) -> Leg:
        start, goal = pair
        return Leg(start, goal, told[pair], roles[start].covers(roles[goal]))

    found = [Way(tuple(map(leg, pairwise(path)))) for path in paths]

    def rank(way: Way) -> tuple[float, list[str]]:
        return -way.bottleneck.covered.skills.held, [leg.goal for leg in way.legs]

    return tuple(sorted(found, key=rank)[:MOST])


def rises(known: Kinds, low: str, high: str) -> bool:
    """Whether one of the shortest ways leads from one role to another by nothing but steps up."""
    return any(
        all(known[one][other] == "up" for one, other in pairwise(path))
        for path in shortest(known, low, high)
    )


def shortest(known: Kinds, start: str, goal: str) -> Iterator[list[str]]:
    """All shortest paths from one role to another, of at most `LONGEST`."""
    left = _lengths(known, goal)
    if start in left and start != goal:
        yield from _paths(known, left, [start])


def _lengths(known: Kinds, goal: str) -> Mapping[str, int]:
    """The length of the way from each role to the goal, as far as that is not too long.

    Steps are followed backwards from the goal, the shortest ways first (Dijkstra, 1959; the
    lengths are few, so that a list of each takes the place of a queue).
    """
    back: dict[str, list[tuple[str, int]]] = {}
    for role, onward in known.items():
        for other, move in onward.items():
            back.setdefault(other, []).append((role, length(move)))
    found: dict[str, int] = {}
    reached: list[list[str]] = [[goal], *([] for _ in range(LONGEST))]
    for whole, roles in enumerate(reached):
        for role in roles:
            if role not in found:
                found[role] = whole
                for other, more in back.get(role, ()):
                    if whole + more <= LONGEST:
                        reached[whole + more].append(other)
    return found


def _paths(known: Kinds, left: Mapping[str, int], path: list[str]) -> Iterator[list[str]]:
    if not left[path[-1]]:
        yield path
        return
    for onward, move in sorted(known[path[-1]].items()):
        if left.get(onward) == left[path[-1]] - length(move):
            yield from _paths(known, left, [*path, onward])
