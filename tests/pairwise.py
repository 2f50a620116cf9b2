"""Covering arrays: few combinations in which any two values of different factors meet once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any, TypeAlias

Row: TypeAlias = tuple[int, ...]
Pair: TypeAlias = tuple[tuple[int, int], ...]


def pairwise(*factors: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Combinations of one value a factor; most faults need no more than two values to meet.

    The one that brings most new pairs comes first; of equal ones the first in the product, so
    that the choice is the same at every run.
    """
    rows = list(product(*(range(len(factor)) for factor in factors)))
    missing = {pair for row in rows for pair in _pairs(row)}
    found = []
    while missing:
        best = max(rows, key=lambda row: sum(pair in missing for pair in _pairs(row)))
        missing.difference_update(_pairs(best))
        found.append(tuple(factor[at] for factor, at in zip(factors, best, strict=True)))
    return found


def _pairs(row: Row) -> Iterator[Pair]:
    return combinations(enumerate(row), 2)
