"""The guide says everything in its own words, and says it once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from data.builtin import everything, none_broken
from data.rules import own_words, passages, texts
from data.words import Passage, known_runs, sentence_places, sentences

pytestmark = pytest.mark.sweep

RECORDS: Final = everything()
ARTICLE: Final = known_runs(Path(__file__).with_name("article_runs.txt").read_text("utf-8"))

QUOTED: Final = {"sources.article.title": "the title of the article itself, cited"}
"""Places that may repeat the article's words, and why."""


def test_the_article_is_known() -> None:
    assert len(ARTICLE) > 1800


def test_nothing_is_borrowed_but_what_may_be_quoted() -> None:
    found = {
        f"{name}.{problem.place}": str(problem)
        for name, record in RECORDS.items()
        for problem in own_words(record, ARTICLE)
    }
    none_broken(f"{place}: {what}" for place, what in found.items() if place not in QUOTED)
    assert found.keys() == QUOTED.keys()


def test_no_sentence_stands_twice() -> None:
    """Titles are names, and may be shared."""
    shown = {
        (passage.language, sentence)
        for record in RECORDS.values()
        for passage in passages(record)
        for sentence in sentences(passage.text)
    }
    where = sentence_places(
        Passage(f"{name}.{place}", language, text)
        for name, record in RECORDS.items()
        for place, languages in texts(record)
        for language, text in languages.items()
    )
    none_broken(
        f"“{sentence}” in {' and in '.join(places)}"
        for language, sentence in sorted(shown)
        if len(places := where.get((language, sentence), [])) > 1
    )
