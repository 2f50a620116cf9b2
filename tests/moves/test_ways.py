"""Usual steps between roles, and the ways that they make."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Final, get_args

import pytest
from compare import strategies as any_
from hypothesis import given
from hypothesis import strategies as st
from views.answers import builtin

from roleguide.model import (
    Guide,
    LevelRange,
    MoveKind,
    Need,
    Origin,
    Responsibility,
    Sections,
    Step,
)
from roleguide.moves import move
from roleguide.moves.careers import Kinds, kinds, step_between, steps
from roleguide.moves.ways import LONGEST, MOST, length, shortest

NODES: Final = "abcdefg"
ROLES: Final = [head.id for head in builtin().heads()]
STEPS: Final = st.sampled_from(get_args(MoveKind))
GRAPHS: Final = st.fixed_dictionaries(
    {node: st.dictionaries(st.sampled_from(NODES), STEPS, max_size=3) for node in NODES}
)


def whole(known: Kinds, path: list[str]) -> int:
    return sum(length(known[one][other]) for one, other in pairwise(path))


def reachable(known: Kinds, path: list[str], left: int) -> set[tuple[int, str]]:
    """Where one comes with so much left, by trying every step: the slow way, to check the other."""
    found = {(whole(known, path), path[-1])}
    for other, kind in known[path[-1]].items():
        if length(kind) <= left and other not in path:
            found |= reachable(known, [*path, other], left - length(kind))
    return found


@given(GRAPHS, st.sampled_from(NODES), st.sampled_from(NODES))
def test_paths_are_the_shortest_there_are(known: Kinds, start: str, goal: str) -> None:
    found = [*shortest(known, start, goal)]
    if start == goal:
        assert not found
        return
    lengths = [size for size, node in reachable(known, [start], LONGEST) if node == goal]
    assert {whole(known, path) for path in found} == ({min(lengths)} if lengths else set())
    assert len({tuple(path) for path in found}) == len(found)
    assert all((path[0], path[-1]) == (start, goal) for path in found)


def test_a_step_told_by_the_page_of_the_goal_alone_counts() -> None:
    proof = any_.text("a year of it")
    low, high = LevelRange("entry", "entry"), LevelRange("manager", "manager")
    roles = {
        "one": any_.role(level=low),
        "other": any_.role(level=high, comes_from=(Origin("one", proof=proof),)),
    }
    catalog = any_.catalog(Guide("careers", Sections(roles=roles)))
    start, goal = catalog.entry("one"), catalog.entry("other")
    assert step_between(start, goal) == Step("up", proof)
    assert step_between(goal, start) is None
    known = kinds(catalog)
    assert known == {"one": {"other": "up"}, "other": {}}
    pair = ("one", "other")
    assert steps(catalog, known, [pair]) == {pair: Step("up", proof)}
    assert steps(catalog, known, []) == {}
    assert move(catalog, goal, start).back == Step("up", proof)


def test_the_catalogue_tells_careers_as_the_roles_do() -> None:
    told = builtin().store.careers(ROLES)
    assert [*told] == ROLES
    entries = {identifier: builtin().entry(identifier) for identifier in ROLES}
    for identifier, (leads_to, comes_from) in told.items():
        role = entries[identifier].role
        assert (leads_to, tuple(comes_from)) == (role.leads_to, role.comes_from)
    between = {pair: step_between(*(entries[i] for i in pair)) for pair in product(ROLES, ROLES)}
    usual = {pair: step for pair, step in between.items() if step}
    known = kinds(builtin())
    assert {(r, g): move for r, onward in known.items() for g, move in onward.items()} == {
        pair: step.move for pair, step in usual.items()
    }
    assert steps(builtin(), known, usual) == usual


def test_of_ways_of_one_length_the_widest_comes_first() -> None:
    asked = {"counting": Need(4, 2)}
    roles = {
        "start": any_.role(skills=asked, leads_to={"far": Step("up"), "near": Step("up")}),
        "far": any_.role(skills={"writing": Need(4, 2)}, leads_to={"goal": Step("up")}),
        "near": any_.role(skills=asked, leads_to={"goal": Step("up")}),
        "goal": any_.role(skills=asked),
    }
    catalog = any_.catalog(Guide("careers", Sections(roles=roles)))
    found = move(catalog, catalog.entry("start"), catalog.entry("goal")).ways
    assert [[leg.goal for leg in way.legs] for way in found] == [["near", "goal"], ["far", "goal"]]
    assert found[1].bottleneck.goal == "far"


def test_whoever_rose_from_the_goal_has_done_that_job() -> None:
    does = {"cooking": Responsibility("both", {})}
    low, high = {"counting": Need(3, 3)}, {"writing": Need(3, 3)}
    roles = {
        "low": any_.role(skills=low, leads_to={"middle": Step("up"), "aside": Step("switch")}),
        "middle": any_.role(skills=low, leads_to={"high": Step("up")}),
        "high": any_.role(skills=high, responsibilities=does),
        "aside": any_.role(skills=low, leads_to={"far": Step("up")}),
        "far": any_.role(skills=high, responsibilities=does),
    }
    catalog = any_.catalog(Guide("careers", Sections(roles=roles)))
    rose = {
        (one, other): move(catalog, catalog.entry(one), catalog.entry(other)).rose
        for one, other in (("high", "low"), ("far", "low"), ("low", "high"), ("middle", "low"))
    }
    assert [pair for pair, found in rose.items() if found] == [("high", "low")]


@pytest.mark.parametrize("start", ROLES[::6])
def test_ways_are_told_where_no_step_is(start: str) -> None:
    for goal in ROLES:
        entries = builtin().entry(start), builtin().entry(goal)
        found = move(builtin(), *entries)
        assert not (found.step and found.ways)
        assert len(found.ways) <= MOST
        for way in found.ways:
            assert (way.legs[0].start, way.legs[-1].goal) == (start, goal)
            assert way.bottleneck.covered.skills.held == min(
                leg.covered.skills.held for leg in way.legs
            )
