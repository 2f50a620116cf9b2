"""All roles by how they fit a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from roleguide.catalog import Catalog, Circumstances, RoleHead
from roleguide.fits.likeness import title_check
from roleguide.fits.person import person, roles_held, said_activities
from roleguide.fits.points import ActivityPoints, Points, SkillPoints, granted, reasons
from roleguide.fits.result import Excluded, Fit, Ranked, TitleCheck
from roleguide.model import (
    TAKING_PART,
    ActivityId,
    Need,
    Part,
    Profile,
    RoleId,
    SkillId,
    Step,
    Wishes,
)
from roleguide.moves import levels_up
from roleguide.moves.careers import kinds, steps

UNKNOWN: Final = Circumstances(None, None, None, None, "", "")
"""What is known of a role's circumstances where nobody asks."""

_NOTHING: Final = Wishes()
"""What is wished by whoever says nothing of it."""


class Fits:
    """All roles beside the author of a profile.

    Attributes:
        profile: What the person says.
        file: The name of the file in which it stands.
        person: What the person holds, said or presumed.
        now: The role held today.
        ranked: The roles that are neither excluded nor held today, those that fit best first.
        excluded: The roles that a refusal excludes, by id.
    """

    def __init__(self, catalog: Catalog, profile: Profile, file: str = "") -> None:
        self._catalog: Final = catalog
        self.file: Final = file
        self.profile: Final = profile
        self.person: Final = person(catalog, profile)
        self.now: Final = catalog.head(profile.role) if profile.role else None
        wished = profile.wants != _NOTHING or profile.refuses != _NOTHING
        self._circumstances: Final = catalog.circumstances() if wished else {}
        self.excluded: Final = tuple(self._refused())
        self.ranked: Final = tuple(self._ranked())

    @cached_property
    def _needs(self) -> Mapping[RoleId, Mapping[SkillId, Need]]:
        return self._catalog.needs() if self.person.skills else {}

    @cached_property
    def _parts(self) -> Mapping[RoleId, Mapping[ActivityId, Part]]:
        """The parts of all roles, but for being told."""
        return {
            role: {activity: part for activity, part in does.items() if part in TAKING_PART}
            for role, does in (self._catalog.parts() if self.person.activities else {}).items()
        }

    @property
    def held(self) -> Mapping[RoleId, int | None]:
        """The roles that the person holds or has held, with the years."""
        return roles_held(self.profile)

    @property
    def near(self) -> list[Ranked]:
        """The roles that are near."""
        return [each for each in self.ranked if each.near]

    @cached_property
    def title(self) -> TitleCheck | None:
        """What the title held today is beside what is said to be done; None on too little."""
        said = dict(said_activities(self.profile))
        return title_check(self.profile.role, said, self._parts)

    @cached_property
    def steps(self) -> Mapping[RoleId, tuple[RoleId, Step]]:
        """The usual steps from the roles held: by goal, from which, and how; today's go first."""
        known = kinds(self._catalog)
        pairs = [(role, goal) for role in roles_held(self.profile) for goal in known.get(role, ())]
        found: dict[RoleId, tuple[RoleId, Step]] = {}
        for (origin, goal), step in steps(self._catalog, known, pairs).items():
            found.setdefault(goal, (origin, step))
        return found

    def fit(self, role: RoleId) -> Fit:
        """How a role fits, with each of its points."""
        head = self._catalog.head(role)
        return Fit(
            head,
            self.levels(head),
            self.steps.get(role),
            tuple(sorted(self._skills(role), key=lambda each: (-each.of, each.skill))),
            tuple(self._activities(role)),
            tuple(granted(self.profile.wants, self._about(role))),
        )

    def lacking(self, role: RoleId) -> list[SkillId]:
        """The essential skills of a role that the person does not hold as it asks, by id."""
        skills = self._skills(role)
        return sorted(each.skill for each in skills if each.missing and each.need.weight == 3)

    def levels(self, head: RoleHead) -> int:
        """The levels between the role held today and another one; negative is down."""
        return levels_up(self.now.role.level, head.role.level) if self.now else 0

    def _skills(self, role: RoleId) -> Iterator[SkillPoints]:
        for skill, need in self._needs.get(role, {}).items():
            yield SkillPoints(skill, need, self.person.skills.get(skill))

    def _activities(self, role: RoleId) -> Iterator[ActivityPoints]:
        for activity, part in self._parts.get(role, {}).items():
            yield ActivityPoints(activity, part, self.person.activities.get(activity))

    def _about(self, role: RoleId) -> Circumstances:
        return self._circumstances.get(role, UNKNOWN)

    def _refused(self) -> Iterator[Excluded]:
        for role, about in self._circumstances.items():
            if refused := tuple(reasons(self.profile.refuses, about)):
                yield Excluded(role, refused)

    def _ranked(self) -> list[Ranked]:
        """The sums alone, since there may be thousands of roles of which few are looked at."""
        besides = {self.profile.role, *(each.role for each in self.excluded)}
        got: dict[RoleId, float] = defaultdict(int)
        of: dict[RoleId, float] = defaultdict(int)
        for roles, points in (*self._skill_worths(), *self._activity_worths()):
            worth, brings = points.of, points.got
            for role in roles.split():
                of[role] += worth
                got[role] += brings
        found = [self._wished(role, got[role], of[role]) for role in of if role not in besides]
        return sorted(found, key=lambda each: (-each.share, each.role))

    def _skill_worths(self) -> Iterator[tuple[str, Points]]:
        """Of each skill: the roles that need it alike, and its points."""
        held = self.person.skills
        for skill, level, weight, roles in self._catalog.store.needs() if held else ():
            yield roles, SkillPoints(skill, Need(level, weight), held.get(skill))

    def _activity_worths(self) -> Iterator[tuple[str, Points]]:
        """Of each activity, likewise."""
        done = self.person.activities
        for activity, part, roles in self._catalog.store.parts() if done else ():
            if part in TAKING_PART:
                yield roles, ActivityPoints(activity, part, done.get(activity))

    def _wished(self, role: RoleId, got: float, of: float) -> Ranked:
        """The points of a role with those of what is wished."""
        if self.profile.wants == _NOTHING:
            return Ranked(role, got, of)
        wishes = [*granted(self.profile.wants, self._about(role))]
        return Ranked(role, got + sum(w.got for w in wishes), of + sum(w.of for w in wishes))
