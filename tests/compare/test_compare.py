"""The comparison of two roles, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from compare.strategies import ACTIVITIES, ROLES, VOCABULARY, catalog, does, entry, role, text
from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import compare, in_context, matrix, overlap
from roleguide.compare.claims import (
    Above,
    LeadsTo,
    ReportsTo,
    apart_first,
    claims,
    heaviest_first,
    near_pairs,
    owned_first,
)
from roleguide.compare.result import Basic, Compared, Overlap, delta
from roleguide.model import (
    Analogy,
    Example,
    Guide,
    Leads,
    LevelRange,
    Need,
    Neighbour,
    Number,
    Part,
    Responsibility,
    Sections,
    Step,
    Variation,
)


@pytest.fixture(scope="module")
def words() -> Iterator[Catalog]:
    made = catalog()
    yield made
    made.store.close()


# Responsibilities ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        pytest.param(does("both"), does("both"), "same", id="alike"),
        pytest.param(does("supports"), does("accountable"), "changed", id="another-part"),
        pytest.param(does("both", "team"), does("both", "revenue"), "changed", id="another-reach"),
        pytest.param(does("both", words="a"), does("both", words="b"), "same", id="another-text"),
        pytest.param(does("both"), None, "left", id="left-only"),
        pytest.param(None, does("informed"), "right", id="right-only-informed"),
        pytest.param(does("informed"), does("informed"), "same", id="both-informed"),
        pytest.param(
            does("both"),
            does("both")._replace(or_=(Variation(part="supports", in_="city"),)),
            "same",
            id="another-variation",
        ),
    ],
)
def test_a_responsibility_changes_by_part_and_reach(
    words: Catalog, left: object, right: object, change: str
) -> None:
    c = compare(
        words,
        entry("one", responsibilities={"plan": left} if left else {}),
        entry("other", responsibilities={"plan": right} if right else {}),
    )
    assert [(row.id, row.change) for row in c.rows.responsibilities] == [("plan", change)]


def reaches(row: Compared[Responsibility]) -> list[str | None]:
    return [each.over if each else None for each in row.values]


def test_the_reach_of_a_role_is_the_reach_of_its_parts(words: Catalog) -> None:
    """A CRO and a VP Sales both answer for the forecast: one for all revenue."""
    forecast = {"report": does("accountable")}
    chief = entry("one", over="revenue", responsibilities=forecast)
    vice = entry("other", over="function", responsibilities=forecast)
    row = compare(words, chief, vice).rows.responsibilities[0]
    assert (row.change, reaches(row)) == ("changed", ["revenue", "function"])
    own = entry(
        "other", over="function", responsibilities={"report": does("accountable", "revenue")}
    )
    row = compare(words, chief, own).rows.responsibilities[0]
    assert (row.change, reaches(row)) == ("same", ["revenue", "revenue"])


def test_responsibilities_come_by_change_then_by_place_in_the_sheets(words: Catalog) -> None:
    left = entry(
        "one",
        responsibilities={
            "visit": does("both"),
            "report": does("supports"),
            "plan": does("both"),
            "train": does("both"),
        },
    )
    right = entry(
        "other",
        responsibilities={
            "report": does("both"),
            "sell": does("both"),
            "plan": does("supports"),
            "train": does("both"),
        },
    )
    rows = compare(words, left, right).rows.responsibilities
    assert [(row.id, row.change) for row in rows] == [
        ("report", "changed"),
        ("plan", "changed"),
        ("train", "same"),
        ("visit", "left"),
        ("sell", "right"),
    ]


# Overlap ------------------------------------------------------------------------------------


def test_overlap_by_hand() -> None:
    left = role(
        responsibilities={
            "plan": does("both"),
            "report": does("supports"),
            "sell": does("informed"),
        },
        skills={"counting": Need(4, 3), "leading": Need(2, 1)},
    )
    right = role(
        responsibilities={
            "plan": does("consulted"),
            "sell": does("both"),
            "train": does("responsible"),
        },
        skills={"counting": Need(2, 2), "writing": Need(5, 2)},
    )
    # plan ÷ (plan, report, sell, train); min(12, 4) ÷ (12 + 2 + 10)
    assert overlap(left, right) == Overlap((1 / 4 + 4 / 24) / 2, 1 / 4, 4 / 24)


def test_roles_without_anything_in_common_overlap_in_nothing() -> None:
    left = role(responsibilities={"plan": does("both")}, skills={"counting": Need(1, 1)})
    right = role(responsibilities={"sell": does("both")}, skills={"writing": Need(1, 1)})
    assert overlap(left, right) == Overlap(0, 0, 0)


def test_roles_without_anything_are_alike() -> None:
    assert overlap(role(), role()) == Overlap(1, 1, 1)
    informed = role(responsibilities={"plan": does("informed")})
    assert overlap(informed, role()) == Overlap(1, 1, 1)


# Skills, metrics, tools, facts --------------------------------------------------------------


def test_skills_come_by_change_then_by_distance(words: Catalog) -> None:
    left = entry(
        "one",
        skills={
            "counting": Need(5, 3),
            "leading": Need(2, 1),
            "listening": Need(3, 2),
        },
    )
    right = entry(
        "other",
        skills={"counting": Need(4, 3), "leading": Need(5, 1), "writing": Need(5, 3)},
    )
    rows = compare(words, left, right).rows.skills
    assert [(row.id, row.change, delta(row)) for row in rows] == [
        ("leading", "changed", 3),
        ("counting", "changed", -1),
        ("listening", "left", None),
        ("writing", "right", None),
    ]


def test_skills_as_far_apart_come_by_weight_then_by_family(words: Catalog) -> None:
    needs = {
        "counting": Need(2, 1),
        "leading": Need(2, 1),
        "listening": Need(4, 1),
        "writing": Need(3, 2),
    }
    rows = compare(words, entry("one", skills=needs), entry("other")).rows.skills
    assert [row.id for row in rows] == ["writing", "listening", "leading", "counting"]
    assert VOCABULARY.skills["counting"].family == "craft"


def test_a_matrix_puts_the_skills_first_that_most_roles_need(words: Catalog) -> None:
    roles = [
        entry("one", skills={"counting": Need(1, 1), "listening": Need(5, 3)}),
        entry("other", skills={"counting": Need(1, 1)}),
        entry("twin", skills={"writing": Need(1, 1)}),
    ]
    found = [row.id for row in matrix(words, roles).rows.skills]
    assert found == ["counting", "listening", "writing"]


def test_a_metric_changes_by_its_tie_and_a_tool_by_its_user(words: Catalog) -> None:
    left = entry("one", metrics={"cost": "carries", "margin": "shares"}, tools=("phone", "van"))
    right = entry(
        "other",
        metrics={"cost": "watches", "margin": "shares", "revenue": "carries"},
        tools=("van",),
    )
    c = compare(words, left, right)
    assert [(row.id, row.change, row.values) for row in c.rows.metrics] == [
        ("cost", "changed", ("carries", "watches")),
        ("margin", "same", ("shares", "shares")),
        ("revenue", "right", (None, "carries")),
    ]
    assert [(row.id, row.change, row.values) for row in c.rows.tools] == [
        ("van", "same", (True, True)),
        ("phone", "left", (True, None)),
    ]


def test_a_fact_of_one_side_is_none_on_the_other(words: Catalog) -> None:
    left = entry("one", stage="backstage", horizon=("day",))
    right = entry("other", level=LevelRange("manager", "director"), horizon=("day",))
    facts = {fact.id: fact for fact in compare(words, left, right).rows.facts}
    assert list(facts) == ["stage", "level", "horizon"]
    assert facts["stage"][1:] == ("left", ("backstage", None))
    assert facts["level"].change == "changed"
    assert facts["horizon"][1:] == ("same", (("day",), ("day",)))


def test_every_fact_of_the_sheet_is_compared_in_its_order(words: Catalog) -> None:
    manager, colleague = (Neighbour(role="stranger"),), (Neighbour(role="twin"),)
    full = entry(
        "one",
        focus=text("here"),
        stage="mixed",
        over="team",
        number=Number("none"),
        leads=Leads("nobody"),
        reports_to=manager,
        works_with=colleague,
        faces=("buyers",),
        horizon=("day",),
    )
    found = compare(words, full, full).rows.facts
    assert [(fact.id, fact.values[0]) for fact in found] == [
        ("focus", text("here")),
        ("stage", "mixed"),
        ("level", LevelRange("manager", "manager")),
        ("reach", "team"),
        ("number", Number("none")),
        ("leads", Leads("nobody")),
        ("reports_to", manager),
        ("works_with", colleague),
        ("faces", ("buyers",)),
        ("horizon", ("day",)),
    ]


@pytest.mark.parametrize(
    "field",
    [
        pytest.param({"stage": "mixed"}, id="fact"),
        pytest.param({"responsibilities": {"plan": does("both")}}, id="responsibility"),
        pytest.param({"skills": {"counting": Need(1, 1)}}, id="skill"),
        pytest.param({"metrics": {"cost": "carries"}}, id="metric"),
        pytest.param({"tools": ("van",)}, id="tool"),
    ],
)
def test_two_roles_differ_by_any_of_their_rows(words: Catalog, field: dict[str, Any]) -> None:
    assert compare(words, entry("one", **field), entry("other")).differs
    assert not compare(words, entry("one", **field), entry("other", **field)).differs


# Scenes and figures -------------------------------------------------------------------------


def test_scenes_come_by_place_and_figures_of_both_first(words: Catalog) -> None:
    scene, figure = Example(text("a scene")), Analogy(text("a figure"), text("for a reason"))
    left = entry(
        "one",
        examples={"city": scene, "village": scene},
        analogies={"ship": figure, "orchestra": figure, "garden": figure},
    )
    right = entry("other", examples={"city": scene}, analogies={"orchestra": figure})
    c = compare(words, left, right)
    assert [(row.id, row.values) for row in c.rows.examples] == [
        ("village", (scene, None)),
        ("city", (scene, scene)),
    ]
    assert [(row.id, row.values) for row in c.rows.analogies] == [
        ("orchestra", (figure, figure)),
        ("ship", (figure, None)),
        ("garden", (figure, None)),
    ]


# Contexts -----------------------------------------------------------------------------------


def test_a_variation_applies_in_its_context_alone(words: Catalog) -> None:
    varied = does("both", "team")._replace(
        or_=(
            Variation(part="supports", in_="city"),
            Variation(over="company", in_="village"),
            Variation(part="informed", when=text("on Sundays")),
        )
    )
    role_ = entry("one", responsibilities={"plan": varied, "sell": does("both")})

    def here(context: str) -> tuple[str, str | None]:
        share = in_context(role_, context).role.responsibilities["plan"]
        return share.part, share.over

    assert here("city") == ("supports", "team")
    assert here("village") == ("both", "company")
    assert here("desert") == ("both", "team")
    assert role_.role.responsibilities["plan"] == varied
    other = entry("other", responsibilities={"plan": does("supports", "team")})
    assert (
        compare(words, in_context(role_, "city"), other).rows.responsibilities[0].change == "same"
    )
    assert compare(words, role_, other).rows.responsibilities[0].change == "changed"


def test_in_a_context_nothing_else_is_said_to_vary_but_what_would_change_something() -> None:
    sundays, mondays, nights = text("on Sundays"), text("on Mondays"), text("at night")
    varied = does("both", "team")._replace(
        or_=(
            Variation(part="supports", in_="city"),
            Variation(over="company", in_="village"),
            Variation(part="supports", when=sundays),
            Variation(part="supports", over="team", when=mondays),
            Variation(part="informed", when=nights),
        )
    )
    role_ = entry("one", over="team", responsibilities={"plan": varied})

    def left(context: str) -> list[object]:
        share = in_context(role_, context).role.responsibilities["plan"]
        return [variation.when for variation in share.or_]

    assert left("city") == [nights]
    assert left("village") == [sundays, mondays, nights]


def test_a_variation_that_only_repeats_the_reach_of_the_role_is_none() -> None:
    repeats = does("both")._replace(or_=(Variation(over="team", when=text("on Sundays")),))
    role_ = entry("one", over="team", responsibilities={"plan": repeats})
    assert in_context(role_, "city").role.responsibilities["plan"].or_ == ()


# Pairs --------------------------------------------------------------------------------------


def test_a_written_pair_follows_the_order_asked_for(words: Catalog) -> None:
    pair = VOCABULARY.pairs["one--other"]
    c = compare(words, entry("one"), entry("other"))
    assert c.pair
    assert c.usage == pair.usage
    assert c.difference == (text("The one answers."), text("The other answers."))
    assert c.tests == pair.tests
    assert c.together == pair.together
    assert c.overlap is not None
    turned = compare(words, entry("other"), entry("one"))
    assert turned.difference == c.difference[::-1]
    assert (turned.usage, turned.tests, turned.together) == (c.usage, c.tests, c.together)


def test_two_names_of_one_job_have_no_overlap(words: Catalog) -> None:
    for pair in (("one", "twin"), ("twin", "one")):
        c = compare(words, *(entry(identifier) for identifier in pair))
        assert c.usage
        assert c.usage.kind == "same-job"
        assert c.overlap is None


def test_where_no_pair_is_written_the_missions_are_the_difference(words: Catalog) -> None:
    c = compare(
        words,
        entry("one", mission=text("Mends.")),
        entry("stranger", mission=text("Breaks.")),
    )
    assert not c.pair
    assert c.difference == (text("Mends."), text("Breaks."))
    assert (c.usage, c.tests, c.together) == (None, (), None)
    assert c.overlap == Overlap(1, 1, 1)


def test_the_plain_sentences_are_the_pairs_own_or_those_of_the_roles() -> None:
    pair = VOCABULARY.pairs["one--other"]._replace(plain={"one": text("Mends clocks.")})
    made = catalog(Guide("above", Sections(pairs={"one--other": pair})))
    one, other = entry("one", plain=text("Mends.")), entry("other", plain=text("Sells."))
    assert compare(made, one, other).plain == (text("Mends clocks."), text("Sells."))
    assert compare(made, other, one).plain == (text("Sells."), text("Mends clocks."))
    stranger = entry("stranger")
    assert compare(made, one, stranger).plain == (text("Mends."), None)
    made.store.close()


# Guides -------------------------------------------------------------------------------------


def test_two_versions_of_one_role_are_compared() -> None:
    """`compare roleguide/sales-ops sales-ops` shows how a company's role differs from it."""
    standard = role(responsibilities={"plan": does("both")}, skills={"counting": Need(2, 1)})
    company = role(
        responsibilities={"plan": does("both"), "sell": does("supports")},
        skills={"counting": Need(3, 1)},
    )
    both = catalog(
        Guide("standard", Sections(roles={"one": standard})),
        Guide("company", Sections(roles={"one": company})),
    )
    left, right = both.entry("one", "standard"), both.entry("one")
    assert (left.full_id, right.full_id) == ("standard/one", "company/one")
    c = compare(both, left, right)
    assert not c.identical
    assert c.differs
    assert not c.pair
    assert c.usage is None
    assert c.overlap == overlap(standard, company)
    assert {row.id: row.change for row in c.rows.responsibilities} == {
        "plan": "same",
        "sell": "right",
    }
    assert [(row.id, delta(row)) for row in c.rows.skills] == [("counting", 1)]


def test_two_versions_differ_in_words_and_weights_too(words: Catalog) -> None:
    before = entry("one", responsibilities={"plan": does("both")}, skills={"counting": Need(2, 1)})
    plan = does("both")._replace(text=text("otherwise"))
    after = before._replace(
        guide="company",
        role=before.role._replace(responsibilities={"plan": plan}, skills={"counting": Need(2, 3)}),
    )
    c = compare(words, before, after)
    assert c.differs
    assert (c.rows.responsibilities[0].change, c.rows.skills[0].change) == ("changed", "changed")
    c = compare(words, before, after._replace(id="other"))
    assert (c.rows.responsibilities[0].change, c.rows.skills[0].change) == ("same", "same")


@pytest.mark.parametrize(
    ("field", "differs"),
    [
        pytest.param({"formerly": ("first",)}, False, id="formerly"),
        pytest.param({"sources": ("a-survey",)}, False, id="sources"),
        pytest.param({"reviewed": "2026-11"}, False, id="reviewed"),
        pytest.param({"mission": text("Breaks.")}, True, id="mission"),
    ],
)
def test_two_versions_differ_by_what_they_say_of_the_job(
    words: Catalog, field: dict[str, Any], *, differs: bool
) -> None:
    versions = compare(words, entry("one"), entry("one", guide="company", **field))
    assert versions.versions
    assert versions.differs == differs


def test_only_two_versions_of_one_role_are_versions(words: Catalog) -> None:
    assert not compare(words, entry("one"), entry("one")).versions
    assert not compare(words, entry("one"), entry("other")).versions
    assert not compare(words, entry("one"), entry("other", guide="company")).versions


def test_what_is_basic_to_a_family_is_not_lacking() -> None:
    families = {"team": VOCABULARY.families["team"]._replace(basics={"counting": 2})}
    made = catalog(Guide("upper", Sections(families=families)))
    left = entry("one", skills={"counting": Need(2, 3), "leading": Need(4, 2)})
    right = entry("other")
    rows = compare(made, left, right).rows.skills
    assert [(row.id, row.change, delta(row)) for row in rows] == [
        ("counting", "same", None),
        ("leading", "left", None),
    ]
    assert rows[0].values == (Need(2, 3), Basic(2))
    again = compare(made, left, left._replace(guide="upper", role=right.role)).rows.skills
    assert {row.change for row in again} == {"left"}
    made.store.close()


def test_a_company_role_keeps_the_pair_of_its_id(words: Catalog) -> None:
    c = compare(words, entry("one", "company"), entry("other"))
    assert c.pair
    assert c.difference[0] == text("The one answers.")


# How the two stand --------------------------------------------------------------------------


def test_who_stands_above_reports_and_goes_on_is_said_from_the_sheets(words: Catalog) -> None:
    upper = entry("one", level=LevelRange("director", "vp"))
    lower = entry(
        "other",
        level=LevelRange("senior", "lead"),
        reports_to=(Neighbour(role="stranger"), Neighbour(role="one")),
        leads_to={"one": Step("up")},
    )
    said = [Above("one", "other"), ReportsTo("other", "one"), LeadsTo("other", "one", "up")]
    assert [*claims(compare(words, upper, lower))] == said
    assert {*claims(compare(words, lower, upper))} == {*said}


def test_one_step_up_is_above(words: Catalog) -> None:
    upper = entry("one", level=LevelRange("director", "director"))
    lower = entry("other", level=LevelRange("lead", "manager"))
    assert [*claims(compare(words, upper, lower))] == [Above("one", "other")]


def test_who_may_stand_on_one_step_stands_above_nobody(words: Catalog) -> None:
    one = entry(
        "one", level=LevelRange("manager", "director"), reports_to=(Neighbour(role="twin"),)
    )
    other = entry("other", level=LevelRange("director", "vp"), leads_to={"twin": Step("side")})
    assert [*claims(compare(words, one, other))] == []


def test_what_a_side_owns_comes_first_then_what_it_does(words: Catalog) -> None:
    parts: tuple[Part, ...] = ("informed", "responsible", "both", "supports", "accountable")
    shares = {a: does(part) for a, part in zip(ACTIVITIES, parts, strict=True)}
    left, right = entry("one", responsibilities=shares), entry("other")
    for rows, side in (
        (compare(words, left, right).rows.responsibilities, 0),
        (compare(words, right, left).rows.responsibilities, 1),
    ):
        found = [row.id for row in owned_first(rows, side)]
        assert found == [ACTIVITIES[at] for at in (2, 4, 1, 3)], "who is told of it does not do it"
        assert owned_first(rows, 1 - side) == []


def test_skills_furthest_apart_and_heaviest_come_first(words: Catalog) -> None:
    left = entry("one", skills={"counting": Need(2, 3), "leading": Need(5, 1)})
    right = entry("other", skills={"counting": Need(3, 3), "leading": Need(2, 1)})
    rows = compare(words, left, right).rows.skills
    assert [row.id for row in apart_first(rows)] == ["leading", "counting"]
    assert heaviest_first(rows, 0) == heaviest_first(rows, 1) == []
    needs = {
        "counting": Need(5, 2),
        "leading": Need(1, 3),
        "listening": Need(4, 2),
        "writing": Need(5, 1),
    }
    for roles, side in (
        ((entry("one", skills=needs), entry("other")), 0),
        ((entry("other"), entry("one", skills=needs)), 1),
    ):
        found = heaviest_first(compare(words, *roles).rows.skills, side)
        assert [row.id for row in found] == ["leading", "counting", "listening", "writing"]
        assert apart_first(compare(words, *roles).rows.skills) == []


def test_a_pair_that_is_written_is_near_where_it_is_with_the_others_family() -> None:
    roles = {identifier: role() for identifier in ROLES}
    roles["other"] = role(family="craft")
    made = catalog(Guide("all", Sections(roles=roles)))
    entries = {identifier: made.entry(identifier) for identifier in ROLES}
    assert near_pairs(compare(made, entries["one"], entries["stranger"]), made) == [("one", "twin")]
    assert near_pairs(compare(made, entries["stranger"], entries["twin"]), made) == [
        ("twin", "one")
    ]
    assert near_pairs(compare(made, entries["stranger"], entries["other"]), made) == [
        ("other", "one")
    ]
    made.store.close()


# Matrix -------------------------------------------------------------------------------------


def test_a_matrix_puts_what_most_roles_share_first(words: Catalog) -> None:
    plan, sell, train = does("both"), does("supports"), does("informed")
    roles = [
        entry("one", responsibilities={"train": train, "sell": sell}),
        entry("other", responsibilities={"sell": sell, "plan": plan}),
        entry("twin", responsibilities={"plan": plan, "sell": sell}),
    ]
    rows = matrix(words, roles).rows.responsibilities
    assert [row.id for row in rows] == ["sell", "plan", "train"]
    assert rows[1].values == (None, plan, plan)


def test_a_role_may_stand_in_a_matrix_twice(words: Catalog) -> None:
    one = entry("one", skills={"counting": Need(1, 1)})
    m = matrix(words, [one, one, entry("other")])
    assert [row.values for row in m.rows.skills] == [(Need(1, 1), Need(1, 1), None)]


@pytest.mark.parametrize(
    ("left", "right"),
    [("sales-ops", "sales-director"), ("chief-revenue-officer", "vp-sales"), ("sdr", "csm")],
)
def test_the_built_in_guide_compares(catalog: Catalog, left: str, right: str) -> None:
    entries: list[RoleEntry] = [catalog.entry(left), catalog.entry(right)]
    c = compare(catalog, *entries)
    assert c.differs
    assert c.rows.responsibilities
    assert c.rows.skills
