"""A line taken apart without Typer means what it means to Typer."""

from __future__ import annotations

import functools
import inspect
from typing import Any, NamedTuple

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from roleguide.cli import layer, main
from roleguide.cli.arguments import SETTINGS, understood
from roleguide.cli.commands import COMMANDS, function_of
from roleguide.cli.session import Session, Settings
from roleguide.cli.table import TABLE, Option
from roleguide.errors import RoleguideError
from roleguide.language import Language


class Meant(NamedTuple):
    """What a line comes to: a command's arguments and the common options, or an error."""

    command: str
    values: dict[str, Any]
    settings: Settings | None
    error: str = ""


def recorder(meant: list[Meant], name: str) -> Any:
    """The command of that name, which notes what it was called with in place of its work."""
    function = function_of(name)

    @functools.wraps(function)
    def note(context: Any, **given_values: Any) -> int:
        bound = inspect.signature(function).bind(context, **given_values)
        bound.apply_defaults()
        values = {key: value or None for key, value in bound.arguments.items() if key != "context"}
        meant.append(Meant(name, values, Session.of(context).settings))
        return 0

    return note


def meaning(argv: list[str], *, typer_only: bool) -> Meant:
    """What a line comes to, as `main` takes it apart or as Typer alone does."""
    meant: list[Meant] = []
    with pytest.MonkeyPatch.context() as patch:
        for module in (layer, main):
            patch.setattr(module, "function_of", lambda name: recorder(meant, name))
        if typer_only:
            patch.setattr(main, "understood", lambda _: None)
        try:
            main._run(Language("en"), argv)
        except RoleguideError as error:
            return Meant("", {}, None, str(error))
    return meant[0] if meant else Meant("", {}, None, "answered by Typer")


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
@settings(max_examples=400)
def test_a_line_means_what_it_means_to_typer(argv: list[str]) -> None:
    understood_it = understood(argv) is not None
    event(f"understood: {understood_it}")
    if understood_it:
        assert meaning(argv, typer_only=False) == meaning(argv, typer_only=True)


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
    assert understood(argv) is not None


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
    assert understood(argv) is None


def test_the_settings_are_those_of_every_command() -> None:
    assert set(SETTINGS) == set(Settings._fields) == layer.common_names() - {"help"}
