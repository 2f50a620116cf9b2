"""A line taken apart without Typer means what it means to Typer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from roleguide.cli import fast_parser, typer_app
from roleguide.cli.commands import COMMANDS
from roleguide.cli.delivery import Settings
from roleguide.cli.fast_parser import Call
from roleguide.cli.table import TABLE, Option
from roleguide.errors import UsageError


def meaning(parse: Callable[[Sequence[str]], Call | None], argv: list[str]) -> object:
    """What a line comes to, without the values that are not given, or its error."""
    try:
        call = parse(argv)
    except UsageError as error:
        return str(error)
    if call is None:
        return None
    return call.command, _given(call.values), _given(call.settings._asdict())


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items() if v}


WORDS = st.sampled_from(
    ["sales-ops", "a b", "x", "=", "a=b", "-", "json", "80", "--", "", "-5", "-x"]
)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command line that mostly fits the table."""

    def option(options: dict[str, Option]) -> list[str]:
        name, value = draw(st.sampled_from(list(options))), draw(WORDS)
        fitting = [name, value] if options[name][1] else [name]
        return draw(st.sampled_from([fitting, fitting, [f"{name}={value}"], [name]]))

    common = {name: option for name, option in TABLE[""][2].items() if option[2] != "first"}
    command = draw(st.sampled_from(list(COMMANDS)))
    before = [word for _ in range(draw(st.integers(0, 2))) for word in option(common)]
    mine = {**TABLE[command][2], **common}
    after = [
        word
        for is_option in draw(st.lists(st.booleans(), max_size=5))
        for word in (option(mine) if is_option else [draw(WORDS)])
    ]
    return [*before, command, *after]


@given(lines())
@example(["--lang", "fr", "compare", "a", "--in", "startup", "b"])
@example(["--guide", "a", "list", "--guide", "b", "--guide=c"])
@example(["--format", "json", "show", "x", "--format", "csv"])
@example(["check", "-"])
@example(["list", "-o", "-"])
@example(["list", "-o=x.csv"])
@example(["--lang", "fr", "list", "--lang", ""])
@example(["compare", "--full", "a", "b", "--exit-code"])
@settings(max_examples=100)
def test_a_line_means_what_it_means_to_typer(argv: list[str]) -> None:
    found = meaning(fast_parser.parse, argv)
    event(f"understood: {found is not None}")
    if found is not None:
        assert found == meaning(typer_app.parse, argv)


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["compare", "sales-ops", "sales-director", "--format", "json", "--lang=fr"],
        ["--width", "60", "show", "sales-ops"],
        ["list", "--family", "operations", "-o", "roles.csv"],
        ["search", "forecast", "--in", "roles"],
    ],
)
def test_a_plain_line_needs_no_typer(argv: list[str]) -> None:
    assert fast_parser.parse(argv) is not None


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--help"],
        ["compare", "--help"],
        ["--version"],
        ["--install-completion", "bash"],
        ["compare"],
        ["show", "a", "b"],
        ["shwo", "a"],
        ["list", "--famly", "x"],
        ["list", "--family"],
        ["list", "-oroles.csv"],
        ["compare", "a", "b", "--full=yes"],
        ["--", "list"],
    ],
)
def test_whatever_else_is_left_to_typer(argv: list[str]) -> None:
    assert fast_parser.parse(argv) is None


def test_the_settings_are_those_of_every_command() -> None:
    assert set(Settings._fields) == typer_app.common_names() - {"help"}
