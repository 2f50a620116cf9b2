"""What comes of putting a profile beside all roles."""

from __future__ import annotations

from typing import Final, NamedTuple

from roleguide.catalog import RoleHead
from roleguide.fits.person import Held
from roleguide.fits.points import ActivityPoints, Points, Reason, SkillPoints, WishPoints
from roleguide.model import RoleId, SkillId, Step

NEAR: Final = 0.5
"""The share of a role's points from which on it is near: half of them."""


class Ranked(NamedTuple):
    """The points of a role that are there, of those that there are."""

    role: RoleId
    got: float
    of: float

    @property
    def share(self) -> float:
        """The share of the points that are there, from 0 to 1."""
        return self.got / self.of if self.of else 0

    @property
    def near(self) -> bool:
        """Whether the role is near."""
        return self.share >= NEAR


class Fit(NamedTuple):
    """How a role fits.

    Attributes:
        head: The role.
        levels: Levels between the role held today and this one; negative is down.
        step: The role held from which a usual step leads to this one, and that step.
        skills: The points of its skills, those of most worth first.
        activities: The points of its activities, as the sheet lists them.
        wishes: The points of the wishes of which its sheet tells something.
    """

    head: RoleHead
    levels: int
    step: tuple[RoleId, Step] | None
    skills: tuple[SkillPoints, ...]
    activities: tuple[ActivityPoints, ...]
    wishes: tuple[WishPoints, ...]

    @property
    def points(self) -> tuple[Points, ...]:
        """All its points."""
        return (*self.skills, *self.activities, *self.wishes)

    def met(self, *, presumed: bool) -> dict[SkillId, Held]:
        """The skills that are held as they are asked for, either presumed or said."""
        return {
            each.skill: each.held
            for each in self.skills
            if each.held and not each.missing and (each.held.role is not None) == presumed
        }


class Excluded(NamedTuple):
    """A role that a refusal excludes, and why."""

    role: RoleId
    reasons: tuple[Reason, ...]


class Likeness(NamedTuple):
    """How like what somebody says is done at work is to a role.

    Attributes:
        role: The role.
        shared: How many activities both have.
        likeness: From 0 to 1.
    """

    role: RoleId
    shared: int
    likeness: float


class TitleCheck(NamedTuple):
    """The title that somebody holds, beside what the person says is done.

    Attributes:
        said: How many activities are said to be done.
        titled: The role of the title.
        nearest: The role whose activities are the most like.
    """

    said: int
    titled: Likeness
    nearest: Likeness

    @property
    def fits(self) -> bool:
        """Whether no other role is clearly more like it."""
        return self.titled.likeness >= self.nearest.likeness * CLEARLY


CLEARLY: Final = 0.8
"""A title fits what is done unless another role is a quarter more like it."""

FEWEST: Final = 3
"""The activities that have to be said before a title is compared with them."""
