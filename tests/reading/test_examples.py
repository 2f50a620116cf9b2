"""Guides as users write them: `valid` ones, and `invalid` ones with one kind of fault each.

Beside a guide stands, in NAME.en.txt, all that is said of it; where there is no such file, nothing
may be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reading.writing import EN, Stack, read, stack
from roleguide.errors import Fault
from roleguide.model import Guide
from roleguide.reading.consistency import new_findings
from roleguide.reading.consistency.placing import placed
from roleguide.reading.guide import Reading, overlay

ROOT = Path(__file__).parents[2]
VALID = ROOT / "tests" / "examples" / "valid"
INVALID = ROOT / "tests" / "examples" / "invalid"


@pytest.fixture(scope="module")
def standard() -> Stack:
    """The built-in guide."""
    return stack(read(ROOT / "data"))


def expected(path: Path) -> list[str]:
    """What should be said of a guide."""
    path = path.with_suffix(".en.txt")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def answer(path: Path, below: Stack) -> tuple[Guide | None, list[str]]:
    """A guide read, and what is said of it."""
    reading = read(Path(path.name), below)
    faults = [*reading.faults, *denied(reading, below)]
    return reading.guide, [line for fault in faults for line in fault.lines(EN)]


def denied(reading: Reading, below: Stack) -> Iterator[Fault]:
    """What a guide without a fault says and denies."""
    if reading.guide:
        everything = overlay(below.sections, reading.guide.sections)
        yield from placed(
            new_findings(everything, below.sections, reading.written), reading.written
        )


def guides(folder: Path) -> list[object]:
    """The guides of a folder, each named after its file."""
    return [pytest.param(path, id=path.stem) for path in sorted(folder.glob("*.yaml"))]


@pytest.mark.parametrize("path", guides(VALID))
def test_valid(path: Path, standard: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    guide, said = answer(path, standard)
    assert said == expected(path)
    assert guide


@pytest.mark.parametrize("path", guides(INVALID))
def test_invalid(path: Path, standard: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    guide, said = answer(path, standard)
    assert said == expected(path)
    assert guide is None


@pytest.mark.parametrize("folder", [VALID, INVALID], ids=lambda folder: folder.name)
def test_there_are_examples_and_nothing_else(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    stems = {name.removesuffix(".yaml") for name in names if name.endswith(".yaml")}
    told = {name.removesuffix(".en.txt") for name in names if name.endswith(".en.txt")}
    assert stems
    assert told <= stems
    assert folder == VALID or told == stems
    assert len(names) == len(stems) + len(told)
