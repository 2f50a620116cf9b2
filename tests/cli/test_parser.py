"""What a command line means, and what is said of one that means nothing."""

from __future__ import annotations

import shlex
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli import made_up
from cli.conftest import Run
from roleguide.cli.parser import Settings, parse
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError

GATHER = {"first": "a", "roles": ["b"], "place": "c"}


def meaning(line: str) -> tuple[str, dict[str, object], dict[str, object]]:
    """The command of a line, the values of its parameters, and the common options given."""
    path, _, values, settings = parse(shlex.split(line), made_up.SPEC)
    common = zip(Settings._fields, settings, Settings(), strict=True)
    return path, values, {name: value for name, value, unset in common if value != unset}


@pytest.mark.parametrize(
    ("line", "path", "values", "settings"),
    [
        ("gather a b c", "gather", GATHER, {}),
        ("gather a b x c --most 07", "gather", {**GATHER, "roles": ["b", "x"], "most": 7}, {}),
        ("gather a --size=large b c -q", "gather", {**GATHER, "size": "large", "quick": True}, {}),
        ("gather a b c --most 1 --most 2", "gather", {**GATHER, "most": 2}, {}),
        ("gather a b c -of", "gather", GATHER, {"output": "f"}),
        ("gather a b c -o=f", "gather", GATHER, {"output": "=f"}),
        ("gather a b c -o -q", "gather", GATHER, {"output": "-q"}),
        ("gather a b c -o --", "gather", GATHER, {"output": "--"}),
        ("gather a b c -o -", "gather", GATHER, {"output": "-"}),
        ("gather a b c -qof", "gather", {**GATHER, "quick": True}, {"output": "f"}),
        ("gather a -qo f b c", "gather", {**GATHER, "quick": True}, {"output": "f"}),
        ("gather a b c -oq", "gather", GATHER, {"output": "q"}),
        ("gather a b c -qq", "gather", {**GATHER, "quick": True}, {}),
        ("gather a b c -qh", "gather", {"topic": "gather"}, {}),
        ("gather -ho f", "gather", {"topic": "gather"}, {}),
        ("gather a -q -- b c", "gather", {**GATHER, "quick": True}, {}),
        ("gather a -- -q c", "gather", {**GATHER, "roles": ["-q"]}, {}),
        ("gather -- a -- --help c", "gather", {**GATHER, "roles": ["--", "--help"]}, {}),
        ("-- gather a b c", "gather", GATHER, {}),
        ("--lang fr -- new -- profile -- -x", "new profile", {"name": "-x"}, {"lang": "fr"}),
        ("-of gather a b c", "gather", GATHER, {"output": "f"}),
        ("--lang fr new profile x --lang en", "new profile", {"name": "x"}, {"lang": "en"}),
        (
            "--guide a move x --guide=b y",
            "move",
            {"here": "x", "there": "y"},
            {"guide": ["a", "b"]},
        ),
        ("--version gather --help", "", {}, {}),
        ("--help --version", "", {"topic": None}, {}),
    ],
)
def test_a_line_means_what_it_says(
    line: str, path: str, values: dict[str, object], settings: dict[str, object]
) -> None:
    assert meaning(line) == (path, values, settings)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--", "COMMAND is missing. See roleguide --help."),
        ("-- --help", "There is no command --help. See roleguide --help."),
        ("new -- x", "There is no command new x. See roleguide new --help."),
        ("new --lang fr prfile", "There is no command new prfile. Did you mean profile?"),
        ("new --version", "There is no option --version. See roleguide new --help."),
        ("gather a b c -qx", "There is no option -x. See roleguide gather --help."),
        ("gather a b c -q=x", "There is no option -=."),
        ("gather a b c -q--", "There is no option --."),
        ("gather a b c ---", "There is no option ---."),
        ("gather a b c -é=1", "There is no option -é."),
        ("gather a b c --mots 1", "There is no option --mots. Did you mean --most?"),
        ("gather a b c -qo", "-o needs a value. See roleguide gather --help."),
        ("--lang", "--lang needs a value. See roleguide --help."),
        ("gather a b c --quick=", "--quick takes no value. See roleguide gather --help."),
        ("gather a b c --most=", '--most is a number from 1 to 9, not "".'),
        ("gather a b c --most -1", "--most is a number from 1 to 9, not -1."),
        ("move x y --me ''", "The path given to --me is empty; it names no file."),
        ("gather", "FIRST is missing. See roleguide gather --help."),
        ("gather a --", "ROLE … is missing. See roleguide gather --help."),
        ("gather a b", "ROLE … is missing. See roleguide gather --help."),
        ("new role", "ROLE is missing. See roleguide new role --help."),
        ("move a b -- --me", "--me is one argument too many"),
        ("new profile me long longer", "longer is one argument too many"),
    ],
)
def test_a_slip_is_told(line: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        parse(shlex.split(line), made_up.SPEC)
    assert str(told.value).startswith(said)


QUICK: dict[str, object] = {"quick": True}
FILE: dict[str, object] = {"output": "f"}
MOST: dict[str, object] = {"most": 3}
SPELLINGS: dict[str, dict[str, object]] = {
    **dict.fromkeys(("-q", "--quick", "-qq"), QUICK),
    **dict.fromkeys(("-o f", "-of", "--output f", "--output=f"), FILE),
    **dict.fromkeys(("-qof", "-qo f"), QUICK | FILE),
    **dict.fromkeys(("--most 3", "--most=03"), MOST),
}


@given(
    before=st.lists(st.sampled_from(["a", "-", "", "="])),
    after=st.lists(st.sampled_from(["b", "-q", "--", "--most=1"]), min_size=3),
    options=st.lists(st.tuples(st.sampled_from([*SPELLINGS]), st.integers(0, 9))),
)
def test_an_option_means_the_same_wherever_and_however_it_is_written(
    before: list[str], after: list[str], options: list[tuple[str, int]]
) -> None:
    pieces = [[word] for word in before]
    for spelling, place in options:
        pieces.insert(place, spelling.split())
    line = ["gather", *chain(*pieces), "--", *after]
    first, *roles, last = [*before, *after]
    expected: dict[str, object] = {"first": first, "roles": roles, "place": last}
    for spelling, _ in options:
        expected |= SPELLINGS[spelling]
    _, values, settings = meaning(shlex.join(line))
    assert {**values, **settings} == expected


@pytest.mark.parametrize("line", ["list -oroles.csv --", "-- list -o roles.csv"])
def test_the_program_itself_takes_them(run: Run, tmp_path: Path, line: str) -> None:
    assert run(*line.split()).code == 0
    assert (tmp_path / "roles.csv").stat().st_size


def test_the_settings_are_the_options_that_hold_everywhere() -> None:
    assert {*Settings._fields, "help"} == {option.name for option in SPEC.common}
