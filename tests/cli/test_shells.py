"""Completion as it is met: in bash, zsh and fish themselves, on a terminal's screen."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from ptys import Terminal
from views.answers import LANGUAGES, builtin

from cli.conftest import quiet

PROMPT: Final = "$"

COMMANDS: Final = {
    "bash": ("bash", "--norc", "--noprofile"),
    "zsh": ("zsh", "-f"),
    "fish": ("fish", "--no-config"),
}
"""Each shell as it is without anybody's settings."""

READY: Final = {
    "bash": f"PS1='{PROMPT} '",
    "zsh": f"PS1='{PROMPT} '; autoload -Uz compinit; compinit -D",
    "fish": f"function fish_prompt; echo '{PROMPT} '; end; set -g fish_autosuggestion_enabled 0",
}

LEFT: Final = "\x1b[D"

GUIDE: Final = "roles: {sales-druid: {extends: sales-ops}}\n"


class Shell(Terminal):
    """A shell that has read the script; one line is typed at a time."""

    name = ""

    def completed(self, typed: str, line: str) -> None:
        """Press TAB behind what is typed: the line becomes this one, and nothing else is shown."""
        self.type(typed + "\t")
        self.until(lambda text: text == f"{PROMPT} {line}")
        assert self.rest(0.3) == f"{PROMPT} {line}"

    def offered(self, typed: str, *expected: str) -> str:
        """Press TAB until these candidates are shown; what the screen shows then."""
        self.type(typed + ("\t" if self.name == "fish" else "\t\t"))
        self.until(lambda text: all(one in text.partition("\n")[2] for one in expected))
        return self.rest(0.3)


def start(name: str, environ: dict[str, str], folder: Path) -> Shell:
    """A shell in a folder with a few files, that has read what the program prints for it."""
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed here")
    environ = {
        **environ,
        "PATH": f"{Path(sys.executable).parent}:{environ['PATH']}",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
    }
    script = subprocess.run(
        ["roleguide", "--install-completion", name],
        capture_output=True,
        env=environ,
        check=True,
    )
    (folder / "script").write_bytes(script.stdout)
    (folder / "my notes.md").touch()
    for file in ("acme.yaml", "a guide.yaml", "odd:name.yaml"):
        (folder / file).write_text(GUIDE, encoding="utf-8")
    subprocess.run(["roleguide", "list"], capture_output=True, env=environ, check=True)
    shell = Shell(COMMANDS[name], environ, folder, (110, 60))
    shell.name = name
    shell.rest()
    shell.type(f"{READY[name]}; source ./script; clear\r")
    shell.until(lambda text: text == PROMPT)
    return shell


@pytest.fixture(scope="module", params=list(COMMANDS))
def one_shell(
    request: pytest.FixtureRequest, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shell]:
    """Each shell in turn, started once for all lines."""
    folder = tmp_path_factory.mktemp("home")
    with start(request.param, quiet(folder, cache), folder) as shell:
        yield shell


@pytest.fixture
def shell(one_shell: Shell) -> Iterator[Shell]:
    """A shell with an empty line."""
    yield one_shell
    one_shell.type("\x05\x15\x0c")  # to the end of the line, kill it, clear the screen
    one_shell.until(lambda text: text == PROMPT)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        pytest.param("comp", "compare", id="command"),
        pytest.param("--lang=fr comp", "--lang=fr compare", id="command-behind-an-equals-sign"),
        pytest.param("compare --onl", "compare --only", id="option"),
        pytest.param("compare sdr sales-dir", "compare sdr sales-director", id="role"),
        pytest.param("list --format=mark", "list --format=markdown", id="value-behind-equals"),
        pytest.param("list -o my", "list -o my\\ notes.md", id="file-to-write"),
        pytest.param("check acm", "check acme.yaml", id="file-to-read"),
        pytest.param('compare "sales-dir', 'compare "sales-director"', id="in-quotes"),
        *(
            pytest.param(f"compare {before} sales-dru", f"compare {before} sales-druid", id=name)
            for name, before in {
                "of-a-guide": "--guide acme.yaml",
                "of-a-guide-behind-equals": "--guide=acme.yaml",
                "spaces-in-quotes": "--guide 'a guide.yaml'",
                "spaces-in-double-quotes": '--guide "a guide.yaml"',
                "spaces-escaped": "--guide a\\ guide.yaml",
                "colon": "--guide odd:name.yaml",
            }.items()
        ),
    ],
)
def test_tab_completes_the_word_and_says_nothing_else(shell: Shell, typed: str, line: str) -> None:
    shell.completed(f"roleguide {typed}", f"roleguide {line}")


def test_a_word_in_the_middle_of_the_line_is_completed(shell: Shell) -> None:
    shell.type(f"roleguide show data-anal sdr{LEFT * 4}\t")
    shell.until(lambda text: "data-analysis" in text)
    assert shell.rest(0.3).split() == [PROMPT, "roleguide", "show", "data-analysis", "sdr"]


def test_what_is_not_there_is_left_as_it_is(shell: Shell) -> None:
    for line in ("roleguide compare qqqq", "roleguide nothing qqqq", "roleguide list --qqqq"):
        shell.completed(line, line)
        shell.type("\x15")


def test_all_roles_that_begin_so_are_offered(shell: Shell) -> None:
    """With their titles, where the shell has room for them."""
    roles = builtin().sections.roles
    names = [name for name in roles if name.startswith("sales-ops")]
    shown = shell.offered("roleguide compare sales-ops", *names)
    for name in names:
        assert (roles[name].title.text["en"] in shown) == (shell.name != "bash")


def test_commands_and_options_are_offered(shell: Shell) -> None:
    options = ("--only", "--in", "--full", "--exit-code", "--lang", "--format", "--guide")
    shown = shell.offered("roleguide compare --", *options)
    assert ("exit 1 where the roles differ" in shown) == (shell.name != "bash")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "bash"])
def test_titles_and_help_are_offered_in_the_users_language(
    environ: dict[str, str], tmp_path: Path, name: str
) -> None:
    french = LANGUAGES["fr"]
    with start(name, {**environ, "ROLEGUIDE_LANG": "fr"}, tmp_path) as shell:
        roles = builtin().sections.roles
        named = [roles[name].title.text for name in ("sales-ops", "sales-ops-analyst")]
        shell.offered("roleguide compare sales-ops", *(french.of(text) for text in named))


@pytest.mark.parametrize(
    ("typed", "line", "fish"),
    [
        ("compare RevO", "compare revops-manager", None),
        ("compare sdr VP", "compare sdr vp-sales", None),
        ("compare 'Sales Dir", "compare 'sales-director'", "compare 'Sales Director'"),
        (
            "examples sdr --in=small",
            "examples sdr --in=sme",
            "examples sdr --in=Small\\ or\\ medium-sized\\ company",
        ),
        ("compare sdr tradi", "compare sdr commercial-director", "compare sdr Trading\\ Director"),
    ],
)
def test_a_role_is_found_by_the_words_of_its_titles(
    shell: Shell, typed: str, line: str, fish: str | None
) -> None:
    """Fish shows nothing in which it does not find what was typed, so it completes the title."""
    shell.completed(f"roleguide {typed}", f"roleguide {(shell.name == 'fish' and fish) or line}")


def test_several_roles_found_by_their_titles_leave_the_word_as_it_is(shell: Shell) -> None:
    shown = shell.offered("roleguide compare train", "sales-trainer")
    assert shown.startswith(f"{PROMPT} roleguide compare train")
