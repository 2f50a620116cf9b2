"""How much one role covers of another: bounds, identity, direction, levels, names and order."""

from __future__ import annotations

import pytest
from compare import strategies as any_
from hypothesis import given
from hypothesis import strategies as st
from views.answers import builtin

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Guide, LevelRange, Need
from roleguide.moves import levels_up, move
from roleguide.moves.coverage import (
    SkillCoverage,
    asked_in_all,
    covered,
    levels_held,
    outlines,
    skill_coverage,
)

WORDS = any_.catalog()
LEVELS = st.dictionaries(st.sampled_from(any_.SKILLS), st.integers(1, 5))
ASKED = st.dictionaries(
    st.sampled_from(any_.SKILLS), st.builds(Need, st.integers(1, 5), st.integers(1, 3))
)


@given(any_.entries(), any_.entries())
def test_shares_lie_between_0_and_1_and_add_up(one: RoleEntry, other: RoleEntry) -> None:
    found = covered(WORDS, one, other)
    assert all(0 <= share <= 1 for share in (*found.skills, found.activities))
    assert sum(found.skills) == pytest.approx(1)


@given(any_.entries())
def test_a_role_covers_itself(role: RoleEntry) -> None:
    assert covered(WORDS, role, role) == (SkillCoverage(1, 0, 0), 1)
    assert not move(WORDS, role, role).of("deepen")


def test_coverage_has_a_direction() -> None:
    narrow = any_.entry("one", skills={"counting": Need(3, 2)})
    wide = any_.entry("other", skills={"counting": Need(3, 2), "writing": Need(3, 2)})
    assert covered(WORDS, wide, narrow).skills == SkillCoverage(1, 0, 0)
    assert covered(WORDS, narrow, wide).skills == SkillCoverage(0.5, 0, 0.5)


@given(LEVELS, ASKED, st.sampled_from(any_.SKILLS))
def test_a_raised_level_never_covers_less(
    held: dict[str, int], asked: dict[str, Need], skill: str
) -> None:
    raised = {**held, skill: min(held.get(skill, 0) + 1, 5)}
    whole = asked_in_all(asked)
    before, after = skill_coverage(held, asked, whole), skill_coverage(raised, asked, whole)
    assert after.held >= before.held
    assert after.unlisted <= before.unlisted
    if skill in held:
        assert after.short <= before.short


@given(LEVELS, ASKED)
def test_names_and_order_do_not_matter(held: dict[str, int], asked: dict[str, Need]) -> None:
    def renamed(mapping: dict[str, int] | dict[str, Need]) -> dict[str, object]:
        return {f"new {name}": value for name, value in reversed(mapping.items())}

    whole = asked_in_all(asked)
    found = skill_coverage(renamed(held), renamed(asked), whole)  # type: ignore[arg-type]  # maps of ids, whatever they hold
    assert found == skill_coverage(held, asked, whole)


def test_what_is_not_listed_is_not_level_0() -> None:
    asked = {"counting": Need(4, 3), "writing": Need(2, 1)}
    found = skill_coverage({"counting": 1}, asked, asked_in_all(asked))
    assert found == SkillCoverage(3 / 14, 9 / 14, 2 / 14)


def test_what_is_basic_to_a_family_is_held() -> None:
    family = any_.VOCABULARY.families["team"]._replace(basics={"listening": 2})
    words = any_.VOCABULARY._replace(families={**any_.VOCABULARY.families, "team": family})
    catalog = Catalog.of([Guide("words", words)])
    start = any_.entry("one", skills={"counting": Need(3, 2)})
    goal = any_.entry("other", skills={"listening": Need(4, 1)})
    assert levels_held(catalog, start.role) == {"listening": 2, "counting": 3}
    (task, *gone) = move(catalog, start, goal).tasks
    assert (task.task, task.now, task.then) == ("deepen", 2, 4)
    assert [each.task for each in gone] == ["let_go"]
    assert "listening" not in {each.skill for each in move(catalog, goal, start).of("let_go")}


@given(any_.entries(), any_.entries())
def test_every_skill_has_one_task_and_every_activity_one_place(
    one: RoleEntry, other: RoleEntry
) -> None:
    found = move(WORDS, one, other)
    skills = [each.skill for each in found.tasks]
    assert sorted(skills) == sorted(one.role.skills.keys() | other.role.skills.keys())
    activities = [each.activity for each in found.parts]
    both = one.role.responsibilities.keys() | other.role.responsibilities.keys()
    assert sorted(activities) == sorted(both)
    assert all((each.then or 0) > (each.now or 0) for each in found.of("deepen"))
    assert all((each.then or 6) <= (each.now or 0) for each in found.of("keep"))


def test_levels_are_counted_between_ranges() -> None:
    lead, both, high = (
        LevelRange("lead", "lead"),
        LevelRange("professional", "manager"),
        LevelRange("director", "vp"),
    )
    assert (levels_up(lead, high), levels_up(high, lead)) == (2, -2)
    assert levels_up(lead, both) == levels_up(both, lead) == levels_up(both, both) == 0


def test_in_outline_roles_cover_what_they_cover_when_read() -> None:
    known = outlines(builtin())
    some = [*known][::7]
    assert outlines(builtin(), some) == {role: known[role] for role in some}
    assert known.keys() == {head.id for head in builtin().heads()}
    for one in ("sdr", "csm", "sales-ops"):
        for other in known:
            read = covered(builtin(), builtin().entry(one), builtin().entry(other))
            assert known[one].covers(known[other]) == read
