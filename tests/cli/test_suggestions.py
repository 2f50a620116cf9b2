"""What is offered for a mistyped word, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from cli.conftest import Answer
from roleguide.cli.spec import SPEC
from roleguide.cli.suggestions import suggestions

NAMES = sorted({name for path in SPEC.commands for name in SPEC.options(path)})


def slips(name: str) -> Iterator[str]:
    """An option with a letter left out, or two letters exchanged."""
    for at in range(2, len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def test_an_option_of_another_command_is_answered_with_no_unrelated_one() -> None:
    for command in SPEC.commands:
        known = SPEC.options(command)
        foreign = [name for name in NAMES if name not in known]
        offered = {name: suggestions(name, known) for name in foreign}
        assert not any(offered.values()), (command, offered)


@pytest.mark.parametrize("word", ["--sort", "--file", "--title", "--verbose", "--me", "-x", "--"])
def test_an_option_that_is_near_nothing_is_answered_with_nothing(word: str) -> None:
    assert suggestions(word, NAMES) == []


def test_a_slip_is_answered_with_the_option_that_was_meant() -> None:
    for name in NAMES:
        if len(name) > 6:
            assert {slip: suggestions(slip, NAMES) for slip in slips(name)} == {
                slip: [name] for slip in slips(name)
            }


@pytest.mark.parametrize(
    ("word", "meant"),
    [("--language", "--lang"), ("--colour", "--color"), ("--out", "--output"), ("lang", "--lang")],
)
def test_the_beginning_of_a_word_is_enough(word: str, meant: str) -> None:
    assert suggestions(word, NAMES) == [meant]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["skills", "sdr", "--in", "startup"],
            "There is no option --in. See roleguide skills --help.\n",
        ),
        (
            ["skills", "sdr", "--widht=50"],
            "There is no option --widht. Did you mean --width? See roleguide skills --help.\n",
        ),
        (
            ["compare", "sdr", "csm", "sales-ops", "--only", "shared"],
            "--only needs two roles, a left and a right one. See roleguide compare --help.\n",
        ),
        (
            ["compare", "sdr", "csm", "--only", "right"],
            "--only must be differences or shared, not right. See roleguide compare --help.\n",
        ),
    ],
)
def test_an_error_leads_to_the_help_of_its_own_command(
    inside: Callable[..., Answer], arguments: list[str], expected: str
) -> None:
    assert inside(*arguments) == (2, "", expected)
