"""`define` answers where `show` does, terms first."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from cli.conftest import Answer

Inside = Callable[..., Answer]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("chiffre d'affaires", "metric"),
        ("sales-forecast", "activity"),
        ("prospecting", "skill"),
        ("crm-practice", "skill"),
        ("startup", "context"),
        ("ship", "world"),
        ("sales-leadership", "family"),
        ("sales-ops-analyst", "role"),
        ("roleguide/sales-ops", "role"),
    ],
)
def test_what_is_no_term_is_answered_as_show_does(inside: Inside, name: str, kind: str) -> None:
    answer = inside("define", name, "--format", "json")
    assert answer == inside("show", name, "--format", "json")
    assert json.loads(answer.out)["schema"] == f"roleguide.{kind}/1"
    assert inside("define", name) == inside("show", name)


def test_a_term_comes_first(inside: Inside) -> None:
    """SDR is a role too, with which `show` answers."""
    assert json.loads(inside("define", "sdr", "--format", "json").out)["term"]["id"] == "sdr"
    assert json.loads(inside("show", "sdr", "--format", "json").out)["role"]["id"] == "sdr"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("xylophone", "No term is called “xylophone”. See roleguide define.\n"),
        ("comision", "No term is called “comision”. Did you mean commission?\n"),
        (
            "prospectin",
            """\
No term is called “prospectin”. Did you mean one of these?
  outbound-prospecting  Approaching possible buyers (outbound)
  prospecting           Finding new buyers
  prospect              Prospect, prospecting
""",
        ),
    ],
)
def test_what_is_near_is_offered_whatever_its_kind(inside: Inside, name: str, error: str) -> None:
    assert inside("define", name) == (2, "", error)
