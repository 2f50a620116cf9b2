"""Which roles fit, on one screen whatever is written, and whether it is true."""

from __future__ import annotations

from typing import Final

import pytest
from fits.profiles import PROFILES
from formats.drawing import render
from hypothesis import assume, given
from hypothesis import strategies as st

from roleguide.fits.ranking import Fits
from roleguide.formats import Page
from roleguide.model import Job, Mastery, Profile, Wishes
from roleguide.views import labels
from roleguide.views.document import Document, Fields, Heading, Prose, plain
from roleguide.views.fit import fit_view
from roleguide.views.height import Extent
from views.answers import LANGUAGES, builtin
from views.test_first_screen import LINES

SELLER: Final = Profile(
    now=Job("sales-ops"),
    roles={"sales-ops": 2},
    activities={"discovery": "owns", "deal-strategy": "owns", "closing": "owns"},
    refuses=Wishes(number=True),
)


def viewed(
    profile: Profile, language: str = "en", extent: Extent = "screen", *, explain: bool = False
) -> Document:
    fits = Fits(builtin(), profile, "me.yaml")
    return fit_view(fits, builtin(), LANGUAGES[language], extent, explain=explain)


def said(document: Document) -> str:
    return render("pipe", document, Page())


def rows(document: Document) -> dict[str, str]:
    """What stands behind each label."""
    return {
        plain(name): plain(text)
        for block in document.blocks
        if isinstance(block, Fields)
        for name, text in block.rows
    }


@given(PROFILES, st.sampled_from(list(LANGUAGES)))
def test_any_profile_fits_one_screen(profile: Profile, language: str) -> None:
    assume(profile.role or profile.roles or profile.skills or profile.activities)
    document = viewed(profile, language)
    for width, most in LINES.items():
        assert render("terminal", document, Page(width)).count("\n") <= most


@given(PROFILES)
def test_it_is_for_reflection_and_no_share_stands_alone(profile: Profile) -> None:
    document = viewed(profile)
    text = said(document)
    assert "%" not in (text.replace(profile.outside, "") if profile.outside else text)
    last = document.blocks[-1]
    assert isinstance(last, Prose)
    assert plain(last.text).startswith(f"{labels.REFLECTION} Nothing of the profile is kept.")


def test_a_title_that_says_another_job_is_told() -> None:
    text = said(viewed(SELLER))
    assert (
        "what you do is nearer to Account Executive: 3 of your 3 activities are in that sheet, "
        "0 in yours"
    ) in text
    fitting = SELLER._replace(now=Job("account-executive"))
    assert "it fits what you do: 3 of your 3 activities are in its sheet" in said(viewed(fitting))
    silent = SELLER._replace(activities={})
    assert "too few activities are written" in said(viewed(silent))


def test_what_is_refused_is_named_with_the_roles() -> None:
    assert "a figure: Account Executive, Account Manager" in said(viewed(SELLER))


def test_none_is_near_is_an_answer() -> None:
    poet = Profile(skills={"project-management": Mastery(1)}, activities={"hiring": "helps"})
    document = viewed(poet)
    assert "No role is near what you wrote. The nearest, all the same:" in said(document)
    assert len([b for b in document.blocks if isinstance(b, Heading)]) == 3


def test_a_refusal_of_everything_is_told() -> None:
    stages = ("backstage", "mixed", "frontstage")
    hermit = Profile(now=Job("sdr"), refuses=Wishes(stage=stages))  # type: ignore[arg-type]  # stages
    assert "What you refuse excludes every role." in said(viewed(hermit))
    assert viewed(hermit, extent="whole").blocks[-1] == viewed(hermit).blocks[-1]


def test_near_roles_below_today_are_named_and_not_explained() -> None:
    document = viewed(Profile(now=Job("head-of-sales")))
    heads = [plain(block.text) for block in document.blocks if isinstance(block, Heading)]
    assert "Sales Manager" not in heads
    assert "Sales Manager" in rows(document)["Near, but lower"]


def test_a_usual_step_that_is_refused_is_told_as_refused_alone() -> None:
    engineer = Profile(now=Job("sales-engineer"))
    assert "Account Executive" in rows(viewed(engineer))["Usual, not near"]
    without = rows(viewed(engineer._replace(refuses=Wishes(number=True))))
    assert without["Usual, not near"] == "Product Manager, Product Marketing Manager"
    assert "Account Executive" in without["Refused"]


def test_every_point_is_told_in_full_and_the_formulas_where_asked() -> None:
    whole = said(viewed(SELLER, extent="whole"))
    assert "Every point: Revenue Operations Manager" in whole
    assert "4, essential" in whole
    assert "(as Sales Ops)" in whole
    assert "Dice, 1945" not in whole
    assert "Dice, 1945" in said(viewed(SELLER, explain=True))
    page = viewed(SELLER, extent="page")
    assert page.rest
    assert len(page.blocks) == len(viewed(SELLER).blocks)


def test_rows_have_every_role_with_its_verdict() -> None:
    table = viewed(SELLER).table
    assert table
    verdicts = [row[3] for row in table.rows]
    assert verdicts == sorted(verdicts, key=["near", "not_near", "excluded"].index)
    assert len(table.rows) == len(builtin().heads()) - 1
    assert {row[7] for row in table.rows if row[3] == "excluded"} == {"number"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wish_is_told_as_the_sheet_answers_it(language: str) -> None:
    wants = Wishes(("frontstage",), leading=True, number=True, travel=True, contexts=("startup",))
    text = said(viewed(Profile(now=Job("account-executive"), wants=wants), language))
    words = {"en": "is seen where you want to be", "fr": "se tient là où vous souhaitez être"}
    assert words[language] in text


def test_whoever_has_held_no_role_is_told_where_to_begin() -> None:
    beginner = said(viewed(Profile(skills={"curiosity": Mastery(4)})))
    assert "To begin: jobs that take beginners: roleguide list --level entry" in beginner
    assert "roleguide show " in beginner
    assert "To begin" not in said(viewed(SELLER))
    assert "roleguide move revops-manager --me me.yaml" in said(viewed(SELLER))


def test_a_usual_step_that_is_not_near_is_named() -> None:
    rows = {
        plain(name): plain(text)
        for block in viewed(Profile(now=Job("sdr"))).blocks
        if isinstance(block, Fields)
        for name, text in block.rows
    }
    assert rows["Usual, not near"].startswith("Account Executive, ")
