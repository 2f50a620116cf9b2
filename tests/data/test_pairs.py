"""Every written pair × every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

import pytest

from data import rules
from data.builtin import SECTIONS, named, none_broken
from data.rules import Problem
from roleguide.model import Pair

pytestmark = pytest.mark.sweep

OF_A_PAIR: Final[tuple[Callable[[Pair], list[Problem]], ...]] = (
    rules.written_whole,
    rules.enough_tests,
    rules.usage_explained,
    rules.sizes_rest_on_something,
)

PAIRS: Final = 100
"""How many pairs are written at least, of the 1,378 that 53 roles make."""

PAIRS_OF_A_ROLE: Final = 2
"""In how many of them each role stands at least."""

LITTLE_IN_COMMON: Final[dict[str, str]] = {
    "csm--sdr": "the two ends of a sale, between which beginners choose",
}
"""Pairs that people ask about although the two jobs share next to nothing, and why they ask."""

LADDER: Final = (("sales-director", "vp-sales"), ("sales-director", "sales-manager"))
"""Neighbours on one ladder who answer for the same things: one further than the other."""


def in_every_pair(rule: Callable[[str, Pair], list[Problem]]) -> None:
    """Fail with what a rule finds in any pair."""
    none_broken(f"{name}: {p}" for name, pair in SECTIONS.pairs.items() for p in rule(name, pair))


@pytest.mark.parametrize("rule", named(OF_A_PAIR))
def test_every_pair_keeps(rule: Callable[[Pair], list[Problem]]) -> None:
    in_every_pair(lambda _, pair: rule(pair))


def test_every_pair_is_keyed_by_its_roles() -> None:
    in_every_pair(rules.keyed_by_its_roles)


def test_every_pair_can_be_compared_but_for_those_listed() -> None:
    found = {
        name: problems
        for name, pair in SECTIONS.pairs.items()
        if (problems := rules.comparable(pair, *(SECTIONS.roles[r] for r in name.split("--"))))
    }
    assert found.keys() == LITTLE_IN_COMMON.keys(), found


def test_a_hundred_pairs_are_written_and_every_role_is_in_several() -> None:
    assert len(SECTIONS.pairs) >= PAIRS
    written = Counter(end for identifier in SECTIONS.pairs for end in identifier.split("--"))
    none_broken(
        f"{role}: {written[role]} pairs, not {PAIRS_OF_A_ROLE} at least"
        for role in SECTIONS.roles
        if written[role] < PAIRS_OF_A_ROLE
    )


@pytest.mark.parametrize(("one", "other"), LADDER)
def test_neighbours_nest(one: str, other: str) -> None:
    problems = rules.nested(SECTIONS.roles[one], SECTIONS.roles[other])
    assert not problems, "\n".join(map(str, problems))
