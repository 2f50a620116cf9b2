"""The contract of JSON (DESIGN.md, section 7), key by key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import pytest
from compare.strategies import catalog as vocabulary
from compare.strategies import entry, text
from views.answers import builtin

from roleguide.catalog import Catalog
from roleguide.compare import compare, matrix
from roleguide.errors import (
    AmbiguousName,
    Fault,
    FaultyGuide,
    RoleguideError,
    UnknownName,
    UsageError,
)
from roleguide.formats import json as written
from roleguide.formats.json.comparison import comparison_json, matrix_json
from roleguide.formats.json.guides import error_json
from roleguide.formats.json.moves import move_json
from roleguide.formats.json.records import (
    pay_json,
    record_json,
    records_json,
    role_json,
    role_skills_json,
    roles_json,
    scenes_json,
    who_json,
)
from roleguide.language import Message
from roleguide.model import Number, Reach
from roleguide.moves import move
from roleguide.sections import NAMED, SECTIONS

LANGUAGES = {"en", "fr"}
FAULT = Fault("a.yaml", 3, 5, "roles.x", Message("nothing"))
HEAD = ["id", "guide", "title", "gendered", "level", "stage"]


def read(document: Mapping[str, object]) -> dict[str, Any]:
    """What a program reads of an answer."""
    found: dict[str, Any] = json.loads(written.render(document))
    return found


def in_order(value: Mapping[str, Any], keys: Sequence[str]) -> bool:
    """Whether a mapping has these keys in this order; additions keep the version."""
    return [key for key in value if key in keys] == list(keys)


def is_text(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == LANGUAGES and all(value.values())


def is_text_or_none(value: Any) -> bool:
    return value is None or is_text(value)


@pytest.fixture(scope="module")
def comparison(bakery: Catalog) -> dict[str, Any]:
    result = compare(bakery, bakery.entry("baker"), bakery.entry("bakery-manager"))
    return read(comparison_json(result, bakery))


def rows(document: Mapping[str, Any], field: str, key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in document[field]}


# Two roles ----------------------------------------------------------------------------------


def test_a_comparison_has_its_keys_in_order(comparison: dict[str, Any]) -> None:
    assert comparison["schema"] == "roleguide.comparison/1"
    assert list(comparison) == [
        "schema",
        "roles",
        "usage",
        "difference",
        "tests",
        "overlap",
        "facts",
        "responsibilities",
        "skills",
        "metrics",
        "tools",
        "examples",
        "analogies",
        "together",
        "plain",
        "ad",
        "choose",
        "first",
        "one_person",
        "senior",
        "scene",
        "pay",
        "hiring",
        "steps",
        "reviewed",
        "moves",
    ]


def test_its_roles_are_named(comparison: dict[str, Any]) -> None:
    for role in comparison["roles"]:
        assert in_order(role, HEAD)
    assert comparison["roles"][0] == {
        "id": "baker",
        "guide": "bakery",
        "title": {"en": "Baker", "fr": "Boulanger / Boulangère"},
        "gendered": {"m": "Boulanger", "f": "Boulangère"},
        "level": "entry",
        "level_to": "professional",
        "stage": "backstage",
    }
    manager = comparison["roles"][1]
    assert (manager["level"], manager["level_to"]) == ("manager", None)


def test_its_pair_is_told(comparison: dict[str, Any]) -> None:
    assert in_order(comparison["usage"], ["kind", "where"])
    assert comparison["usage"]["kind"] == "overlapping"
    assert is_text(comparison["usage"]["where"])
    assert [is_text(side) for side in comparison["difference"]] == [True, True]
    first, second = comparison["tests"]
    for question in (first, second):
        assert in_order(question, ["ask", "points_to"])
        assert is_text(question["ask"])
    assert (first["points_to"], first["answer"]) == ("baker", None)
    assert second["points_to"] == "bakery-manager"
    assert second["answer"] == {"en": "to the cent", "fr": "au centime"}
    assert is_text(comparison["together"])


def test_its_overlap_is_three_shares(comparison: dict[str, Any]) -> None:
    overlap = comparison["overlap"]
    assert list(overlap) == ["total", "responsibilities", "skills"]
    # day-plan and ordering ÷ those and baking, pricing, welcome
    assert overlap["responsibilities"] == 0.4
    # (1·1 + 1·1) ÷ (4·3 + 3·3 + 4·3 + 5·3)
    assert overlap["skills"] == round(2 / 48, 4)
    assert overlap["total"] == pytest.approx((0.4 + 2 / 48) / 2, abs=0.0001)


def test_its_facts_are_values(comparison: dict[str, Any]) -> None:
    for fact in comparison["facts"]:
        assert list(fact) == ["id", "change", "values"]
        assert len(fact["values"]) == 2
    facts = rows(comparison, "facts", "id")
    assert list(facts)[:3] == ["focus", "stage", "level"]
    assert all(is_text_or_none(value) for value in facts["focus"]["values"])
    reports = facts["reports_to"]["values"]
    assert [boss["role"] for boss in reports[0]] == ["head-baker", "bakery-manager"]
    assert reports[1][0]["text"]["fr"] == "les propriétaires"
    assert facts["level"]["values"][1]["low"] == "manager"
    assert facts["reach"]["values"][0] in get_args(Reach)


def test_its_responsibilities(comparison: dict[str, Any]) -> None:
    keys = ["activity", "name", "change", "parts", "reaches", "texts"]
    for row in comparison["responsibilities"]:
        assert in_order(row, keys)
        assert is_text(row["name"])
        for field in ("parts", "reaches", "texts", "variations"):
            assert len(row[field]) == 2
        assert all(is_text_or_none(said) for said in row["texts"])
    found = rows(comparison, "responsibilities", "activity")
    plan = found["day-plan"]
    assert plan["change"] == "changed"
    assert plan["parts"] == ["consulted", "accountable"]
    assert plan["reaches"] == ["own", "company"]
    baking = found["baking"]
    assert baking["change"] == "left"
    assert (baking["parts"][1], baking["reaches"][1], baking["texts"][1]) == (None, None, None)
    assert baking["variations"][0][0] == {
        "part": "responsible",
        "reach": None,
        "in": "market-stall",
        "when": None,
    }
    assert is_text(baking["variations"][0][1]["when"])
    assert found["welcome"]["parts"] == [None, "accountable"]
    assert found["ordering"]["reaches"] == ["team", "company"]


def test_its_skills(comparison: dict[str, Any]) -> None:
    keys = ["skill", "name", "change", "levels", "weights", "delta"]
    for row in comparison["skills"]:
        assert list(row) == keys
        assert is_text(row["name"])
        assert (row["delta"] is None) is (None in row["weights"])
    found = rows(comparison, "skills", "skill")
    assert found["cost-control"] == {
        "skill": "cost-control",
        "name": {"en": "Cost control", "fr": "Maîtrise des coûts"},
        "change": "changed",
        "levels": [1, 4],
        "weights": [1, 3],
        "delta": 3,
    }
    assert found["oven-timing"]["delta"] == -2
    assert found["hospitality"]["levels"] == [2, 5]
    assert found["hospitality"]["weights"] == [None, 3]
    assert found["hospitality"]["change"] == "changed"


def test_its_metrics_tools_scenes_and_figures(comparison: dict[str, Any]) -> None:
    for row in comparison["metrics"]:
        assert in_order(row, ["metric", "name", "change", "ties"])
        assert is_text(row["name"])
    assert rows(comparison, "metrics", "metric")["margin"]["ties"] == [None, "carries"]
    for row in comparison["tools"]:
        assert in_order(row, ["tool", "name", "change", "used"])
    assert rows(comparison, "tools", "tool")["deck-oven"]["used"] == [True, True]
    assert rows(comparison, "tools", "tool")["till"]["change"] == "right"
    for row in comparison["examples"]:
        assert in_order(row, ["context", "texts"])
        assert all(is_text_or_none(said) for said in row["texts"])
    assert [row["context"] for row in comparison["examples"]] == ["village", "market-stall"]
    assert comparison["examples"][1]["absent"] == [True, False]
    for row in comparison["analogies"]:
        assert list(row) == ["world", "figures", "whys"]
        assert all(is_text_or_none(said) for said in (*row["figures"], *row["whys"]))
    assert comparison["analogies"][1]["figures"][1] is None


def test_every_row_says_how_it_changes(comparison: dict[str, Any]) -> None:
    for field in ("facts", "responsibilities", "skills", "metrics", "tools"):
        changes = [row["change"] for row in comparison[field]]
        assert changes
        assert set(changes) <= {"left", "right", "changed", "same"}


def test_where_no_pair_is_written_the_keys_stay(bakery: Catalog) -> None:
    left, right = bakery.entry("head-baker"), bakery.entry("baker")
    found = read(comparison_json(compare(bakery, left, right), bakery))
    assert (found["usage"], found["tests"], found["together"]) == (None, [], None)
    assert found["difference"] == [dict(left.role.mission), dict(right.role.mission)]
    assert found["overlap"]


def test_two_names_of_one_job_have_no_share(bakery: Catalog) -> None:
    entries = bakery.entry("bakery-manager"), bakery.entry("head-baker")
    found = read(comparison_json(compare(bakery, *entries), bakery))
    assert found["usage"]["kind"] == "same-job"
    assert found["overlap"] is None


def test_what_a_role_lacks_is_null() -> None:
    words = vocabulary()
    left = entry("one", number=Number("none"), focus=text("here"))
    found = read(comparison_json(compare(words, left, entry("stranger")), words))
    facts = rows(found, "facts", "id")
    assert facts["focus"]["values"] == [text("here"), None]
    assert facts["number"]["values"][1] is None
    assert found["roles"][0]["stage"] is None
    words.store.close()


def test_json_of_a_comparison_mirrors(bakery: Catalog) -> None:
    one, other = bakery.entry("baker"), bakery.entry("bakery-manager")
    there = read(comparison_json(compare(bakery, one, other), bakery))
    back = read(comparison_json(compare(bakery, other, one), bakery))
    swapped = {"left": "right", "right": "left", "changed": "changed", "same": "same"}
    assert back["roles"] == there["roles"][::-1]
    assert back["difference"] == there["difference"][::-1]
    assert back["tests"] == there["tests"]
    assert back["overlap"] == there["overlap"]
    for field, key in (("responsibilities", "activity"), ("skills", "skill"), ("tools", "tool")):
        ours, theirs = rows(there, field, key), rows(back, field, key)
        assert ours.keys() == theirs.keys()
        for identifier, row in ours.items():
            assert theirs[identifier]["change"] == swapped[row["change"]]


# Three roles --------------------------------------------------------------------------------


def test_a_matrix_is_aligned_with_its_roles(bakery: Catalog) -> None:
    names = ("head-baker", "baker", "bakery-manager")
    entries = [bakery.entry(name) for name in names]
    found = read(matrix_json(matrix(bakery, entries), bakery))
    assert found["schema"] == "roleguide.matrix/1"
    assert list(found) == [
        "schema",
        "roles",
        "facts",
        "responsibilities",
        "skills",
        "metrics",
        "tools",
        "examples",
        "analogies",
    ]
    assert [role["id"] for role in found["roles"]] == list(names)
    assert all(in_order(role, HEAD) for role in found["roles"])
    for field, arrays in (
        ("facts", ["values"]),
        ("responsibilities", ["parts", "reaches", "texts", "variations"]),
        ("skills", ["levels", "weights"]),
        ("metrics", ["ties"]),
        ("tools", ["used"]),
        ("examples", ["texts", "absent"]),
        ("analogies", ["figures", "whys"]),
    ):
        assert found[field]
        for row in found[field]:
            assert row.get("change", "same") in ("same", "changed")
            assert "delta" not in row
            assert {len(row[array]) for array in arrays} == {3}
    assert rows(found, "skills", "skill")["hospitality"]["levels"] == [2, 2, 5]
    assert rows(found, "responsibilities", "activity")["baking"]["parts"] == [
        "accountable",
        "both",
        None,
    ]


# Lists and single roles ---------------------------------------------------------------------


def test_roles(bakery: Catalog) -> None:
    found = read(roles_json(bakery.heads()))
    assert list(found) == ["schema", "roles"]
    assert found["schema"] == "roleguide.roles/1"
    assert [role["id"] for role in found["roles"]] == ["baker", "bakery-manager", "head-baker"]
    for role in found["roles"]:
        assert in_order(role, HEAD)
        assert role["family"]
    assert found["roles"][0]["short"] == {"en": "Baker", "fr": "Fournil"}
    assert found["roles"][2]["short"] is None


def test_a_role_is_told_whole(bakery: Catalog) -> None:
    baker = bakery.entry("baker")
    found = read(role_json(baker, [bakery.entry("head-baker")]))
    assert found["schema"] == "roleguide.role/1"
    assert list(found)[:2] == ["schema", "role"]
    role = found["role"]
    assert list(role)[:2] == ["id", "guide"]
    assert {"reach" if name == "over" else name for name in baker.role._fields} <= set(role)
    assert role["title"] == {"en": "Baker", "fr": "Boulanger / Boulangère"}
    assert role["gendered"] == {"m": "Boulanger", "f": "Boulangère"}
    assert (role["level"], role["level_to"]) == ("entry", "professional")
    assert role["titles"][0]["text"] == "Ouvrier boulanger / Ouvrière boulangère"
    assert role["titles"][0]["gendered"] == {"m": "Ouvrier boulanger", "f": "Ouvrière boulangère"}
    assert role["titles"][1]["gendered"] is None
    assert role["reports_to"][0] == {"role": "head-baker", "text": None}
    assert is_text(role["comes_from"][0]["text"])
    assert role["responsibilities"]["baking"]["part"] == "both"
    assert role["responsibilities"]["baking"]["variations"][0]["in"] == "market-stall"
    assert role["skills"]["dough-handling"] == {"level": 4, "weight": 3}
    assert role["examples"]["market-stall"]["absent"] is True
    assert role["pay"]["country"] == "FR"
    assert role["leads_to"] == {"head-baker": "up", "bakery-manager": "switch"}
    assert [other["id"] for other in found["also"]] == ["head-baker"]
    assert in_order(found["also"][0], HEAD)


def test_what_has_grown_keeps_its_key_and_gets_another(bakery: Catalog) -> None:
    role = read(role_json(bakery.entry("baker")))["role"]
    assert [is_text(text) for text in role["decides"]] == [True, True]
    assert [decision["activity"] for decision in role["decisions"]] == [None, "baking"]
    assert role["leads_to"] == {"bakery-manager": "switch", "head-baker": "up"}
    assert role["steps"]["head-baker"]["after"]["basis"] == "rule-of-thumb"
    assert role["steps"]["bakery-manager"]["proof"] is None


def test_a_figure_of_pay_names_its_currency(bakery: Catalog) -> None:
    figures = read(role_json(bakery.entry("baker")))["role"]["pay"]["figures"]
    assert [figure["currency"] for figure in figures] == ["EUR", "EUR"]
    assert figures[0]["median"] == 2150.5


def test_what_helps_to_choose_is_aligned_with_the_roles(bakery: Catalog) -> None:
    result = compare(bakery, bakery.entry("bakery-manager"), bakery.entry("baker"))
    document = read(comparison_json(result, bakery))
    assert document["choose"][0]["company"] is None
    assert is_text(document["choose"][1]["company"])
    assert document["plain"][1]["en"].startswith("The baker makes")
    assert document["scene"]["sides"][1]["en"].startswith("Starts an hour earlier")
    assert document["senior"]["role"] == "bakery-manager"
    assert document["pay"][0] is None
    assert document["hiring"][1]["sign"]["source"] == "handbook"
    assert [step and step["move"] for step in document["steps"]] == [None, "switch"]


@pytest.mark.parametrize("section", [name for name in NAMED if name != "roles"])
def test_any_record_and_its_section(bakery: Catalog, section: str) -> None:
    identifier, name = next(iter(getattr(bakery.sections, section))), SECTIONS[section].label
    one = read(record_json(section, identifier, bakery))
    assert one["schema"] == f"roleguide.{name}/1"
    assert one[name]["id"] == identifier
    assert is_text(one[name]["name"])
    every = read(records_json(section, bakery))
    assert every["schema"] == f"roleguide.{section}/1"
    assert one[name] in every[section]
    assert len(every[section]) == len(getattr(bakery.sections, section))


def test_who_and_skills_and_scenes(bakery: Catalog) -> None:
    who = read(who_json("baking", bakery))
    assert who["schema"] == "roleguide.who/1"
    assert who["activity"]["id"] == "baking"
    assert {share["role"]: (share["part"], share["reach"]) for share in who["roles"]} == {
        "baker": ("both", "own"),
        "head-baker": ("accountable", "team"),
    }
    entries = [bakery.entry("baker"), bakery.entry("head-baker")]
    skills = read(role_skills_json(entries, bakery))
    assert skills["schema"] == "roleguide.role-skills/1"
    assert rows(skills, "skills", "skill")["oven-timing"]["levels"] == [3, 4]
    assert rows(skills, "skills", "skill")["cost-control"]["levels"] == [1, None]
    scenes = read(scenes_json("examples", "context", entries, ["village", "market-stall"]))
    assert scenes["schema"] == "roleguide.examples/1"
    assert [row["context"] for row in scenes["examples"]] == ["village", "market-stall"]
    assert scenes["examples"][1]["absent"] == [True, None]
    figures = read(scenes_json("analogies", "world", entries, ["ship"]))
    assert figures["schema"] == "roleguide.analogies/1"
    assert all(is_text(said) for said in figures["analogies"][0]["figures"])


# Errors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "kind", "suggestions"),
    [
        pytest.param(
            UnknownName("No role is called “{name}”.", "sdrr", lambda: {"sdr": "SDR"}),
            "unknown-name",
            ["sdr"],
            id="unknown",
        ),
        pytest.param(
            AmbiguousName("x", [("a", "A"), ("b", "B")]),
            "ambiguous-name",
            ["a", "b"],
            id="ambiguous",
        ),
        pytest.param(UsageError("{n} lines", n=3), "usage", [], id="usage"),
        pytest.param(FaultyGuide([FAULT]), "faulty-guide", [], id="faulty"),
    ],
)
def test_an_error(error: RoleguideError, kind: str, suggestions: list[str]) -> None:
    found = read(error_json(error))
    assert list(found) == ["schema", "error"]
    assert found["schema"] == "roleguide.error/1"
    assert in_order(found["error"], ["kind", "message", "suggestions"])
    assert found["error"]["kind"] == kind
    assert is_text(found["error"]["message"])
    assert found["error"]["suggestions"] == suggestions


# Bytes --------------------------------------------------------------------------------------


def test_bytes_do_not_vary(bakery: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    def made() -> str:
        result = compare(bakery, bakery.entry("baker"), bakery.entry("head-baker"))
        return written.render(comparison_json(result, bakery))

    before = made()
    for name in ("LC_ALL", "LANG", "ROLEGUIDE_LANG", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.setenv(name, "fr_FR.ISO-8859-1")
    assert made() == before
    assert before.endswith("}\n")
    assert "é" in before


def test_the_whole_built_in_guide_is_json(catalog: Catalog) -> None:
    for identifier in catalog.sections.roles:
        body = role_json(catalog.entry(identifier))
        assert json.loads(written.render(body)) == body


def test_pay_has_the_figures_of_the_countries_shown_and_their_sources(bakery: Catalog) -> None:
    entries = [bakery.entry("baker"), bakery.entry("bakery-manager")]
    found = read(pay_json(entries, ["CH"], bakery))
    assert list(found) == ["schema", "countries", "roles", "sources"]
    assert (found["schema"], found["countries"]) == ("roleguide.pay/1", ["CH"])
    baker, manager = found["roles"]
    assert in_order(baker, [*HEAD, "reviewed", "pay"])
    assert is_text(baker["pay"]["mix"])
    (figure,) = baker["pay"]["figures"]
    assert (figure["country"], figure["mean"], figure["currency"]) == ("CH", 61200, "EUR")
    assert manager["pay"]["figures"] == []
    assert list(found["sources"]) == ["handbook"]
    assert is_text(found["sources"]["handbook"]["title"])


def test_a_comparison_tells_the_move_both_ways() -> None:
    """Which role comes first does not matter but for the direction."""
    one, other = (builtin().entry(role) for role in ("sdr", "account-executive"))
    there, back = read(comparison_json(compare(builtin(), one, other), builtin()))["moves"]
    assert (there["from"], there["to"], there["step"]["move"]) == (one.id, other.id, "up")
    assert (back["step"], back["levels"]) == (None, -there["levels"])
    moved = read(move_json(move(builtin(), one, other), builtin()))
    assert there["coverage"] == moved["coverage"]["there"]
    assert back["coverage"] == moved["coverage"]["back"]
