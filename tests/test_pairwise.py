from __future__ import annotations

from itertools import combinations, product

from pairwise import pairwise


def test_any_two_values_meet_in_few_combinations() -> None:
    factors = ("abcdefg", (40, 60, 80), ("en", "fr"), (True, False))
    found = pairwise(*factors)
    for one, other in combinations(range(4), 2):
        assert {(row[one], row[other]) for row in found} == {*product(factors[one], factors[other])}
    assert len(found) <= 24  # of 84; no fewer than 21 can hold each letter with each number
