"""What the parts of a page about a move share: what they show, in how much room, by which names."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final, NamedTuple

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.moves.result import Move, Share, SkillTask
from roleguide.views import labels
from roleguide.views.document import Inline, Link
from roleguide.views.links import concatenated, filled, link


class Room(NamedTuple):
    """How much the first screen shows of what it may have too much of.

    Attributes:
        names: How many characters of names stand in a row.
        kept: How many of those of the skills to keep.
        gone: How many of those that count less; with 0, there is no such row.
        stays: How many of the activities that stay one's own; with 0, there is no such row.
        described: How many levels to reach are described.
        parts: How many parts that change are shown.
        ways: How many ways over other roles are shown.
        ask: Whether it is said what to ask the employer.
        strong: Whether a strong answer is shown with the question.
    """

    names: int = 170
    kept: int = 170
    gone: int = 170
    stays: int = 170
    described: int = 2
    parts: int = 6
    ways: int = 3
    ask: bool = True
    strong: bool = True


GIVING_WAY: Final[tuple[Mapping[str, Any], ...]] = (
    {"gone": 84, "stays": 84, "parts": 4},
    {"kept": 84, "described": 1},
    {"gone": 0, "stays": 60},
    {"described": 0},
    {"names": 120, "parts": 3},
    {"stays": 0, "kept": 60},
    {"parts": 2},
    {"names": 84},
    {"ask": False},
    {"parts": 0},
    {"ways": 2},
    {"strong": False},
    {"names": 60, "ways": 1},
    {"names": 40, "kept": 40},
)
"""What gives way where there is too little room: first what a client misses least.

What is never cut is the kind of the move, what changes, what to learn, the proof, pay and time.
"""

ROOMS: Final = tuple(
    accumulate(GIVING_WAY, lambda room, less: room._replace(**less), initial=Room())
)
"""From plenty to little."""


class View(NamedTuple):
    """What every row needs."""

    move: Move
    catalog: Catalog
    language: Language
    names: tuple[str, str]
    page: bool = False

    @property
    def heads(self) -> tuple[str, str]:
        """What stands above the two columns of a table."""
        start, goal = self.names
        return (self.language.say(N_("you")) if self.move.personal else start), goal

    def role(self, identifier: str) -> Link:
        """A role's title, leading to it."""
        return link(self.catalog, self.language, "roles", identifier)


def named(view: View, each: SkillTask, level: int | None) -> Inline:
    """A skill with a level."""
    return concatenated(link(view.catalog, view.language, "skills", each.skill), f" {level}")


def raised(view: View, each: SkillTask) -> Inline:
    """A skill with the level that is held, and the level that is asked for."""
    skill = link(view.catalog, view.language, "skills", each.skill)
    text = N_("{skill} from {now} to {then}")
    return filled(view.language, text, skill=skill, now=str(each.now), then=str(each.then))


def described(view: View, each: SkillTask, level: int | None) -> str:
    """What a level of a skill looks like."""
    levels = view.catalog.sections.skills[each.skill].levels
    return view.language.of(levels.get(level or 0, {}))


def part(view: View, share: Share | None) -> str:
    """A part in a word; a dash where there is none."""
    return view.language.say(labels.PARTS[share.part]) if share else "–"
