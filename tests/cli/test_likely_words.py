"""What is offered for a mistyped word, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from cli.conftest import Answer
from roleguide.cli.likely_words import suggestions
from roleguide.cli.spec import SPEC

NAMES = {
    name: option.metavar
    for path in SPEC.commands
    for name, option in sorted(SPEC.options(path).items())
}


def slips(name: str) -> Iterator[str]:
    """An option with a letter left out, or two letters exchanged."""
    for at in range(2, len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def related(one: str, other: str, takes: str | None) -> bool:
    """Whether one option is the beginning of the other, or names what the other takes."""
    named = (takes or "").casefold() == one.lstrip("-")
    return named or one.startswith(other) or other.startswith(one)


def test_an_option_of_another_command_is_answered_with_no_unrelated_one() -> None:
    for command in SPEC.commands:
        known = {name: option.metavar for name, option in SPEC.options(command).items()}
        foreign = [
            name for name in NAMES if not any(related(name, *option) for option in known.items())
        ]
        offered = {name: suggestions(name, known) for name in foreign}
        assert not any(offered.values()), (command, offered)


@pytest.mark.parametrize("word", ["--zebra", "--heading", "--verbose", "--qq", "-x", "--"])
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
    ("word", "meant"),
    [
        ("--completion", "--install-completion"),
        ("--exit", "--exit-code"),
        ("--context", "--in"),
        ("--shared", "--only"),
    ],
)
def test_a_word_of_an_option_or_of_what_it_takes_is_enough(word: str, meant: str) -> None:
    assert suggestions(word, NAMES) == [meant]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["skills", "sdr", "--in", "startup"],
            "There is no option --in. See roleguide skills --help.\n",
        ),
        (
            ["compare", "sdr", "bdr", "--context", "startup"],
            "There is no option --context. Did you mean --in? See roleguide compare --help.\n",
        ),
        (
            ["help", "variables"],
            "There is no help on “variables”. Did you mean environment? See roleguide help.\n",
        ),
        (
            ["help", "variables", "--lang", "fr"],
            """\
Il n’y a pas d’aide sur « variables ». Vouliez-vous dire environment ? Voir roleguide help.
""",
        ),
        (
            ["skills", "sdr", "--widht=50"],
            "There is no option --widht. Did you mean --width? See roleguide skills --help.\n",
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


@pytest.mark.parametrize(
    ("arguments", "offered"),
    [
        (["who", "quotas"], "sales-targets (Sales targets (quotas))"),
        (["who", "tarifs", "--lang", "fr"], "pricing-policy (Politique de prix"),
        (["who", "crm"], "\n  crm-configuration  CRM configuration (customer software)\n"),
        (["who", "prevision", "--lang", "fr"], "  sales-forecast    Prévisions de vente"),
        (["define", "tacite"], "renewal"),
        (["show", "upselling"], "Did you mean upsell?"),
        (["show", "founder"], "\n  startup             Startup\n"),
        (["show", "fondateur", "--lang", "fr"], "\n  startup        Startup\n"),
        (["list", "--family", "ops"], "operations (Revenue operations)"),
        (["list", "--family", "ventes", "--lang", "fr"], "\n  selling           Vente\n"),
        (["examples", "sdr", "--in", "small"], "sme (Small or medium-sized company)"),
        (["compare", "sdr and nobody"], "No role is called “nobody”."),
        (["compare", "sdr et nul", "--lang", "fr"], "Aucun rôle ne s’appelle «\u00a0nul\u00a0»."),
    ],
)
def test_whole_words_lead_to_records(
    inside: Callable[..., Answer], arguments: list[str], offered: str
) -> None:
    answer = inside(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert offered in answer.err
