"""The words for what the data says in ids: complete, and French where a Frenchman reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

import pytest
from compare.strategies import entry, text

from roleguide import model
from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import Basic, Compared, FactValue
from roleguide.compare.rows import FACTS
from roleguide.guide_paths import STANDARD
from roleguide.language import Language
from roleguide.model import (
    AlsoCalled,
    Leads,
    LevelRange,
    Metric,
    Need,
    Neighbour,
    Number,
    Sections,
    Skill,
    Title,
    Wording,
)
from roleguide.sections import SECTIONS
from roleguide.views import labels
from roleguide.views.document import Meter, plain

ENGLISH, FRENCH = Language("en"), Language("fr")

TABLES: list[tuple[str, Mapping[Any, str], Any]] = [
    ("parts", labels.PARTS, model.Part),
    ("short-parts", labels.SHORT_PARTS, model.Part),
    ("reaches", labels.REACHES, model.Reach),
    ("short-reaches", labels.SHORT_REACHES, model.Reach),
    ("levels", labels.LEVELS, model.Level),
    ("short-levels", labels.SHORT_LEVELS, model.Level),
    ("stages", labels.STAGES, model.Stage),
    ("numbers", labels.NUMBERS, model.Carries),
    ("short-numbers", labels.SHORT_NUMBERS, model.Carries),
    ("leading", labels.LEADING, model.Leading),
    ("short-leading", labels.SHORT_LEADING, model.Leading),
    ("horizons", labels.HORIZONS, model.Horizon),
    ("faces", labels.FACES, model.Facing),
    ("ties", labels.TIES, model.Tie),
    ("moves", labels.MOVES, model.MoveKind),
    ("uses", labels.USES, model.Frequency),
    ("matches", labels.MATCHES, model.Match),
    ("usages", labels.USAGES, model.Usage),
    ("skill-kinds", labels.SKILL_KINDS, get_type_hints(Skill)["kind"]),
    ("units", labels.UNITS, get_type_hints(Metric)["unit"]),
    ("better", labels.BETTER, get_type_hints(Metric)["better"]),
    ("measures", labels.MEASURES, model.Measure),
    ("periods", labels.PERIODS, model.Period),
    ("nearness", labels.NEARNESS, model.Near),
    ("brief-nearness", labels.BRIEF_NEARNESS, model.Near),
    ("bases", labels.BASES, model.Basis),
    ("usage-notes", labels.USAGE_NOTES, model.Usage),
]


@pytest.mark.parametrize(
    ("table", "values"), [pytest.param(t, v, id=name) for name, t, v in TABLES]
)
def test_every_value_of_the_model_has_its_words(table: Mapping[Any, str], values: Any) -> None:
    assert list(table) == list(get_args(values))
    for language in (ENGLISH, FRENCH):
        said = [language.say(word, group="Clerks") for word in table.values()]
        assert all(said)
        assert len(set(said)) == len(said)


def test_weights_facts_and_sections_have_words() -> None:
    assert list(labels.WEIGHTS) == [1, 2, 3]
    assert set(FACTS) <= set(labels.FIELDS)
    assert set(SECTIONS) <= set(Sections._fields)


@pytest.mark.parametrize("near", get_args(model.Near))
def test_a_group_of_pay_is_named_with_how_near_it_is(language: Language, near: model.Near) -> None:
    brief = language.say(labels.BRIEF_NEARNESS[near], group="Clerks")
    assert (brief == "Clerks") == (near == "close")
    for said in (brief, language.say(labels.NEARNESS[near], group="Clerks")):
        assert said.endswith("Clerks")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("FR", ("France", "France")),
        ("CA", ("Canada", "Canada")),
        ("BE", ("Belgium", "Belgique")),
        ("CH", ("Switzerland", "Suisse")),
        ("UK", ("United Kingdom", "Royaume-Uni")),
        ("US", ("United States", "États-Unis")),
        ("LU", ("LU", "LU")),
    ],
)
def test_a_country_goes_by_its_name_where_it_has_one(code: str, names: tuple[str, str]) -> None:
    assert (labels.country(ENGLISH, code), labels.country(FRENCH, code)) == names


@pytest.mark.parametrize(
    ("scheme", "name"),
    [("rome", "ROME"), ("esco", "ESCO"), ("onet", "O*NET"), ("noc", "NOC"), ("isco", "ISCO")],
)
def test_a_classification_goes_by_its_name(scheme: str, name: str) -> None:
    assert labels.SCHEMES[scheme] == name


def test_every_classification_of_the_guide_has_its_name(catalog: Catalog) -> None:
    schemes = {code.scheme for role in catalog.sections.roles.values() for code in role.codes}
    assert schemes <= set(labels.SCHEMES)


def named(identifier: str, guide: str = STANDARD, short: str | None = None) -> RoleEntry:
    title = Title(text("Head Baker"))
    return entry(identifier, guide, title=title, short=text(short) if short else None)


def test_a_role_is_named_shortly_where_it_has_a_short_name() -> None:
    assert labels.short_name(ENGLISH, named("baker", short="Baker")) == "Baker"
    assert labels.short_name(ENGLISH, named("baker")) == "Head Baker"


def test_a_role_of_a_readers_own_guide_goes_by_its_guide_too() -> None:
    ours, standard = named("baker", "acme"), named("baker")
    assert labels.full_title(ENGLISH, standard) == "Head Baker"
    assert labels.full_title(ENGLISH, ours) == "Head Baker (acme/baker)"
    assert (labels.shown_id(standard), labels.shown_id(ours)) == ("baker", "acme/baker")


def test_short_names_tell_roles_apart() -> None:
    def names(*roles: RoleEntry) -> list[str]:
        return labels.short_names(ENGLISH, roles)

    baker, miller = named("baker", short="Baker"), named("miller", short="Miller")
    assert names(baker, miller) == ["Baker", "Miller"]
    assert names(baker, named("pastry", short="Baker"), miller) == ["baker", "pastry", "Miller"]
    ours = named("baker", "acme", short="Baker")
    assert names(baker, ours) == ["roleguide/Baker", "acme/Baker"]


def test_a_skill_that_a_role_does_not_list_is_an_empty_meter(language: Language) -> None:
    needed, absent, basic = labels.meters(language, [Need(4, 2), None, Basic(2)])
    assert (needed, absent) == (Meter(4), Meter(0))
    assert basic == {"en": "basic (2)", "fr": "de base (2)"}[language.code]


def test_another_title_says_where_it_is_used_how_often_and_what_it_means() -> None:
    plain_title = AlsoCalled(Wording("Boulanger"), "fr", "rare")
    assert labels.title_use(ENGLISH, plain_title) == "rare"
    there = plain_title._replace(markets=("BE", "CH"))
    assert labels.title_use(ENGLISH, there) == "Belgium, Switzerland, rare"
    noted = there._replace(note=text("bakes bread"))
    assert labels.title_use(ENGLISH, noted) == "Belgium, Switzerland, rare; bakes bread"


def test_people_read_verbs_never_letters() -> None:
    """And in French never “responsable” for who does it: that is who answers for it."""
    assert [ENGLISH.say(labels.PARTS[part]) for part in get_args(model.Part)] == [
        "owns",
        "does",
        "owns and does",
        "helps",
        "advises",
        "is told",
    ]
    assert [FRENCH.say(labels.PARTS[part]) for part in get_args(model.Part)] == [
        "responsable",
        "réalise",
        "réalise et en répond",
        "contribue",
        "conseille",
        "informé",
    ]


def test_a_range_of_levels_is_said_from_where_to_where() -> None:
    single = labels.level(ENGLISH, LevelRange("manager", "manager"))
    assert single == ENGLISH.say(labels.LEVELS["manager"])
    assert labels.level(ENGLISH, LevelRange("manager", "director")) == "manager to director"


def test_neighbours_are_titles_or_texts(bakery: Catalog) -> None:
    values = (Neighbour(role="baker"), Neighbour(text={"en": "the miller", "fr": "la meunerie"}))
    assert plain(labels.neighbours(ENGLISH, bakery, values)) == "Baker, the miller"
    assert (
        plain(labels.neighbours(FRENCH, bakery, values))
        == "Boulanger / Boulangère\u202f; la meunerie"
    )


def test_a_fact_that_is_missing_is_a_dash(bakery: Catalog) -> None:
    row: Compared[FactValue] = Compared("stage", "left", ("mixed", None))
    assert labels.fact(ENGLISH, bakery, row) == (ENGLISH.say(labels.STAGES["mixed"]), "–")


@pytest.mark.parametrize("identifier", FACTS)
def test_every_fact_is_said_in_words(bakery: Catalog, language: Language, identifier: str) -> None:
    """And never as an id or a record."""
    for role in bakery.sections.roles.values():
        if value := FACTS[identifier](role):
            said = plain(labels.fact_value(language, bakery, identifier, value))
            assert said
            assert not re.search(r"_|\w\(\w+=|\{", said)
            assert said not in get_args(model.Stage)


def test_numbers_and_teams_say_what_and_who(bakery: Catalog, language: Language) -> None:
    what = {"en": "signed orders", "fr": "commandes signées"}
    bare = labels.number(language, Number("team"))
    assert bare == language.say(labels.NUMBERS["team"])
    full = labels.number(language, Number("team", what))
    assert full == f"{language.of(what)} ({bare})"
    assert what[language.code] in full
    team = plain(labels.leads(language, bakery, Leads("people")))
    full = plain(labels.leads(language, bakery, Leads("people", (Neighbour(role="baker"),))))
    assert full.startswith(team)
    assert bakery.title("roles", "baker", language) in full
