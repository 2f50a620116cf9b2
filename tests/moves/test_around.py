"""What lies around a role: steps on and back, and what is near."""

from __future__ import annotations

from typing import Final

import pytest
from compare import strategies as any_
from hypothesis import given
from views.answers import builtin

from roleguide.catalog import RoleEntry
from roleguide.model import Guide, Need, Origin, Sections, Step
from roleguide.moves.around import around
from roleguide.moves.coverage import covered
from roleguide.moves.nearness import MOST, nearest_in
from roleguide.moves.result import NEAR, Near

ROLES: Final = [head.id for head in builtin().heads()]
WORDS: Final = any_.catalog()


@pytest.mark.parametrize("role", ROLES[::5])
def test_steps_on_and_back_are_those_of_the_sheets(role: str) -> None:
    found = around(builtin(), builtin().entry(role))
    assert {b.role: b.step for b in found.onward} == builtin().entry(role).role.leads_to
    for branch in found.origins:
        assert builtin().entry(branch.role).role.leads_to[role] == branch.step
        for far in branch.further:
            assert branch.role in builtin().entry(far.role).role.leads_to
    assert role not in {far.role for b in (*found.onward, *found.origins) for far in b.further}


@pytest.mark.parametrize("role", ROLES[::5])
def test_what_is_near_is_no_usual_step_and_the_nearest_first(role: str) -> None:
    found = around(builtin(), builtin().entry(role))
    joined = {role, *(b.role for b in (*found.onward, *found.origins))}
    assert not joined & {each.role for each in found.near}
    sizes = [each.nearness for each in found.near]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) <= MOST
    assert all(NEAR <= size <= 1 for size in sizes)


@given(any_.entries(), any_.entries())
def test_nearness_is_the_same_both_ways(one: RoleEntry, other: RoleEntry) -> None:
    there, back = covered(WORDS, one, other), covered(WORDS, other, one)
    assert Near("x", there, back).nearness == pytest.approx(Near("x", back, there).nearness)


def test_a_small_guide_is_told_whole() -> None:
    asked = {"counting": Need(4, 2)}
    outside = Origin(text=any_.text("a notary"))
    roles = {
        "one": any_.role(skills=asked, leads_to={"two": Step("up")}, comes_from=(outside,)),
        "two": any_.role(skills=asked, leads_to={"one": Step("side"), "three": Step("up")}),
        "three": any_.role(skills=asked),
        "far": any_.role(skills={"writing": Need(1, 1)}),
    }
    catalog = any_.catalog(Guide("careers", Sections(roles=roles)))
    found = around(catalog, catalog.entry("one"))
    assert [(b.role, [far.role for far in b.further]) for b in found.onward] == [("two", ["three"])]
    assert [(b.role, b.further) for b in found.origins] == [("two", ())]
    assert found.outside == (outside,)
    assert [each.role for each in found.near] == ["three", "far"]  # both have no activities


@pytest.mark.parametrize(("start", "goal"), [("deal-desk-manager", "csm"), ("csm", "sdr")])
def test_what_is_nearer_is_of_the_goals_family_and_nearer_than_the_goal(
    start: str, goal: str
) -> None:
    one, other = builtin().entry(start), builtin().entry(goal)

    def nearness(role: RoleEntry) -> float:
        there, back = covered(builtin(), one, role), covered(builtin(), role, one)
        return Near(role.id, there, back).nearness

    found = [builtin().entry(role) for role in nearest_in(builtin(), one, other)]
    assert found
    assert {entry.role.family for entry in found} == {other.role.family}
    assert all(nearness(entry) > nearness(other) for entry in found)
    assert [*map(nearness, found)] == sorted(map(nearness, found), reverse=True)
