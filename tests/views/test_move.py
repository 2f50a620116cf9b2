"""A move on one screen, whatever the two roles are, and whether it is true."""

from __future__ import annotations

from typing import Final

import pytest
from formats.drawing import render
from hypothesis import given
from hypothesis import strategies as st

from roleguide.formats import Page
from roleguide.model import EmployerQuestion, Step
from roleguide.moves import move
from roleguide.moves.result import Move
from roleguide.views import labels
from roleguide.views.document import Document, Fields, Heading, Prose, plain
from roleguide.views.links import within
from roleguide.views.move import move_view
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
    kinds = {
        "up": ("a step up",),
        "side": ("a sideways move", "a change of track; you "),
        "switch": ("a change of trade",),
    }
    step = builtin().entry(start).role.leads_to[goal]
    assert note(start, goal).startswith(kinds[step.move])


def note(start: str, goal: str) -> str:
    """What the first line says of the kind of a move."""
    head = moved(start, goal).blocks[0]
    assert isinstance(head, Heading)
    return head.note


@pytest.mark.parametrize(
    ("start", "goal", "kind", "why"),
    [
        (
            "cmo",
            "sdr",
            "no usual way; 7 places lower on the ladder",
            "There is no usual way from one to the",
        ),
        (
            "sales-manager",
            "account-executive",
            "a move back; you no longer lead a team",
            "the other way",
        ),
        ("sdr", "sales-director", "not one move: 3 steps", "No usual step leads straight from"),
        ("csm", "csm", "the same role", "That is the role you come from."),
    ],
)
def test_what_is_no_usual_move_says_so_and_why(start: str, goal: str, kind: str, why: str) -> None:
    assert note(start, goal).startswith(kind)
    assert why in prose(start, goal)


def prose(start: str, goal: str) -> str:
    blocks = moved(start, goal).blocks
    return " ".join(plain(block.text) for block in blocks if isinstance(block, Prose))


def test_a_sideways_move_names_no_level_but_the_team_that_is_won_or_lost() -> None:
    assert aside("marketing-manager", "product-marketing-manager").endswith("no longer lead a team")
    assert aside("product-marketing-manager", "marketing-manager").endswith("begin to lead a team")
    assert aside("sales-ops", "revops-manager") == "a sideways move"


def aside(start: str, goal: str) -> str:
    """What the first line says if the move is sideways."""
    one = builtin().entry(start)
    one = one._replace(role=one.role._replace(leads_to={goal: Step("side")}))
    found = move(builtin(), one, builtin().entry(goal))
    document = move_view(found, builtin(), LANGUAGES["en"], "screen", explain=False)
    head = document.blocks[0]
    assert isinstance(head, Heading)
    return head.note


@pytest.mark.parametrize(
    ("start", "goal", "reason"),
    [
        ("product-manager", "closer", "The two have no task in common."),
        ("product-manager", "closer", "Of its 5 essential skills, 3 are not listed for your job"),
        ("bid-manager", "sdr", "None of its essential skills is listed for your job."),
        ("deal-desk-manager", "sdr", "Of your 15 skills, it asks for 3."),
        ("sales-director", "account-executive", "If you rose from there, you have done that job;"),
        ("sales-assistant", "chief-revenue-officer", "It leads a team, and what you do today"),
        ("sales-assistant", "chief-revenue-officer", "So long a way cannot be planned;"),
    ],
)
def test_a_move_that_nobody_makes_says_what_keeps_the_two_apart(
    start: str, goal: str, reason: str
) -> None:
    assert reason in prose(start, goal)


def test_who_leads_nobody_is_told_so_where_one_leads_managers() -> None:
    text = "Straight only in a small company; elsewhere one leads a team first."
    assert text in prose("key-account-manager", "sales-director")
    assert text not in prose("csm", "head-of-customer-success")
    assert text not in prose("regional-sales-manager", "sales-director")
    assert text not in prose("account-executive", "sales-manager")


def test_leading_comes_first_of_what_begins_and_of_what_is_to_be_shown() -> None:
    text = render("pipe", moved("sales-ops-analyst", "sales-ops"), Page())
    assert "Becomes yours: Leading the team" in text
    text = render("pipe", moved("csm", "head-of-customer-success"), Page())
    assert "Show: Leading people 4" in text
    text = render("pipe", moved("sales-manager", "sales-director"), Page())
    assert "Show: Leading managers" in text


def test_a_row_never_says_that_there_is_one_more() -> None:
    names = ("Presenting", "Negotiating", "Forecasting")
    assert plain(within(LANGUAGES["en"], names, 12)) == "Presenting, and 2 more"
    assert plain(within(LANGUAGES["en"], names, 26)) == "Presenting, Negotiating, Forecasting"


def test_where_a_job_is_had_first_is_said_of_a_step_up_alone() -> None:
    where = "Where: first in a company that knows you"
    assert where in render("pipe", moved("sdr", "account-executive"), Page())
    assert where not in render("pipe", moved("closer", "account-executive"), Page())


def test_the_first_step_is_what_is_written_of_the_move() -> None:
    step = Step("up", begin={"en": "Train a newcomer.", "fr": "Formez une recrue."})
    begun = _with_step("account-executive", "sales-manager", step)
    assert first_steps_of(begun) == ["Train a newcomer."]
    assert first_steps_of(begun, "fr") == ["Formez une recrue."]


def test_else_it_is_what_a_beginner_does_in_the_skill_that_is_missing_most() -> None:
    begun = _with_step("account-executive", "sales-manager", Step("up"))
    level = builtin().sections.skills["coaching"].levels[2]["en"]
    assert first_steps_of(begun) == [f"Coaching, as a beginner shows it: “{level}”"]


def _with_step(start: str, goal: str, step: Step) -> Move:
    found = move(builtin(), builtin().entry(start), builtin().entry(goal))
    return found._replace(step=step)


def test_what_is_deepened_is_described_at_the_next_level() -> None:
    entries = builtin().entry("sales-engineer"), builtin().entry("product-manager")
    found = move(builtin(), *entries)
    page = move_view(found, builtin(), LANGUAGES["en"], "page", explain=False)
    text = render("pipe", page, Page())
    level = builtin().sections.skills["clear-writing"].levels[4]["en"]
    assert f"Next level: Clear writing and documentation 4 “{level}”" in text


def test_a_move_that_nobody_makes_says_what_people_do_instead() -> None:
    text = render("pipe", moved("deal-desk-manager", "sdr"), Page())
    assert "Usual next jobs: Sales Operations Manager (a step up)" in text
    assert "Usual way in: school or university" in text
    assert "Nearer" not in text
    assert "In the interview" not in text
    assert "Nearer: Customer success and service: Renewals" in render(
        "pipe", moved("deal-desk-manager", "csm"), Page()
    )


def test_near_roles_without_a_step_have_a_plan() -> None:
    start, goal = next(
        (one, other)
        for one in ROLES
        for other in ROLES
        if one != other
        and (found := move(builtin(), builtin().entry(one), builtin().entry(other))).near
        and not (found.step or found.back)
    )
    assert note(start, goal).startswith("near, but no usual step")
    assert "In the interview" in render("pipe", moved(start, goal), Page())


@pytest.mark.parametrize(("start", "goal"), KNOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_move_keeps_in_either_language_what_a_client_needs(
    start: str, goal: str, language: str
) -> None:
    needed = [
        "Ready when",
        "Time",
        "Pay",
        "Becomes yours",
        "In the interview",
        "First step",
    ]
    rows = [
        label
        for block in moved(start, goal, language).blocks
        if isinstance(block, Fields)
        for label, _ in block.rows
    ]
    say = LANGUAGES[language].say
    assert not {*map(say, [*needed, "First step"])} - {*rows}


@given(st.sampled_from(ROLES), st.sampled_from(ROLES))
def test_no_percentage_is_a_verdict_and_what_the_page_is_for_is_said(start: str, goal: str) -> None:
    text = render("pipe", moved(start, goal), Page())
    assert "%" not in text.replace("100%", "") or _quotes_percent(start, goal)
    if start != goal:
        assert labels.REFLECTION in text


def _quotes_percent(start: str, goal: str) -> bool:
    """Whether a text of the guide itself has a percent sign, such as a share of pay."""
    return any("%" in repr(builtin().entry(role)) for role in (start, goal))


def test_what_is_not_listed_is_never_shown_as_a_level() -> None:
    text = render("pipe", moved("customer-support-manager", "csm"), Page())
    assert "Building relationships 4" in text
    assert "essential there, not listed for your job; bring an example" in text
    assert "from 0" not in text


def test_the_figures_have_two_directions() -> None:
    text = render("pipe", moved("sdr", "sales-director", explain=True), Page())
    assert "of Director, covered by SDR" in text
    assert "of SDR, covered by Director" in text


def test_given_up_is_only_what_the_sheet_of_the_goal_says() -> None:
    text = render("pipe", moved("field-sales-rep", "key-account-manager"), Page())
    assert "No longer a main task: Approaching possible buyers (outbound)" in text
    assert "You hand over" not in text
    assert "You hand over: your team" in render(
        "pipe", moved("customer-support-manager", "csm"), Page()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_will_only_advise_is_not_told_to_help(language: str) -> None:
    found = move(builtin(), builtin().entry("solutions-architect"), builtin().entry("bid-manager"))
    assert "consulted" in {
        each.then.part for each in found.parts if each.activity == "solution-design" and each.then
    }
    text = render("pipe", moved("solutions-architect", "bid-manager", language), Page())
    label = LANGUAGES[language].say("You still take part in")
    design = builtin().title("activities", "solution-design", LANGUAGES[language])
    (row,) = (line for line in text.splitlines() if label in line)
    assert design in row
    assert "help" not in row
    assert "aide" not in row


def test_a_way_of_several_steps_says_with_which_to_begin() -> None:
    text = render("pipe", moved("sdr", "sales-director"), Page())
    assert "On paper, 3 steps: " in text
    assert "Begin with: roleguide move sdr " in text
    assert "Begin with" not in render("pipe", moved("sdr", "account-executive"), Page())
    found = move(builtin(), builtin().entry("sdr"), builtin().entry("sales-director"))
    page = move_view(found, builtin(), LANGUAGES["en"], "page", explain=False)
    assert "roleguide move" not in render("pipe", page, Page())


def test_a_way_that_nobody_plans_is_not_drawn_but_its_first_steps_are() -> None:
    assert note("sales-assistant", "chief-revenue-officer").startswith("no usual way")
    text = render("pipe", moved("sales-assistant", "chief-revenue-officer"), Page())
    assert "On paper" not in text
    assert "bring an example" not in text
    assert "choose among the usual next jobs" in text
    assert "Usual next jobs: Sales Administration Manager (a step up)" in text
    assert "choose the first step only" in prose("sdr", "sales-director")
    assert "Usual way in: VP of Sales" in text


def test_whoever_goes_back_has_had_the_skills() -> None:
    text = render("pipe", moved("sales-manager", "account-executive"), Page())
    assert (
        "If you came that way, you have had these skills before; show that they are fresh," in text
    )
    assert "How it fails" not in text


@pytest.mark.parametrize(
    ("start", "goal", "step"),
    [
        ("sales-manager", "account-executive", ": do it once more yourself"),
        ("sdr-manager", "sdr", "Answering incoming requests: do it once more yourself"),
    ],
)
def test_whoever_goes_back_begins_with_what_is_done_there_alone(
    start: str, goal: str, step: str
) -> None:
    (said,) = first_steps(start, goal)
    assert step in said


def test_whoever_goes_against_the_usual_direction_begins_with_a_skill() -> None:
    assert note("business-engineer", "bid-manager") == "against the usual direction"
    (said,) = first_steps("business-engineer", "bid-manager")
    assert ", as a beginner shows it: " in said


def first_steps(start: str, goal: str, language: str = "en") -> list[str]:
    """What the row of the first step says, where there is one."""
    entries = builtin().entry(start), builtin().entry(goal)
    return first_steps_of(move(builtin(), *entries), language)


def first_steps_of(found: Move, language: str = "en") -> list[str]:
    label = LANGUAGES[language].say("First step")
    page = move_view(found, builtin(), LANGUAGES[language], "screen", explain=False)
    return [
        plain(value)
        for block in page.blocks
        if isinstance(block, Fields)
        for name, value in block.rows
        if name == label
    ]


def test_every_move_back_has_a_first_step() -> None:
    backs = [
        (start, goal)
        for goal in ROLES
        for start in builtin().entry(goal).role.leads_to
        if goal not in builtin().entry(start).role.leads_to
    ]
    assert not [pair for pair in backs if not first_steps(*pair)]
