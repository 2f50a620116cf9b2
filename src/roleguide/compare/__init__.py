"""Compare two roles, or put three and more side by side. Pure, and without any wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, TypeVar

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import Compared, Comparison, Matrix, Overlap, Rows
from roleguide.compare.rows import rows
from roleguide.model import TAKING_PART, Reach, Responsibility, Role, Variation

T = TypeVar("T")

Only: TypeAlias = Literal["differences", "shared"]
"""The part of a comparison that is asked for: what differs, or what both have."""


def compare(catalog: Catalog, left: RoleEntry, right: RoleEntry) -> Comparison:
    """Compare two roles. Swapping them mirrors the result."""
    roles = (left, right)
    pair = catalog.pair(left.id, right.id) if left.id != right.id else None
    same_job = pair is not None and pair.usage.kind == "same-job"
    return Comparison(
        roles,
        pair,
        overlap=None if same_job else overlap(left.role, right.role),
        rows=rows(catalog, roles),
    )


def matrix(catalog: Catalog, roles: Sequence[RoleEntry]) -> Matrix:
    """Put three or more roles side by side."""
    return Matrix(tuple(roles), rows(catalog, roles))


def filtered(rows: Rows, only: Only | None) -> Rows:
    """The rows that differ (`differences`), or those that all roles have (`shared`).

    A fact is shared only if it is the same, since every role has a level and a reach.
    """
    if only is None:
        return rows
    kept = _differ if only == "differences" else _all_have
    return rows._replace(
        facts=tuple(row for row in rows.facts if _differ(row) == (only == "differences")),
        responsibilities=tuple(filter(kept, rows.responsibilities)),
        skills=tuple(filter(kept, rows.skills)),
        metrics=tuple(filter(kept, rows.metrics)),
        tools=tuple(filter(kept, rows.tools)),
    )


def _differ(row: Compared[T]) -> bool:
    return row.change != "same"


def _all_have(row: Compared[T]) -> bool:
    return None not in row.values


def overlap(left: Role, right: Role) -> Overlap:
    """How much two roles share. Symmetric; 1 for a role and itself."""
    ours, theirs = _active(left), _active(right)
    union = ours | theirs
    activities = len(ours & theirs) / len(union) if union else 1.0
    mine, others = _weighed(left), _weighed(right)
    pairs = [(mine.get(s, 0), others.get(s, 0)) for s in mine.keys() | others.keys()]
    most = sum(map(max, pairs))
    skills = sum(map(min, pairs)) / most if most else 1.0
    return Overlap((activities + skills) / 2, activities, skills)


def _weighed(role: Role) -> dict[str, int]:
    return {skill: need.level * need.weight for skill, need in role.skills.items()}


def in_context(entry: RoleEntry, context: str) -> RoleEntry:
    """The role as it is in a context, with the parts and reaches that it has there.

    Variations of other contexts are dropped, and conditions that would change nothing here.
    """
    changed = {
        activity: _varied(responsibility, context, entry.role.over)
        for activity, responsibility in entry.role.responsibilities.items()
    }
    return entry._replace(role=entry.role._replace(responsibilities=changed))


def _varied(responsibility: Responsibility, context: str, own: Reach | None) -> Responsibility:
    """A responsibility as it is in a context; `own` is the role's reach where it states none."""
    here = responsibility
    for variation in responsibility.or_:
        if variation.in_ == context:
            here = _changed(here, variation)
    full = here._replace(over=here.over or own)
    left = tuple(v for v in here.or_ if v.in_ is None and _changed(full, v) != full)
    return here._replace(or_=left)


def _changed(responsibility: Responsibility, variation: Variation) -> Responsibility:
    part, over = variation.part or responsibility.part, variation.over or responsibility.over
    return responsibility._replace(part=part, over=over)


def _active(role: Role) -> set[str]:
    """The activities a role has a part in; `informed` does not count as one."""
    return {a for a, r in role.responsibilities.items() if r.part in TAKING_PART}
