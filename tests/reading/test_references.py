from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.writing import errors, read, read_text, role, roles, said, seen, stack, write
from roleguide.model import Family, LevelRange, MoveKind, Role, Sections, Step, Title
from roleguide.reading import references
from roleguide.reading.events import Located, ScalarNode
from roleguide.reading.places import FileText
from roleguide.reading.references import (
    circular_moves,
    self_references,
    unknown_ids,
)
from roleguide.reading.values import Reference
from roleguide.sections import SECTIONS

SOURCE = FileText("acme.yaml", "roles:\n  a:")
NODE = ScalarNode("", None, SOURCE, 0)


def made(leads_to: Mapping[str, MoveKind]) -> Role:
    """A role of which only the ladder matters."""
    level = LevelRange("manager", "manager")
    return Role(
        Title({}),
        "f",
        level,
        {},
        {},
        {},
        leads_to={role: Step(move) for role, move in leads_to.items()},
    )


def circles(ladder: Mapping[str, list[str]], where: list[str] | None = None) -> list[str]:
    """The circles that are reported for roles and those above them."""
    made_roles = {name: made(dict.fromkeys(upper, "up")) for name, upper in ladder.items()}
    written: Located = dict.fromkeys(ladder if where is None else where, (0, NODE))
    faults = list(circular_moves(made_roles, written))
    for fault in faults:
        text, _, move = str(fault.hint).partition(", such as roles.")
        assert text == "one of these moves must be “side” or “switch”"
        start, _, goal = move.partition(".leads_to.")
        assert goal in ladder[start]
    return [str(fault.found).removeprefix("“up” goes round in a circle: ") for fault in faults]


class TestUnknown:
    @staticmethod
    def say(identifier: str, section: str = "tools", known: Sequence[str] = ()) -> list[str]:
        records: Any = dict.fromkeys(known)
        sections = Sections()._replace(**{section: records})
        reference = Reference(section, identifier, NODE, "at")
        return said(list(unknown_ids([reference], sections)))

    def test_a_known_id(self) -> None:
        assert self.say("crm", known=("erp", "crm")) == []

    @pytest.mark.parametrize("identifier", ["spreadsheets", "spreadsheet-software", "spredsheet"])
    def test_an_unknown_id_and_the_nearest(self, identifier: str) -> None:
        assert self.say(identifier, known=("crm", "spreadsheet", "erp")) == [
            f"at: “{identifier}” is not in “tools” → did you mean “spreadsheet”?"
        ]

    def test_an_unknown_id_like_no_other(self) -> None:
        """Of few, all are told, the likeliest first; of many that no command lists, those alone."""
        told = "at: “telephone” is not in “tools”"
        assert self.say("telephone", known=("crm", "erp", "telex")) == [
            f"{told} → there is telex, erp, crm"
        ]
        many = [f"{letter}x" for letter in "abcdfgijkmqruvwyz"]
        (fault,) = self.say("telephone", known=many)
        assert fault.startswith(f"{told} → there is ")
        assert fault.endswith(", …")
        assert fault.count(",") == 14

    @pytest.mark.parametrize(("section", "kind"), [("activities", "activity"), ("skills", "skill")])
    def test_of_what_a_guide_may_have_of_its_own_it_is_told_how_it_is_made(
        self, section: str, kind: str
    ) -> None:
        many: Any = dict.fromkeys(f"{letter}x" for letter in "abcdfgijkmqruvwyz")
        sections = Sections()._replace(**{section: many})
        reference = Reference(section, "telephone", NODE, "at")
        (fault,) = unknown_ids([reference], sections, of_guide=True)
        listed, _, making = str(fault.hint).partition(" lists them")
        assert listed == SECTIONS[section].listing
        assert f"with roleguide new {kind}, " in making
        assert "if you give roleguide check the folder" in making
        (fault,) = unknown_ids([reference], sections)
        assert str(fault.hint) == f"{listed} lists them", "a profile makes no records"

    def test_of_families_those_of_the_section_are_told(self) -> None:
        families = {
            "data": Family({"en": "Data"}, "tools", 1),
            "operations": Family({"en": "Operations"}, "roles", 1),
            "trade": Family({"en": "Trade"}, "roles", 2),
        }
        reference = Reference("families", "ops", NODE, "roles.a.family")
        (fault,) = unknown_ids([reference], Sections(families=families))
        assert str(fault.hint) == "there is operations, trade"

    def test_an_empty_section(self) -> None:
        assert self.say("crm") == ["at: “crm” is not in “tools”"]

    def test_the_same_id_in_another_section(self) -> None:
        # The record itself is not looked at: its id is enough.
        tools = Sections(tools={"crm": None})  # type: ignore[dict-item]
        faults = unknown_ids([Reference("skills", "crm", NODE, "at")], tools)
        assert said(list(faults)) == ["at: “crm” is not in “skills”"]

    def test_every_section_of_a_guide(self, tmp_path: Path) -> None:
        changes = {
            "family": "trad",
            "responsibilities": "{forcast: {part: both, text: T, or: [{in: start, over: own}]}}",
            "skills": "{analyses: {level: 3, weight: 2}}",
            "examples": "{startups: A scene.}",
            "tools": "[crm]",
            "metrics": "{revenue: carries}",
            "analogies": "{ship: {figure: F, why: W}}",
            "sources": "[article]",
            "reports_to": "[b]",
        }
        reading = read_text(tmp_path, roles(role("a", changes)))
        assert [fault.split(": ", 1)[1] for fault in said(errors(reading))] == [
            "“trad” is not in “families” → did you mean “trade”?",
            "“forcast” is not in “activities” → did you mean “forecast”?",
            "“start” is not in “contexts” → did you mean “startup”?",
            "“analyses” is not in “skills” → did you mean “analysis”?",
            "“startups” is not in “contexts” → did you mean “startup”?",
            "“crm” is not in “tools”",
            "“revenue” is not in “metrics”",
            "“ship” is not in “worlds”",
            "“article” is not in “sources”",
            (
                "“b” is not in “roles” → a job that is no role of the guide is written "
                '{text: "b"}; roleguide list lists those'
            ),
        ]
        assert [fault.path.removeprefix("roles.a.") for fault in errors(reading)] == [
            *("family", "responsibilities.forcast", "responsibilities.forcast.or[0].in"),
            *("skills.analyses", "examples.startups", "tools[0]", "metrics.revenue"),
            *("analogies.ship", "sources[0]", "reports_to[0]"),
        ]

    def test_pairs_and_terms(self, tmp_path: Path) -> None:
        text = """
pairs:
  a--c:
    usage: {kind: distinct}
    difference: {a: One., c: Other.}
    tests: [{ask: Which?, points_to: c}]
terms:
  sao:
    name: SAO
    see: [sdr]
    senses: [{meaning: M, role: clerk}]
"""
        reading = read_text(tmp_path, roles(role("a")) + text)
        assert said(errors(reading)) == [
            "pairs.a--c.difference.c: “c” is not in “roles” → there is a",
            "pairs.a--c.tests[0].points_to: “c” is not in “roles” → there is a",
            "terms.sao.see[0]: “sdr” is not in “terms” → there is sao",
            "terms.sao.senses[0].role: “clerk” is not in “roles” → there is a",
        ]


class TestLoops:
    @pytest.mark.parametrize(
        "ladder",
        [
            pytest.param({}, id="no roles"),
            pytest.param({"a": ["b"], "b": ["c"], "c": []}, id="ladder"),
            pytest.param({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, id="diamond"),
            pytest.param({"a": ["b"]}, id="above the guide"),
            pytest.param({"c": [], "b": ["c"], "a": ["b", "c"]}, id="top first"),
        ],
    )
    def test_none(self, ladder: dict[str, list[str]]) -> None:
        assert circles(ladder) == []

    def test_of_two_is_reported_once(self) -> None:
        assert circles({"a": ["b"], "b": ["a"]}) == ["a → b → a"]

    def test_of_three_is_reported_once(self) -> None:
        assert circles({"a": ["b"], "b": ["c"], "c": ["a"]}) == ["a → b → c → a"]

    def test_below_which_others_begin_is_reported_once_without_them(self) -> None:
        (circle,) = circles({"x": ["y"], "y": ["a"], "z": ["a"], "a": ["b"], "b": ["a"]})
        assert circle == "a → b → a"

    def test_above_which_the_ladder_goes_on(self) -> None:
        assert circles({"a": ["x", "b"], "b": ["x", "a"], "x": ["y"], "y": []}) == ["a → b → a"]

    def test_two_of_them(self) -> None:
        ladder = {"a": ["b"], "b": ["a"], "c": ["d"], "d": ["e"], "e": ["c"]}
        assert circles(ladder) == ["a → b → a", "c → d → e → c"]

    def test_two_through_one_role(self) -> None:
        found = circles({"a": ["b", "c"], "b": ["a"], "c": ["a"]})
        assert found == ["a → b → a", "a → c → a"]

    def test_other_moves_may_go_round(self) -> None:
        for move in get_args(MoveKind):
            ladder = {"a": made({"b": move}), "b": made({"a": move})}
            found = list(circular_moves(ladder, {"a": (0, NODE)}))
            assert bool(found) == (move == "up")

    def test_one_up_and_one_down_is_none(self) -> None:
        ladder = {"a": made({"b": "up"}), "b": made({"a": "side"})}
        assert list(circular_moves(ladder, {"a": (0, NODE)})) == []

    def test_of_the_guides_below_is_not_this_guides_fault(self) -> None:
        assert circles({"a": ["b"], "b": ["a"]}, where=[]) == []

    def test_half_in_the_guides_below_is_reported_at_the_upper_half(self) -> None:
        made_roles = {"a": made({"b": "up"}), "b": made({"c": "up"}), "c": made({"a": "up"})}
        (fault,) = circular_moves(made_roles, {"b": (8, NODE)})
        assert (fault.path, fault.line) == ("roles.b.leads_to", 2)

    def test_a_ladder_of_five_thousand_rungs(self) -> None:
        ladder = {f"r{n}": [f"r{n + 1}"] for n in range(5_000)}
        assert circles(ladder) == []
        assert len(circles({**ladder, "r5000": ["r0"]})) == 1

    def test_many_ways_up_are_walked_once(self) -> None:
        ladder = {f"r{n}": [f"r{n + 1}", f"r{n + 2}", f"r{n + 3}"] for n in range(300)}
        assert circles(ladder) == []

    @given(
        st.dictionaries(
            st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefgh"), unique=True)
        )
    )
    def test_found_where_there_are_some_and_only_there(self, ladder: dict[str, list[str]]) -> None:
        # A role that leads up to itself may be left to `itself`.
        inside = {
            name: [upper for upper in uppers if upper in ladder and upper != name]
            for name, uppers in ladder.items()
        }
        try:
            TopologicalSorter(inside).prepare()
        except CycleError:
            there = True
        else:
            there = False
        found = [circle for circle in circles(ladder) if circle.count(" → ") > 1]
        assert bool(found) == there
        for circle in found:
            way = circle.split(" → ")
            assert way[0] == way[-1]
            assert all(upper in inside[lower] for lower, upper in pairwise(way))

    def test_in_a_file(self, tmp_path: Path) -> None:
        text = roles(role("a", {"leads_to": "{b: up}"}), role("b", {"leads_to": "{a: up}"}))
        (fault,) = read_text(tmp_path, text).faults
        assert fault.path == "roles.a.leads_to"
        assert fault.source == "  a:"


class TestItself:
    @pytest.mark.parametrize(
        ("key", "value", "path"),
        [
            ("reports_to", "[a]", "reports_to[0]"),
            ("works_with", "[b, a]", "works_with[1]"),
            ("comes_from", "[a]", "comes_from[0]"),
            ("leads", "{kind: people, who: [a]}", "leads.who[0]"),
            ("leads_to", "{a: side}", "leads_to.a"),
        ],
    )
    def test_a_role_that_names_itself(
        self, tmp_path: Path, key: str, value: str, path: str
    ) -> None:
        reading = read_text(tmp_path, roles(role("a", {key: value}), role("b")))
        (fault,) = said(reading.faults)
        assert fault.startswith(f"roles.a.{path}: the role refers to itself → take it out of roles")

    def test_up_to_itself_is_one_fault(self, tmp_path: Path) -> None:
        reading = read_text(tmp_path, roles(role("a", {"leads_to": "{a: up}"})))
        assert len(reading.faults) == 1

    def test_another_role_may_be_named(self, tmp_path: Path) -> None:
        text = roles(role("a", {"reports_to": "[b]"}), role("b", {"works_with": "[a]"}))
        assert read_text(tmp_path, text).faults == []

    def test_an_id_that_begins_with_the_other(self, tmp_path: Path) -> None:
        text = roles(role("sales"), role("sales.2", {"reports_to": "[sales]"}))
        assert said(read_text(tmp_path, text).faults) == []

    def test_a_tool_of_the_same_id(self) -> None:
        reference = Reference("tools", "a", NODE, "roles.a.tools[0]")
        assert list(self_references({"a": made({})}, [reference], {})) == []

    def test_a_role_named_elsewhere(self) -> None:
        reference = Reference("roles", "a", NODE, "pairs.a.difference.a")
        assert list(self_references({"a": made({})}, [reference], {})) == []


class TestPoor:
    def test_a_role_without_what_comparisons_need(self, tmp_path: Path) -> None:
        bare = role("a", dict.fromkeys(("definition", "stage", "examples")))
        reading = read_text(tmp_path, "\n" + roles(bare))
        (warning,) = reading.faults
        assert warning.warning
        assert warning.source == "  a:"
        assert str(warning.found) == "without definition, stage, examples, comparisons say less"
        assert warning.path == "roles.a"
        assert reading.guide

    @pytest.mark.parametrize("key", ["definition", "stage", "examples"])
    def test_only_what_is_missing_is_named(self, tmp_path: Path, key: str) -> None:
        reading = read_text(tmp_path, roles(role("a", {key: None}), role("b")))
        assert said(reading.faults) == [f"roles.a: without {key}, comparisons say less"]

    def test_a_rich_role(self, tmp_path: Path) -> None:
        assert read_text(tmp_path, roles(role("a"))).faults == []

    def test_roles_below_are_not_this_guides_concern(self, tmp_path: Path) -> None:
        below = read_text(tmp_path / "low", roles(role("a", {"stage": None})))
        assert len(below.faults) == 1
        upper = read(write(tmp_path / "up", {"roles.yaml": "roles:\n" + role("b")}), stack(below))
        assert upper.faults == []

    def test_what_is_inherited_counts(self, tmp_path: Path) -> None:
        below = read_text(tmp_path / "low", roles(role("a")))
        text = "roles: {b: {extends: a}, c: {extends: a, stage: ~}}"
        upper = read_text(tmp_path / "up", text, stack(below))
        assert seen(upper.faults) == ["1:26 roles.c: without stage, comparisons say less"]

    def test_what_is_at_fault_is_not_missing(self, tmp_path: Path) -> None:
        text = "roles: {a: {title: A, stage: nowhere, definition: ~, examples: {}}, b: [], c: {}}"
        warnings = [fault for fault in read_text(tmp_path, text).faults if fault.warning]
        assert said(warnings) == ["roles.a: without examples, comparisons say less"]


def test_hints_of_a_thousand_unknown_ids_take_no_longer_than_those_of_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(references, "COMPARED", 5)
    text = roles(role("a"), role("b"), role("c", {"reports_to": "[ab, ab, ab]"}))
    faults = read_text(tmp_path, text).faults
    assert [bool(fault.hint) for fault in faults] == [True, True, False]
