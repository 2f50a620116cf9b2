"""The results of looking at a move: what it takes, what changes, and by which steps."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from roleguide.catalog import RoleEntry
from roleguide.model import ActivityId, Origin, Part, Reach, SkillId, SkillLevel, Step, Weight
from roleguide.moves.coverage import Covered

Task: TypeAlias = Literal["keep", "deepen", "show", "let_go"]
"""What to do about a skill: it is held as it is asked for; it is held below that; it is asked for
and not listed where one comes from, though one may have it; it is not listed there."""

TASKS: tuple[Task, ...] = ("keep", "deepen", "show", "let_go")

NEAR: Final = 0.35
"""How near a role has to be in order to be told."""


class SkillTask(NamedTuple):
    """A skill, and what to do about it.

    Attributes:
        skill: The skill.
        task: What to do.
        now: The level in the role one comes from; None where it is not listed there.
        then: The level that is asked for; None where it is not listed there.
        weight: How much it matters there; of what is let go, how much it mattered.
    """

    skill: SkillId
    task: Task
    now: SkillLevel | None
    then: SkillLevel | None
    weight: Weight


class Share(NamedTuple):
    """A part in an activity, and how far it reaches."""

    part: Part
    reach: Reach | None = None


class PartChange(NamedTuple):
    """What becomes of one's part in an activity; None stands for no part."""

    activity: ActivityId
    now: Share | None
    then: Share | None


class Leg(NamedTuple):
    """One usual step on a way.

    Attributes:
        start: The role it begins in.
        goal: The role it leads to.
        step: What the guide says of it.
        covered: How much of the goal the start covers.
    """

    start: str
    goal: str
    step: Step
    covered: Covered


class Way(NamedTuple):
    """Usual steps one after the other."""

    legs: tuple[Leg, ...]

    @property
    def bottleneck(self) -> Leg:
        """The step whose skills are held least by whoever comes there; the first of several."""
        return min(self.legs, key=lambda leg: leg.covered.skills.held)


class Move(NamedTuple):
    """What it takes to go from one role to another.

    Attributes:
        roles: The role one comes from, the role one goes to.
        step: The usual step there, if it is one.
        back: The usual step in the other direction, if that is one.
        levels: Levels between the two on the ladder; negative is down.
        there: How much of the goal the start covers.
        home: How much of the start the goal covers.
        tasks: The skills of both.
        parts: The activities of both: those of the goal first, as it lists them.
        ways: Where no usual step leads there, the shortest ways over other roles.
        rose: Where no way leads there, whether one leads up from the goal to the start.
        nearer: Where no way leads there, the nearest roles of the goal's family.
        personal: Whether what one comes from is a person's own way of filling that role.
        outside: The title of the job that the person holds today, where no guide has it.
    """

    roles: tuple[RoleEntry, RoleEntry]
    step: Step | None
    back: Step | None
    levels: int
    there: Covered
    home: Covered
    tasks: tuple[SkillTask, ...]
    parts: tuple[PartChange, ...]
    ways: tuple[Way, ...]
    rose: bool = False
    nearer: tuple[str, ...] = ()
    personal: bool = False
    outside: str | None = None

    def of(self, task: Task) -> list[SkillTask]:
        """The skills with one task."""
        return [each for each in self.tasks if each.task == task]

    @property
    def returns(self) -> bool:
        """Whether it undoes a usual step up: whoever makes it has often had the job before."""
        return self.step is None and self.back is not None and self.back.move == "up"

    @property
    def near(self) -> bool:
        """Whether it can be planned as one move: a usual one, its way back, or a near one."""
        usual = self.step is not None or self.back is not None
        return usual or Near("", self.there, self.home).nearness >= NEAR


class Branch(NamedTuple):
    """A role one usual step away, and those that are one more step away."""

    role: str
    step: Step
    further: tuple[Branch, ...] = ()


class Near(NamedTuple):
    """A role that is near another one.

    Attributes:
        role: The near role.
        there: How much of it the other one covers.
        back: How much of the other one it covers.
    """

    role: str
    there: Covered
    back: Covered

    @property
    def nearness(self) -> float:
        """The mean of the shares of skills and activities, both ways."""
        shares = [
            share
            for each in (self.there, self.back)
            for share in (each.skills.held, each.activities)
        ]
        return sum(shares) / len(shares)


class Around(NamedTuple):
    """What lies around a role.

    Attributes:
        entry: The role.
        onward: Where people go on to.
        origins: Where people come from.
        outside: The jobs outside the guide that people come from.
        near: Near roles that no usual step joins to it, the nearest first.
    """

    entry: RoleEntry
    onward: tuple[Branch, ...]
    origins: tuple[Branch, ...]
    outside: tuple[Origin, ...]
    near: tuple[Near, ...]
