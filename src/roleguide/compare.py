"""Roles become a comparison (two) or a matrix (three and more). Pure: nothing is worded here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import (
    Analogy,
    Example,
    HowUsed,
    Need,
    Question,
    Reach,
    Responsibility,
    Role,
    Share,
    Text,
)

Change: TypeAlias = Literal["left", "right", "both", "same"]
"""On the left only, on the right only, on both but differently, or on both alike."""

CHANGES: Final = ("both", "same", "left", "right")
"""The order in which a comparison shows them."""

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


class Fact(NamedTuple):
    """A field of both roles; a value is None where the role lacks it."""

    id: str
    same: bool
    values: tuple[Any, ...]


class ActivityRow(NamedTuple):
    """An activity, with each role's share in it; None where a role has none.

    Attributes:
        activity: Its id.
        change: How the two sides differ by part and reach; None in a matrix.
        shares: The responsibilities.
        overs: Their reach, the role's own where a responsibility states none.
    """

    activity: str
    change: Change | None
    shares: tuple[Responsibility | None, ...]
    overs: tuple[Reach | None, ...]


class SkillRow(NamedTuple):
    """A skill, with how well each role needs it; None where a role does not.

    Attributes:
        skill: Its id.
        change: How the two sides differ by level; None in a matrix.
        needs: Level and weight.
        delta: The right level less the left one; None unless both need it.
    """

    skill: str
    change: Change | None
    needs: tuple[Need | None, ...]
    delta: int | None = None


class MetricRow(NamedTuple):
    """A metric, with each role's tie to it."""

    metric: str
    change: Change | None
    ties: tuple[Share | None, ...]


class ToolRow(NamedTuple):
    """A tool, and who works with it."""

    tool: str
    change: Change | None
    used: tuple[bool, ...]


class ExampleRow(NamedTuple):
    """A context, with a scene of each role in it."""

    context: str
    scenes: tuple[Example | None, ...]


class AnalogyRow(NamedTuple):
    """A world, with each role's figure in it."""

    world: str
    analogies: tuple[Analogy | None, ...]


class Overlap(NamedTuple):
    """How much two roles share, from 0 to 1.

    Attributes:
        total: The mean of the two others.
        responsibilities: Jaccard's index of the activities, those only informed left out.
        skills: Ruzicka's index of level × weight: Σ min ÷ Σ max.
    """

    total: float
    responsibilities: float
    skills: float


class Comparison(NamedTuple):
    """What separates and joins two roles, left and right.

    Attributes:
        roles: The two roles.
        written: Whether people wrote about this pair; otherwise the differences are the missions.
        usage: How the two titles are used, if written.
        difference: What each side answers for.
        tests: Questions that tell them apart.
        together: How they work together.
        overlap: How much they share; None for two names of one job.
    """

    roles: tuple[RoleEntry, RoleEntry]
    written: bool
    usage: HowUsed | None
    difference: tuple[Text, Text]
    tests: tuple[Question, ...]
    together: Text | None
    overlap: Overlap | None
    facts: tuple[Fact, ...]
    responsibilities: tuple[ActivityRow, ...]
    skills: tuple[SkillRow, ...]
    metrics: tuple[MetricRow, ...]
    tools: tuple[ToolRow, ...]
    examples: tuple[ExampleRow, ...]
    analogies: tuple[AnalogyRow, ...]

    @property
    def identical(self) -> bool:
        """Whether the two sides are the same role of the same guide."""
        return self.roles[0][:2] == self.roles[1][:2]

    @property
    def differs(self) -> bool:
        """Whether any responsibility, skill, metric, tool or fact differs."""
        rows: Sequence[Any] = (
            *self.responsibilities,
            *self.skills,
            *self.metrics,
            *self.tools,
        )
        return any(row.change != "same" for row in rows) or not all(f.same for f in self.facts)


class Matrix(NamedTuple):
    """Three and more roles side by side; each row's values follow the order of `roles`."""

    roles: tuple[RoleEntry, ...]
    facts: tuple[Fact, ...]
    responsibilities: tuple[ActivityRow, ...]
    skills: tuple[SkillRow, ...]
    metrics: tuple[MetricRow, ...]
    tools: tuple[ToolRow, ...]
    examples: tuple[ExampleRow, ...]
    analogies: tuple[AnalogyRow, ...]


def compare(catalog: Catalog, left: RoleEntry, right: RoleEntry) -> Comparison:
    """Compare two roles. Swapping the two mirrors the result."""
    roles = (left, right)
    pair = catalog.pair(left.id, right.id) if left.id != right.id else None
    same_job = pair is not None and pair.usage.kind == "same-job"
    rows = _rows(catalog, roles)
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
        **rows,
    )


def matrix(catalog: Catalog, roles: Sequence[RoleEntry]) -> Matrix:
    """Set three and more roles side by side."""
    return Matrix(tuple(roles), **_rows(catalog, tuple(roles)))


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
    """The role as it is in a context: parts and reach take their variation there."""
    changed = {
        activity: _varied(responsibility, context)
        for activity, responsibility in entry.role.responsibilities.items()
    }
    return entry._replace(role=entry.role._replace(responsibilities=changed))


def _varied(responsibility: Responsibility, context: str) -> Responsibility:
    for variation in responsibility.or_:
        if variation.in_ == context:
            return responsibility._replace(
                part=variation.part or responsibility.part,
                over=variation.over or responsibility.over,
            )
    return responsibility


def _active(role: Role) -> set[str]:
    """The activities a role has a part in; being kept informed is none."""
    return {a for a, r in role.responsibilities.items() if r.part != "informed"}


def _rows(catalog: Catalog, roles: tuple[RoleEntry, ...]) -> dict[str, Any]:
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
    rows = []
    for activity in _ids(entry.role.responsibilities for entry in roles):
        shares = tuple(entry.role.responsibilities.get(activity) for entry in roles)
        overs = tuple(
            (share.over or entry.role.over) if share else None
            for share, entry in zip(shares, roles, strict=True)
        )
        parts = [share.part if share else None for share in shares]
        alike = len(set(zip(parts, overs, strict=True))) == 1
        rows.append(ActivityRow(activity, _change(roles, shares, alike), shares, overs))
    return tuple(
        sorted(
            rows,
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
    rows = []
    for skill in _ids(entry.role.skills for entry in roles):
        needs = tuple(entry.role.skills.get(skill) for entry in roles)
        levels = [need.level if need else None for need in needs]
        change = _change(roles, needs, alike=len(set(levels)) == 1)
        delta = None
        if len(roles) == 2 and needs[0] and needs[1]:
            delta = needs[1].level - needs[0].level
        rows.append(SkillRow(skill, change, needs, delta))
    return tuple(
        sorted(
            rows,
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
    rows = []
    for metric in _ids(entry.role.metrics for entry in roles):
        ties = tuple(entry.role.metrics.get(metric) for entry in roles)
        rows.append(MetricRow(metric, _change(roles, ties, len(set(ties)) == 1), ties))
    return tuple(sorted(rows, key=lambda row: (_order(row.change), row.metric)))


def _tools(roles: Sequence[RoleEntry]) -> tuple[ToolRow, ...]:
    rows = []
    for tool in _ids(entry.role.tools for entry in roles):
        used = tuple(tool in entry.role.tools for entry in roles)
        change = _change(roles, [u or None for u in used], alike=True)
        rows.append(ToolRow(tool, change, used))
    return tuple(sorted(rows, key=lambda row: (_order(row.change), row.tool)))


def _examples(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[ExampleRow, ...]:
    contexts = _ids(entry.role.examples for entry in roles)
    contexts.sort(key=lambda c: (catalog.sections.contexts[c].position, c))
    return tuple(
        ExampleRow(c, tuple(entry.role.examples.get(c) for entry in roles)) for c in contexts
    )


def _analogies(catalog: Catalog, roles: Sequence[RoleEntry]) -> tuple[AnalogyRow, ...]:
    """The worlds by position; those in which every role has a figure come first."""
    worlds = _ids(entry.role.analogies for entry in roles)
    rows = [AnalogyRow(w, tuple(entry.role.analogies.get(w) for entry in roles)) for w in worlds]
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                -sum(a is not None for a in row.analogies),
                catalog.sections.worlds[row.world].position,
                row.world,
            ),
        )
    )
