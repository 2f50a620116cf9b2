"""A parameter is declared once: all that follows holds for a made-up program, too."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import manual
import pytest
import reference

from cli.made_up import SPEC
from roleguide.cli import completion
from roleguide.cli.answer import PlainText
from roleguide.cli.help.pages import command_help
from roleguide.cli.parser import parse
from roleguide.cli.session import Session
from roleguide.language import Language

ENGLISH = Language("en")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--lang fr move a b --me me.yaml", "en: a -> b (me.yaml)\n"),
        ("gather a b c d --most 7 -q", "a, ['b', 'c'], d, small, 7, True\n"),
        ("new profile me", "me None\n"),
        ("new profile me long", "me long\n"),
        ("new role --upon sdr", "upon sdr\n"),
    ],
)
def test_a_function_gets_its_values(line: str, expected: str) -> None:
    call = parse(line.split(), SPEC)
    answer = call.function(Session(ENGLISH), **call.values)
    assert isinstance(answer, PlainText)
    assert answer.text(80) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", {"move", "gather", "new"}),
        ("move", "sales-ops"),
        ("move x", "operations"),
        ("move x --me f", "operations"),
        ("move x y", set()),
        ("gather x", {"sales-ops", "startup"}),
        ("gather --size", {"small", "large"}),
        ("new", {"profile", "role"}),
        ("--lang fr new --color", {"auto", "always", "never"}),
        ("new profile", set()),
        ("new profile x", {"short", "long"}),
        ("new role --upon", "sdr"),
    ],
)
def test_what_can_stand_there_is_known_by_its_kind(
    before: str, expected: set[str] | str, environ: dict[str, str]
) -> None:
    found = completion.Line(before.split(), "", "en", environ, "bash", SPEC).candidates()
    words = {word for word, _ in found}
    if "sales-ops" in words or "operations" in words:
        assert words >= ({expected} if isinstance(expected, str) else expected)
    else:
        assert words == expected


def test_options_are_those_of_the_command(environ: dict[str, str]) -> None:
    def options(line: str) -> set[str]:
        found = completion.Line(line.split(), "-", "en", environ, "bash", SPEC).candidates()
        return {word for word, _ in found} - {name for o in SPEC.common for name in o.names}

    assert options("") == {"--version", "--install-completion"}
    assert options("new") == set()
    assert options("new role") == {"--upon"}
    assert options("gather x") == {"--size", "--most", "-q", "--quick"}


def test_the_help_of_a_group_lists_its_commands() -> None:
    program, group, command = (
        command_help(ENGLISH, 80, path, SPEC) for path in ("", "new", "new profile")
    )
    assert re.search(r"\nWrite\n  new +something of your own\n", program)
    assert group.startswith("Usage: roleguide new COMMAND …\n\nSomething of your own.\n\nCommands")
    assert "\n  profile  a profile to fill in\n  role     a role to fill in\n" in group
    assert command.startswith("Usage: roleguide new profile NAME [KIND] [OPTIONS]\n")
    assert "\nArguments\n  NAME  its name\n  KIND  short or long\n" in command
    gather = command_help(ENGLISH, 80, "gather", SPEC)
    assert gather.startswith("Usage: roleguide gather FIRST ROLE … PLACE [OPTIONS]\n")
    assert "\n  --size small|large  small or large\n  --most N            at most\n" in gather


def test_manual_and_reference_have_them_all() -> None:
    page, text = manual.manual(SPEC), reference.reference("en", SPEC)
    for path, command in SPEC.commands.items():
        assert f"\\fB{path}\\fR" in page or not path
        assert f"\n## `roleguide {path}`\n" in text or not path
        for one in command.parameters:
            assert f"\\fB{manual.roff(one.names[0])}" in page if one.names else one.metavar
            assert f"`{one.names[0] if one.names else one.metavar}" in text
    assert "- [`roleguide new profile`](#roleguide-new-profile)" in text


def test_no_file_declares_an_option_twice() -> None:
    for file in (ROOT / "src" / "roleguide" / "cli").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call)]
        options = [call for call in calls if call.startswith("typer.Option(")]
        assert len(options) == len(set(options)), file
