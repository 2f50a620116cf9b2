"""The words for what the data says in ids: complete, and French where a Frenchman reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

import pytest

from roleguide import model
from roleguide.catalog import Catalog
from roleguide.compare.result import Compared, FactValue
from roleguide.compare.rows import FACTS
from roleguide.language import Language
from roleguide.model import Leads, LevelRange, Metric, Neighbour, Number, Sections, Skill
from roleguide.sections import SECTIONS
from roleguide.views import labels
from roleguide.views.document import plain

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
    ("moves", labels.MOVES, model.Move),
    ("uses", labels.USES, model.Frequency),
    ("matches", labels.MATCHES, model.Match),
    ("usages", labels.USAGES, model.Usage),
    ("skill-kinds", labels.SKILL_KINDS, get_type_hints(Skill)["kind"]),
    ("units", labels.UNITS, get_type_hints(Metric)["unit"]),
    ("better", labels.BETTER, get_type_hints(Metric)["better"]),
]


@pytest.mark.parametrize(
    ("table", "values"), [pytest.param(t, v, id=name) for name, t, v in TABLES]
)
def test_every_value_of_the_model_has_its_words(table: Mapping[Any, str], values: Any) -> None:
    assert list(table) == list(get_args(values))
    for language in (ENGLISH, FRENCH):
        said = [language.say(word) for word in table.values()]
        assert all(said)
        assert len(set(said)) == len(said)


def test_weights_facts_and_sections_have_words() -> None:
    assert list(labels.WEIGHTS) == [1, 2, 3]
    assert set(labels.FACTS) == set(FACTS)
    assert set(SECTIONS) <= set(Sections._fields)


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
        "réalise, responsable",
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
    assert plain(labels.neighbours(FRENCH, bakery, values)) == "Boulanger / Boulangère, la meunerie"


def test_a_fact_that_is_missing_is_a_dash(bakery: Catalog) -> None:
    row: Compared[FactValue] = Compared("stage", "left", ("mixed", None))
    assert labels.fact(ENGLISH, bakery, row)[1] == "–"


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
    assert full.startswith(bare)
    assert what[language.code] in full
    team = plain(labels.leads(language, bakery, Leads("people")))
    full = plain(labels.leads(language, bakery, Leads("people", (Neighbour(role="baker"),))))
    assert full.startswith(team)
    assert bakery.title("roles", "baker", language) in full
