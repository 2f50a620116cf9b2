"""What lies around a role: where people go on to and come from, and what is near besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Step
from roleguide.moves.careers import kinds, steps
from roleguide.moves.nearness import near
from roleguide.moves.result import Around, Branch


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
        near(catalog, entry, joined),
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
