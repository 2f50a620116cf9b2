"""Every file of the guide × every rule of how it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from data import style
from data.builtin import FILES, SECTIONS, keyed, named

OF_A_FILE: Final[tuple[Callable[[str], list[str]], ...]] = (
    style.prose_is_quoted,
    style.a_language_a_line,
    style.means_what_it_says,
    style.in_order,
    style.tidy,
)


@pytest.mark.parametrize("rule", named(OF_A_FILE))
@pytest.mark.parametrize(("name", "text"), keyed(FILES))
def test_file(name: str, text: str, rule: Callable[[str], list[str]]) -> None:
    problems = rule(text)
    assert not problems, f"{name}\n" + "\n".join(problems)


@pytest.mark.parametrize(("name", "text"), keyed(FILES))
def test_file_is_headed(name: str, text: str) -> None:
    problems = style.headed(text, name.removesuffix(".yaml").partition("-")[0])
    assert not problems, "\n".join(problems)


def test_a_role_is_in_the_file_of_its_family() -> None:
    misplaced = {
        f"{role}: {name}"
        for name, text in FILES.items()
        if name.startswith("roles-")
        for role in style.written(text)[1].keys
        if name != f"roles-{SECTIONS.roles[role].family}.yaml"
    }
    assert not misplaced
