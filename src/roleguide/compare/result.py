"""What a comparison and a matrix hold: rows by activity, skill, metric, tool, scene, figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from roleguide.catalog import RoleEntry
from roleguide.model import (
    Analogy,
    Example,
    HowUsed,
    Need,
    Pair,
    Question,
    Reach,
    Responsibility,
    Share,
    Text,
)

Change: TypeAlias = Literal["left", "right", "both", "same"]
"""On the left only, on the right only, on both but differently, or on both alike."""

CHANGES: Final = ("both", "same", "left", "right")
"""The order in which a comparison shows them."""


UNSAID: Final[dict[str, Any]] = {"formerly": (), "sources": (), "reviewed": None}
"""The fields of a role that say nothing of the job, as they are without a value."""


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
        pair: All that is written about the two together.
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
    pair: Pair | None = None

    @property
    def plain(self) -> tuple[Text | None, Text | None]:
        """What each role does in a sentence: as the pair says it, else as the role does."""
        left, right = (
            (self.pair.plain.get(entry.id) if self.pair else None) or entry.role.plain
            for entry in self.roles
        )
        return left, right

    @property
    def identical(self) -> bool:
        """Whether the two sides are the same role of the same guide."""
        return self.roles[0][:2] == self.roles[1][:2]

    @property
    def versions(self) -> bool:
        """Whether the two sides are one role, as two guides have it."""
        return self.roles[0].id == self.roles[1].id and not self.identical

    @property
    def differs(self) -> bool:
        """Whether any responsibility, skill, metric, tool or fact differs.

        Two versions of one role differ wherever their records say different things of the job.
        """
        if self.versions:
            left, right = (entry.role._replace(**UNSAID) for entry in self.roles)
            return left != right
        rows: Sequence[Any] = (
            *self.responsibilities,
            *self.skills,
            *self.metrics,
            *self.tools,
        )
        return any(row.change != "same" for row in rows) or not all(f.same for f in self.facts)


def _apart(values: Sequence[Any]) -> bool:
    return any(value != values[0] for value in values)


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

    @property
    def differs(self) -> bool:
        """Whether any responsibility, skill, metric, tool or fact differs, as in a comparison."""
        return (
            any(
                _apart([(s.part if s else None, o) for s, o in zip(r.shares, r.overs, strict=True)])
                for r in self.responsibilities
            )
            or any(_apart([n.level if n else None for n in r.needs]) for r in self.skills)
            or any(_apart(row.ties) for row in self.metrics)
            or any(_apart(row.used) for row in self.tools)
            or not all(fact.same for fact in self.facts)
        )
