"""Lists: one with nothing in it says so, to whoever reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from compare.strategies import VOCABULARY, entry

from roleguide.catalog import Catalog
from roleguide.errors import AmbiguousName
from roleguide.language import Language
from roleguide.model import Family, Guide, Sections, World
from roleguide.views import labels
from roleguide.views.activities import activities_view, who_view
from roleguide.views.document import Document, Prose, plain
from roleguide.views.listings import (
    all_skills_view,
    analogies_view,
    examples_view,
    roles_view,
    skills_view,
)
from roleguide.views.record_pages import family_view, terms_view, world_view
from views.answers import LANGUAGES, LISTS, builtin

ENGLISH = Language("en")
ROLES = [entry("one")]

EMPTY: dict[str, Callable[[Catalog], Document]] = {
    "list": lambda made: roles_view([], made, ENGLISH),
    "skills": lambda made: all_skills_view(made, ENGLISH),
    "skills-of": lambda made: skills_view(ROLES, made, ENGLISH),
    "examples": lambda made: examples_view(ROLES, ["city"], made, ENGLISH),
    "analogies": lambda made: analogies_view(ROLES, ["ship"], made, ENGLISH),
    "who": lambda made: activities_view(made, ENGLISH),
    "who-does": lambda made: who_view("plan", made, ENGLISH),
    "define": lambda made: terms_view(made, ENGLISH),
    "family": lambda made: family_view("none", made, ENGLISH),
    "world": lambda made: world_view("none", made, ENGLISH),
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_list_with_nothing_in_it_says_so(name: str) -> None:
    whole = name in ("who-does", "examples", "analogies", "skills-of")
    sections = VOCABULARY if whole else Sections()
    nothing = {"en": "None"}
    more = Sections(
        families={"none": Family(nothing, "tools", 9)}, worlds={"none": World(nothing, nothing, 9)}
    )
    made = Catalog.of([Guide("words", sections), Guide("more", more)])
    document = EMPTY[name](made)
    assert document.blocks[-1] == Prose(labels.NOTHING)
    if document.table:
        assert document.table.note
    made.store.close()


@pytest.mark.parametrize(("name", "command"), [("list", "show ROLE"), ("who", "who ID")])
def test_a_list_ends_with_the_next_command(name: str, command: str) -> None:
    document = LISTS[name](builtin(), ENGLISH)
    last = document.blocks[-1]
    assert isinstance(last, Prose)
    assert plain(last.text).endswith(f"roleguide {command}")


def test_families_of_one_name_are_told_apart_by_what_they_group() -> None:
    with pytest.raises(AmbiguousName) as caught:
        builtin().find("families", "Vente", LANGUAGES["fr"])
    assert caught.value.candidates == (
        ("selling", "Vente (rôle)"),
        ("selling-tools", "Vente (outil)"),
    )
