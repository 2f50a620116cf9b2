"""No fact of the article is lost: each stands where facts.yaml says, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from data.builtin import SECTIONS, everything, none_broken
from data.facts import NUMBERS, fact_problems

pytestmark = pytest.mark.sweep

FACTS: Final[dict[int, Any]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text())
CARRIERS: Final = {
    ".".join(place["at"].split(".")[:2]) for fact in FACTS.values() for place in fact.get("in", [])
}
CITED_ELSEWHERE: Final = {"worlds.machine": "worlds name no sources: the roles in them do"}


def test_every_fact_is_there_once() -> None:
    assert list(FACTS) == list(NUMBERS)


def test_every_fact_stands() -> None:
    none_broken(
        f"fact {number}, {fact.get('fact')}: {problem}"
        for number, fact in FACTS.items()
        for problem in fact_problems(fact, SECTIONS)
    )


def test_what_carries_a_fact_cites_the_article() -> None:
    records = {name: record for name, record in everything().items() if name in CARRIERS}
    assert records.keys() == CARRIERS
    none_broken(
        name
        for name, record in records.items()
        if name not in CITED_ELSEWHERE and "article" not in record.sources
    )
