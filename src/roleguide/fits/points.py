"""How a role fits a person, in points: what counts, how much of it, and how much is there.

The points of a fit are a weighted additive value (Keeney and Raiffa, *Decisions with Multiple
Objectives*, 1976, chapter 3): each item has a worth, and the person brings a share of it, from
nothing to all. What is asked and what is brought are compared in one direction only, as a role asks
for it (the fit of demands and abilities: Edwards, *Person–job fit*, 1991): who brings more than a
role asks for gains nothing by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from roleguide.catalog import Circumstances
from roleguide.fits.person import Done, Held
from roleguide.model import (
    OWNING_OR_DOING,
    ActivityId,
    ContextId,
    Need,
    Part,
    SkillId,
    Wishes,
)

SKILL: Final = {1: 1, 2: 3, 3: 9}
"""What a skill is worth by its weight: an essential one more than eight useful ones."""

OWN: Final = 3
HELPED: Final = 1
"""What an activity is worth that a role answers for or does, and one with which it helps."""

WISH: Final = 9
"""What a wish is worth, as much as an essential skill."""

YesOrNo: TypeAlias = Literal["leading", "number", "travel"]
WishName: TypeAlias = YesOrNo | Literal["stage", "contexts"]

_YES_OR_NO: Final[tuple[YesOrNo, ...]] = get_args(YesOrNo)
"""The wishes that a role grants or not."""


class SkillPoints(NamedTuple):
    """The points of a skill: its worth · min(level held, level asked) ÷ level asked.

    One of which nothing is known brings none; it is not taken for one at level 0 elsewhere.

    Attributes:
        skill: The skill.
        need: What the role asks for.
        held: What the person holds; None where nothing is known.
    """

    skill: SkillId
    need: Need
    held: Held | None

    @property
    def of(self) -> float:
        """The points that there are."""
        return SKILL[self.need.weight]

    @property
    def got(self) -> float:
        """The points that the person brings."""
        asked = self.need.level
        return self.of * min(self.held.level, asked) / asked if self.held else 0

    @property
    def missing(self) -> bool:
        """Whether the level asked for is not reached, or not known to be."""
        return self.held is None or self.held.level < self.need.level


class ActivityPoints(NamedTuple):
    """The points of an activity: all of its worth, half where the person only helped; or none.

    Attributes:
        activity: The activity.
        part: The part of the role.
        done: The person's part; None where nothing is known.
    """

    activity: ActivityId
    part: Part
    done: Done | None

    @property
    def of(self) -> float:
        """The points that there are."""
        return OWN if self.part in OWNING_OR_DOING else HELPED

    @property
    def got(self) -> float:
        """The points that the person brings."""
        if self.done is None:
            return 0
        return OWN / 2 if self.of == OWN and self.done.doing == "helps" else self.of


class WishPoints(NamedTuple):
    """The points of a wish: all where the role's sheet grants it, none where it denies it.

    Attributes:
        name: What is wished.
        context: The setting that is wished, if it is one.
        met: Whether the role grants it.
    """

    name: WishName
    context: ContextId | None
    met: bool

    @property
    def of(self) -> float:
        """The points that there are."""
        return WISH

    @property
    def got(self) -> float:
        """The points that the role grants."""
        return WISH if self.met else 0


Points: TypeAlias = SkillPoints | ActivityPoints | WishPoints


class Reason(NamedTuple):
    """Why a role is excluded: what is refused, and the setting if it is one."""

    refused: WishName
    context: ContextId | None = None


def granted(wants: Wishes, role: Circumstances) -> Iterator[WishPoints]:
    """The wishes of which a role's sheet tells something, and whether it grants them."""
    if wants.stage and role.stage:
        yield WishPoints("stage", None, role.stage in wants.stage)
    for name in _YES_OR_NO:
        value = getattr(role, name)
        if getattr(wants, name) and value is not None:
            yield WishPoints(name, None, value)
    found, absent = role.found.split(), role.absent.split()
    for context in wants.contexts:
        if context in found or context in absent:
            yield WishPoints("contexts", context, context in found)


def reasons(refuses: Wishes, role: Circumstances) -> Iterator[Reason]:
    """Why a role is excluded; nothing is concluded from what its sheet does not say."""
    if role.stage in refuses.stage:
        yield Reason("stage")
    for name in _YES_OR_NO:
        if getattr(refuses, name) and getattr(role, name):
            yield Reason(name)
    found = {*role.found.split()}
    if refuses.contexts and found and found <= {*refuses.contexts}:
        yield from (Reason("contexts", context) for context in sorted(found))
