"""A move from a profile: the person's own skills and parts, the role's own steps."""

from __future__ import annotations

from typing import Final

import pytest
from formats.drawing import render
from hypothesis import assume, given
from hypothesis import strategies as st
from views.answers import LANGUAGES, builtin

from fits.profiles import PROFILES
from roleguide.fits.start import move_from, starting_role
from roleguide.formats import Page
from roleguide.model import Job, Mastery, Profile
from roleguide.moves import move
from roleguide.moves.result import Move
from roleguide.views.height import LINES
from roleguide.views.move import move_view

OPS: Final = Profile(
    now=Job("sales-ops"),
    roles={"sdr": 1},
    skills={"systems-integration": Mastery(5), "data-governance": Mastery(1)},
    activities={"data-quality": "helps"},
)


def moved(profile: Profile, goal: str) -> Move:
    start = starting_role(profile)
    assert start
    return move_from(builtin(), profile, start, builtin().entry(goal))


def test_what_one_says_changes_what_there_is_to_do() -> None:
    found, sheets = (
        moved(OPS, "revops-manager"),
        move(builtin(), builtin().entry("sales-ops"), builtin().entry("revops-manager")),
    )
    tasks = {each.skill: (each.task, each.now) for each in found.tasks}
    before = {each.skill: (each.task, each.now) for each in sheets.tasks}
    assert before["systems-integration"] == ("show", None)
    assert tasks["systems-integration"] == ("keep", 5)
    assert tasks["data-governance"] == ("deepen", 1)
    assert tasks["process-design"] == before["process-design"]
    parts = {each.activity: each.now.part for each in found.parts if each.now}
    assert parts["data-quality"] == "supports"
    assert (found.step, found.levels, found.ways) == (sheets.step, sheets.levels, sheets.ways)
    assert (found.personal, sheets.personal) == (True, False)


def test_whoever_says_nothing_comes_from_the_sheet() -> None:
    found = moved(Profile(now=Job("sdr")), "account-executive")
    sheet = move(builtin(), builtin().entry("sdr"), builtin().entry("account-executive"))
    assert {each for each in found.tasks if each.task != "let_go"} == {
        each for each in sheet.tasks if each.task != "let_go"
    }
    told = [each for each in sheet.parts if not (each.now and each.now.part == "informed")]
    assert [each.activity for each in found.parts if each.now] == [
        each.activity for each in told if each.now
    ]
    assert found.there.skills == sheet.there.skills


def test_a_move_starts_from_today_else_from_the_longest_role() -> None:
    assert starting_role(Profile(now=Job("csm"), roles={"sdr": 9})) == "csm"
    assert starting_role(Profile(roles={"csm": 1, "sdr": 9})) == "sdr"
    assert starting_role(Profile(skills={"rigour": Mastery(2)})) is None


@given(PROFILES, st.sampled_from([h.id for h in builtin().heads()]), st.sampled_from(["en", "fr"]))
def test_a_move_of_anybody_fits_one_screen(profile: Profile, goal: str, language: str) -> None:
    assume(starting_role(profile))
    found = moved(profile, goal)
    document = move_view(found, builtin(), LANGUAGES[language], "screen", explain=False)
    for width, most in LINES.items():
        assert render("terminal", document, Page(width)).count("\n") <= most


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "not in your profile; bring an example"),
        ("fr", "absent de votre profil ; préparez un exemple"),
    ],
)
def test_it_speaks_to_the_person(language: str, words: str) -> None:
    found = moved(OPS, "revops-manager")
    document = move_view(found, builtin(), LANGUAGES[language], "screen", explain=False)
    text = render("pipe", document, Page())
    assert words in text
    assert {"en": "Nothing of the profile is kept.", "fr": "Rien du profil"}[language] in text
