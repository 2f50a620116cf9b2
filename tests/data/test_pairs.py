"""Every written pair × every rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from data import rules
from data.builtin import SECTIONS, keyed, named
from data.rules import Problem
from roleguide.model import Pair

OF_A_PAIR: Final[tuple[Callable[[Pair], list[Problem]], ...]] = (
    rules.enough_tests,
    rules.usage_explained,
)

UNPAIRED: Final[dict[str, str]] = {}
"""Roles that nobody confuses with another of the guide, and why."""

LADDER: Final = (("sales-director", "vp-sales"), ("sales-director", "sales-manager"))
"""Neighbours on one ladder who answer for the same things: one further than the other."""

PAIRS: Final = keyed(SECTIONS.pairs)


@pytest.mark.parametrize("rule", named(OF_A_PAIR))
@pytest.mark.parametrize(("identifier", "pair"), PAIRS)
def test_pair(identifier: str, pair: Pair, rule: Callable[[Pair], list[Problem]]) -> None:
    problems = rule(pair)
    assert not problems, f"{identifier}\n" + "\n".join(map(str, problems))


@pytest.mark.parametrize(("identifier", "pair"), PAIRS)
def test_pair_is_keyed_by_its_roles(identifier: str, pair: Pair) -> None:
    problems = rules.keyed_by_its_roles(identifier, pair)
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize(("identifier", "pair"), PAIRS)
def test_pair_can_be_compared(identifier: str, pair: Pair) -> None:
    one, other = (SECTIONS.roles[role] for role in identifier.split("--"))
    problems = rules.comparable(pair, one, other)
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("role", SECTIONS.roles)
def test_role_is_in_a_pair(role: str) -> None:
    paired = {end for identifier in SECTIONS.pairs for end in identifier.split("--")}
    assert (role in paired) != (role in UNPAIRED)


@pytest.mark.parametrize(("one", "other"), LADDER)
def test_neighbours_nest(one: str, other: str) -> None:
    problems = rules.nested(SECTIONS.roles[one], SECTIONS.roles[other])
    assert not problems, "\n".join(map(str, problems))
