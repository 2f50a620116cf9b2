"""Choices by the labels that readers see, in English and French."""

from __future__ import annotations

import pytest

from cli.conftest import Run
from roleguide.cli.labels import LABELLED, near, word_of
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES

LEVELS = tuple(LABELLED[0])


@pytest.mark.parametrize("labels", LABELLED)
def test_every_label_in_every_language_stands_for_its_word(labels: dict[str, str]) -> None:
    for code in LANGUAGES:
        for word, label in labels.items():
            shown = Language(code).say(label)
            assert word_of(shown, tuple(labels)) == word
            assert word_of(shown.upper(), tuple(labels)) == word


@pytest.mark.parametrize(
    ("value", "allowed", "word"),
    [
        ("différences", ("differences", "shared"), "differences"),
        ("JSON", ("html", "json"), "json"),
        ("comité exécutif", ("html", "json"), None),
        ("boss", LEVELS, None),
        ("", LEVELS, None),
    ],
)
def test_a_word_counts_in_any_case_and_a_label_only_where_it_belongs(
    value: str, allowed: tuple[str, ...], word: str | None
) -> None:
    assert word_of(value, allowed) == word


@pytest.mark.parametrize("value", ["chef", "comite", "chief offcer"])
def test_what_resembles_a_word_or_its_label_is_offered(value: str) -> None:
    assert near(value, LEVELS) == ["chief"]
    assert word_of(value, LEVELS) is None


@pytest.mark.parametrize(
    ("label", "word"),
    [
        (["--level", "Comité exécutif"], ["--level", "chief"]),
        (["--stage", "en coulisses"], ["--stage", "backstage"]),
        (["--family", "opérations commerciales"], ["--family", "operations"]),
    ],
)
def test_the_program_takes_labels_in_any_language(
    inside: Run, label: list[str], word: list[str]
) -> None:
    assert inside("list", *label) == inside("list", *word)
    assert inside("list", *word).out
