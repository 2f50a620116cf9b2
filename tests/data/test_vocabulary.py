"""The shared vocabulary is shared: each word of it is used, and says who answers for what."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import pytest

from data import rules
from data.builtin import FILES, SECTIONS
from data.style import written

SHARED: Final = ("activities", "skills")
"""Sections whose words are there to compare roles by, and therefore need two of them."""
USED: Final = ("contexts", "worlds", "families", "metrics", "tools", "sources")

USED_ONCE: Final[dict[str, str]] = {}
"""Activities and skills of one role only, as `section.id`, and why they are worth a word."""
UNUSED: Final[dict[str, str]] = {}
"""Words that no role uses, as `section.id`, and why they stay."""

ONE_SEAT = "alternatives for the one seat at the head of sales"

SAME_REACH: Final[dict[tuple[str, str], str]] = {
    ("business-development-manager", "channel-manager"): (
        "other objects: a first deal in a new market, the yearly terms of distributors"
    ),
    ("chief-sales-officer", "commercial-director"): ONE_SEAT,
    ("chief-sales-officer", "head-of-sales"): ONE_SEAT,
    ("chief-sales-officer", "vp-sales"): ONE_SEAT,
    ("commercial-director", "head-of-sales"): ONE_SEAT,
    ("commercial-director", "vp-sales"): ONE_SEAT,
    ("head-of-sales", "vp-sales"): ONE_SEAT,
    ("regional-sales-manager", "sales-director"): (
        "a region is a part of the Director's segment, and reports to it"
    ),
}
"""Roles of a family that may both answer for an activity, equally far, and why."""

USERS: Final = rules.used(SECTIONS)
WORDS: Final = [
    pytest.param(section, identifier, id=f"{section}.{identifier}")
    for section in (*SHARED, *USED)
    for identifier in getattr(SECTIONS, section)
]


@pytest.mark.parametrize(("section", "identifier"), WORDS)
def test_word_is_used(section: str, identifier: str) -> None:
    users = USERS[section][identifier]
    listed = USED_ONCE if section in SHARED else UNUSED
    enough = 2 if section in SHARED else 1
    assert (len(users) >= enough) != (f"{section}.{identifier}" in listed), f"used by {users}"


def test_only_words_are_listed() -> None:
    words = {parameter.id for parameter in WORDS}
    assert words >= USED_ONCE.keys() | UNUSED.keys()


@pytest.mark.parametrize("family", SECTIONS.families)
def test_family_holds_what_it_says(family: str) -> None:
    assert USERS["families"][family] <= {SECTIONS.families[family].of}


@pytest.mark.parametrize("section", ["contexts", "worlds"])
def test_positions_count_from_one(section: str) -> None:
    positions = [record.position for record in getattr(SECTIONS, section).values()]
    assert sorted(positions) == list(range(1, len(positions) + 1))


@pytest.mark.parametrize("kind", ["roles", "activities", "skills", "tools"])
def test_positions_of_families_count_from_one(kind: str) -> None:
    positions = [family.position for family in SECTIONS.families.values() if family.of == kind]
    assert sorted(positions) == list(range(1, len(positions) + 1))


@pytest.mark.parametrize("skill", SECTIONS.skills)
def test_levels_are_described_apart(skill: str) -> None:
    problems = [p for p in rules.described_apart(SECTIONS.skills) if skill in p.place]
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("activity", SECTIONS.activities)
def test_no_two_answer_equally_far_for(activity: str) -> None:
    problems = [
        f"{one} and {other}, both over {reach}"
        for one, other, reach in rules.rivals(SECTIONS.roles, activity)
        if (one, other) not in SAME_REACH
    ]
    assert not problems, "\n".join(problems)


def test_listed_pairs_do_answer_equally_far() -> None:
    found = {rival[:2] for a in SECTIONS.activities for rival in rules.rivals(SECTIONS.roles, a)}
    assert found >= SAME_REACH.keys()


def test_up_leads_somewhere() -> None:
    """From the file itself: a guide with a circle is not even read."""
    moves: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file, text in FILES.items():
        for value in written(text) if file.startswith("roles") else ():
            match value.place.split("."):
                case ["roles", role, "leads_to", upper]:
                    moves[role][upper] = str(value.text)
    assert moves
    assert not rules.circles(moves)
