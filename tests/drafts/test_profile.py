"""A draft of a profile is sound as it stands, and once its lines are set free."""

from __future__ import annotations

import re
from typing import Final

import pytest
from views.answers import LANGUAGES, builtin

from roleguide.drafts.lines import WIDTH
from roleguide.drafts.profile import profile_draft
from roleguide.model import Profile, Wishes
from roleguide.reading.places import FileText
from roleguide.reading.profile import read_profile

ROLES: Final = [head.id for head in builtin().heads()]


def draft(language: str = "en", role: str | None = None) -> str:
    source = builtin().entry(role) if role else None
    return profile_draft(builtin(), LANGUAGES[language], ["roleguide fit me.yaml"], source)


def profile(text: str) -> Profile:
    reading = read_profile(FileText("me.yaml", text), builtin().sections)
    assert reading.faults == []
    assert reading.profile
    return reading.profile


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_from_nothing_says_nothing_until_it_is_set_free(language: str) -> None:
    text = draft(language)
    assert profile(text) == Profile()
    free = profile(re.sub("^  # ", "  ", text, flags=re.MULTILINE))
    assert all(free)
    assert free.wants == Wishes(("backstage",), leading=True, contexts=("startup",))
    assert free.refuses == Wishes(number=True, travel=True)


@pytest.mark.parametrize("role", ROLES[::4])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_from_a_role_has_its_skills_and_activities(language: str, role: str) -> None:
    found, sheet = profile(draft(language, role)), builtin().entry(role).role
    assert (found.role, found.roles) == (role, {role: 1})
    assert {s: m.level for s, m in found.skills.items()} == {
        s: need.level for s, need in sheet.skills.items()
    }
    told = {a for a, does in sheet.responsibilities.items() if does.part != "informed"}
    assert found.activities.keys() == told
    assert found.wants == found.refuses == Wishes()


def test_comments_are_in_the_readers_language_and_fit_a_screen() -> None:
    assert "## The role you hold today" in draft("en", "csm")
    french = draft("fr", "csm")
    assert "Le rôle que vous" in french
    assert not re.search("# .*\\b(the|you|what)\\b", french)
    assert max(map(len, french.splitlines())) <= WIDTH + 60  # a list of settings stands in its line
