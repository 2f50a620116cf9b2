from __future__ import annotations

import pytest

from reading.writing import node, said, seen, value
from roleguide.model import Pair, Role, Sense, Skill, Variation
from roleguide.reading.schema import read_record
from roleguide.reading.values import Report

LEVELS = "each of the levels 1 to 5 is described, once"
SIDES = "a difference has exactly two sides, one for each role"
WHERE = "titles that overlap need “where” to say what it depends on"


class TestVariation:
    @pytest.mark.parametrize(
        "text",
        [
            "{in: startup, part: both}",
            "{when: it is small, over: team}",
            "{in: startup, part: both, over: team}",
        ],
    )
    def test_sound(self, text: str) -> None:
        assert value(Variation, text)[1] == []

    @pytest.mark.parametrize("text", ["{part: both}", "{in: startup, when: small, part: both}"])
    def test_it_says_either_in_or_when(self, text: str) -> None:
        assert value(Variation, text)[1] == ["at: a variation says either “in” or “when”"]

    def test_it_changes_something(self) -> None:
        assert value(Variation, "{in: startup}")[1] == ["at: a variation changes “part” or “over”"]

    def test_both_at_once(self) -> None:
        assert len(value(Variation, "{}")[1]) == 2


class TestSkill:
    @staticmethod
    def skill(levels: str) -> list[str]:
        head = "name: A skill\nkind: know-how\nfamily: trade\ndefinition: Does it.\nlevels: "
        report = Report()
        read_record(Skill, node(head + levels), "at", report)
        return seen(report.faults)

    def test_five_levels_in_any_order(self) -> None:
        assert self.skill("{5: e, 1: a, 2: b, 4: d, 3: c}") == []

    @pytest.mark.parametrize("levels", ["{}", "{1: a, 2: b, 3: c, 4: d}", "{3: c}"])
    def test_a_level_is_missing(self, levels: str) -> None:
        assert self.skill(levels) == [f"5:1 at.levels: {LEVELS}"]

    def test_a_level_is_given_in_two_spellings(self) -> None:
        assert self.skill("{1: a, 2: b, 3: c, 4: d, 5: e, +5: f}") != []

    def test_a_level_that_is_at_fault_is_not_missing(self) -> None:
        assert self.skill("{1: a, 2: b, 3: 3, 4: d, 5: e}") == ["5:25 at.levels.3: the number 3"]

    def test_a_sixth_level_is_one_fault(self) -> None:
        assert self.skill("{1: a, 2: b, 3: c, 4: d, 5: e, 6: f}") == [
            "5:40 at.levels.6: the number 6"
        ]


class TestRole:
    @staticmethod
    def role(responsibilities: str) -> list[str]:
        head = "title: T\nfamily: f\nlevel: manager\nmission: M\nskills: {}\nresponsibilities: "
        report = Report()
        read_record(Role, node(head + responsibilities), "at", report)
        return said(report.faults)

    def test_it_has_a_responsibility(self) -> None:
        assert self.role("{forecast: {part: both, text: Says it.}}") == []
        assert self.role("{}") == ["at.responsibilities: a role has at least one responsibility"]

    def test_one_that_is_at_fault_counts(self) -> None:
        (fault,) = self.role("{forecast: {part: bothe, text: Says it.}}")
        assert fault.startswith("at.responsibilities.forecast.part: “bothe”")


class TestPair:
    @staticmethod
    def pair(**values: str) -> list[str]:
        sound = {"usage": "{kind: distinct}", "difference": "{ops: counts, boss: decides}"}
        text = "\n".join(f"{key}: {value}" for key, value in {**sound, **values}.items())
        report = Report()
        read_record(Pair, node(text), "at", report)
        return seen(report.faults)

    def test_sound(self) -> None:
        tests = "[{ask: Whose is the number?, points_to: boss}, {ask: Who?, points_to: ops}]"
        assert self.pair(tests=tests) == []

    @pytest.mark.parametrize("difference", ["{}", "{ops: counts}", "{a: x, b: y, c: z}"])
    def test_a_difference_has_two_sides(self, difference: str) -> None:
        assert self.pair(difference=difference) == [f"2:1 at.difference: {SIDES}"]

    def test_a_side_that_is_at_fault_is_a_side(self) -> None:
        tests = "[{ask: Who?, points_to: boss}]"
        assert self.pair(difference="{ops: counts, boss: 5}", tests=tests) == [
            "2:33 at.difference.boss: the number 5"
        ]

    def test_a_test_points_to_one_of_the_two(self) -> None:
        tests = "[{ask: Who?, points_to: clerk}, {ask: What?, points_to: chief}]"
        assert self.pair(tests=tests) == [
            "3:1 at.tests: a test points to one of the pair's two roles, not to “clerk”",
            "3:1 at.tests: a test points to one of the pair's two roles, not to “chief”",
        ]

    @pytest.mark.parametrize("kind", ["overlapping", "same-job"])
    def test_overlapping_titles_say_where(self, kind: str) -> None:
        assert self.pair(usage=f"{{kind: {kind}}}") == [f"1:1 at.usage: {WHERE}"]
        assert self.pair(usage=f"{{kind: {kind}, where: In small companies.}}") == []

    def test_all_rules_at_once(self) -> None:
        values = {
            "usage": "{kind: same-job}",
            "difference": "{ops: counts}",
            "tests": "[{ask: Who?, points_to: clerk}]",
        }
        assert [fault.split()[0] for fault in self.pair(**values)] == ["2:1", "3:1", "1:1"]


class TestSense:
    RECORDS = ("role", "metric", "activity", "skill", "tool")

    @pytest.mark.parametrize("key", RECORDS)
    def test_it_names_a_record(self, key: str) -> None:
        assert value(Sense, f"{{meaning: M, {key}: an-id}}")[1] == []

    def test_it_names_none(self) -> None:
        assert value(Sense, "{meaning: M}")[1] == []

    @pytest.mark.parametrize("key", RECORDS[1:])
    def test_it_does_not_name_two(self, key: str) -> None:
        assert value(Sense, f"{{meaning: M, role: an-id, {key}: another}}")[1] == [
            "at: a sense names one record at most"
        ]
