"""The shared vocabulary is shared: each word of it is used, and says who answers for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import pytest

from data import rules
from data.builtin import FILES, SECTIONS, none_broken
from data.style import written

pytestmark = pytest.mark.sweep

SHARED: Final = ("activities", "skills")
"""Sections whose words are there to compare roles by, and therefore need two of them."""
USED: Final = ("contexts", "worlds", "families", "metrics", "tools", "sources")

USED_ONCE: Final[dict[str, str]] = {}
"""Activities and skills of one role only, as `section.id`, and why they are worth a word."""
UNUSED: Final[dict[str, str]] = {}
"""Words that no role uses, as `section.id`, and why they stay."""

USERS: Final = rules.used(SECTIONS)


def lonely(sections: Iterable[str], enough: int) -> set[str]:
    """The words that fewer roles use than makes them worth a word."""
    return {
        f"{section}.{identifier}"
        for section in sections
        for identifier in getattr(SECTIONS, section)
        if len(USERS[section][identifier]) < enough
    }


def test_words_are_used_but_for_those_listed() -> None:
    assert lonely(SHARED, enough=2) == USED_ONCE.keys()
    assert lonely(USED, enough=1) == UNUSED.keys()


def test_it_is_said_what_moves_each_metric() -> None:
    none_broken(name for name, metric in SECTIONS.metrics.items() if not metric.moved_by)


def test_families_hold_what_they_say() -> None:
    holding = {name: USERS["families"][name] for name in SECTIONS.families}
    none_broken(
        f"{name} of {family.of} holds {holding[name]}"
        for name, family in SECTIONS.families.items()
        if not holding[name] <= {family.of}
    )


def test_families_of_roles_and_they_alone_have_basics() -> None:
    none_broken(
        f"{name} of {family.of} has {len(family.basics)} basics"
        for name, family in SECTIONS.families.items()
        if bool(family.basics) != (family.of == "roles")
    )


@pytest.mark.parametrize("section", ["contexts", "worlds"])
def test_positions_count_from_one(section: str) -> None:
    positions = [record.position for record in getattr(SECTIONS, section).values()]
    assert sorted(positions) == list(range(1, len(positions) + 1))


@pytest.mark.parametrize("kind", ["roles", "activities", "skills", "tools"])
def test_positions_of_families_count_from_one(kind: str) -> None:
    positions = [family.position for family in SECTIONS.families.values() if family.of == kind]
    assert sorted(positions) == list(range(1, len(positions) + 1))


def test_levels_are_described_apart() -> None:
    none_broken(rules.described_apart(SECTIONS.skills))


def test_up_leads_somewhere() -> None:
    """From the file itself: a guide with a circle is not even read."""
    moves: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file, text in FILES.items():
        for value in written(text) if file.startswith("roles") else ():
            match value.place.split("."):
                case ["roles", role, "leads_to", upper, "move"] | [
                    "roles",
                    role,
                    "leads_to",
                    upper,
                ]:
                    moves[role][upper] = str(value.text)
    assert moves
    assert not rules.circles(moves)


def test_nobody_is_hired_both_before_and_after_a_role() -> None:
    before = {
        name: {earlier.role: "up" for earlier in role.hiring.after if earlier.role}
        for name, role in SECTIONS.roles.items()
        if role.hiring
    }
    assert not rules.circles(before)
