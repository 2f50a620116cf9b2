"""Warnings are told as far as a guide is sound: of each record that can be read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from reading.test_consistency import CONTRADICTIONS, MORE, OWN, SOUND, UP, WHOLE, Case, pair
from reading.test_quality import BOTH, POOR, guide
from reading.writing import Stack, errors, read, read_text, role, roles, seen, stack, write
from roleguide.compilation import warnings_of
from roleguide.model import Sections
from roleguide.reading.consistency.placing import at_fault

BROKEN: Final = role("broken", {"level": "manger"})
"""One more role, with a fault."""

NEEDS: Final = {"skills": "{analysis: {level: 3, weight: 3}}"}


def warned(folder: Path, text: str, below: Stack | None = None) -> list[str]:
    """The warnings of a guide, with their places."""
    under = below or Stack()
    return seen(warnings_of(read_text(folder, text, under), under.sections))


@pytest.mark.parametrize("rule", POOR)
def test_what_is_poor_in_a_record_is_told_whatever_is_wrong_elsewhere(
    rule: str, tmp_path: Path
) -> None:
    sound = guide(POOR[rule])
    broken = sound + BROKEN
    assert errors(read_text(tmp_path, broken))
    told = warned(tmp_path, sound)
    assert told
    assert set(told) <= set(warned(tmp_path, broken))


FAULTS: Final[dict[str, str | None]] = {
    "family": "nowhere",
    "level": "top",
    "horizon": "[fortnight]",
    "stage": "~",
    "tools": "{}",
    "over": None,
    "examples": "{startup: ''}",
    "nonsense": "a key that no role has",
}


@pytest.mark.parametrize("key", FAULTS)
@pytest.mark.parametrize("rule", POOR)
def test_what_is_poor_in_a_record_at_fault_is_told_too(rule: str, key: str, tmp_path: Path) -> None:
    """Whatever else is wrong in the record, and nothing is poor because it is at fault."""
    sound = guide(POOR[rule])
    broken = guide({**POOR[rule], key: FAULTS[key], "mission": POOR[rule].get("mission", BOTH)})
    assert bool(errors(read_text(tmp_path / "broken", broken))) == (FAULTS[key] is not None)
    told = warned(tmp_path / "broken", broken)
    assert [line.split(" ", 1)[1] for line in told] == [
        line.split(" ", 1)[1] for line in warned(tmp_path / "sound", sound)
    ]


@pytest.mark.parametrize(
    "key",
    ["plain", "title", "mission", "definition", "responsibilities", "skills", "works_with"],
)
def test_a_field_at_fault_is_not_poor(key: str, tmp_path: Path) -> None:
    text = guide({key: "{en: ''}"})
    assert errors(read_text(tmp_path, text))
    assert warned(tmp_path, text) == []


def contradicted(folder: Path, case: Case, broken: str) -> set[str]:
    """What the two roles of a case deny, beside a third one that is at fault."""
    text = roles(role("a", {**NEEDS, **case.a}), role("b", {**NEEDS, **case.b}), broken)
    reading = read(write(folder, {"acme.yaml": text, "more.yaml": MORE + case.more}))
    assert bool(errors(reading)) == bool(broken)
    return {str(fault.found) for fault in warnings_of(reading, Sections())}


@pytest.mark.parametrize("case", CONTRADICTIONS, ids=lambda case: f"{case.rule}: {case.name}")
def test_what_two_sound_records_deny_is_told_beside_a_fault(tmp_path: Path, case: Case) -> None:
    """Unless the record at fault might be what is missed."""
    sound = contradicted(tmp_path / "sound", case, "")
    told = contradicted(tmp_path / "broken", case, BROKEN)
    needs_all = ("one-answers", "somebody-answers", "tests-tell-apart")
    assert sound - told == set() or case.rule in needs_all
    assert told <= sound | {"has no “plain”, the sentence that its page begins with"}


@pytest.mark.parametrize("case", SOUND, ids=lambda case: f"{case.rule}: {case.name}")
@pytest.mark.parametrize("at", ["a", "b"])
def test_a_record_at_fault_makes_nobody_else_contradict(
    tmp_path: Path, case: Case, at: str
) -> None:
    """Two roles that agree; one of them becomes unreadable."""
    below = contradicted(tmp_path / "sound", case, "")
    sides = {"a": {**NEEDS, **case.a}, "b": {**NEEDS, **case.b}}
    sides[at] = {**sides[at], "horizon": "[fortnight]"}
    text = roles(role("a", sides["a"]), role("b", sides["b"]))
    reading = read(write(tmp_path, {"acme.yaml": text, "more.yaml": MORE + case.more}))
    assert errors(reading)
    assert {str(fault.found) for fault in warnings_of(reading, Sections())} <= below


def test_the_role_below_does_not_stand_for_one_at_fault(tmp_path: Path) -> None:
    """`b` is to lead back in the guide above, where it cannot be read; that below does not."""
    below = stack(read_text(tmp_path / "low", roles(role("a", OWN), role("b", {"level": "chief"}))))
    text = "roles:\n" + role("a", {**OWN, **UP}) + role("b", {"level": "top"})
    assert not [line for line in warned(tmp_path / "up", text, below) if "leads_to" in line]


def test_where_a_file_cannot_be_read_to_its_end_records_deny_nothing(tmp_path: Path) -> None:
    text = roles(role("a", {**WHOLE, **NEEDS}), role("b", {**WHOLE, **NEEDS}))
    folder = write(tmp_path, {"acme.yaml": text, "more.yaml": MORE})
    assert any("just as far" in line for line in seen(warnings_of(read(folder), Sections())))
    write(folder, {"rest.yaml": "roles: {c: {"})
    told = seen(warnings_of(read(folder), Sections()))
    assert told
    assert all("has no “plain”" in line for line in told)


def test_a_record_is_at_fault_by_its_path(tmp_path: Path) -> None:
    text = roles(
        role("a", {"level": "top"}),
        role("b", {"skills": "{knitting: {level: 3, weight: 2}}"}),
        role("c", {"works_with": "[nobody]"}),
        role("d.e", {"title": "''"}),
        role("d", {"stage": None}),
        role("f", {"responsibilities": "{}"}),
    ).replace("families:\n", "nonsense: {}\nfamilies:\n")
    reading = read_text(tmp_path, text + pair().replace("a--b", "b--a"))
    found = at_fault(reading.faults, reading.written)
    assert found == {
        *(("roles", identifier) for identifier in ("a", "b", "c", "d.e", "f")),
        ("pairs", "b--a"),
    }
