"""A move that starts from a person: from the role held today, as the person fills it."""

from __future__ import annotations

from typing import Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.fits.person import DOING, Done, Held, person, roles_held
from roleguide.model import Doing, Need, Part, Profile, Responsibility, Role, RoleId
from roleguide.moves import move
from roleguide.moves.result import Move

PARTS: Final[dict[Doing, Part]] = {
    "owns": "accountable",
    "does": "responsible",
    "helps": "supports",
}
"""The part of a role that is nearest to what a person says."""

UNWEIGHED: Final = 2
"""The weight of a skill that no sheet of the start weighs."""


def starting_role(profile: Profile) -> RoleId | None:
    """The role held today; else that held longest; None where no role is said."""
    held = roles_held(profile)
    return profile.role or max(held, key=lambda role: held[role] or 0, default=None)


def move_from(catalog: Catalog, profile: Profile, start: RoleId, goal: RoleEntry) -> Move:
    """What it takes to go from a role to another for somebody who fills the first in an own way.

    Skills and parts are those of the person, said or presumed; steps and ways are those of the
    role.

    Args:
        catalog: The guides in effect.
        profile: What the person says.
        start: The role that the person comes from.
        goal: The role to go to.
    """
    entry, someone = catalog.entry(start), person(catalog, profile)
    sheet = entry.role
    filled = sheet._replace(
        skills={skill: _need(sheet, skill, held) for skill, held in someone.skills.items()},
        responsibilities={a: _does(sheet, a, done) for a, done in someone.activities.items()},
    )
    found = move(catalog, entry._replace(role=filled), goal)
    return found._replace(personal=True, outside=profile.outside)


def _need(sheet: Role, skill: str, held: Held) -> Need:
    weighed = sheet.skills.get(skill)
    return Need(held.level, weighed.weight if weighed else UNWEIGHED)


def _does(sheet: Role, activity: str, done: Done) -> Responsibility:
    """What somebody does in an activity; what is presumed of the start's sheet stays what it is."""
    written = sheet.responsibilities.get(activity)
    if written and done.role and DOING.get(written.part) == done.doing:
        return written
    return Responsibility(PARTS[done.doing], {})
