"""Roles become a comparison (two) or a matrix (three and more). Pure: nothing is worded here."""

from __future__ import annotations

from collections.abc import Sequence

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import Comparison, Matrix, Overlap
from roleguide.compare.rows import rows
from roleguide.model import Reach, Responsibility, Role


def compare(catalog: Catalog, left: RoleEntry, right: RoleEntry) -> Comparison:
    """Compare two roles. Swapping the two mirrors the result."""
    roles = (left, right)
    pair = catalog.pair(left.id, right.id) if left.id != right.id else None
    same_job = pair is not None and pair.usage.kind == "same-job"
    return Comparison(
        roles,
        written=pair is not None,
        usage=pair.usage if pair else None,
        difference=(
            (pair.difference[left.id], pair.difference[right.id])
            if pair
            else (left.role.mission, right.role.mission)
        ),
        tests=pair.tests if pair else (),
        together=pair.together if pair else None,
        overlap=None if same_job else overlap(left.role, right.role),
        **rows(catalog, roles),
        pair=pair,
    )


def matrix(catalog: Catalog, roles: Sequence[RoleEntry]) -> Matrix:
    """Set three and more roles side by side."""
    return Matrix(tuple(roles), **rows(catalog, tuple(roles)))


def filtered(result: Comparison, only: str | None) -> Comparison:
    """A comparison with only what differs (`differences`) or only what both have (`shared`)."""
    if only is None:
        return result
    changes = ("both", "same") if only == "shared" else ("both", "left", "right")
    return result._replace(
        facts=tuple(f for f in result.facts if f.same == (only == "shared")),
        responsibilities=tuple(r for r in result.responsibilities if r.change in changes),
        skills=tuple(r for r in result.skills if r.change in changes),
        metrics=tuple(r for r in result.metrics if r.change in changes),
        tools=tuple(r for r in result.tools if r.change in changes),
    )


def overlap(left: Role, right: Role) -> Overlap:
    """How much two roles share; 1 for a role and itself, and the same both ways."""
    ours, theirs = _active(left), _active(right)
    union = ours | theirs
    activities = len(ours & theirs) / len(union) if union else 1.0
    weights = [
        (
            left.skills[s].level * left.skills[s].weight if s in left.skills else 0,
            right.skills[s].level * right.skills[s].weight if s in right.skills else 0,
        )
        for s in left.skills.keys() | right.skills.keys()
    ]
    most = sum(max(pair) for pair in weights)
    skills = sum(min(pair) for pair in weights) / most if most else 1.0
    return Overlap((activities + skills) / 2, activities, skills)


def in_context(entry: RoleEntry, context: str) -> RoleEntry:
    """The role as it is in a context: parts and reach take their variation there.

    What varies elsewhere no longer counts, nor what a condition would change to what holds here.
    """
    changed = {
        activity: _varied(responsibility, context, entry.role.over)
        for activity, responsibility in entry.role.responsibilities.items()
    }
    return entry._replace(role=entry.role._replace(responsibilities=changed))


def _varied(responsibility: Responsibility, context: str, own: Reach | None) -> Responsibility:
    """A responsibility as it is in a context; `own` is the role's reach where it states none."""
    part, over = responsibility.part, responsibility.over
    for variation in responsibility.or_:
        if variation.in_ == context:
            part, over = variation.part or part, variation.over or over
    here = (part, over or own)
    left = tuple(
        variation
        for variation in responsibility.or_
        if variation.in_ is None and (variation.part or part, variation.over or here[1]) != here
    )
    return responsibility._replace(part=part, over=over, or_=left)


def _active(role: Role) -> set[str]:
    """The activities a role has a part in; being kept informed is none."""
    return {a for a, r in role.responsibilities.items() if r.part != "informed"}
