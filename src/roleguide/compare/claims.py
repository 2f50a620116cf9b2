"""What two roles' sheets say of how the two stand to each other: positive facts only.

Nothing is concluded from absence: a role that lists no part in an activity may still touch it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import Compared, Comparison, Needed, delta
from roleguide.model import LADDER, OWNING, MoveKind, Part, Responsibility


class Above(NamedTuple):
    """One role stands above the other on the ladder, its lowest place over the other's highest.

    Attributes:
        role: The id of the upper role.
        other: The id of the lower one.
    """

    role: str
    other: str


class ReportsTo(NamedTuple):
    """One role names the other among its usual line managers."""

    role: str
    manager: str


class LeadsTo(NamedTuple):
    """People go on from one role to the other."""

    role: str
    next: str
    move: MoveKind


Claim: TypeAlias = Above | ReportsTo | LeadsTo
"""A sentence to be, with the ids of the roles that it is about."""


def claims(comparison: Comparison) -> Iterator[Claim]:
    """How the two stand to each other: rank, line, moves."""
    left, right = comparison.roles
    both_ways = ((left, right), (right, left))
    yield from (found for one, other in both_ways if (found := _above(one, other)))
    for one, other in both_ways:
        if any(manager.role == other.id for manager in one.role.reports_to):
            yield ReportsTo(one.id, other.id)
    for one, other in both_ways:
        if step := one.role.leads_to.get(other.id):
            yield LeadsTo(one.id, other.id, step.move)


def _above(one: RoleEntry, other: RoleEntry) -> Above | None:
    above = LADDER.index(one.role.level.low) > LADDER.index(other.role.level.high)
    return Above(one.id, other.id) if above else None


def owned_first(
    rows: tuple[Compared[Responsibility], ...], side: int
) -> list[Compared[Responsibility]]:
    """The activities of one side alone: what it owns, what it does, then where it helps.

    Where it only advises or is told, others do the work.
    """
    change = ("left", "right")[side]
    alone = (row for row in rows if row.change == change and _rank(row, side))
    return sorted(alone, key=lambda row: _rank(row, side))


def _rank(row: Compared[Responsibility], side: int) -> int:
    """The place of an activity among those of one side alone, from 1; 0 where it has none."""
    share = row.values[side]
    part = share.part if share else None
    return next((at for at, parts in enumerate(_WORK, 1) if part in parts), 0)


_WORK: Final[tuple[frozenset[Part], ...]] = (
    OWNING,
    frozenset({"responsible"}),
    frozenset({"supports"}),
)
"""The parts of whoever has a hand in an activity, the heaviest first."""


def apart_first(rows: tuple[Compared[Needed], ...]) -> list[Compared[Needed]]:
    """The skills that both name with different levels; the rows have the furthest apart first."""
    return [row for row in rows if delta(row)]


def heaviest_first(rows: tuple[Compared[Needed], ...], side: int) -> list[Compared[Needed]]:
    """The skills that one side alone asks for, the most separating ones first."""
    change = ("left", "right")[side]
    alone = [(row, row.values[side]) for row in rows if row.change == change]
    weights = [(row, need.weight or 0) for row, need in alone if need]
    return [row for row, _ in sorted(weights, key=lambda found: -found[1])]


def near_pairs(comparison: Comparison, catalog: Catalog) -> list[tuple[str, str]]:
    """For each of the two roles a pair that is written, with a role of the other's family."""
    left, right = comparison.roles
    families = {head.id: head.role.family for head in catalog.heads()}
    found = []
    for one, other in ((left, right), (right, left)):
        near = [p for p in catalog.paired(one.id) if families.get(p) == other.role.family]
        if near:
            found.append((one.id, near[0]))
    return found
