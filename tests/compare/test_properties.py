"""What holds of the comparison of any two roles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from compare import strategies as any_
from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import compare, filtered, in_context, matrix, overlap
from roleguide.compare.result import CHANGES, Change, Compared, Comparison, Overlap, Rows, delta
from roleguide.model import Need, Variation


@cache
def words() -> Catalog:
    return any_.catalog()


SWAPPED: dict[Change, Change] = {
    "left": "right",
    "right": "left",
    "changed": "changed",
    "same": "same",
}


def turned(rows: Iterable[Compared[Any]]) -> tuple[Compared[Any], ...]:
    """Rows seen from the other side."""
    return tuple(row._replace(change=SWAPPED[row.change], values=row.values[::-1]) for row in rows)


def grouped(rows: Iterable[Compared[Any]]) -> tuple[Compared[Any], ...]:
    """Rows in the order of their changes."""
    return tuple(sorted(rows, key=lambda row: CHANGES.index(row.change)))


def mirrored(c: Comparison) -> Comparison:
    rows = c.rows
    return c._replace(
        roles=(c.roles[1], c.roles[0]),
        rows=Rows(
            facts=turned(rows.facts),
            responsibilities=grouped(turned(rows.responsibilities)),
            skills=grouped(turned(rows.skills)),
            metrics=grouped(turned(rows.metrics)),
            tools=grouped(turned(rows.tools)),
            examples=turned(rows.examples),
            analogies=turned(rows.analogies),
        ),
    )


def told(rows: Rows) -> list[Compared[Any]]:
    """All rows whose change is shown."""
    return [row for group in rows[:5] for row in group]


@given(any_.entries(), any_.entries())
def test_swapping_the_roles_mirrors_the_comparison(left: RoleEntry, right: RoleEntry) -> None:
    assume(left.id != right.id or left.guide != right.guide)
    assert compare(words(), right, left) == mirrored(compare(words(), left, right))


@given(any_.entries())
def test_a_role_and_itself_are_alike(role: RoleEntry) -> None:
    c = compare(words(), role, role)
    assert c.identical
    assert not c.differs
    assert c.overlap == Overlap(1, 1, 1)
    assert {row.change for row in told(c.rows)} <= {"same"}
    assert {delta(row) for row in c.rows.skills} <= {0}


@given(any_.entries(), any_.entries())
def test_overlap_is_a_share_and_the_same_both_ways(left: RoleEntry, right: RoleEntry) -> None:
    found = overlap(left.role, right.role)
    assert all(0 <= share <= 1 for share in found)
    assert found == overlap(right.role, left.role)
    assert found.total == (found.responsibilities + found.skills) / 2


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


@given(any_.entries(["one"]), any_.entries(["other"]))
def test_only_part_and_reach_change_a_responsibility(left: RoleEntry, right: RoleEntry) -> None:
    rows = {row.id: row for row in compare(words(), left, right).rows.responsibilities}
    ours, theirs = left.role.responsibilities, right.role.responsibilities
    assert rows.keys() == ours.keys() | theirs.keys()
    for activity, row in rows.items():
        if activity not in theirs:
            assert (row.change, row.values[1]) == ("left", None)
        elif activity not in ours:
            assert (row.change, row.values[0]) == ("right", None)
        else:
            left_over = ours[activity].over or left.role.over
            right_over = theirs[activity].over or right.role.over
            alike = (ours[activity].part, left_over) == (theirs[activity].part, right_over)
            assert row.change == ("same" if alike else "changed")
            assert [r.over for r in row.values if r] == [left_over, right_over]


@given(any_.entries(["one"]), any_.entries(["other"]))
def test_only_the_level_changes_a_skill(left: RoleEntry, right: RoleEntry) -> None:
    rows = {row.id: row for row in compare(words(), left, right).rows.skills}
    ours, theirs = left.role.skills, right.role.skills
    assert rows.keys() == ours.keys() | theirs.keys()
    for skill, row in rows.items():
        assert row.values == (ours.get(skill), theirs.get(skill))
        if skill not in theirs:
            assert (row.change, delta(row)) == ("left", None)
        elif skill not in ours:
            assert (row.change, delta(row)) == ("right", None)
        else:
            assert delta(row) == theirs[skill].level - ours[skill].level
            assert row.change == ("changed" if delta(row) else "same")


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
    assert {r.id: r.change for r in told(before.rows)} == {r.id: r.change for r in told(after.rows)}
    assert {r.id: delta(r) for r in before.rows.skills} == {
        r.id: delta(r) for r in after.rows.skills
    }
    assert before.differs == after.differs


@given(any_.entries(), any_.entries())
def test_rows_come_in_groups(left: RoleEntry, right: RoleEntry) -> None:
    for rows in compare(words(), left, right).rows[1:5]:
        changes = [CHANGES.index(row.change) for row in rows]
        assert changes == sorted(changes)


@given(any_.entries(), any_.entries())
def test_a_comparison_differs_where_a_row_does(left: RoleEntry, right: RoleEntry) -> None:
    c = compare(words(), left, right)
    assert c.differs == any(row.change != "same" for row in told(c.rows))


@given(any_.entries(), any_.entries())
def test_a_fact_is_shown_where_either_role_has_it(left: RoleEntry, right: RoleEntry) -> None:
    for fact in compare(words(), left, right).rows.facts:
        values = tuple(stated(entry, fact.id) for entry in (left, right))
        assert fact.values == values
        assert values != (None, None)
        assert (fact.change == "same") == (values[0] == values[1])


def stated(entry: RoleEntry, fact: str) -> object:
    """What a role's sheet states in a field, which YAML may call otherwise."""
    return getattr(entry.role, {"reach": "over"}.get(fact, fact)) or None


@given(st.lists(any_.entries(), min_size=3, max_size=6))
def test_a_matrix_is_aligned_with_its_roles(roles: list[RoleEntry]) -> None:
    m = matrix(words(), roles)
    assert m.roles == tuple(roles)
    rows = m.rows
    for fact in rows.facts:
        assert fact.values == tuple(stated(e, fact.id) for e in roles)
    for row in rows.responsibilities:
        for found, e in zip(row.values, roles, strict=True):
            own = e.role.responsibilities.get(row.id)
            assert found == (own._replace(over=own.over or e.role.over) if own else None)
    for skill in rows.skills:
        assert delta(skill) is None
        assert skill.values == tuple(e.role.skills.get(skill.id) for e in roles)
    for metric in rows.metrics:
        assert metric.values == tuple(e.role.metrics.get(metric.id) for e in roles)
    for tool in rows.tools:
        assert tool.values == tuple(tool.id in e.role.tools or None for e in roles)
    for scene in rows.examples:
        assert scene.values == tuple(e.role.examples.get(scene.id) for e in roles)
    for figure in rows.analogies:
        assert figure.values == tuple(e.role.analogies.get(figure.id) for e in roles)
    for each in told(rows):
        assert each.change in ("same", "changed")


@given(st.lists(any_.entries(), min_size=3, max_size=5))
def test_a_matrix_leaves_nothing_out(roles: list[RoleEntry]) -> None:
    m = matrix(words(), roles)
    for field, rows in list(m.rows._asdict().items())[1:]:
        found = [row.id for row in rows]
        assert len(found) == len(set(found))
        assert set(found) == {i for e in roles for i in getattr(e.role, field)}


@given(any_.entries(), any_.entries())
def test_only_keeps_what_differs_or_what_both_have(left: RoleEntry, right: RoleEntry) -> None:
    rows = compare(words(), left, right).rows
    assert filtered(rows, None) == rows
    differing, shared = filtered(rows, "differences"), filtered(rows, "shared")
    for field, every in rows._asdict().items():
        different = tuple(row for row in every if row.change != "same")
        both = tuple(row for row in every if None not in row.values)
        alike = tuple(row for row in every if row.change == "same")
        if field in ("examples", "analogies"):
            different = both = every
        assert getattr(differing, field) == different
        assert getattr(shared, field) == (alike if field == "facts" else both)


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
