"""What holds of the comparison of any two roles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare import strategies as any_
from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import compare, in_context, matrix, overlap
from roleguide.compare.result import CHANGES, Comparison, Overlap
from roleguide.model import Need, Variation

# Enough for the few values that each choice has.
few = settings(max_examples=60)


@cache
def words() -> Catalog:
    return any_.catalog()


SWAPPED = {"left": "right", "right": "left", "both": "both", "same": "same"}


def turned(rows: Iterable[Any], *fields: str) -> tuple[Any, ...]:
    """Rows seen from the other side; the groups of changes keep their order."""
    found = []
    for row in rows:
        swapped: dict[str, Any] = {field: getattr(row, field)[::-1] for field in fields}
        if hasattr(row, "change"):
            swapped["change"] = SWAPPED[row.change]
        if getattr(row, "delta", None) is not None:
            swapped["delta"] = -row.delta
        found.append(row._replace(**swapped))
    if found and hasattr(found[0], "change"):
        found.sort(key=lambda row: CHANGES.index(row.change))
    return tuple(found)


def mirrored(c: Comparison) -> Comparison:
    return c._replace(
        roles=(c.roles[1], c.roles[0]),
        difference=(c.difference[1], c.difference[0]),
        facts=turned(c.facts, "values"),
        responsibilities=turned(c.responsibilities, "shares", "overs"),
        skills=turned(c.skills, "needs"),
        metrics=turned(c.metrics, "ties"),
        tools=turned(c.tools, "used"),
        examples=turned(c.examples, "scenes"),
        analogies=turned(c.analogies, "analogies"),
    )


@few
@given(any_.entries(), any_.entries())
def test_swapping_the_roles_mirrors_the_comparison(left: RoleEntry, right: RoleEntry) -> None:
    assume(left.id != right.id or left.guide != right.guide)
    assert compare(words(), right, left) == mirrored(compare(words(), left, right))


@few
@given(any_.entries())
def test_a_role_and_itself_are_alike(role: RoleEntry) -> None:
    c = compare(words(), role, role)
    assert c.identical
    assert not c.differs
    assert c.overlap == Overlap(1, 1, 1)
    assert all(fact.same for fact in c.facts)
    for rows in (c.responsibilities, c.skills, c.metrics, c.tools):
        assert {row.change for row in rows} <= {"same"}
    assert {row.delta for row in c.skills} <= {0}


@few
@given(any_.entries(), any_.entries())
def test_overlap_is_a_share_and_the_same_both_ways(left: RoleEntry, right: RoleEntry) -> None:
    found = overlap(left.role, right.role)
    assert all(0 <= share <= 1 for share in found)
    assert found == overlap(right.role, left.role)
    assert found.total == (found.responsibilities + found.skills) / 2


@few
@given(any_.entries(), any_.entries(), st.sampled_from(any_.ACTIVITIES))
def test_being_informed_counts_in_no_overlap(
    left: RoleEntry, right: RoleEntry, activity: str
) -> None:
    def with_part(entry: RoleEntry, *, informed: bool) -> Any:
        others = {a: r for a, r in entry.role.responsibilities.items() if a != activity}
        if informed:
            others[activity] = any_.does("informed")
        return entry.role._replace(responsibilities=others)

    without = overlap(with_part(left, informed=False), with_part(right, informed=False))
    one = overlap(with_part(left, informed=True), with_part(right, informed=False))
    both = overlap(with_part(left, informed=True), with_part(right, informed=True))
    assert without == one == both


@few
@given(any_.entries(["one"]), any_.entries(["other"]))
def test_only_part_and_reach_change_a_responsibility(left: RoleEntry, right: RoleEntry) -> None:
    rows = {row.activity: row for row in compare(words(), left, right).responsibilities}
    ours, theirs = left.role.responsibilities, right.role.responsibilities
    assert rows.keys() == ours.keys() | theirs.keys()
    for activity, row in rows.items():
        if activity not in theirs:
            assert (row.change, row.shares[1], row.overs[1]) == ("left", None, None)
        elif activity not in ours:
            assert (row.change, row.shares[0], row.overs[0]) == ("right", None, None)
        else:
            left_over = ours[activity].over or left.role.over
            right_over = theirs[activity].over or right.role.over
            alike = (ours[activity].part, left_over) == (theirs[activity].part, right_over)
            assert row.change == ("same" if alike else "both")
            assert row.overs == (left_over, right_over)


@few
@given(any_.entries(["one"]), any_.entries(["other"]))
def test_only_the_level_changes_a_skill(left: RoleEntry, right: RoleEntry) -> None:
    rows = {row.skill: row for row in compare(words(), left, right).skills}
    ours, theirs = left.role.skills, right.role.skills
    assert rows.keys() == ours.keys() | theirs.keys()
    for skill, row in rows.items():
        assert row.needs == (ours.get(skill), theirs.get(skill))
        if skill not in theirs:
            assert (row.change, row.delta) == ("left", None)
        elif skill not in ours:
            assert (row.change, row.delta) == ("right", None)
        else:
            assert row.delta == theirs[skill].level - ours[skill].level
            assert row.change == ("both" if row.delta else "same")


@few
@given(any_.entries(["one"]), any_.entries(["other"]))
def test_texts_and_weights_change_nothing(left: RoleEntry, right: RoleEntry) -> None:
    said = right.role._replace(
        responsibilities={
            a: r._replace(text=any_.text("said otherwise"))
            for a, r in right.role.responsibilities.items()
        },
        skills={s: Need(n.level, 4 - n.weight) for s, n in right.role.skills.items()},
    )
    before = compare(words(), left, right)
    after = compare(words(), left, right._replace(role=said))
    assert {r.activity: r.change for r in before.responsibilities} == {
        r.activity: r.change for r in after.responsibilities
    }
    assert {r.skill: (r.change, r.delta) for r in before.skills} == {
        r.skill: (r.change, r.delta) for r in after.skills
    }
    assert before.differs == after.differs


@few
@given(any_.entries(), any_.entries())
def test_rows_come_in_groups(left: RoleEntry, right: RoleEntry) -> None:
    c = compare(words(), left, right)
    for rows in (c.responsibilities, c.skills, c.metrics, c.tools):
        changes = [CHANGES.index(row.change) for row in rows if row.change]
        assert len(changes) == len(rows)
        assert changes == sorted(changes)


@few
@given(any_.entries(), any_.entries())
def test_a_comparison_differs_where_a_row_does(left: RoleEntry, right: RoleEntry) -> None:
    c = compare(words(), left, right)
    rows = (*c.responsibilities, *c.skills, *c.metrics, *c.tools)
    # Rows of two kinds, which have only this in common.
    changed = any(row.change != "same" for row in rows)  # type: ignore[attr-defined]
    assert c.differs == (changed or any(not fact.same for fact in c.facts))


@few
@given(any_.entries(), any_.entries())
def test_a_fact_is_shown_where_either_role_has_it(left: RoleEntry, right: RoleEntry) -> None:
    for fact in compare(words(), left, right).facts:
        field = fact.id.replace("-", "_")
        values = tuple(getattr(entry.role, field) or None for entry in (left, right))
        assert fact.values == values
        assert values != (None, None)
        assert fact.same == (values[0] == values[1])


@few
@given(st.lists(any_.entries(), min_size=3, max_size=6))
def test_a_matrix_is_aligned_with_its_roles(roles: list[RoleEntry]) -> None:
    m = matrix(words(), roles)
    assert m.roles == tuple(roles)
    for fact in m.facts:
        field = fact.id.replace("-", "_")
        assert fact.values == tuple(getattr(e.role, field) or None for e in roles)
        assert fact.same == all(value == fact.values[0] for value in fact.values)
    for row in m.responsibilities:
        assert row.change is None
        assert row.shares == tuple(e.role.responsibilities.get(row.activity) for e in roles)
        assert row.overs == tuple(
            (share.over or e.role.over) if share else None
            for share, e in zip(row.shares, roles, strict=True)
        )
    for skill in m.skills:
        assert (skill.change, skill.delta) == (None, None)
        assert skill.needs == tuple(e.role.skills.get(skill.skill) for e in roles)
    for metric in m.metrics:
        assert metric.ties == tuple(e.role.metrics.get(metric.metric) for e in roles)
    for tool in m.tools:
        assert tool.used == tuple(tool.tool in e.role.tools for e in roles)
    for scene in m.examples:
        assert scene.scenes == tuple(e.role.examples.get(scene.context) for e in roles)
    for figure in m.analogies:
        assert figure.analogies == tuple(e.role.analogies.get(figure.world) for e in roles)


@few
@given(st.lists(any_.entries(), min_size=3, max_size=5))
def test_a_matrix_leaves_nothing_out(roles: list[RoleEntry]) -> None:
    m = matrix(words(), roles)
    for field, found in (
        ("responsibilities", [row.activity for row in m.responsibilities]),
        ("skills", [row.skill for row in m.skills]),
        ("metrics", [row.metric for row in m.metrics]),
        ("tools", [row.tool for row in m.tools]),
        ("examples", [row.context for row in m.examples]),
        ("analogies", [row.world for row in m.analogies]),
    ):
        assert len(found) == len(set(found))
        assert set(found) == {i for e in roles for i in getattr(e.role, field)}


@few
@given(any_.entries(), st.sampled_from(any_.CONTEXTS))
def test_a_context_changes_parts_and_reach_alone(role: RoleEntry, context: str) -> None:
    there = in_context(role, context)
    assert there[:2] == role[:2]
    assert there.role._replace(responsibilities={}) == role.role._replace(responsibilities={})
    assert list(there.role.responsibilities) == list(role.role.responsibilities)
    for activity, before in role.role.responsibilities.items():
        after = there.role.responsibilities[activity]
        assert after.text == before.text
        here = next((v for v in before.or_ if v.in_ == context), Variation())
        assert after.part == (here.part or before.part)
        assert after.over == (here.over or before.over)
