"""The table in `README.md` beside this file: every point has a test, every test exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
TEXT: Final = (HERE / "README.md").read_text(encoding="utf-8")
ROWS: Final = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", TEXT, re.MULTILINE)
NAMED: Final = [
    (number, path, name)
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
    assert {number for number, *_ in NAMED} == {n for n, _, _ in ROWS}
    assert len(NAMED) == sum(tests.count("::") for _, _, tests in ROWS)


def test_what_is_named_exists() -> None:
    assert not [f"{n}: {path}::{name}" for n, path, name in NAMED if name not in defined_in(path)]
    places = re.findall(r"`([\w/]+(?:\.py|/))`", TEXT)
    assert not [path for path in places if not (HERE / path).exists()]
