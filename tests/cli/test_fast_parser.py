"""A line taken apart without Typer means what it means to Typer, its errors too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from cli import made_up
from roleguide.cli import fast_parser, typer_app
from roleguide.cli.call import Call, Settings
from roleguide.cli.parameters import Spec
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError


def meaning(parse: Callable[[Sequence[str]], Call | None], argv: list[str]) -> object:
    """What a line comes to, or its error as it is told."""
    try:
        return parse(argv)
    except UsageError as error:
        return str(error)


WORDS = st.sampled_from(
    ["sales-ops", "a b", "x", "=", "a=b", "-", "json", "80", "", "-5", "-x", "--x", "---", "-é=1"]
)
MORE = st.sampled_from(["--", "-ofile", "-ho", "-qo", "-o=x"])
"""What only Typer takes apart."""


@st.composite
def lines(draw: st.DrawFn, spec: Spec) -> list[str]:
    """A command line that mostly fits the spec."""

    def option(path: str) -> list[str]:
        options = spec.options(path)
        name, value = draw(st.sampled_from(list(options))), draw(WORDS)
        value = draw(st.sampled_from([value, *options[name].kind.of]))
        fitting = [name, value] if options[name].metavar else [name]
        return draw(st.sampled_from([fitting, fitting, fitting, [f"{name}={value}"], [name]]))

    def some(path: str, most: int) -> list[str]:
        return [word for _ in range(draw(st.integers(0, most))) for word in option(path)]

    line: list[str] = []
    path = ""
    while below := spec.below(path):
        line += some(path, 1)
        word = draw(st.sampled_from([*below, *below, *below, "shwo", "ne"]))
        line.append(word)
        if word not in below:
            break
        path = below[word]
    for is_option in draw(st.lists(st.booleans(), max_size=5)):
        line += option(path) if is_option else [draw(WORDS)]
    if draw(st.integers(0, 9)) == 0:
        line.insert(draw(st.integers(0, len(line))), draw(MORE))
    return line


@given(lines(SPEC))
@example(["--lang", "fr", "compare", "a", "--in", "startup", "b"])
@example(["--guide", "a", "list", "--guide", "b", "--guide=c"])
@example(["--format", "json", "show", "x", "--format", "csv"])
@example(["list", "-o", "-"])
@example(["--lang", "fr", "list", "--lang", ""])
@example(["compare", "--full=yes", "a", "b"])
@example(["compare", "--help", "--width"])
@example(["--install-completion", "csh", "--help"])
@example(["compare", "--version"])
@example(["--lang", "fr"])
@example(["-"])
@example(["show", "--", "-x", "--lang"])
@settings(max_examples=100)
def test_a_line_means_what_it_means_to_typer(argv: list[str]) -> None:
    found = meaning(fast_parser.parse, argv)
    event(f"understood: {type(found).__name__}")
    if found is not None:
        assert found == meaning(typer_app.parse, argv)


@given(lines(made_up.SPEC))
@example(["move", "a"])
@example(["gather", "a", "b"])
@example(["gather", "a", "b", "c", "d", "--most", "0"])
@example(["gather", "a", "b", "c", "--size", "large", "-q", "--most", "07"])
@example(["new"])
@example(["new", "--lang", "fr", "profile", "me", "long", "--lang", "en"])
@example(["new", "profile", "me", "longer"])
@example(["new", "role"])
@example(["new", "--version"])
@settings(max_examples=100)
def test_so_do_several_arguments_and_commands_below_a_group(argv: list[str]) -> None:
    found = meaning(lambda line: fast_parser.parse(line, made_up.SPEC), argv)
    if found is not None:
        assert found == meaning(lambda line: typer_app.parse(line, made_up.SPEC, made_up.APP), argv)


@pytest.mark.parametrize(
    "line",
    [
        "list",
        "compare sales-ops sales-director --format json --lang=fr",
        "--width 60 show sales-ops",
        "list --family operations -o roles.csv",
        "--help",
        "compare -h",
        "--version",
        "--install-completion bash",
    ],
)
def test_a_line_that_is_asked_often_needs_no_typer(line: str) -> None:
    assert fast_parser.parse(line.split())


@pytest.mark.parametrize(
    "line", ["compare", "show a b", "shwo a", "list --famly x", "list --family", "compare --full=y"]
)
def test_nor_does_a_slip(line: str) -> None:
    with pytest.raises(UsageError):
        fast_parser.parse(line.split())


@pytest.mark.parametrize("line", ["list -oroles.csv", "-- list", "show -ho x y"])
def test_whatever_else_is_left_to_typer(line: str) -> None:
    assert fast_parser.parse(line.split()) is None
    assert typer_app.parse(line.split())


def test_the_settings_are_the_options_that_hold_everywhere() -> None:
    assert {*Settings._fields, "help"} == {option.name for option in SPEC.common}
