"""Guides for the tests to write, and short words for what reading finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from roleguide.errors import Fault
from roleguide.language import Language
from roleguide.model import Sections
from roleguide.reading.events import Node, parse
from roleguide.reading.guide import Reading, overlay, read_guide
from roleguide.reading.places import FileText
from roleguide.reading.schema import reader
from roleguide.reading.values import INVALID, Report

EN = Language("en")

WORDS = """\
families:
  trade: {name: Trade, of: roles, position: 1}
activities:
  forecast: {name: Forecast, family: trade, definition: Saying what will be sold.}
skills:
  analysis:
    name: Analysis
    kind: know-how
    family: trade
    definition: Reads figures.
    levels: {1: one, 2: two, 3: three, 4: four, 5: five}
contexts:
  startup: {name: Startup, kind: size, opening: In a startup, definition: Few., position: 1}
"""
"""The records that `role` refers to, without a fault."""

SOUND = {
    "title": "A Title",
    "family": "trade",
    "level": "manager",
    "stage": "mixed",
    "mission": "A mission.",
    "definition": "A definition.",
    "responsibilities": "{forecast: {part: both, text: Says the number.}}",
    "skills": "{analysis: {level: 3, weight: 2}}",
    "examples": "{startup: A scene.}",
}
"""The values of a role in which there is neither a fault nor a gap."""


def role(identifier: str, changes: Mapping[str, str | None] = {}) -> str:
    """A sound role, some of its values changed; None leaves a key out."""
    values = {**SOUND, **changes}
    lines = [f"    {key}: {value}" for key, value in values.items() if value is not None]
    return "\n".join([f"  {identifier}:", *lines, ""])


def roles(*written: str) -> str:
    """The section of these roles, and the words that they use."""
    return WORDS + "roles:\n" + "".join(written)


class Stack(NamedTuple):
    """The guides below another, as `read_guide` wants them."""

    sections: Sections = Sections()
    nodes: Mapping[str, Node] = {}

    def __repr__(self) -> str:
        """Nothing of its content: each node would show the whole text of its file."""
        return f"<Stack of {len(self.nodes)} roles>"


def stack(*readings: Reading) -> Stack:
    """Guides read, one upon the other."""
    below = Stack()
    for reading in readings:
        assert reading.guide
        below = Stack(
            overlay(below.sections, reading.guide.sections), {**below.nodes, **reading.nodes}
        )
    return below


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def read(path: Path, below: Stack | None = None) -> Reading:
    """Read a guide upon others."""
    under = below or Stack()
    return read_guide(path, under.sections, under.nodes)


def read_text(folder: Path, text: str, below: Stack | None = None) -> Reading:
    """Read a guide of a single file."""
    return read(write(folder, {"acme.yaml": text}) / "acme.yaml", below)


def node(text: str) -> Node:
    """A YAML text without a fault."""
    root, faults = parse(FileText("acme.yaml", text))
    assert root is not None, text
    assert faults == []
    return root


def value(annotation: Any, text: str) -> tuple[Any, list[str]]:
    """A value read by an annotation of the model, None where it is at fault; and its faults."""
    report = Report()
    read_as = reader(annotation)(node(text), "at", report)
    return None if read_as is INVALID else read_as, said(report.faults)


def said(faults: list[Fault]) -> list[str]:
    """Faults without file and source: the path, what was found, what is allowed, the hint."""
    return [say(fault) for fault in faults]


def say(fault: Fault) -> str:
    """One fault without file and source."""
    words = f"{fault.path}: {fault.found}" if fault.path else str(fault.found)
    if fault.allowed:
        words += f"; allowed: {fault.allowed}"
    return f"{words} → {fault.hint}" if fault.hint else words


def seen(faults: list[Fault]) -> list[str]:
    """Faults with their line and column, without their hints."""
    return [f"{f.line}:{f.column} {say(f._replace(allowed=None, hint=None))}" for f in faults]


def errors(reading: Reading) -> list[Fault]:
    """The faults that are no warnings."""
    return [fault for fault in reading.faults if not fault.warning]
