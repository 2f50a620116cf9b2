"""What people ask: each line of the two pages answers, in the words it sends the reader to."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from cli.conftest import Answer, typed

DOCS: Final = Path(__file__).parents[2] / "docs"
LANGUAGES: Final = ("en", "fr")


class Asked(NamedTuple):
    """A question of a page, the line that answers it, and the words to look for in the answer."""

    language: str
    question: str
    line: str
    words: str


def asked(language: str) -> list[Asked]:
    page = (DOCS / f"questions.{language}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \| `(roleguide .+)` \| \*(.+)\* \|$", page, re.MULTILINE)
    return [Asked(language, *row) for row in rows]


EVERY: Final = [one for language in LANGUAGES for one in asked(language)]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.language}-{one.line[10:]}")
def test_each_question_is_answered_where_the_page_says(
    one: Asked, inside: Callable[..., Answer]
) -> None:
    words, _ = typed(one.line)
    done = inside(*words, "--lang", one.language, tty=True)
    assert (done.code, done.err) == (0, "")
    assert one.words in re.sub(r"\s+", " ", done.out)


def test_both_pages_ask_the_same_questions_in_the_same_order() -> None:
    commands = [[one.line.split()[1] for one in asked(language)] for language in LANGUAGES]
    assert commands[0] == commands[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_of_a_page_is_left_out(language: str) -> None:
    page = (DOCS / f"questions.{language}.md").read_text(encoding="utf-8")
    assert page.count("\n| ") - page.count("\n| question |") == len(asked(language))
