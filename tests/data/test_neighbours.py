"""Who works with whom, and where a career goes on: what no single role can say alone."""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest

from data import rules
from data.builtin import SECTIONS, none_broken
from roleguide.model import Role

pytestmark = pytest.mark.sweep

COUNTERPARTS: Final = 5
"""A role names the few people it works with every day, at most so many."""


def counterparts(role: Role) -> list[str]:
    """The roles that one works with every day."""
    return [neighbour.role for neighbour in role.works_with if neighbour.role]


def line(role: Role) -> set[str | None]:
    """The roles above and below."""
    below = role.leads.who if role.leads else ()
    return {neighbour.role for neighbour in (*role.reports_to, *below)}


def test_a_role_names_few_counterparts() -> None:
    none_broken(
        name for name, role in SECTIONS.roles.items() if len(role.works_with) > COUNTERPARTS
    )


def test_counterparts_name_each_other_while_there_is_room() -> None:
    """One way are those along the line, and those to somebody whose own few are others."""
    none_broken(
        f"{name} works with {other}, which names {len(theirs)} and not this one"
        for name, role in SECTIONS.roles.items()
        for other in counterparts(role)
        for theirs in [counterparts(SECTIONS.roles[other])]
        if name not in theirs and len(theirs) < COUNTERPARTS
        if other not in line(role) and name not in line(SECTIONS.roles[other])
    )


def test_a_career_goes_on() -> None:
    """By a step up, or by a job for which the guide has no role."""
    none_broken(
        name
        for name, role in SECTIONS.roles.items()
        if not role.beyond and all(step.move != "up" for step in role.leads_to.values())
    )


def test_a_step_is_of_one_kind_both_ways() -> None:
    none_broken(rules.unlike_both_ways(SECTIONS.roles))


def test_a_step_says_when_one_is_ready_and_with_what_to_begin() -> None:
    none_broken(
        f"{name} to {other}"
        for name, role in SECTIONS.roles.items()
        for other, step in role.leads_to.items()
        if not (step.proof and step.begin)
    )


def test_no_two_steps_begin_alike() -> None:
    begun = [
        text
        for role in SECTIONS.roles.values()
        for step in role.leads_to.values()
        for text in (step.begin or {}).values()
    ]
    none_broken(text for text, times in Counter(begun).items() if times > 1)
