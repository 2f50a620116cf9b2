"""Every file of the guide × every rule of how it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from data import style
from data.builtin import FILES, SECTIONS, named, none_broken

pytestmark = pytest.mark.sweep

OF_A_FILE: Final[tuple[Callable[[str], list[str]], ...]] = (
    style.prose_is_quoted,
    style.a_language_a_line,
    style.means_what_it_says,
    style.in_order,
    style.tidy,
)


@pytest.mark.parametrize("rule", named(OF_A_FILE))
def test_every_file_keeps(rule: Callable[[str], list[str]]) -> None:
    none_broken(f"{name}: {problem}" for name, text in FILES.items() for problem in rule(text))


def section_of(name: str) -> str:
    """The section that a file holds: its name, or the name before a hyphen."""
    whole = name.removesuffix(".yaml").replace("-", "_")
    return whole if whole in SECTIONS._fields else whole.partition("_")[0]


def test_every_file_is_headed() -> None:
    none_broken(
        f"{name}: {problem}"
        for name, text in FILES.items()
        for problem in style.headed(text, section_of(name))
    )


def test_a_role_is_in_the_file_of_its_family() -> None:
    misplaced = {
        f"{role}: {name}"
        for name, text in FILES.items()
        if name.startswith("roles-")
        for role in style.written(text)[1].keys
        if name != f"roles-{SECTIONS.roles[role].family}.yaml"
    }
    assert not misplaced
