"""The table by which advertisements are read is that of the sentences in the data."""

from __future__ import annotations

from pathlib import Path

import ad_table
import pytest

from roleguide.ads.table import FILE, TRADE, Counts, parsed, table
from roleguide.catalog import Catalog
from roleguide.guide_paths import data_folder

WEIGHTS = Counts({"calls": "sdr=4", "sales": "sdr=2 csm=2"}, {"sdr": 40, "csm": 40})


def test_the_table_is_current() -> None:
    text = (Path(data_folder()) / FILE).read_text(encoding="utf-8")
    assert text.splitlines() == [*ad_table.lines()], "run python tools/ad_table.py"


def test_every_role_has_sentences_in_the_table(catalog: Catalog) -> None:
    known = {role for role in table().roles.sizes if not role.startswith(TRADE)}
    assert known == {head.id for head in catalog.heads()}


def says(counts: Counts, word: str) -> dict[str, float]:
    return dict(counts.total([word]))


def test_a_word_speaks_for_what_it_is_said_of_more_often_than_by_chance() -> None:
    calls, sales = says(WEIGHTS, "calls"), says(WEIGHTS, "sales")
    assert calls["sdr"] > 0 > calls["csm"]
    assert sales == pytest.approx({"sdr": 0, "csm": 0})
    assert says(WEIGHTS, "tea") == {"sdr": 0, "csm": 0}
    twice = dict(WEIGHTS.total(["calls", "calls"]))
    assert twice == pytest.approx({thing: 2 * much for thing, much in calls.items()})


def test_two_words_that_follow_each_other_are_counted_with_the_first() -> None:
    counts = Counts({"cold": "sdr=1 csm=1;call sdr=3;callers csm=3"}, {"sdr": 40, "csm": 40})
    call, callers = says(counts, "cold call"), says(counts, "cold callers")
    assert call["sdr"] == callers["csm"] > 0 > call["csm"] == callers["sdr"]
    assert says(counts, "cold") == pytest.approx({"sdr": 0, "csm": 0})
    assert says(counts, "cold calls") == says(counts, "call") == {"sdr": 0, "csm": 0}


def test_texts_that_a_guide_adds_count_too() -> None:
    more = says(WEIGHTS.among(["sdr", "csm"], {"tea-taster": ["tasting tea", "tea"]}), "tea")
    assert max(more, key=more.__getitem__) == "tea-taster"
    assert WEIGHTS.among(["sdr"], {}).sizes.keys() == {"sdr"}


def test_a_table_is_read_by_its_parts() -> None:
    rows = {
        "role": "calls\tsdr=4",
        "role size": "sdr\t40",
        "part": "you\ttasks=2",
        "part size": "tasks\t9",
        "heading": "your tasks\ttasks\nwho we are\tcompany",
        "leading": "lead",
        "led": "team\nsellers",
        "not led": "project",
        "openings": "sell",
        "begins": "mise",
        "no duty first": "ability",
        "no duty": "years of",
        "vague titles": "sales",
        "phrase": "prospec\tprospec|outbound-prospecting",
        "said": "pay\t salari ",
        "unless": "pay\t raised ",
    }
    found = parsed("\n\n".join(f"[{name}]\n{lines}" for name, lines in rows.items()) + "\n")
    assert found.headings == {"your tasks": "tasks", "who we are": "company"}
    assert found.led == frozenset({"team", "sellers"})
    assert found.said == {"pay": " salari "}
