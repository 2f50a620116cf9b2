"""How much of what one role asks for another one brings: shares from 0 to 1, with a direction.

Both are containment, |A ∩ B| ÷ |B|: the share of the role one goes to that the role one comes from
contains (Broder, *On the resemblance and containment of documents*, 1997; Tversky's ratio model
with α = 0 and β = 1, *Features of similarity*, 1977). Going back has another share than going.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import TAKING_PART, Need, Role


class SkillCoverage(NamedTuple):
    """What becomes of the levels that a role asks for, each level counted by its skill's weight.

    The three shares add up to 1. A skill that is not listed is unknown, and not level 0.

    Attributes:
        held: Listed, and reached.
        short: Listed, and still to be reached.
        unlisted: Of skills that are not listed.
    """

    held: float
    short: float
    unlisted: float


class Covered(NamedTuple):
    """How much of what a role needs and does another one already needs and does."""

    skills: SkillCoverage
    activities: float


def levels_held(catalog: Catalog, role: Role) -> dict[str, int]:
    """The level of each skill that a role lists, or that is basic to its family."""
    basics = catalog.sections.families[role.family].basics
    return {**basics, **{skill: need.level for skill, need in role.skills.items()}}


def asked_in_all(asked: Mapping[str, Need]) -> int:
    """All that a role asks for, each level counted by its skill's weight: Σ w · a."""
    return sum([need.weight * need.level for need in asked.values()])


def skill_coverage(held: Mapping[str, int], asked: Mapping[str, Need], whole: int) -> SkillCoverage:
    """How much of the skills that are asked for is held.

    With weight w, level asked a and level held h, over the skills asked for:
    held = Σ w · min(h, a) ÷ Σ w · a; short = Σ w · max(a − h, 0) ÷ Σ w · a, both over the skills
    that are listed; unlisted = Σ w · a over the others ÷ Σ w · a. A role that asks for nothing is
    held wholly.

    Args:
        held: The level held of each skill that is listed.
        asked: The level and the weight asked for.
        whole: All that is asked for, as `asked_in_all` has it, which an outline keeps.
    """
    if not whole:
        return SkillCoverage(1.0, 0.0, 0.0)
    known = reached = 0
    for skill in asked.keys() & held.keys():
        level, weight = asked[skill]
        known += weight * level
        reached += weight * min(held[skill], level)
    return SkillCoverage(reached / whole, (known - reached) / whole, (whole - known) / whole)


def covered(catalog: Catalog, start: RoleEntry, goal: RoleEntry) -> Covered:
    """How much of what a role needs and does another one already needs and does."""
    return outline(catalog, start.role).covers(outline(catalog, goal.role))


class Outline(NamedTuple):
    """What has to be known of a role to say what it covers, and how much of it is covered."""

    held: Mapping[str, int]
    asked: Mapping[str, Need]
    activities: AbstractSet[str]
    whole: int

    def covers(self, goal: Outline) -> Covered:
        """How much of another role this one covers."""
        return Covered(
            skill_coverage(self.held, goal.asked, goal.whole),
            activity_coverage(self.activities, goal.activities),
        )


def outline(catalog: Catalog, role: Role) -> Outline:
    """A role in outline."""
    held, asked = levels_held(catalog, role), role.skills
    return Outline(held, asked, _active(role), asked_in_all(asked))


def outlines(catalog: Catalog, roles: Collection[str] = ()) -> dict[str, Outline]:
    """All roles in outline, or some; no role is read for it."""
    sizes = catalog.sizes(roles)
    basics = {f: catalog.sections.families[f].basics for f in {s.family for s in sizes.values()}}
    needs, takes_part = catalog.needs(roles), catalog.takes_part(roles)
    found = {}
    for role, (family, whole, _) in sizes.items():
        asked = needs.get(role, {})
        levels = {skill: need.level for skill, need in asked.items()}
        held = {**basics[family], **levels}
        found[role] = Outline(held, asked, takes_part.get(role, set()), whole)
    return found


def activity_coverage(ours: AbstractSet[str], asked: AbstractSet[str]) -> float:
    """The share of the goal's activities in which the start has a part; `informed` is none.

    A role without activities is covered wholly.
    """
    return ratio(len(ours & asked), len(asked))


def ratio(part: int, whole: int) -> float:
    """A part of a whole; of nothing, all."""
    return part / whole if whole else 1.0


def _active(role: Role) -> set[str]:
    return {a for a, does in role.responsibilities.items() if does.part in TAKING_PART}
