"""Every rule against every record: a rule is a test, and names each record that breaks it."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

import pytest

from data import rules
from data.builtin import READING, SECTIONS, everything, named, none_broken
from data.rules import Problem, Rule
from roleguide.language import Language

pytestmark = pytest.mark.sweep

OF_ANY_RECORD: Final[tuple[Rule, ...]] = (
    rules.both_languages,
    rules.balanced_lengths,
    rules.translated,
    rules.french_typography,
    rules.english_typography,
    rules.other_spellings,
    rules.no_filler,
    rules.no_gender_marks,
)

OF_A_ROLE: Final[tuple[Rule, ...]] = (
    rules.complete,
    rules.right_amounts,
    rules.sentences_end,
    rules.clauses_run_on,
    rules.short_enough,
    rules.pay_is_told,
    rules.few_figures,
)

EXCEPTIONS: Final = {
    ("right_amounts", "roles.sales-director.responsibilities"): (
        "the article’s duties, and those that its decisions belong to"
    ),
    ("right_amounts", "roles.sales-ops.responsibilities"): (
        "the article’s duties, and those that its decisions and its people belong to"
    ),
    ("no_filler", "terms.stakeholder.name.en"): "the word itself, which the term explains",
}
"""What a rule finds and may stand, by rule and place, with the reason."""


RECORDS: Final = everything()
ROLES: Final = {name: record for name, record in RECORDS.items() if name.startswith("roles.")}


def excused(rule: Rule, name: str, problem: Problem) -> bool:
    return (rule.__name__, f"{name}.{problem.place}") in EXCEPTIONS


def unexcused(rule: Rule, name: str, record: Any) -> list[str]:
    return [f"{name}.{p}" for p in rule(record) if not excused(rule, name, p)]


def test_the_reader_finds_no_fault_and_no_warning() -> None:
    english = Language("en")
    lines = [line for fault in READING.faults for line in fault.lines(english)]
    assert not lines, "\n".join(lines)


def test_there_are_records_to_check() -> None:
    assert not [section for section, records in SECTIONS._asdict().items() if not records]


@pytest.mark.parametrize("rule", named(OF_ANY_RECORD))
def test_every_record_keeps(rule: Rule) -> None:
    none_broken(p for name, record in RECORDS.items() for p in unexcused(rule, name, record))


@pytest.mark.parametrize("rule", named(OF_A_ROLE))
def test_every_role_keeps(rule: Rule) -> None:
    none_broken(p for name, role in ROLES.items() for p in unexcused(rule, name, role))


def test_every_role_is_seen_in_every_context() -> None:
    contexts = SECTIONS.contexts
    none_broken(
        f"{n}: {p}" for n, role in ROLES.items() for p in rules.all_contexts(role, contexts)
    )


def test_every_figure_of_pay_has_a_source_to_open() -> None:
    sources = SECTIONS.sources
    none_broken(
        f"{n}: {p}" for n, role in ROLES.items() for p in rules.pay_is_sourced(role, sources)
    )


def test_figures_are_distinct_in_every_world() -> None:
    none_broken(p for world in SECTIONS.worlds for p in rules.shared_figures(SECTIONS.roles, world))


@pytest.mark.parametrize(("rule", "place"), EXCEPTIONS)
def test_exception_is_still_needed(rule: str, place: str) -> None:
    section, identifier, rest = place.split(".", 2)
    record = getattr(SECTIONS, section)[identifier]
    assert rest in {problem.place for problem in getattr(rules, rule)(record)}


def test_a_pitfall_is_a_lack_of_what_the_role_needs_or_a_task_that_it_has_not() -> None:
    own = {"accountable", "both", "responsible"}
    for identifier, role in SECTIONS.roles.items():
        for each in role.pitfalls:
            assert each.skill is None or each.skill in role.skills, (identifier, each.skill)
            does = role.responsibilities.get(each.activity or "")
            assert does is None or does.part not in own, (identifier, each.activity)


def test_a_statistical_group_is_that_of_one_role_at_most() -> None:
    """Shown as the pay of two, one figure would count neither alone."""
    counted = Counter(
        (figure.source, figure.label)
        for role in SECTIONS.roles.values()
        for figure in (role.pay.figures if role.pay else ())
        if figure.near == "close"
    )
    none_broken(group for group, roles in counted.items() if roles > 1)
