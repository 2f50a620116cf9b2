"""What the rules of consistency let pass, and to whom what they find is told.

A finding of each rule, with its words and its place, is in `examples/valid/contradictions.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from reading.writing import Stack, read, read_text, role, roles, seen, stack, write
from roleguide.reading.consistency import findings, new_findings
from roleguide.reading.consistency.placing import placed
from roleguide.reading.guide import overlay

MORE: Final = """\
families:
  other: {name: Other, of: roles, position: 2}
activities:
  staff: {name: Staff, family: trade, definition: Leads., each: true}
  team-leadership: {name: Leading, family: trade, definition: Leads.}
  outside: {name: Outside, family: trade, definition: Helps., owner: A lawyer.}
metrics:
  errors: {name: E, definition: E, formula: E, unit: count, better: lower, moved_by: [forecast]}
"""

NOTHING: Final[dict[str, str]] = {}


class Case(NamedTuple):
    """Two roles, sound but for what is said here, and what else the guide holds."""

    rule: str
    name: str
    a: Mapping[str, str] = NOTHING
    b: Mapping[str, str] = NOTHING
    more: str = ""


def part(part: str, reach: str, activity: str = "forecast", **changes: str) -> dict[str, str]:
    """The one responsibility of a role, and what else it has."""
    written = f"{{{activity}: {{part: {part}, over: {reach}, text: T}}}}"
    return {"responsibilities": written, **changes}


def varied(variation: str) -> dict[str, str]:
    """A role's one responsibility, for the own work, and how it varies."""
    return {"responsibilities": f"{{forecast: {{part: both, text: T, or: [{variation}]}}}}"}


def pair(kind: str = "distinct", senior: str = "neither") -> str:
    """What is written of the two."""
    usage = f"usage: {{kind: {kind}, where: Here.}}"
    sides = "difference: {a: One., b: Other.}"
    return f"pairs:\n  a--b: {{{usage}, {sides}, senior: {senior}}}\n"


WHOLE: Final = part("accountable", "function")
SEGMENT: Final = part("accountable", "segment")
OWN: Final = part("both", "own")
DOES: Final = part("responsible", "own")
STAFF: Final = part("both", "function", "staff")
LEADS: Final = {"leads": "{kind: people}"}
LEADER: Final = {
    "responsibilities": "{team-leadership: {part: both, text: T}, forecast: {part: both, text: T}}"
}
UP: Final = {"leads_to": "{b: up}"}
ABOVE: Final = {"level": "director"}
RANGE: Final = {"level": "[manager, director]"}
CARRIES: Final = {"metrics": "{errors: carries}"}
ELSEWHERE: Final = {"family": "other"}

CONTRADICTIONS: Final = (
    Case("one-answers", "equally far", WHOLE, WHOLE),
    Case("one-answers", "equally far, overlapping", WHOLE, WHOLE, pair("overlapping")),
    Case("one-answers", "equally far, in two families", WHOLE, WHOLE | ELSEWHERE),
    Case("somebody-answers", "nobody", DOES, part("supports", "team")),
    Case("somebody-answers", "another for their own", DOES, OWN),
    Case("reaches-nest", "further than the manager", WHOLE | {"reports_to": "[b]"}, OWN),
    Case("variations-vary", "the reach of the role", varied("{over: own, when: W}")),
    Case("carriers-move", "told of it", CARRIES | part("informed", "team")),
    Case("steps-rise", "as high", UP),
    Case("steps-do-not-leap", "past a first team", UP | {"level": "entry"}),
    Case("steps-do-not-leap", "past two teams", UP, {"level": "chief"}),
    Case(
        "steps-lower-no-skill", "a level less", UP, {"skills": "{analysis: {level: 2, weight: 1}}"}
    ),
    Case("leaders-can-lead", "people", WHOLE | LEADS, LEADER),
    Case("seniors-are-above", "the lower one", NOTHING, ABOVE, pair(senior="{role: a}")),
    Case("seniors-are-above", "neither", NOTHING, ABOVE, pair()),
)
SOUND: Final = (
    Case("one-answers", "one job", WHOLE, WHOLE, pair("same-job")),
    Case("one-answers", "one reaches further", WHOLE, part("both", "company")),
    Case("one-answers", "each for a team", part("both", "team"), part("both", "team")),
    Case("one-answers", "a region of a segment", SEGMENT | {"reports_to": "[b]"}, SEGMENT),
    Case("one-answers", "segments of two families", SEGMENT, SEGMENT | ELSEWHERE),
    Case("one-answers", "each function has its own", STAFF, STAFF | ELSEWHERE),
    Case("somebody-answers", "another one further", DOES, part("both", "team")),
    Case("somebody-answers", "the manager", DOES | {"reports_to": "[b]"}, OWN),
    Case("somebody-answers", "an outsider", part("responsible", "own", "outside")),
    Case("reaches-nest", "as far", WHOLE | {"reports_to": "[b]"}, WHOLE),
    Case("reaches-nest", "an outsider too", WHOLE | {"reports_to": "[b, {en: c}]"}, OWN),
    Case("variations-vary", "another part", varied("{part: supports, when: W}")),
    Case("variations-vary", "another reach", varied("{part: both, over: team, when: W}")),
    Case("carriers-move", "both", CARRIES),
    Case("carriers-move", "only watched", {"metrics": "{errors: watches}"} | STAFF),
    Case("steps-rise", "higher", UP, ABOVE),
    Case("steps-rise", "to the side", {"leads_to": "{b: side}"}),
    Case("steps-rise", "with a reason", {"leads_to": "{b: {move: up, why: Pay.}}"}),
    Case("steps-do-not-leap", "to a first team", UP | {"level": "professional"}),
    Case("steps-lower-no-skill", "another job", UP, {"skills": "{}"}),
    Case("leaders-can-lead", "people lent", WHOLE | {"leads": "{kind: virtual}"}, LEADER),
    Case("leaders-can-lead", "in words of its own", STAFF | LEADS | {"skills": "{}"}, LEADER),
    Case("seniors-are-above", "the higher one", NOTHING, ABOVE, pair(senior="{role: b}")),
    Case("seniors-are-above", "equals", NOTHING, NOTHING, pair()),
    Case("seniors-are-above", "ranges that meet", RANGE, ABOVE, pair()),
)


def found(folder: Path, case: Case) -> set[str]:
    """The rules that find something."""
    skills = {"skills": "{analysis: {level: 3, weight: 3}}"}
    text = roles(role("a", {**skills, **case.a}), role("b", {**skills, **case.b}))
    guide = read(write(folder, {"acme.yaml": text, "more.yaml": MORE + case.more})).guide
    assert guide
    return {finding.rule.name for finding in findings(guide.sections)}


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{c.rule}: {c.name}") for c in CONTRADICTIONS]
)
def test_a_contradiction(tmp_path: Path, case: Case) -> None:
    assert case.rule in found(tmp_path, case)


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c.rule}: {c.name}") for c in SOUND])
def test_none(tmp_path: Path, case: Case) -> None:
    assert case.rule not in found(tmp_path, case)


def told(folder: Path, text: str, below: Stack) -> list[str]:
    """What a guide upon others is told of contradictions."""
    reading = read_text(folder, text, below)
    assert reading.guide
    everything = overlay(below.sections, reading.guide.sections)
    return seen(placed(new_findings(everything, below.sections, reading.written), reading.written))


class TestToWhom:
    @pytest.fixture
    def below(self, tmp_path: Path) -> Stack:
        """A guide with two rivals."""
        return stack(read_text(tmp_path / "low", roles(role("a", WHOLE), role("b", WHOLE))))

    def test_what_the_guides_below_deny_is_no_news(self, tmp_path: Path, below: Stack) -> None:
        text = "roles:\n" + role("a", WHOLE) + role("b", {**WHOLE, "stage": "backstage"})
        assert told(tmp_path / "up", text, below) == []

    def test_what_is_taken_over_is_not_told(self, tmp_path: Path, below: Stack) -> None:
        text = "roles: {a: {extends: a, stage: mixed}, c: {extends: a}, d: {extends: a}}"
        assert told(tmp_path / "up", text, below) == []

    def test_what_only_another_guide_can_mend_is_not_told(
        self, tmp_path: Path, below: Stack
    ) -> None:
        text = "roles:\n" + role("c", {"leads_to": "{a: up}", **part("both", "team")})
        assert [line.split(" ")[1] for line in told(tmp_path / "up", text, below)] == [
            "roles.c.leads_to.a:"
        ]

    def test_what_the_guide_says_itself_is_told(self, tmp_path: Path, below: Stack) -> None:
        text = "roles:\n" + role("c", WHOLE) + role("d", WHOLE)
        (line,) = told(tmp_path / "up", text, below)
        assert line.startswith("9:24 roles.c.responsibilities.forecast: answers for “forecast”")


@pytest.mark.parametrize(
    ("base", "own", "told"),
    [
        (
            varied("{part: supports, when: W}"),
            "responsibilities: {forecast: {part: supports}}",
            [],  # the variation goes
        ),
        (
            varied("{over: team, when: W}"),
            "over: team",
            ["1:41 roles.ours.over"],
        ),
        (
            {"decides": "[{text: All., activity: forecast}]"},
            "responsibilities: {forecast: {part: supports}}",
            ["1:71 roles.ours.responsibilities.forecast.part"],
        ),
        (
            {"decides": "[{text: A., activity: forecast}, {text: B., activity: forecast}]"},
            "responsibilities: {forecast: {part: supports}}",
            ["1:71 roles.ours.responsibilities.forecast.part"],  # once, whatever the number
        ),
        (
            {"interview": "[{skill: analysis, ask: A?, strong: S.}]"},
            "skills: {analysis: null}",
            ["1:41 roles.ours.skills"],
        ),
        (varied("{part: both, when: W}"), "mission: M.", []),  # it is the other's to mend
    ],
)
def test_what_is_taken_over_is_told_where_the_role_disagrees(
    base: Mapping[str, str], own: str, told: list[str], tmp_path: Path
) -> None:
    below = stack(read_text(tmp_path / "below", roles(role("a", base))))
    text = f"roles: {{ours: {{extends: a, title: Ours, {own}}}}}"
    reading = read_text(tmp_path / "above", text, below)
    everything = overlay(below.sections, reading.sections)
    faults = placed(new_findings(everything, below.sections, reading.written), reading.written)
    assert [f"{f.line}:{f.column} {f.path}" for f in faults] == told
