"""The built-in guide, read once, and its records as test parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from _pytest.mark.structures import ParameterSet

from roleguide.guide_paths import STANDARD, data_folder
from roleguide.model import Sections
from roleguide.reading.files import files_of
from roleguide.reading.guide import read_guide

READING: Final = read_guide(data_folder(), identifier=STANDARD)
SECTIONS: Final = READING.guide.sections if READING.guide else Sections()
FILES: Final[Mapping[str, str]] = {
    Path(file).name: Path(file).read_text("utf-8") for file in files_of(data_folder())
}
"""The text of each file of the guide."""


def named(rules: Iterable[Callable[..., Any]]) -> list[ParameterSet]:
    """Rules under their own names."""
    return [pytest.param(rule, id=rule.__name__) for rule in rules]


def none_broken(problems: Iterable[object]) -> None:
    """Fail with all problems, a line each, if there are any."""
    lines = [str(problem) for problem in problems]
    assert not lines, "\n" + "\n".join(lines)


def everything() -> dict[str, Any]:
    """Every record of every section under `section.id`."""
    return {
        f"{section}.{identifier}": record
        for section, records in SECTIONS._asdict().items()
        for identifier, record in records.items()
    }
