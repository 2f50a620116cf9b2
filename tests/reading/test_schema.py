from __future__ import annotations

from typing import Any

import pytest

from reading.writing import SOUND, node, said, seen, value
from roleguide import model
from roleguide.model import (
    Analogy,
    Code,
    Decision,
    Example,
    Leads,
    LevelRange,
    Neighbour,
    Number,
    Origin,
    Pay,
    PayFigure,
    Pitfall,
    Responsibility,
    Role,
    Statement,
    Step,
    Title,
    Variation,
    Wording,
)
from roleguide.reading.guide import RECORDS
from roleguide.reading.schema import fields, read_record
from roleguide.reading.values import INVALID, Report

ROLE = "\n".join(f"{key}: {value}" for key, value in SOUND.items()) + "\n"

FULL = """\
title:
  en: Sales Operations Manager
  fr: {m: Directeur des opérations, f: Directrice des opérations}
family: operations
level: [manager, director]
mission: {en: Makes it work., fr: Faire que cela marche.}
responsibilities:
  forecast:
    part: both
    text: Says the number.
    over: team
    or:
      - {in: startup, part: supports}
      - {when: it is large, over: company}
skills: {analysis: {level: 5, weight: 3}}
short: Sales Ops
titles:
  - text: {m: Adjoint, f: Adjointe}
    lang: fr
    use: rare
    markets: [FR, no]
    note: Misleads.
  - {text: Sales Clerk, lang: en, use: dated}
formerly: [ops]
stage: backstage
over: function
number: {carries: shared, what: Orders.}
leads: {kind: virtual, who: [analyst, {en: a lawyer}]}
reports_to: [boss]
works_with: []
faces: [buyers, finance]
horizon: [week, deal]
definition: What it is.
focus: Where the week goes.
scope: In and out.
tools: [crm]
metrics: {accuracy: carries, revenue: watches}
decides: [Discounts to 15 %., {text: The stages., activity: forecast}]
conditions: [On the road.]
plain: Keeps it in order.
ad: reports, no quota
pay:
  {mix: Fixed., depends_on: Accuracy., source: survey, date: '2024', country: FR, figures: [
   {country: US, year: 2025, measure: earnings, low: 60640, median: 101860.5, mean: 113790,
    high: 171640, between: [10, 90], source: survey, code: '13-1111', label: Analysts, near: broad,
    note: All trades.},
   {country: DE, currency: EUR, period: hour, year: 2024, measure: target, source: survey, low: 9}]}
hiring:
  sign: {text: Nobody believes the forecast., source: survey}
  after: [manager, {en: a bookkeeper}]
  meanwhile: The manager.
  too_early: {text: Too early., basis: rule-of-thumb}
capacity:
  - {what: Sellers served, value: '30', condition: with one CRM, basis: rule-of-thumb}
  - {what: Sellers served, value: '40', condition: in software, source: survey}
pitfalls: [Builds reports nobody asked for., {text: Leaves., skill: analysis, source: survey}]
ask: [Who owns the CRM?, {ask: Whom does it report to?, tells: Whose side it is on.}]
interview: [{skill: analysis, ask: A figure you took back?, strong: Says what it cost.}]
examples:
  startup: A scene.
  agency: {absent: true, text: The founder.}
analogies: {ship: {figure: the navigator, why: knows where we are}}
misconceptions: [{belief: It sells., truth: It counts.}]
comes_from: [analyst, {en: clerk}, {role: boss, proof: Was bored.}]
leads_to: {director: up, revops: {move: side, proof: Two teams., after: A year., why: Same level.}}
beyond: The board.
codes: [{scheme: rome, code: M1701, match: misleading, why: Orders., label: Clerk}]
sources: [survey]
reviewed: 2026-12
"""


def text(words: str) -> dict[str, str]:
    """A plain string as it is read."""
    return {"en": words, "fr": words}


def faults(record: Any, written: str) -> list[str]:
    """What is wrong with a record, and where."""
    report = Report()
    read_record(record, node(written), "", report)
    return seen(report.faults)


class TestRole:
    def test_every_field(self) -> None:
        report = Report()
        role = read_record(Role, node(FULL), "roles.sales-ops", report)
        assert said(report.faults) == []
        assert role == Role(
            title=Title(
                {
                    "en": "Sales Operations Manager",
                    "fr": "Directeur / Directrice des opérations",
                },
                {"m": "Directeur des opérations", "f": "Directrice des opérations"},
            ),
            family="operations",
            level=LevelRange("manager", "director"),
            mission={"en": "Makes it work.", "fr": "Faire que cela marche."},
            responsibilities={
                "forecast": Responsibility(
                    "both",
                    text("Says the number."),
                    "team",
                    (
                        Variation(part="supports", in_="startup"),
                        Variation(over="company", when=text("it is large")),
                    ),
                )
            },
            skills={"analysis": model.Need(5, 3)},
            short=text("Sales Ops"),
            titles=(
                model.AlsoCalled(
                    Wording("Adjoint / Adjointe", {"m": "Adjoint", "f": "Adjointe"}),
                    "fr",
                    "rare",
                    ("FR", "no"),
                    text("Misleads."),
                ),
                model.AlsoCalled(Wording("Sales Clerk"), "en", "dated"),
            ),
            formerly=("ops",),
            stage="backstage",
            over="function",
            number=Number("shared", text("Orders.")),
            leads=Leads("virtual", (Neighbour("analyst"), Neighbour(text={"en": "a lawyer"}))),
            reports_to=(Neighbour("boss"),),
            works_with=(),
            faces=("buyers", "finance"),
            horizon=("week", "deal"),
            definition=text("What it is."),
            focus=text("Where the week goes."),
            scope=text("In and out."),
            tools=("crm",),
            metrics={"accuracy": "carries", "revenue": "watches"},
            decides=(
                Decision(text("Discounts to 15 %.")),
                Decision(text("The stages."), "forecast"),
            ),
            conditions=(text("On the road."),),
            plain=text("Keeps it in order."),
            ad=text("reports, no quota"),
            pay=Pay(
                text("Fixed."),
                text("Accuracy."),
                "survey",
                "2024",
                "FR",
                (
                    PayFigure(
                        country="US",
                        year=2025,
                        measure="earnings",
                        source="survey",
                        low=60640,
                        median=101860.5,
                        mean=113790,
                        high=171640,
                        between=(10, 90),
                        code="13-1111",
                        label="Analysts",
                        near="broad",
                        note=text("All trades."),
                    ),
                    PayFigure("DE", 2024, "target", "survey", low=9, currency="EUR", period="hour"),
                ),
            ),
            hiring=model.Hiring(
                Statement(text("Nobody believes the forecast."), "survey"),
                (Neighbour("manager"), Neighbour(text={"en": "a bookkeeper"})),
                Statement(text("The manager.")),
                Statement(text("Too early."), basis="rule-of-thumb"),
            ),
            capacity=(
                model.Capacity(
                    text("Sellers served"), text("30"), text("with one CRM"), None, "rule-of-thumb"
                ),
                model.Capacity(text("Sellers served"), text("40"), text("in software"), "survey"),
            ),
            pitfalls=(
                Pitfall(text("Builds reports nobody asked for.")),
                Pitfall(text("Leaves."), "analysis", source="survey"),
            ),
            ask=(
                model.EmployerQuestion(text("Who owns the CRM?")),
                model.EmployerQuestion(
                    text("Whom does it report to?"), text("Whose side it is on.")
                ),
            ),
            interview=(
                model.InterviewQuestion(
                    "analysis", text("A figure you took back?"), text("Says what it cost.")
                ),
            ),
            examples={
                "startup": Example(text("A scene.")),
                "agency": Example(text("The founder."), absent=True),
            },
            analogies={"ship": Analogy(text("the navigator"), text("knows where we are"))},
            misconceptions=(model.Misconception(text("It sells."), text("It counts.")),),
            comes_from=(
                Origin("analyst"),
                Origin(text={"en": "clerk"}),
                Origin("boss", proof=text("Was bored.")),
            ),
            leads_to={
                "director": Step("up"),
                "revops": Step(
                    "side", text("Two teams."), Statement(text("A year.")), text("Same level.")
                ),
            },
            beyond=text("The board."),
            codes=(Code("rome", "misleading", text("Orders."), "M1701", "Clerk"),),
            sources=("survey",),
            reviewed="2026-12",
        )

    def test_every_reference_is_noted_with_its_path(self) -> None:
        report = Report()
        read_record(Role, node(FULL), "roles.sales-ops", report)
        found = {
            (r.section, r.id, r.path.removeprefix("roles.sales-ops.")) for r in report.references
        }
        assert found == {
            ("families", "operations", "family"),
            ("activities", "forecast", "responsibilities.forecast"),
            ("contexts", "startup", "responsibilities.forecast.or[0].in"),
            ("skills", "analysis", "skills.analysis"),
            ("roles", "analyst", "leads.who[0]"),
            ("roles", "boss", "reports_to[0]"),
            ("tools", "crm", "tools[0]"),
            ("metrics", "accuracy", "metrics.accuracy"),
            ("metrics", "revenue", "metrics.revenue"),
            ("activities", "forecast", "decides[1].activity"),
            ("sources", "survey", "pay.source"),
            ("sources", "survey", "pay.figures[0].source"),
            ("sources", "survey", "pay.figures[1].source"),
            ("sources", "survey", "hiring.sign.source"),
            ("roles", "manager", "hiring.after[0]"),
            ("sources", "survey", "capacity[1].source"),
            ("sources", "survey", "pitfalls[1].source"),
            ("skills", "analysis", "pitfalls[1].skill"),
            ("skills", "analysis", "interview[0].skill"),
            ("contexts", "startup", "examples.startup"),
            ("contexts", "agency", "examples.agency"),
            ("worlds", "ship", "analogies.ship"),
            ("roles", "analyst", "comes_from[0]"),
            ("roles", "boss", "comes_from[2].role"),
            ("roles", "director", "leads_to.director"),
            ("roles", "revops", "leads_to.revops"),
            ("sources", "survey", "sources[0]"),
        }

    def test_a_reference_knows_its_place(self) -> None:
        report = Report()
        read_record(Role, node(FULL), "", report)
        (crm,) = (r for r in report.references if r.section == "tools")
        place = crm.node.place
        assert FULL.splitlines()[place.line - 1][place.column - 1 :] == "crm]"


class TestFields:
    @pytest.mark.parametrize("section", RECORDS)
    def test_every_annotation_of_the_model_has_a_reader(self, section: str) -> None:
        record: Any = RECORDS[section]
        assert [field.name for field in fields(record).values()] == list(record._fields)

    def test_required_are_those_without_a_default(self) -> None:
        assert {key for key, field in fields(Role).items() if field.required} == {
            "title",
            "family",
            "level",
            "mission",
            "responsibilities",
            "skills",
        }

    def test_an_underscore_at_the_end_is_not_written(self) -> None:
        assert list(fields(Variation)) == ["part", "over", "in", "when"]
        assert fields(Variation)["in"].name == "in_"
        assert "or" in fields(Responsibility)

    @pytest.mark.parametrize("key", ["in_", "or_"])
    def test_an_underscore_at_the_end_is_an_unknown_key(self, key: str) -> None:
        written = f"{{part: both, text: a, {key}: []}}"
        assert faults(Responsibility, written)[0].endswith(f"{key}: unknown key “{key}”")


class TestKeys:
    @pytest.mark.parametrize(
        ("key", "nearest"),
        [
            ("titel", "title"),
            ("responsabilities", "responsibilities"),
            ("report_to", "reports_to"),
            ("reports-to", "reports_to"),
            ("exemples", "examples"),
            ("analogy", "analogies"),
            ("metric", "metrics"),
            ("Level", "level"),
        ],
    )
    def test_an_unknown_key_and_the_nearest(self, key: str, nearest: str) -> None:
        report = Report()
        read_record(Role, node(f"{ROLE}{key}: x"), "roles.a", report)
        (fault,) = report.faults
        assert (fault.path, fault.line, fault.column) == (f"roles.a.{key}", 10, 1)
        assert str(fault.found) == f"unknown key “{key}”"
        assert str(fault.hint) == f"did you mean “{nearest}”?"
        assert fault.allowed is None

    @pytest.mark.parametrize("key", ["xyz", "", "revenu", "<<"])
    def test_an_unknown_key_like_no_other(self, key: str) -> None:
        report = Report()
        read_record(Role, node(f"{ROLE}? {key}\n: x"), "roles.a", report)
        (fault,) = report.faults
        assert str(fault.found) == f"unknown key “{key}”"
        assert str(fault.hint) == "write one of those in its place, or take it out"

    def test_the_keys_allowed_are_those_of_the_record_at_hand(self) -> None:
        _, (unknown,) = value(Number, "{carry: none}")
        assert unknown.startswith("at.carry: unknown key “carry”; allowed: the keys carries, what")
        assert unknown.endswith(" → did you mean “carries”?")

    def test_what_stands_there_under_another_name_is_not_missing_too(self) -> None:
        _, misspelt = value(Number, "{carry: none}")
        assert [fault.partition(";")[0] for fault in misspelt] == ["at.carry: unknown key “carry”"]
        _, deeper = value(Responsibility, "{a part: {part: both, text: Helps.}}")
        assert [fault.partition(" → ")[2] for fault in deeper] == [
            "what stands under “a part” belongs in its place, one level higher"
        ]
        _, (_, lacking) = value(Responsibility, "{what it does: {part: both}}")
        assert lacking == "at: the key “text” is missing → needed here: part, text"

    def test_only_what_need_not_be_there_is_taken_out(self) -> None:
        _, (needed,) = value(PayFigure, "{country: FR, year: 3000, measure: fixed, source: x}")
        assert needed.endswith(" → write one of those in its place; it is needed here")
        optional = "{country: FR, year: 2020, measure: fixed, source: x, period: 3}"
        _, (other,) = value(PayFigure, optional)
        assert other.endswith(", or take it out")

    def test_a_text_that_a_comma_tore_apart_goes_in_quotes(self) -> None:
        _, faults = value(Responsibility, "{part: both, text: helps, and more}")
        assert [fault.partition("→ ")[2] for fault in faults] == [
            "a text with a comma or a colon goes in double quotes"
        ]

    @pytest.mark.parametrize("key", [key for key, field in fields(Role).items() if field.required])
    def test_a_required_key_is_missing(self, key: str) -> None:
        written = "".join(line + "\n" for line in ROLE.splitlines() if not line.startswith(key))
        assert faults(Role, written) == [f"1:1 the key “{key}” is missing"]

    def test_a_missing_key_is_reported_at_its_record(self) -> None:
        report = Report()
        written = "\n\n  country: FR\n  year: 2025\n"
        read_record(PayFigure, node(written), "roles.a.pay.figures[0]", report)
        assert seen(report.faults) == [
            "3:3 roles.a.pay.figures[0]: the keys measure, source are missing"
        ]

    def test_a_key_that_is_not_required_may_be_missing(self) -> None:
        assert faults(Role, ROLE) == []

    @pytest.mark.parametrize(
        ("written", "found"), [("a", "“a”"), ("[a]", "a list"), ("~", "nothing")]
    )
    def test_what_is_no_record(self, written: str, found: str) -> None:
        assert value(Number, written) == (
            None,
            [f"at: {found}; allowed: the keys carries, what → write at: {{carries: …, what: …}}"],
        )


class TestOnePass:
    def test_all_faults_of_a_record(self) -> None:
        written = """\
title: {en: 1, fr: [a]}
family: [trade]
level: boss
mision: A mission.
responsibilities:
  forecast: {part: bothe, text: '', over: all, or: [{in: [x]}, y]}
  other: ~
skills: {analysis: {level: 6, weight: 0}, more: {level: 1}}
titles: [{text: T, lang: fr, use: often}]
stage: back
leads: {kind: nobody, who: none}
metrics: {accuracy: owns}
examples: {startup: {absent: maybe, text: 1}}
leads_to: {a: upward}
codes: [{scheme: rome, match: none}]
pay: 50 000
"""
        assert sorted(
            faults(Role, written), key=lambda f: [int(n) for n in f.split()[0].split(":")]
        ) == [
            "1:13 title.en: the number 1",
            "1:20 title.fr: a list",
            "2:9 family: a list",
            "3:8 level: “boss”",
            "4:1 mision: unknown key “mision”",
            "6:20 responsibilities.forecast.part: “bothe”",
            "6:33 responsibilities.forecast.text: an empty text",
            "6:43 responsibilities.forecast.over: “all”",
            "6:58 responsibilities.forecast.or[0].in: a list",
            "6:64 responsibilities.forecast.or[1]: “y”",
            "7:10 responsibilities.other: nothing",
            "8:28 skills.analysis.level: the number 6",
            "8:39 skills.analysis.weight: the number 0",
            "8:49 skills.more: the key “weight” is missing",
            "9:35 titles[0].use: “often”",
            "10:8 stage: “back”",
            "11:28 leads.who: “none”",
            "12:21 metrics.accuracy: “owns”",
            "13:30 examples.startup.absent: “maybe”",
            "13:43 examples.startup.text: the number 1",
            "14:15 leads_to.a: “upward”",
            "15:9 codes[0]: the key “why” is missing",
            "16:6 pay: an amount of money without its country, year and source",
        ]

    def test_a_record_at_fault_is_no_record(self) -> None:
        report = Report()
        assert read_record(Number, node("{carries: all}"), "", report) is INVALID
        assert read_record(Number, node("{}"), "", report) is INVALID

    def test_what_is_optional_keeps_its_default(self) -> None:
        number, _ = value(Number, "{carries: none}")
        assert number == Number("none", None)
        role = read_record(Role, node(ROLE), "", Report())
        assert isinstance(role, Role)
        assert (role.titles, role.metrics, role.number) == ((), {}, None)
