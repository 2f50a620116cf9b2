"""The guide says everything in its own words, and says it once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from data.builtin import SECTIONS, everything, keyed
from data.rules import own_words, passages, texts
from data.words import Passage, known_runs, sentence_places, sentences

ARTICLE: Final = known_runs(Path(__file__).with_name("article_runs.txt").read_text("utf-8"))

QUOTED: Final = {"sources.article.title": "the title of the article itself, cited"}
"""Places that may repeat the article's words, and why."""

WHERE: Final = sentence_places(
    Passage(f"{name}.{place}", language, text)
    for name, record in everything().items()
    for place, languages in texts(record)
    for language, text in languages.items()
)
"""Where each sentence of the guide stands. Titles are names, and may be shared."""

RECORDS: Final = keyed(everything())


def test_the_article_is_known() -> None:
    assert len(ARTICLE) > 1800


@pytest.mark.parametrize(("name", "record"), RECORDS)
def test_is_not_borrowed(name: str, record: Any) -> None:
    problems = [p for p in own_words(record, ARTICLE) if f"{name}.{p.place}" not in QUOTED]
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("place", QUOTED)
def test_what_may_be_quoted_is_quoted(place: str) -> None:
    section, identifier, rest = place.split(".", 2)
    record = getattr(SECTIONS, section)[identifier]
    assert rest in {problem.place for problem in own_words(record, ARTICLE)}


@pytest.mark.parametrize(("name", "record"), RECORDS)
def test_no_sentence_of_it_stands_twice(name: str, record: Any) -> None:
    twice = {
        f"“{sentence}” in {' and in '.join(WHERE[passage.language, sentence])}"
        for passage in passages(record)
        for sentence in sentences(passage.text)
        if len(WHERE.get((passage.language, sentence), [])) > 1
    }
    assert not twice, f"{name}\n" + "\n".join(sorted(twice))
