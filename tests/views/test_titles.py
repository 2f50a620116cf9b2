"""What a page says of the title by which a role was asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from compare.strategies import catalog as vocabulary
from compare.strategies import entry, text
from formats.drawing import render

from roleguide.catalog import Catalog
from roleguide.compare import compare
from roleguide.language import Language
from roleguide.model import AlsoCalled, Wording
from roleguide.views.comparison import comparison_view
from roleguide.views.comparison_sections import Options
from roleguide.views.document import Bullets
from roleguide.views.role import Asked, role_view

ENGLISH, FRENCH = Language("en"), Language("fr")


@pytest.fixture(scope="module")
def words() -> Iterator[Catalog]:
    made = vocabulary()
    yield made
    made.store.close()


TITLED = entry(
    "other",
    mission=text("Breaks."),
    titles=(
        AlsoCalled(Wording("Casseur"), "fr", "rare", note=text("with a hammer")),
        AlsoCalled(Wording("Breaker"), "en", "usual", ("UK",), text("with a crowbar")),
        AlsoCalled(Wording("Wrecker"), "en", "frequent", ("US",)),
    ),
)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("breaker", "with a crowbar (fr)"),
        ("CASSEUR", "with a hammer (fr)"),
        ("wrecker", "Breaks. (fr)"),
        ("Somebody", "Breaks. (fr)"),
    ],
)
def test_a_note_goes_with_its_own_title(words: Catalog, asked: str, said: str) -> None:
    document = role_view(entry("one"), words, FRENCH, Asked(asked, (TITLED,)), "whole")
    bullets = next(block for block in document.blocks if isinstance(block, Bullets))
    assert bullets.items[0].text == said


def test_two_titles_of_one_role_say_so_and_what_each_means(words: Catalog) -> None:
    options = Options(asked=("Breaker", "wrecker"))
    document = comparison_view(compare(words, TITLED, TITLED), words, ENGLISH, options)
    said = render("pipe", document)
    assert "“Breaker” and “Wrecker” are two titles of one role, Somebody." in said
    assert "- Breaker: United Kingdom, usual; with a crowbar" in said
    assert "- Wrecker: United States, frequent" in said
    assert "roleguide show words/other" in said


@pytest.mark.parametrize("asked", [(), ("breaker", "BREAKER"), ("other", "Somebody (fr)")])
def test_one_title_twice_is_the_same_role_twice(words: Catalog, asked: tuple[str, ...]) -> None:
    same = compare(words, TITLED, TITLED)
    document = comparison_view(same, words, ENGLISH, Options(asked=asked))
    assert "The same role twice" in render("plain", document)


def test_a_title_is_set_beside_the_roles_own(words: Catalog) -> None:
    same = compare(words, TITLED, TITLED)
    document = comparison_view(same, words, ENGLISH, Options(asked=("other", "breaker")))
    assert "Somebody: the title in this guide" in render("plain", document)
