"""Either-or questions about a few roles, and what the answers say and do not decide."""

from __future__ import annotations

from typing import Final

import pytest
from formats.drawing import render
from hypothesis import given
from hypothesis import strategies as st
from views.answers import LANGUAGES, builtin

from fits.profiles import ROLES
from roleguide.fits.between import FACTS, Between, Key, between
from roleguide.formats import Page
from roleguide.views.between import between_view
from roleguide.views.height import LINES

FEW: Final = st.lists(st.sampled_from(ROLES), min_size=2, max_size=4, unique=True)


def asked(*roles: str, answers: str = "") -> Between:
    entries = [builtin().entry(role) for role in roles]
    given_: tuple[Key, ...] = tuple(answers)  # type: ignore[arg-type]  # letters of the tests
    return between(builtin(), entries, given_)


def said(*roles: str, answers: str = "", language: str = "en") -> str:
    found = asked(*roles, answers=answers)
    return render("pipe", between_view(found, builtin(), LANGUAGES[language]), Page())


@given(FEW)
def test_every_pair_is_asked_what_is_wanted_and_no_question_twice(roles: list[str]) -> None:
    found = asked(*roles).questions
    wanted = [question for question in found if question.kind == "want"]
    done = [question for question in found if question.kind == "do"]
    pairs = len(roles) * (len(roles) - 1) // 2
    assert len(wanted) == pairs
    assert len(done) <= pairs * FACTS[len(roles)]
    assert len({question.id for question in done}) == len(done)
    for question in found:
        one, other = question.sides
        assert one.role != other.role
        assert {one.role, other.role} <= {*roles}


@given(FEW, st.text("ab-", max_size=12))
def test_votes_are_counted_and_a_tie_decides_nothing(roles: list[str], answers: str) -> None:
    found = asked(*roles, answers=answers[: len(asked(*roles).questions)])
    for kind in ("want", "do"):
        votes = found.votes(kind)
        verdict = found.verdict(kind)
        first = [role for role in roles if votes[role] == max(votes.values())]
        assert verdict == (first[0] if max(votes.values()) and len(first) == 1 else None)
    counted = sum(found.votes("want").values()) + sum(found.votes("do").values())
    assert counted + len(found.open()) == len(found.questions)


@given(FEW, st.sampled_from(list(LANGUAGES)))
def test_all_questions_stand_on_one_screen(roles: list[str], language: str) -> None:
    document = between_view(asked(*roles), builtin(), LANGUAGES[language])
    for width, most in ((100, LINES[100] + 5), (80, LINES[80] + 5)):
        assert render("terminal", document, Page(width)).count("\n") <= most


def test_questions_are_those_of_the_pair() -> None:
    found = asked("sdr", "bdr")
    pair = builtin().pair("sdr", "bdr")
    assert pair
    assert [side.text for side in found.questions[0].sides] == [
        pair.choose["sdr"].person,
        pair.choose["bdr"].person,
    ]
    assert {question.id for question in found.questions[1:]} == {
        test.ask["en"] for test in pair.tests
    }
    assert all(
        question.sides[0].role == test.points_to
        for question in found.questions[1:]
        for test in pair.tests
        if test.ask == question.ask
    )


def test_of_two_roles_that_nobody_wrote_about_the_sheets_ask() -> None:
    assert builtin().pair("sdr", "growth-manager") is None
    found = asked("sdr", "growth-manager")
    for question in found.questions[1:]:
        owner, rest = (builtin().entry(side.role).role for side in question.sides)
        assert question.activity in owner.responsibilities
        assert question.activity not in rest.responsibilities
    assert "Answering incoming requests: who does it, or answers for it?" in said(
        "sdr", "growth-manager"
    )


def test_the_answers_are_told_with_their_reasons_and_what_is_open() -> None:
    text = said("sdr", "bdr", answers="abab")
    assert "What you want points to SDR: 1 of 1." in text
    assert "What you do points to BDR: 3 of 3." in text
    assert "So you do one job and would rather have another." in text
    assert "for a first job: short calls" in text
    assert "Not decided: question 5, which has no answer" in text
    tied = said("sdr", "bdr", answers="-aa")
    assert "What you do decides nothing: as many answers for one as for another." in tied
    assert "between SDR and BDR" in tied


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_says_how_to_answer(language: str) -> None:
    text = said("sdr", "bdr", language=language)
    assert "roleguide fit --between sdr bdr --answers ab-ab" in text
    for words in ("→", "points", "désigne"):
        assert words not in text, "the form does not say which answer speaks for whom"
