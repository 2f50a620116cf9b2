"""What separates two roles most, and so decides about a move from one to the other."""

from __future__ import annotations

from typing import Final, NamedTuple

from roleguide.catalog import Catalog
from roleguide.model import (
    DOING,
    OWNING_OR_DOING,
    TAKING_PART,
    InterviewQuestion,
    Pitfall,
    Role,
    SkillLevel,
)
from roleguide.moves.result import Move, PartChange, Share, SkillTask

ESSENTIAL: Final = 3
"""The weight of a skill without which a role is not had."""

LEADING: Final = ("leading-people", "leading-managers")
"""The skills of whoever leads, in the order in which they are learnt."""


def owned(share: Share | None) -> bool:
    """Whether an activity is one's own: one does it or answers for it."""
    return share is not None and share.part in OWNING_OR_DOING


def done(share: Share | None) -> bool:
    """Whether one does an activity oneself, whoever answers for it."""
    return share is not None and share.part in DOING


def active(share: Share | None) -> bool:
    """Whether one has a part in an activity; to be informed is none."""
    return share is not None and share.part in TAKING_PART


def gap(each: SkillTask) -> int:
    """What is missing of a skill, in levels times weight; one that is not listed is all missing.

    This puts skills in an order and is shown to nobody: what is not listed may be there.
    """
    return each.weight * ((each.then or 0) - (each.now or 0))


def to_gain(move: Move) -> list[SkillTask]:
    """The skills to show or to deepen, those first of which most is missing."""
    return sorted([*move.of("show"), *move.of("deepen")], key=gap, reverse=True)


def proving(move: Move) -> list[InterviewQuestion]:
    """The questions that the goal asks, those first that prove what is missing most."""
    missing = {each.skill: gap(each) for each in to_gain(move)}
    questions = move.roles[1].role.interview
    return sorted(questions, key=lambda question: -missing.get(question.skill, 0))


def failing(move: Move) -> list[Pitfall]:
    """How somebody fails in the goal who comes from the start; what says it best comes first.

    That is, by keeping on with a task that is theirs no more; then by lacking what is to be shown
    or deepened, which whoever goes back down a usual step up has had. How others fail, or through
    whom, is left out.
    """
    pitfalls, missing = move.roles[1].role.pitfalls, _missing(move)
    left = {each.activity for each in move.parts if owned(each.now) and not owned(each.then)}
    kept = [each for each in pitfalls if each.activity in left]
    lacking = [each for each in pitfalls if each.skill in missing]
    return [*kept, *sorted(lacking, key=lambda each: -missing[each.skill or ""])]


def _missing(move: Move) -> dict[str, int]:
    """What is missing of each skill by which somebody may fail."""
    if move.returns:
        return {}
    return {each.skill: gap(each) for each in to_gain(move)}


def to_try(move: Move) -> PartChange | None:
    """The first activity that one does there and not here, one with a part before any other.

    Whoever answers for it here does not do it, and may do it once more.
    """
    new = [each for each in move.parts if done(each.then) and not done(each.now)]
    return min(new, key=lambda each: not active(each.now), default=None)


def to_begin(catalog: Catalog, move: Move) -> tuple[SkillTask, SkillLevel] | None:
    """The skill to begin with and the level to aim at first; None where none is missing.

    That is the skill of which most is missing. Of several, leading comes first, people before
    managers; else that which the fewest roles ask for, since it is learnt in few other places. What
    is not listed is begun at level 2, where somebody still has help; what is held, at the next.
    """
    asked = catalog.usage("skills")

    def rank(each: SkillTask) -> tuple[int, int]:
        if each.skill in LEADING:
            return -gap(each), LEADING.index(each.skill) - len(LEADING)
        return -gap(each), asked.get(each.skill, 0)

    first = min(to_gain(move), key=rank, default=None)
    return (first, min(next_level(first), first.then or 5)) if first else None


def next_level(each: SkillTask) -> SkillLevel:
    """The level after the one that is held; 2 where none is listed."""
    return (each.now or 1) + 1


def has_team(role: Role) -> bool:
    """Whether a role leads people who report to it."""
    return bool(role.leads and role.leads.kind in ("people", "managers"))


class Distance(NamedTuple):
    """How far apart two roles are.

    Attributes:
        tasks: The activities of the goal.
        shared: Those in which the start has a part.
        essential: The skills without which the goal is not had.
        unlisted: Those that the start does not list.
        own: The skills of the start.
        gone: Those that the goal does not ask for.
    """

    tasks: int
    shared: int
    essential: int
    unlisted: int
    own: int
    gone: int


def distance(move: Move) -> Distance:
    """How far apart the two roles of a move are."""
    tasks = [each for each in move.parts if active(each.then)]
    asked = [each for each in move.tasks if each.then and each.weight == ESSENTIAL]
    held = [each for each in move.tasks if each.now]
    return Distance(
        len(tasks),
        sum(active(each.now) for each in tasks),
        len(asked),
        sum(each.task == "show" for each in asked),
        len(held),
        len(move.of("let_go")),
    )
