"""A move on one screen, whatever the two roles are, and whether it is true."""

from __future__ import annotations

from typing import Final

import pytest
from formats.drawing import render
from hypothesis import given
from hypothesis import strategies as st

from roleguide.formats import Page
from roleguide.model import EmployerQuestion
from roleguide.moves import move
from roleguide.views.document import Document, Heading, Prose, plain
from roleguide.views.move import REFLECTION, move_view
from views.answers import LANGUAGES, builtin
from views.test_first_screen import LINES, filled, longest

ROLES: Final = [head.id for head in builtin().heads()]
KNOWN: Final = (
    ("sdr", "account-executive"),
    ("account-executive", "sales-manager"),
    ("sales-manager", "sales-director"),
    ("customer-support-manager", "csm"),
    ("csm", "head-of-customer-success"),
    ("sales-ops-analyst", "sales-ops"),
    ("sales-ops", "revops-manager"),
    ("account-executive", "sales-engineer"),
    ("sales-admin-manager", "sales-ops"),
    ("field-sales-rep", "key-account-manager"),
    ("product-marketing-manager", "sales-enablement-manager"),
    ("closer", "account-executive"),
    ("sales-engineer", "product-manager"),
)
"""Moves that practitioners know."""


def moved(start: str, goal: str, language: str = "en", *, explain: bool = False) -> Document:
    found = move(builtin(), builtin().entry(start), builtin().entry(goal))
    return move_view(found, builtin(), LANGUAGES[language], "screen", explain=explain)


@given(st.sampled_from(ROLES), st.sampled_from(ROLES), st.sampled_from(list(LANGUAGES)))
def test_any_move_fits_one_screen(start: str, goal: str, language: str) -> None:
    document = moved(start, goal, language)
    for width, most in LINES.items():
        assert render("terminal", document, Page(width)).count("\n") <= most


@pytest.mark.parametrize(("start", "goal"), KNOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_move_fits_one_screen_with_every_field_at_its_greatest_length(
    start: str, goal: str, language: str
) -> None:
    one, other = (filled(builtin().entry(role)) for role in (start, goal))
    ask = other.role.ask[0]._replace(ask=longest(EmployerQuestion, "ask"))
    found = move(builtin(), one, other._replace(role=other.role._replace(ask=(ask,))))
    document = move_view(found, builtin(), LANGUAGES[language], "screen", explain=False)
    for width, most in LINES.items():
        assert render("terminal", document, Page(width)).count("\n") <= most


@pytest.mark.parametrize(("start", "goal"), KNOWN)
def test_the_kind_of_a_known_move_is_in_the_first_line(start: str, goal: str) -> None:
    kinds = {"up": "a step up", "side": "a sideways move", "switch": "a change of trade"}
    step = builtin().entry(start).role.leads_to[goal]
    head = moved(start, goal).blocks[0]
    assert isinstance(head, Heading)
    assert head.note.startswith(kinds[step.move])


@pytest.mark.parametrize(
    ("start", "goal", "kind", "why"),
    [
        ("cmo", "sdr", "no usual way", "The guide knows no way from CMO to SDR."),
        ("sales-manager", "account-executive", "against the usual direction", "the other way"),
        ("sdr", "sales-director", "not one move: 3 steps", "no direct step from"),
        ("csm", "csm", "the same role", "That is the role you come from."),
    ],
)
def test_what_is_no_usual_move_says_so_and_why(start: str, goal: str, kind: str, why: str) -> None:
    blocks = moved(start, goal).blocks
    assert isinstance(blocks[0], Heading)
    assert blocks[0].note.startswith(kind)
    assert any(why in plain(block.text) for block in blocks if isinstance(block, Prose))


@given(st.sampled_from(ROLES), st.sampled_from(ROLES))
def test_no_percentage_is_a_verdict_and_what_the_page_is_for_is_said(start: str, goal: str) -> None:
    text = render("pipe", moved(start, goal), Page())
    assert "%" not in text.replace("100%", "") or _quotes_percent(start, goal)
    if start != goal:
        assert REFLECTION in text


def _quotes_percent(start: str, goal: str) -> bool:
    """Whether a text of the guide itself has a percent sign, such as a share of pay."""
    return any("%" in repr(builtin().entry(role)) for role in (start, goal))


def test_what_is_not_listed_is_never_shown_as_a_level() -> None:
    text = render("pipe", moved("customer-support-manager", "csm"), Page())
    assert "Building relationships 4" in text
    assert "not listed for Support Manager; if you have it, bring proof" in text
    assert "from 0" not in text


def test_the_figures_have_two_directions() -> None:
    text = render("pipe", moved("sdr", "sales-director", explain=True), Page())
    assert "of Director, covered by SDR" in text
    assert "of SDR, covered by Director" in text


def test_given_up_is_only_what_the_sheet_of_the_goal_says() -> None:
    text = render("pipe", moved("field-sales-rep", "key-account-manager"), Page())
    assert "Mainly Field Sales: Outbound prospecting" in text
    assert "You hand over" not in text
    assert "You hand over: your team" in render(
        "pipe", moved("customer-support-manager", "csm"), Page()
    )


def test_a_way_of_several_steps_says_with_which_to_begin() -> None:
    text = render("pipe", moved("sales-assistant", "vp-sales"), Page())
    assert "Begin with: roleguide move sales-assistant sales-ops-analyst" in text
    assert "Begin with" not in render("pipe", moved("sdr", "account-executive"), Page())


def test_whoever_goes_back_has_had_the_skills() -> None:
    text = render("pipe", moved("sales-manager", "account-executive"), Page())
    assert "Who came that way has had these skills before; show that they are fresh." in text
