"""The table in `README.md` beside this file: every point has a test, every test exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__).parent
TEXT: Final = (HERE / "README.md").read_text(encoding="utf-8")
ROWS: Final = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", TEXT, re.MULTILINE)
NAMED: Final = [
    pytest.param(number, path, name, id=f"{number}-{name}")
    for number, _, tests in ROWS
    for path, name in re.findall(r"`([\w/]+\.py)::(test_\w+)`", tests)
]


@cache
def defined_in(path: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((HERE / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_there_are_thirty_seven_points_each_with_a_test() -> None:
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 38))
    assert {number for number, *_ in (one.values for one in NAMED)} == {n for n, _, _ in ROWS}
    assert len(NAMED) == sum(tests.count("::") for _, _, tests in ROWS)


@pytest.mark.parametrize(("number", "path", "name"), NAMED)
def test_a_named_test_exists(number: str, path: str, name: str) -> None:
    assert name in defined_in(path), f"point {number}"


@pytest.mark.parametrize("path", re.findall(r"`([\w/]+(?:\.py|/))`", TEXT))
def test_a_named_place_exists(path: str) -> None:
    assert (HERE / path).exists()
