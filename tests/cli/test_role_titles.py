"""Wherever a role is an argument, a title as people write it does as well."""

from __future__ import annotations

import json

import pytest

from cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "role", "aside"),
    [
        (["show", "Head of Sales Ops EMEA (m/f/d)"], "sales-ops-director", ["EMEA", "m/f/d"]),
        (["show", "RESPONSABLE EQUIPE SDR H/F"], "sdr-manager", ["H/F"]),
        (["skills", "Senior Account Executive - Paris (H/F)"], "account-executive", None),
        (["compare", "Sales Ops Mgr", "sales-director"], "sales-ops", []),
    ],
)
def test_a_sure_title_is_answered_and_says_how_it_was_read(
    inside: Run, words: list[str], role: str, aside: list[str] | None
) -> None:
    answer = inside(*words, "--format", "json")
    assert answer.code == 0
    (read, *others) = json.loads(answer.out)["read_as"]
    assert read["role"] == role
    assert aside is None or [part["text"] for part in read["aside"]] == aside
    assert others == [None] * len(others)
    page = inside(*words, "--format", "markdown")
    assert any(line.startswith("Read as") for line in page.out.splitlines()[:6])


def test_where_rows_are_written_it_is_said_beside_them(inside: Run) -> None:
    answer = inside("skills", "Sales Ops Mgr")
    assert "Read as" not in answer.out
    assert answer.err.startswith("Read as Sales Operations Manager")


def test_a_name_is_not_read(inside: Run) -> None:
    for name in ("sales-ops", "Sales Operations Manager", "AE", "roleguide/sdr"):
        assert "read_as" not in json.loads(inside("show", name, "--format", "json").out)


EVERYWHERE = [
    ["show"],
    ["next"],
    ["pay"],
    ["skills"],
    ["analogies"],
    ["compare", "sdr"],
    ["move", "sdr"],
    ["fit", "--between", "sdr"],
]


@pytest.mark.parametrize("command", EVERYWHERE, ids=" ".join)
def test_a_slip_in_a_long_word_is_answered_and_told(inside: Run, command: list[str]) -> None:
    answer = inside(*command, "sales menager")
    assert answer.code == 0
    said = "Read as Sales Manager, “menager” being taken for “manager”."
    assert said in answer.out + answer.err


@pytest.mark.parametrize("command", EVERYWHERE, ids=" ".join)
@pytest.mark.parametrize(
    ("slip", "meant"), [("sales-opps", "sales-ops"), ("sales opps", "sales-ops"), ("cms", "csm")]
)
def test_of_a_slip_in_a_short_word_it_is_asked_what_is_meant(
    inside: Run, command: list[str], slip: str, meant: str
) -> None:
    answer = inside(*command, slip)
    assert (answer.code, answer.out) == (2, "")
    assert "Did you mean" in answer.err
    _, _, offered = answer.err.partition("Did you mean ")
    assert offered.removeprefix("one of these?\n  ").split()[0].strip("?") == meant


def test_what_is_spelled_like_another_record_is_no_title(inside: Run) -> None:
    for slip in ("sales target", "sales-target"):
        assert "Did you mean sales-targets" in inside("show", slip).err


def test_an_unsure_title_is_a_list_with_sentences(inside: Run) -> None:
    answer = inside("compare", "sdr", "Area Sales Mananger")
    assert (answer.code, answer.out) == (2, "")
    first, *roles = answer.err.splitlines()
    assert "not quite the title" in first
    assert len(roles) > 1
    assert all(": " in line for line in roles)


@pytest.mark.parametrize("title", ["Vendeuse en boulangerie H/F", "Registered Nurse - Sales Ops"])
def test_another_trade_is_none_of_ours(inside: Run, title: str) -> None:
    answer = inside("show", title)
    assert answer.code == 2
    assert "a job that this guide does not describe" in answer.err


def test_a_job_of_no_role_leads_to_where_it_is_met(inside: Run) -> None:
    assert "roleguide search founder" in inside("title", "founder").out
    assert inside("search", "founder").code == 0
    for command in (["show"], ["compare", "sdr"]):
        assert "  head-of-sales  " in inside(*command, "founder").err
    for title in ("Registered Nurse", "Nurse Manager"):
        assert "See roleguide list" in inside("show", title).err


def test_the_usual_sense_of_a_term_is_a_role(inside: Run) -> None:
    found = json.loads(inside("compare", "AE", "AM", "--format", "json").out)
    assert [role["id"] for role in found["roles"]] == ["account-executive", "account-manager"]
    assert "3 meanings" in inside("show", "PM").out
    assert "2 meanings" in inside("show", "commercial").out


def test_a_guide_and_an_id_are_never_read(inside: Run) -> None:
    answer = inside("show", "roleguide/Head of Sales Ops EMEA")
    assert (answer.code, answer.out) == (2, "")


@pytest.mark.parametrize(
    ("line", "compared"),
    [
        ("difference between sdr and bdr", "sdr bdr"),
        ("which job should I apply for, account executive or csm?", "account-executive csm"),
    ],
)
def test_of_two_titles_in_a_sentence_both_are_offered(
    inside: Run, line: str, compared: str
) -> None:
    for command in ([], ["show"]):
        answer = inside(*command, line)
        assert (answer.code, answer.out) == (2, "")
        assert [each.split()[0] for each in answer.err.splitlines()[1:3]] == compared.split()
        assert answer.err.endswith(f"See roleguide compare {compared}.\n")
