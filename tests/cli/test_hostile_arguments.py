"""Arguments that a terminal or a log would take for more than one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cli.conftest import Answer

LINE_ENDS = "x\ny\r\nz\vu\fv\x1cw\x1dx\x1ey\x85z\u2028u\u2029v\tw"
"""Each end of a line that a reader of logs may know (`str.splitlines` does)."""

QUOTED: list[tuple[str, ...]] = [
    ("{}",),
    ("show", "{}"),
    ("show", "roleguide/{}"),
    ("define", "{}"),
    ("compare", "{}", "sdr"),
    ("compare", "sdr", "csm", "--in", "{}"),
    ("compare", "sdr", "csm", "--only", "{}"),
    ("compare", "sdr", "--{}"),
    ("skills", "sdr", "--exit-code={}"),
    ("define", "cro", "{}"),
    ("help", "{}"),
    ("list", "--lang", "{}"),
    ("list", "--format", "{}"),
    ("list", "--width", "{}"),
    ("list", "--guide", "{}"),
    ("list", "-o", "{}"),
    ("list", "-o", "missing/{}.csv"),
    ("list", "--family", "{}"),
    ("search", "sales", "--in", "{}"),
    ("check", "{}.yaml"),
]
"""Command lines whose error quotes a word of theirs."""


@pytest.mark.parametrize("arguments", QUOTED, ids=" ".join)
def test_a_word_that_is_quoted_makes_no_further_line(
    inside: Callable[..., Answer], arguments: tuple[str, ...]
) -> None:
    def answered(word: str) -> Answer:
        return inside(*(argument.format(word) for argument in arguments))

    plain, hostile = answered("xylophone"), answered(LINE_ENDS)
    assert hostile.code == plain.code
    assert len(hostile.out.splitlines()) == len(plain.out.splitlines())
    assert len(hostile.err.splitlines()) == len(plain.err.splitlines())


def test_a_fault_of_the_program_stays_two_lines(
    inside: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise ValueError(LINE_ENDS)

    monkeypatch.setattr("roleguide.cli.main.parse", fails)
    assert len(inside("list").err.splitlines()) == 2
