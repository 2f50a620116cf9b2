"""Every record × every rule."""

from __future__ import annotations

from typing import Any, Final

import pytest

from data import rules
from data.builtin import READING, SECTIONS, everything, keyed, named
from data.rules import Problem, Rule
from roleguide.language import Language
from roleguide.model import Role, Sections

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
)

EXCEPTIONS: Final = {
    ("no_filler", "terms.stakeholder.name.en"): "the word itself, which the term explains",
}
"""What a rule finds and may stand, by rule and place, with the reason."""


def excused(rule: Rule, name: str, problem: Problem) -> bool:
    return (rule.__name__, f"{name}.{problem.place}") in EXCEPTIONS


def unexcused(rule: Rule, name: str, record: Any) -> list[str]:
    return [str(p) for p in rule(record) if not excused(rule, name, p)]


def test_the_reader_finds_no_fault_and_no_warning() -> None:
    english = Language("en")
    lines = [line for fault in READING.faults for line in fault.lines(english)]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("section", Sections._fields)
def test_there_are_records_to_check(section: str) -> None:
    assert getattr(SECTIONS, section)


@pytest.mark.parametrize("rule", named(OF_ANY_RECORD))
@pytest.mark.parametrize(("name", "record"), keyed(everything()))
def test_record(name: str, record: Any, rule: Rule) -> None:
    problems = unexcused(rule, name, record)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("rule", named(OF_A_ROLE))
@pytest.mark.parametrize(("identifier", "role"), keyed(SECTIONS.roles))
def test_role(identifier: str, role: Role, rule: Rule) -> None:
    problems = unexcused(rule, f"roles.{identifier}", role)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(("identifier", "role"), keyed(SECTIONS.roles))
def test_role_is_seen_in_every_context(identifier: str, role: Role) -> None:
    problems = rules.all_contexts(role, SECTIONS.contexts)
    assert not problems, identifier


@pytest.mark.parametrize("world", SECTIONS.worlds)
def test_figures_are_distinct_in(world: str) -> None:
    problems = rules.shared_figures(SECTIONS.roles, world)
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize(("rule", "place"), EXCEPTIONS)
def test_exception_is_still_needed(rule: str, place: str) -> None:
    section, identifier, rest = place.split(".", 2)
    record = getattr(SECTIONS, section)[identifier]
    assert rest in {problem.place for problem in getattr(rules, rule)(record)}
