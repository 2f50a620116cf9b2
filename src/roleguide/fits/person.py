"""What a person holds: as said in a profile, else as presumed from the roles held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from roleguide.catalog import Catalog
from roleguide.model import ActivityId, Doing, Part, Profile, RoleId, SkillId, SkillLevel
from roleguide.moves.coverage import levels_held

DOING: Final[Mapping[Part, Doing]] = {
    "accountable": "owns",
    "both": "owns",
    "responsible": "does",
    "supports": "helps",
    "consulted": "helps",
}
"""What a person would say of a part in an activity; who is told has none."""


class Held(NamedTuple):
    """A level of a skill that somebody holds.

    Attributes:
        level: The level.
        role: The role held from whose sheet it is presumed; None where the person says so.
    """

    level: SkillLevel
    role: RoleId | None = None


class Done(NamedTuple):
    """A part in an activity that somebody has or had.

    Attributes:
        doing: The part.
        role: The role held from whose sheet it is presumed; None where the person says so.
    """

    doing: Doing
    role: RoleId | None = None


class Person(NamedTuple):
    """What somebody holds, said or presumed."""

    skills: Mapping[SkillId, Held]
    activities: Mapping[ActivityId, Done]


def roles_held(profile: Profile) -> dict[RoleId, int | None]:
    """The roles that somebody holds or has held, with the years; None where they are not said."""
    now: dict[RoleId, int | None] = {profile.role: None} if profile.role else {}
    return {**now, **profile.roles}


def person(catalog: Catalog, profile: Profile) -> Person:
    """What the author of a profile holds.

    What is said counts. Of what is not, the sheets of the roles held are taken as they stand, a
    level lower for a role held for less than a year; of several roles, the one that asks for more.
    """
    skills: dict[SkillId, Held] = {}
    activities: dict[ActivityId, Done] = {}
    for role, years in roles_held(profile).items():
        sheet = catalog.entry(role).role
        for skill, level in levels_held(catalog, sheet).items():
            held = Held(max(level - (years == 0), 1), role)
            if skill not in skills or held.level > skills[skill].level:
                skills[skill] = held
        for activity, does in sheet.responsibilities.items():
            if does.part in DOING:
                _keep_more(activities, activity, Done(DOING[does.part], role))
    said = {skill: Held(each.level) for skill, each in profile.skills.items()}
    doing = {activity: Done(each) for activity, each in profile.activities.items()}
    return Person({**skills, **said}, {**activities, **doing})


def _keep_more(activities: dict[ActivityId, Done], activity: ActivityId, done: Done) -> None:
    """Of two parts in an activity, the one with more in it."""
    before = activities.get(activity)
    if before is None or (before.doing == "helps" and done.doing != "helps"):
        activities[activity] = done


def said_activities(profile: Profile) -> Iterator[tuple[ActivityId, bool]]:
    """What somebody says is done at work, and whether it is the person's own."""
    return ((activity, doing != "helps") for activity, doing in profile.activities.items())
