"""What lies around a role: where people go on to and come from, and what is near besides."""

from __future__ import annotations

from typing import Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Step
from roleguide.moves.careers import Careers, careers
from roleguide.moves.coverage import outlines
from roleguide.moves.result import NEAR, Around, Branch, Near

MOST: Final = 5
"""How many near roles are told."""


def around(catalog: Catalog, entry: RoleEntry) -> Around:
    """Two steps on from a role, two steps back, and the near roles that no step joins to it."""
    known = careers(catalog)
    back: dict[str, dict[str, Step]] = {role: {} for role in known}
    for role, onward in known.items():
        for goal, step in onward.items():
            back[goal][role] = step
    joined = {entry.id, *known[entry.id], *back[entry.id]}
    return Around(
        entry,
        _branches(known, entry.id),
        _branches(back, entry.id),
        tuple(each for each in entry.role.comes_from if each.role is None),
        tuple(near(catalog, entry, joined)[:MOST]),
    )


def _branches(known: Careers, role: str) -> tuple[Branch, ...]:
    """The roles one step away, as the sheet lists them, each with those of another step."""
    return tuple(
        Branch(
            one,
            step,
            tuple(Branch(two, further) for two, further in known[one].items() if two != role),
        )
        for one, step in known[role].items()
    )


def near(catalog: Catalog, entry: RoleEntry, besides: set[str]) -> list[Near]:
    """The near roles, the nearest first, without some.

    A role is as near as the mean of four shares says: of its skills and its activities that are
    covered, and of the skills and activities that it covers. The mean is the same both ways.
    """
    known = outlines(catalog)
    own = known[entry.id]
    found = [
        Near(role, own.covers(other), other.covers(own))
        for role, other in known.items()
        if role not in besides
    ]
    close = [each for each in found if each.nearness >= NEAR]
    return sorted(close, key=lambda each: (-each.nearness, each.role))
