"""What each point is worth: bounds, direction, levels, and what outweighs what."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleguide.fits.likeness import likeness, title_check
from roleguide.fits.person import Done, Held
from roleguide.fits.points import OWN, SKILL, ActivityPoints, SkillPoints
from roleguide.model import Need, Part

LEVELS: Final = st.integers(1, 5)
NEEDS: Final = st.builds(Need, LEVELS, st.integers(1, 3))
PARTS: Final = st.sampled_from(["accountable", "responsible", "both", "supports", "consulted"])
DONE: Final = st.builds(Done, st.sampled_from(["owns", "does", "helps"]))
SAID: Final = st.dictionaries(st.sampled_from("abcdefgh"), st.booleans())
SHEET: Final = st.dictionaries(st.sampled_from("abcdefgh"), PARTS)


@given(NEEDS, st.none() | LEVELS.map(Held))
def test_a_skill_brings_from_nothing_to_all_it_is_worth(need: Need, held: Held | None) -> None:
    points = SkillPoints("x", need, held)
    assert 0 <= points.got <= points.of == SKILL[need.weight]
    assert (points.got == points.of) == (not points.missing)


@given(NEEDS, LEVELS)
def test_a_raised_level_never_brings_less(need: Need, level: int) -> None:
    lower, higher = Held(level), Held(min(level + 1, 5))
    assert 0 < SkillPoints("x", need, lower).got <= SkillPoints("x", need, higher).got
    assert SkillPoints("x", need, None).got == 0


@given(LEVELS, LEVELS)
def test_more_than_is_asked_brings_no_more(asked: int, above: int) -> None:
    held = Held(min(asked + above, 5))
    assert SkillPoints("x", Need(asked, 2), held).got == SKILL[2]


def test_an_essential_skill_is_worth_more_than_many_useful_ones() -> None:
    assert SKILL[3] > 8 * SKILL[1]
    assert SKILL[3] > 2 * SKILL[2] > 4 * SKILL[1]


@given(PARTS, st.none() | DONE)
def test_an_activity_brings_from_nothing_to_all_it_is_worth(part: Part, done: Done | None) -> None:
    points = ActivityPoints("x", part, done)
    assert 0 <= points.got <= points.of
    assert (points.got == 0) == (done is None)


@pytest.mark.parametrize(
    ("part", "done", "points"),
    [
        ("accountable", "owns", 3),
        ("responsible", "owns", 3),
        ("both", "does", 3),
        ("both", "helps", 1.5),
        ("supports", "owns", 1),
        ("consulted", "helps", 1),
    ],
)
def test_who_helped_has_half_of_what_another_one_owns(part: Part, done: str, points: float) -> None:
    held = Done(done)  # type: ignore[arg-type]  # words of the table
    assert ActivityPoints("x", part, held).got == points
    assert OWN == 3


@given(SAID, SHEET)
def test_likeness_lies_between_0_and_1_whatever_the_names_and_the_order(
    said: dict[str, bool], parts: dict[str, Part]
) -> None:
    found = likeness(said, parts)
    assert 0 <= found <= 1
    renamed = (
        {f"new {name}": value for name, value in reversed(said.items())},
        {f"new {name}": value for name, value in reversed(parts.items())},
    )
    assert likeness(*renamed) == found


@given(SHEET)
def test_whoever_does_what_a_role_does_is_wholly_like_it(parts: dict[str, Part]) -> None:
    said = {name: part not in ("supports", "consulted") for name, part in parts.items()}
    assert likeness(said, parts) == 1


@given(SAID, SHEET)
def test_an_activity_of_the_role_more_is_never_less_like_it(
    said: dict[str, bool], parts: dict[str, Part]
) -> None:
    for name, part in parts.items():
        if name not in said:
            more = {**said, name: part not in ("supports", "consulted")}
            assert likeness(more, parts) >= likeness(said, parts)


SHEETS: Final[dict[str, dict[str, Part]]] = {
    "seller": {"sell": "both", "call": "responsible", "plan": "supports"},
    "planner": {"plan": "both", "count": "both", "write": "responsible"},
}


def test_a_title_is_held_against_what_is_done() -> None:
    found = title_check("planner", {"sell": True, "call": True, "plan": False}, SHEETS)
    assert found
    assert (found.said, found.nearest.role, found.nearest.shared) == (3, "seller", 3)
    assert (found.titled.role, found.titled.shared, found.fits) == ("planner", 1, False)
    fitting = title_check("seller", {"sell": True, "call": True, "plan": True}, SHEETS)
    assert fitting
    assert fitting.fits


def test_too_little_is_held_against_nothing() -> None:
    assert title_check("planner", {"sell": True, "call": True}, SHEETS) is None
    said = {"sell": True, "call": True, "plan": True}
    assert title_check(None, said, SHEETS) is None
    assert title_check("newcomer", said, SHEETS) is None
    assert title_check("newcomer", said, {**SHEETS, "newcomer": {}}) is None
