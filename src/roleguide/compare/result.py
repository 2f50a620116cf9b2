"""The results of comparing: rows by fact, activity, skill, metric, tool, scene and analogy."""

from __future__ import annotations

from typing import Final, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from roleguide.catalog import RoleEntry
from roleguide.model import (
    Analogy,
    Example,
    Facing,
    Horizon,
    HowUsed,
    Leads,
    LevelRange,
    Need,
    Neighbour,
    Number,
    Pair,
    Question,
    Reach,
    Responsibility,
    Role,
    SkillLevel,
    Stage,
    Text,
    Tie,
)

Change: TypeAlias = Literal["left", "right", "changed", "same"]
"""On the left only, on the right only, on both but differently, or on both alike."""

CHANGES: Final = ("changed", "same", "left", "right")
"""The order in which a comparison shows its changes."""


UNSAID: Final = frozenset({"formerly", "sources", "reviewed"})
"""The fields of a role that say nothing about the job."""

FactValue: TypeAlias = (
    Text | Stage | LevelRange | Reach | Number | Leads | tuple[Neighbour | Facing | Horizon, ...]
)
"""What a role's sheet states in one field."""

T = TypeVar("T")


class Compared(NamedTuple, Generic[T]):
    """Something that at least one of the roles has, and what each of them has of it.

    Attributes:
        id: The activity, skill, metric, tool, context or world; of a fact, its name.
        change: How the values differ; of three roles and more, `same` or `changed`.
        values: What each role has, in the order of the roles; None where it has nothing.
    """

    id: str
    change: Change
    values: tuple[T | None, ...]


class Basic(NamedTuple):
    """A skill that a role does not name among its own, since its whole family needs it.

    Attributes:
        level: The level that every role of the family needs at least.
        weight: None, because what all need separates none of them.
    """

    level: SkillLevel
    weight: None = None


Needed: TypeAlias = Need | Basic
"""What a role needs of a skill, by itself or by its family."""


class Rows(NamedTuple):
    """What two roles or more have.

    Attributes:
        facts: The fields of their sheets.
        responsibilities: Their activities; each value states its reach.
        skills: What they need, with level and weight; of skills that one of them names, what is
            basic to the family of another.
        metrics: Their ties to metrics.
        tools: The tools they use.
        examples: Scenes by context; they are never filtered by their change.
        analogies: Figures by world, likewise.
    """

    facts: tuple[Compared[FactValue], ...]
    responsibilities: tuple[Compared[Responsibility], ...]
    skills: tuple[Compared[Needed], ...]
    metrics: tuple[Compared[Tie], ...]
    tools: tuple[Compared[bool], ...]
    examples: tuple[Compared[Example], ...]
    analogies: tuple[Compared[Analogy], ...]

    @property
    def differ(self) -> bool:
        """Whether any fact, responsibility, skill, metric or tool differs."""
        told = (self.facts, self.responsibilities, self.skills, self.metrics, self.tools)
        return any(row.change != "same" for rows in told for row in rows)


def delta(row: Compared[Needed]) -> int | None:
    """The right level minus the left one; None unless two roles are compared and both name it."""
    match row.values:
        case (Need() as left, Need() as right):
            return right.level - left.level
    return None


class Overlap(NamedTuple):
    """How much two roles share, from 0 to 1.

    Attributes:
        total: The mean of the two others.
        responsibilities: Jaccard's index of the activities, without those only `informed` of.
        skills: Ruzicka's index of level × weight: Σ min ÷ Σ max.
    """

    total: float
    responsibilities: float
    skills: float


class Comparison(NamedTuple):
    """What separates and joins two roles, left and right.

    Attributes:
        roles: The two roles.
        pair: What people wrote about the two, if they did.
        overlap: How much they share; None for two names of one job.
        rows: What each of them has.
    """

    roles: tuple[RoleEntry, RoleEntry]
    pair: Pair | None
    overlap: Overlap | None
    rows: Rows

    @property
    def usage(self) -> HowUsed | None:
        """How the two titles are used, if written."""
        return self.pair.usage if self.pair else None

    @property
    def difference(self) -> tuple[Text, Text]:
        """What each side is there for: what the pair says, otherwise the missions."""
        left, right = (
            self.pair.difference[entry.id] if self.pair else entry.role.mission
            for entry in self.roles
        )
        return left, right

    @property
    def tests(self) -> tuple[Question, ...]:
        """Questions that tell them apart."""
        return self.pair.tests if self.pair else ()

    @property
    def together(self) -> Text | None:
        """How they work together."""
        return self.pair.together if self.pair else None

    @property
    def plain(self) -> tuple[Text | None, Text | None]:
        """What each role does in a sentence: the pair's, otherwise the role's own."""
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
        """Whether the two sides are two guides' versions of one role."""
        return self.roles[0].id == self.roles[1].id and not self.identical

    @property
    def differs(self) -> bool:
        """Whether any responsibility, skill, metric, tool or fact differs.

        Two versions of one role differ if their records say different things about the job.
        """
        if self.versions:
            left, right = (entry.role for entry in self.roles)
            said = (field for field in Role._fields if field not in UNSAID)
            return any(getattr(left, field) != getattr(right, field) for field in said)
        return self.rows.differ


class Matrix(NamedTuple):
    """Three or more roles side by side; each row's values are in the order of `roles`."""

    roles: tuple[RoleEntry, ...]
    rows: Rows
