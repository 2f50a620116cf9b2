"""`search` as its users see it: how many records there are, and how many are shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from cli.conftest import Answer

Inside = Callable[..., Answer]

COMMON = ("search", "sales")
QUOTES = '""'
RARE = ("search", "churn", "--in", "metrics")


def total(inside: Inside) -> int:
    answer = json.loads(inside(*COMMON, "--format", "json").out)
    assert len(answer["hits"]) == 20 < answer["total"]
    return int(answer["total"])


def test_every_format_says_how_many_there_are(inside: Inside) -> None:
    n = total(inside)
    for form in ("terminal", "plain", "markdown", "html"):
        assert f"20 of {n} records" in inside(*COMMON, "--format", form).out
    assert f"20 of {n} records" in inside(*COMMON).out
    rows = inside(*COMMON, "--format", "csv")
    assert len(list(csv.reader(io.StringIO(rows.out, newline="")))) == 21
    assert rows.err == f"These are 20 of {n} records; --limit 0 shows all of them.\n"


def test_what_is_not_cut_says_so_nowhere(inside: Inside) -> None:
    for form in ("terminal", "csv", "json"):
        answer = inside(*RARE, "--format", form)
        assert "--limit" not in answer.out + answer.err


@pytest.mark.parametrize("limit", [1, 20, 33, 0, 1_000_000])
def test_a_limit_is_kept(inside: Inside, limit: int) -> None:
    n = total(inside)
    answer = json.loads(inside(*COMMON, "--limit", f"{limit}", "--format", "json").out)
    assert (len(answer["hits"]), answer["total"]) == (min(limit or n, n), n)


@pytest.mark.parametrize("value", ["x", "-1", "1.5", "", "1000001", "9" * 5000, "２０", "+3"])
def test_a_limit_that_is_none_is_told(inside: Inside, value: str) -> None:
    message = f"--limit is a number from 0 to 1000000, not {value or QUOTES}. "
    help_line = "See roleguide search --help.\n"
    assert inside(*COMMON, "--limit", value) == (2, "", message + help_line)


def test_a_page_of_words_says_how_many_were_looked_for(inside: Inside) -> None:
    page = " ".join(f"word{n}" for n in range(100))
    answer = inside("search", page, "forecast")
    assert (answer.code, answer.err) == (
        1,
        "Only the first 32 different words were looked for.\n",
    )
    assert inside("search", "forecast " * 100).err == ""
