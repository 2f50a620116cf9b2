"""All roles beside a person: what is said, what is presumed, what is excluded, in which order."""

from __future__ import annotations

from typing import Any, Final

import pytest
from compare import strategies as any_
from hypothesis import assume, given
from hypothesis import strategies as st
from views.answers import builtin

from fits.profiles import PROFILES, ROLES
from roleguide.catalog import Catalog
from roleguide.fits.person import DOING, Done, Held, person
from roleguide.fits.points import Reason
from roleguide.fits.ranking import Fits
from roleguide.fits.result import NEAR
from roleguide.model import (
    Example,
    Guide,
    Job,
    Leads,
    LevelRange,
    Mastery,
    Need,
    Number,
    Origin,
    Profile,
    Sections,
    Step,
    Wishes,
)


def guide(**roles: Any) -> Catalog:
    return any_.catalog(Guide("own", Sections(roles=roles)))


@given(PROFILES)
def test_every_role_is_ranked_or_excluded_or_held_and_its_points_add_up(profile: Profile) -> None:
    fits = Fits(builtin(), profile)
    ranked, excluded = ([each.role for each in some] for some in (fits.ranked, fits.excluded))
    held = {profile.role} if profile.role and profile.role not in excluded else set()
    if fits.person.skills or fits.person.activities:
        assert sorted([*ranked, *excluded, *held]) == ROLES
    order = [(-each.share, each.role) for each in fits.ranked]
    assert order == sorted(order)
    assert fits.near == [each for each in fits.ranked if each.near]
    for each in fits.ranked[::7]:
        fit = fits.fit(each.role)
        worths = [(-point.of, point.skill) for point in fit.skills]
        assert worths == sorted(worths)
        missing = [point.skill for point in fit.skills if point.need.weight == 3 and point.missing]
        assert fits.lacking(each.role) == missing
        points = fit.points
        assert 0 <= each.share <= 1
        assert sum(point.got for point in points) == pytest.approx(each.got)
        assert sum(point.of for point in points) == each.of
        assert all(0 <= point.got <= point.of for point in points)
        assert each.near == (each.share >= NEAR)


@given(PROFILES, st.randoms())
def test_the_order_of_what_is_written_does_not_matter(profile: Profile, random: Any) -> None:
    def shuffled(mapping: Any) -> dict[Any, Any]:
        items = [*mapping.items()]
        random.shuffle(items)
        return dict(items)

    again = profile._replace(
        skills=shuffled(profile.skills), activities=shuffled(profile.activities)
    )
    assert Fits(builtin(), again).ranked == Fits(builtin(), profile).ranked


@given(PROFILES, st.data())
def test_a_raised_level_brings_no_role_further_away(profile: Profile, data: Any) -> None:
    assume(profile.skills)
    skill = data.draw(st.sampled_from(sorted(profile.skills)))
    level = profile.skills[skill].level
    raised = {**profile.skills, skill: Mastery(min(level + 1, 5))}
    before = {each.role: each.share for each in Fits(builtin(), profile).ranked}
    for each in Fits(builtin(), profile._replace(skills=raised)).ranked:
        assert each.share >= before[each.role] - 1e-12


@pytest.mark.parametrize("role", ROLES[::6])
def test_whoever_has_all_that_a_role_asks_for_brings_every_point(role: str) -> None:
    sheet = builtin().entry(role).role
    profile = Profile(
        skills={skill: Mastery(need.level) for skill, need in sheet.skills.items()},
        activities={
            a: DOING[does.part] for a, does in sheet.responsibilities.items() if does.part in DOING
        },
    )
    first = Fits(builtin(), profile).ranked[0]
    assert (first.role, first.share) == (role, 1)


def test_points_do_not_depend_on_names() -> None:
    asked = {"counting": Need(4, 3), "writing": Need(2, 1)}
    profile = Profile(skills={"counting": Mastery(3)}, activities={"sell": "helps"})
    sheet = any_.role(skills=asked, responsibilities={"sell": any_.does("both")})
    (one,) = Fits(guide(one=sheet), profile).ranked
    (other,) = Fits(guide(other=sheet), profile).ranked
    assert (one.got, one.of) == (other.got, other.of) == (9 * 3 / 4 + 1.5, 9 + 1 + 3)


def test_what_one_says_counts_and_the_rest_is_presumed() -> None:
    asked = {"counting": Need(4, 3), "writing": Need(2, 1), "leading": Need(1, 1)}
    more = {"counting": Need(5, 1)}
    roles = {
        "one": any_.role(skills=asked, responsibilities={"sell": any_.does("supports")}),
        "other": any_.role(skills=more, responsibilities={"sell": any_.does("both")}),
    }
    profile = Profile(now=Job("one"), roles={"other": 0}, skills={"writing": Mastery(5)})
    found = person(guide(**roles), profile)
    assert found.skills == {
        "counting": Held(4, "one"),
        "writing": Held(5),
        "leading": Held(1, "one"),
    }
    assert found.activities == {"sell": Done("owns", "other")}
    short = person(guide(**roles), Profile(roles={"one": 0}))
    assert {skill: held.level for skill, held in short.skills.items()} == {
        "counting": 3,
        "writing": 1,
        "leading": 1,
    }


def test_of_what_nothing_is_known_nothing_counts() -> None:
    sheet = any_.role(skills={"counting": Need(4, 3)}, responsibilities={"sell": any_.does("both")})
    by_skill = Fits(guide(one=sheet), Profile(skills={"counting": Mastery(4)}))
    by_activity = Fits(guide(one=sheet), Profile(activities={"sell": "does"}))
    assert [(each.got, each.of) for each in by_skill.ranked] == [(9, 9)]
    assert [(each.got, each.of) for each in by_activity.ranked] == [(3, 3)]
    assert (by_skill.fit("one").activities, by_activity.fit("one").skills) == ((), ())


def test_what_one_is_only_told_of_counts_for_nothing() -> None:
    work = {"sell": any_.does("both"), "watch": any_.does("informed")}
    roles = {"one": any_.role(responsibilities=work), "idle": any_.role()}
    fits = Fits(guide(**roles), Profile(**DOER))  # type: ignore[arg-type]  # words of the model
    assert [(each.got, each.of) for each in fits.ranked] == [(3, 3)]
    assert [each.activity for each in fits.fit("one").activities] == ["sell"]
    assert not fits.fit("idle").activities
    assert not fits.file


def test_the_title_held_is_compared_with_what_is_said_to_be_done() -> None:
    said = dict.fromkeys(("discovery", "deal-strategy", "closing"), "owns")
    found = Fits(builtin(), Profile(now=Job("sales-ops"), activities=said)).title  # type: ignore[arg-type]  # likewise
    assert found
    assert (found.said, found.titled.role, found.fits) == (3, "sales-ops", False)
    assert found.nearest.shared == 3


LEADER: Final = any_.role(
    stage="backstage",
    leads=Leads("people"),
    number=Number("team"),
    travel=True,
    examples={"city": Example(any_.text("x")), "village": Example(any_.text("x"), absent=True)},
    responsibilities={"sell": any_.does("both")},
)
HELPER: Final = any_.role(
    leads=Leads("virtual"),
    number=Number("shared"),
    responsibilities={"sell": any_.does("supports")},
)
DOER: Final = {"activities": {"sell": "does"}}


@pytest.mark.parametrize(
    ("refused", "reason"),
    [
        (Wishes(stage=("backstage",)), Reason("stage")),
        (Wishes(leading=True), Reason("leading")),
        (Wishes(number=True), Reason("number")),
        (Wishes(travel=True), Reason("travel")),
        (Wishes(contexts=("city",)), Reason("contexts", "city")),
    ],
)
def test_a_refusal_excludes_and_says_why(refused: Wishes, reason: Reason) -> None:
    fits = Fits(guide(leader=LEADER, helper=HELPER), Profile(**DOER, refuses=refused))  # type: ignore[arg-type]  # words of the model
    assert [(each.role, each.reasons) for each in fits.excluded] == [("leader", (reason,))]
    assert [each.role for each in fits.ranked] == ["helper"], "nothing is concluded from silence"


@pytest.mark.parametrize(
    ("wanted", "points"),
    [
        (Wishes(stage=("backstage", "mixed")), {"leader": 12, "helper": 1}),
        (Wishes(stage=("frontstage",)), {"leader": 3, "helper": 1}),
        (Wishes(leading=True, number=True), {"leader": 21, "helper": 1}),
        (Wishes(travel=True), {"leader": 12, "helper": 1}),
        (Wishes(contexts=("city", "village")), {"leader": 12, "helper": 1}),
    ],
)
def test_a_wish_counts_where_the_sheet_tells_something(
    wanted: Wishes, points: dict[str, float]
) -> None:
    fits = Fits(guide(leader=LEADER, helper=HELPER), Profile(**DOER, wants=wanted))  # type: ignore[arg-type]  # likewise
    assert {each.role: each.got for each in fits.ranked} == points


def test_a_step_from_a_role_held_is_told_with_its_levels() -> None:
    proof = any_.text("a year of it")
    low, high = LevelRange("entry", "entry"), LevelRange("manager", "manager")
    work = {"sell": any_.does("both")}
    catalog = guide(
        one=any_.role(level=low, responsibilities=work, leads_to={"other": Step("up")}),
        other=any_.role(level=high, responsibilities=work),
        third=any_.role(
            level=high, responsibilities=work, comes_from=(Origin("one", proof=proof),)
        ),
    )
    fits = Fits(catalog, Profile(now=Job("one")))
    assert [each.role for each in fits.ranked] == ["other", "third"]
    assert fits.steps == {"other": ("one", Step("up")), "third": ("one", Step("up", proof))}
    assert fits.fit("other").levels == 4
    assert Fits(catalog, Profile(roles={"one": 3})).fit("other").levels == 0
