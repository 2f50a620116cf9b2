"""No fact of the article is lost: each stands where facts.yaml says, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from data.builtin import SECTIONS, keyed
from data.facts import NUMBERS, fact_problems

FACTS: Final[dict[int, Any]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text())
CARRIERS: Final = {
    ".".join(place["at"].split(".")[:2]) for fact in FACTS.values() for place in fact.get("in", [])
}
CITED_ELSEWHERE: Final = {"worlds.machine": "worlds name no sources: the roles in them do"}


def test_every_fact_is_there_once() -> None:
    assert list(FACTS) == list(NUMBERS)


@pytest.mark.parametrize(("number", "fact"), keyed(FACTS))
def test_stands(number: int, fact: dict[str, Any]) -> None:
    problems = fact_problems(fact, SECTIONS)
    assert not problems, f"fact {number}, {fact.get('fact')}\n" + "\n".join(problems)


@pytest.mark.parametrize("carrier", sorted(CARRIERS - CITED_ELSEWHERE.keys()))
def test_its_carrier_cites_the_article(carrier: str) -> None:
    section, identifier = carrier.split(".")
    assert "article" in getattr(SECTIONS, section)[identifier].sources
