"""Roles become the rows that comparisons and matrices have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import (
    CHANGES,
    ActivityRow,
    AnalogyRow,
    Change,
    ExampleRow,
    Fact,
    MetricRow,
    SkillRow,
    ToolRow,
)
from roleguide.model import Role

FACTS: Final[Mapping[str, Callable[[Role], Any]]] = {
    "focus": lambda role: role.focus,
    "stage": lambda role: role.stage,
    "level": lambda role: role.level,
    "over": lambda role: role.over,
    "number": lambda role: role.number,
    "leads": lambda role: role.leads,
    "reports-to": lambda role: role.reports_to,
    "works-with": lambda role: role.works_with,
    "faces": lambda role: role.faces,
    "horizon": lambda role: role.horizon,
}
"""The facts of *At a glance*, in the order in which they are shown."""


def rows(catalog: Catalog, roles: tuple[RoleEntry, ...]) -> dict[str, Any]:
    """The rows that comparisons and matrices have in common."""
    return {
        "facts": _facts(roles),
        "responsibilities": _responsibilities(roles),
        "skills": _skills(catalog, roles),
        "metrics": _metrics(roles),
        "tools": _tools(roles),
        "examples": _examples(catalog, roles),
        "analogies": _analogies(catalog, roles),
    }


def versions(roles: Sequence[RoleEntry]) -> bool:
    """Whether these are one role in two guides, of which wording and weights are compared too."""
    return len(roles) == 2 and roles[0].id == roles[1].id


def _facts(roles: Sequence[RoleEntry]) -> tuple[Fact, ...]:
    facts = []
    for identifier, value in FACTS.items():
        values = tuple(value(entry.role) or None for entry in roles)
        if any(v is not None for v in values):
            facts.append(Fact(identifier, all(v == values[0] for v in values), values))
    return tuple(facts)


def _change(roles: Sequence[Any], values: Sequence[Any], alike: bool) -> Change | None:  # noqa: FBT001
    if len(roles) != 2:
        return None
    if values[0] is None:
        return "right"
    if values[1] is None:
        return "left"
    return "same" if alike else "both"


def _order(change: Change | None) -> int:
    return CHANGES.index(change) if change else 0


def _ids(mappings: Iterable[Iterable[str]]) -> list[str]:
    return sorted({identifier for mapping in mappings for identifier in mapping})


def _responsibilities(roles: Sequence[RoleEntry]) -> tuple[ActivityRow, ...]:
    found = []
    for activity in _ids(entry.role.responsibilities for entry in roles):
        shares = tuple(entry.role.responsibilities.get(activity) for entry in roles)
        overs = tuple(
            (share.over or entry.role.over) if share else None
            for share, entry in zip(shares, roles, strict=True)
        )
        parts = [share.part if share else None for share in shares]
        alike = len(set(zip(parts, overs, strict=True))) == 1
        if versions(roles):
            alike = alike and shares[0] == shares[1]
        found.append(ActivityRow(activity, _change(roles, shares, alike), shares, overs))
    return tuple(
        sorted(
            found,
            key=lambda row: (
                _order(row.change),
                -sum(share is not None for share in row.shares),
                _weight_by_place(roles, row),
                row.activity,
            ),
        )
    )


def _weight_by_place(roles: Sequence[RoleEntry], row: ActivityRow) -> int:
    """How high an activity stands in its roles' sheets, which put what tells most first."""
    places = [list(entry.role.responsibilities) for entry in roles]
    return sum(
        place.index(row.activity)
        for place, share in zip(places, row.shares, strict=True)
        if share is not None
    )


def _position(catalog: Catalog, section: str, identifier: str) -> tuple[int, str]:
    """The place of a record's family in lists, then its id."""
    record = getattr(catalog.sections, section)[identifier]
    return catalog.sections.families[record.family].position, identifier


def _skills(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[SkillRow, ...]:
    found = []
    for skill in _ids(entry.role.skills for entry in roles):
        needs = tuple(entry.role.skills.get(skill) for entry in roles)
        levels = [need.level if need else None for need in needs]
        alike = len(set(needs if versions(roles) else levels)) == 1
        change = _change(roles, needs, alike)
        delta = None
        if len(roles) == 2 and needs[0] and needs[1]:
            delta = needs[1].level - needs[0].level
        found.append(SkillRow(skill, change, needs, delta))
    return tuple(
        sorted(
            found,
            key=lambda row: (
                _order(row.change),
                -sum(need is not None for need in row.needs),
                -abs(row.delta or 0),
                -sum(need.level * need.weight for need in row.needs if need),
                _position(catalog, "skills", row.skill),
            ),
        )
    )


def _metrics(roles: Sequence[RoleEntry]) -> tuple[MetricRow, ...]:
    found = []
    for metric in _ids(entry.role.metrics for entry in roles):
        ties = tuple(entry.role.metrics.get(metric) for entry in roles)
        found.append(MetricRow(metric, _change(roles, ties, len(set(ties)) == 1), ties))
    return tuple(sorted(found, key=lambda row: (_order(row.change), row.metric)))


def _tools(roles: Sequence[RoleEntry]) -> tuple[ToolRow, ...]:
    found = []
    for tool in _ids(entry.role.tools for entry in roles):
        used = tuple(tool in entry.role.tools for entry in roles)
        change = _change(roles, [u or None for u in used], alike=True)
        found.append(ToolRow(tool, change, used))
    return tuple(sorted(found, key=lambda row: (_order(row.change), row.tool)))


def _examples(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[ExampleRow, ...]:
    contexts = _ids(entry.role.examples for entry in roles)
    contexts.sort(key=lambda c: (catalog.sections.contexts[c].position, c))
    return tuple(
        ExampleRow(c, tuple(entry.role.examples.get(c) for entry in roles)) for c in contexts
    )


def _analogies(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[AnalogyRow, ...]:
    """The worlds by position; those in which every role has a figure come first."""
    worlds = _ids(entry.role.analogies for entry in roles)
    found = [AnalogyRow(w, tuple(entry.role.analogies.get(w) for entry in roles)) for w in worlds]
    return tuple(
        sorted(
            found,
            key=lambda row: (
                -sum(a is not None for a in row.analogies),
                catalog.sections.worlds[row.world].position,
                row.world,
            ),
        )
    )
