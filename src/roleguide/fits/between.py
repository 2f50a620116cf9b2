"""Which of a few roles one is, or wants: either-or questions, and what the answers say.

The questions are those that a guide has about each pair; of two roles that nobody wrote about they
are made of the two sheets. An answer speaks for one role and against none: what is counted are
votes (plurality), and a tie decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Final, Literal, NamedTuple, TypeAlias

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import OWNING_OR_DOING, ActivityId, Question, RoleId, Text

QuestionKind: TypeAlias = Literal["want", "do"]
"""Whether a question asks what one would rather do, or what one does."""

KINDS: Final[tuple[QuestionKind, ...]] = ("want", "do")

Key: TypeAlias = Literal["a", "b", "-"]
"""The first side, the second one, or neither."""

FACTS: Final[Mapping[int, int]] = {2: 5, 3: 2, 4: 1}
"""How many questions of a pair ask what one does, by how many roles there are: one screen."""

MOST: Final = max(FACTS)
"""How many roles can be asked about at once."""


class Side(NamedTuple):
    """One of two answers.

    Attributes:
        role: The role it speaks for.
        text: The answer; None where it is yes or no, or that one is the person asked for.
    """

    role: RoleId
    text: Text | None = None


class EitherOr(NamedTuple):
    """A question with two answers.

    Attributes:
        kind: What it asks.
        ask: The question; None where the two answers are enough.
        sides: The answers.
        person: Whether it asks who does something.
        activity: The activity whose name is the question, where nobody wrote one.
    """

    kind: QuestionKind
    ask: Text | None
    sides: tuple[Side, Side]
    person: bool = False
    activity: ActivityId | None = None

    @property
    def id(self) -> str:
        """What makes it another question than those of other pairs."""
        return self.activity or next(iter((self.ask or {}).values()), "")


class Between(NamedTuple):
    """Questions about a few roles, and the answers to them.

    Attributes:
        roles: The roles.
        questions: The questions.
        answers: The answers given so far, in the order of the questions.
    """

    roles: tuple[RoleEntry, ...]
    questions: tuple[EitherOr, ...]
    answers: tuple[Key, ...] = ()

    def chosen(self) -> Iterator[tuple[EitherOr, Side]]:
        """The questions that are answered, each with the answer chosen."""
        for question, answer in zip(self.questions, self.answers, strict=False):
            if answer != "-":
                yield question, question.sides["ab".index(answer)]

    def votes(self, kind: QuestionKind) -> dict[RoleId, int]:
        """How many answers to questions of a kind speak for each role."""
        found = Counter(side.role for question, side in self.chosen() if question.kind == kind)
        return {entry.id: found[entry.id] for entry in self.roles}

    def verdict(self, kind: QuestionKind) -> RoleId | None:
        """The role for which the most answers speak; None where none does, or several do alike."""
        votes = self.votes(kind)
        most = max(votes.values())
        first = [role for role, number in votes.items() if number == most]
        return first[0] if most and len(first) == 1 else None

    def open(self) -> list[int]:
        """The questions without an answer, by number, from 1."""
        answered = {at for at, answer in enumerate(self.answers) if answer != "-"}
        return [at + 1 for at in range(len(self.questions)) if at not in answered]


def between(catalog: Catalog, roles: Sequence[RoleEntry], answers: Sequence[Key] = ()) -> Between:
    """The questions about two to four roles, those first that ask what one wants."""
    pairs = [*combinations(roles, 2)]
    wanted = [_wanted(catalog, one, other) for one, other in pairs]
    done: dict[str, EitherOr] = {}
    for one, other in pairs:
        new = (each for each in _done(catalog, one, other) if each.id not in done)
        done |= {each.id: each for each in islice(new, FACTS[len(roles)])}
    return Between(tuple(roles), (*wanted, *done.values()), tuple(answers))


def _wanted(catalog: Catalog, one: RoleEntry, other: RoleEntry) -> EitherOr:
    """What one would rather do: whom each role suits, else what each does in plain words."""
    pair = catalog.pair(one.id, other.id)
    choices = [pair.choose.get(each.id) if pair else None for each in (one, other)]
    texts = [choice.person if choice else None for choice in choices]
    if None in texts:
        texts = [each.role.plain or each.role.mission for each in (one, other)]
    return EitherOr("want", None, (Side(one.id, texts[0]), Side(other.id, texts[1])))


def _done(catalog: Catalog, one: RoleEntry, other: RoleEntry) -> Iterator[EitherOr]:
    """What one does: the tests of a pair, those first that name an activity; else who owns what."""
    pair = catalog.pair(one.id, other.id)
    if pair and pair.tests:
        for test in sorted(pair.tests, key=lambda test: test.activity is None):
            yield _tested(test, one.id, other.id)
        return
    mine, theirs = ([*_owned_alone(a, b)] for a, b in ((one, other), (other, one)))
    for pair_of in zip(mine, theirs, strict=False):
        for role, activity in zip((one.id, other.id), pair_of, strict=True):
            rest = other.id if role == one.id else one.id
            name = catalog.sections.activities[activity].name
            yield EitherOr("do", name, (Side(role), Side(rest)), person=True, activity=activity)


def _tested(test: Question, one: RoleId, other: RoleId) -> EitherOr:
    """A test as a question: its answer speaks for its role, any other one for the other role."""
    rest = other if test.points_to == one else one
    sides = (Side(test.points_to, test.answer), Side(rest))
    return EitherOr("do", test.ask, sides, person=test.answer is None)


def _owned_alone(one: RoleEntry, other: RoleEntry) -> Iterator[str]:
    """The activities that a role owns and in which the other one has no part."""
    for activity, does in one.role.responsibilities.items():
        if does.part in OWNING_OR_DOING and activity not in other.role.responsibilities:
            yield activity
