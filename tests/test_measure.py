"""What the measures count."""

from __future__ import annotations

import ast

import measure
import pytest
from messages import SOURCE

BOUND = 10
"""The most ways through a function; more than these nobody keeps in mind."""


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("pass", 1),
        ("if a:\n  b\nelif c:\n  d\nelse:\n  e", 3),
        ("return a if b else c", 2),
        ("return a and b and c or d", 4),
        ("return [a for b in c for d in e if f]", 4),
        ("for a in b:\n  c\nelse:\n  d", 2),
        ("while a:\n  b", 2),
        ("try:\n  a\nexcept B:\n  c\nexcept D:\n  e\nfinally:\n  f", 3),
        ("match a:\n  case 1:\n    b\n  case 2 if c:\n    d\n  case _:\n    e", 3),
        ("with a:\n  assert b", 1),
        ("def inner():\n  if a:\n    b", 1),
        ("return lambda: a or b", 2),
    ],
)
def test_each_branch_counts(body: str, count: int) -> None:
    lines = "".join(f"  {line}\n" for line in body.splitlines())
    (function,) = ast.parse(f"def outer():\n{lines}").body
    assert isinstance(function, ast.FunctionDef)
    assert measure.complexity(function) == count


def test_no_function_is_too_complex() -> None:
    problems = measure.complex_functions(measure.modules(SOURCE), BOUND)
    assert not problems, "\n".join(problems)
